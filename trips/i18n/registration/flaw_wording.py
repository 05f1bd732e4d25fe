"""What is wrong with an answer, and the way out."""

from collections.abc import Mapping
from typing import Final

from trips.domain.registration.controls import Flaw
from trips.domain.registration_setup import Question
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import language_name
from trips.i18n.registration.field_wording import LABELS

FLAW_TEXTS: Final[Mapping[Flaw, str]] = {
    Flaw.MISSING: N_("Please fill this in."),
    Flaw.TOO_LONG: N_("This is too long. Please shorten it."),
    Flaw.NO_DATE: N_("Please write the day like this: 2026-05-31."),
    Flaw.NO_TIME: N_("Please write the time like this: 14:30."),
    Flaw.NO_EMAIL: N_("Please write an e-mail address like name@example.org."),
    Flaw.NO_NUMBER: N_("Please write a number."),
    Flaw.NOT_OFFERED: N_("Please choose one of the answers."),
    Flaw.NO_LEVEL: N_("Choose how well, or remove %(language)s."),
    Flaw.NO_DAY: N_("Please say on which day."),
    Flaw.NOT_AGREED: N_("Tick this, or clear your answers about food and access."),
    Flaw.IN_FUTURE: N_("This day lies in the future. Please check it."),
    Flaw.EXPIRED: N_("This passport ends before the trip. Please give the one you will have then."),
}
_CHOOSING: Final = frozenset(
    {"form_of_address", "country", "level", "nationality", "sex", "document"}
)


def flaw_words(control: str, flaw: Flaw, locale: str) -> str:
    """What is wrong with a control, and what to do."""
    if flaw is Flaw.NO_LEVEL:
        language = language_name(control.removeprefix("level-"), locale)
        return say(FLAW_TEXTS[flaw], locale, language=language)
    if flaw is Flaw.MISSING and (control in _CHOOSING or control.startswith("agrees-")):
        return say(FLAW_TEXTS[Flaw.NOT_OFFERED], locale)
    if flaw is Flaw.MISSING and control == "languages":
        return say(N_("Please add a language you understand."), locale)
    return say(FLAW_TEXTS[flaw], locale)


def asked_in(control: str, locale: str, questions: tuple[Question, ...] = ()) -> str:
    """What a control is called, to be followed by what is wrong."""
    label = label_of(control, locale, questions)
    return label if label.endswith(("?", "\N{ARABIC QUESTION MARK}")) else f"{label}:"


def label_of(control: str, locale: str, questions: tuple[Question, ...] = ()) -> str:
    """What a control is called."""
    if control.startswith("level-"):
        return language_name(control.removeprefix("level-"), locale)
    if control.startswith("q-"):
        uid = control.removeprefix("q-")
        return next((each.label.shown(locale).text for each in questions if each.uid == uid), uid)
    return say(LABELS[control.removeprefix("agrees-")], locale)
