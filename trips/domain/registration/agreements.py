"""Answers to agreements: to which wording, when, by whom and in what capacity."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from trips.domain.participation import Capacity, Consent, ConsentPurpose
from trips.domain.registration.catalogue import CONSENTS, NEEDS_AGREED
from trips.domain.registration.controls import Typed, first


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who answers: in what capacity, in which language, to which wording, when."""

    capacity: Capacity
    by: str = ""
    """Name of whoever answers for somebody else."""
    locale: str
    wording: str
    at: datetime


def answer_name(purpose: ConsentPurpose) -> str:
    """The control that asks for an agreement."""
    return f"agrees-{purpose.value}"


def add_answers(
    consents: tuple[Consent, ...], values: Mapping[str, Any], typed: Typed, signer: Signer
) -> tuple[Consent, ...]:
    """The agreements with the answers of a station behind them, only those that say anything new.

    An answer to an older wording is new again.
    """
    wanted = {
        purpose: values[answer_name(purpose)] == "yes"
        for purpose in CONSENTS
        if values.get(answer_name(purpose))
    }
    if "diet" in values or "access" in values:
        wanted |= _about_needs(consents, typed)
    new = (_consent(*pair, signer) for pair in wanted.items())
    return (*consents, *(each for each in new if _is_news(each, consents)))


def last_answer(consents: tuple[Consent, ...], purpose: ConsentPurpose) -> Consent | None:
    """The newest answer for a purpose, none if nobody answered."""
    return next((each for each in reversed(consents) if each.purpose is purpose), None)


def _about_needs(consents: tuple[Consent, ...], typed: Typed) -> dict[ConsentPurpose, bool]:
    """Said yes, or takes an earlier yes back; never asked stays never answered."""
    is_given = bool(first(typed, NEEDS_AGREED))
    was_asked = last_answer(consents, ConsentPurpose.NEEDS) is not None
    return {ConsentPurpose.NEEDS: is_given} if is_given or was_asked else {}


def _consent(purpose: ConsentPurpose, is_given: bool, signer: Signer) -> Consent:
    return Consent(
        purpose=purpose,
        is_given=is_given,
        wording=signer.wording,
        at=signer.at,
        locale=signer.locale,
        capacity=signer.capacity,
        by=signer.by,
    )


def _is_news(new: Consent, known: tuple[Consent, ...]) -> bool:
    last = last_answer(known, new.purpose)
    return last is None or (last.is_given, last.wording) != (new.is_given, new.wording)
