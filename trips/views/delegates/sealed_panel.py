"""What of a person lies encrypted: which facts are there, never what they say."""

from dataclasses import dataclass

from trips.domain.account.user import Action
from trips.domain.participation import Participation
from trips.domain.privacy.sealed import SealedGroup
from trips.i18n.privacy.reading_wording import group_word, sealed_label
from trips.queries.privacy.sealed import find_sealed
from trips.views import guards
from trips.views.preferences import locale


@dataclass(frozen=True, kw_only=True)
class SealedSection:
    """A group of facts that a button opens."""

    key: str
    word: str
    there: tuple[str, ...]
    """What is entered; nothing to open where this is empty."""


def sealed_sections(participation: Participation) -> tuple[SealedSection, ...]:
    """The groups of a delegate, and of anybody else what is there; none for whoever may not read.

    One query, and none for those.
    """
    if not guards.allows(Action.READ_PASSPORT):
        return ()
    found = find_sealed(participation.uid)
    sections = [
        SealedSection(
            key=group.value,
            word=group_word(group, locale()),
            there=tuple(sealed_label(each, locale()) for each in group.fields if each in found),
        )
        for group in SealedGroup
    ]
    return tuple(each for each in sections if each.there or participation.delegate)
