"""How letters to a person would begin, for whoever fills in the form."""

from dataclasses import dataclass

from trips.domain.organisation import Organisation
from trips.domain.person import Person, Predicate
from trips.domain.protocol.courtesy import courtesy_of, is_entitled
from trips.domain.values.text import LANGUAGES
from trips.i18n.catalogue import N_, direction_of, say
from trips.i18n.letters.address import address_block
from trips.i18n.letters.salutation import greeting_line


@dataclass(frozen=True, kw_only=True)
class Sample:
    """The beginning of a letter in one language."""

    lang: str
    direction: str
    address: tuple[str, ...]
    greeting: str


@dataclass(frozen=True)
class LetterPreview:
    """Greeting and address in German, English and the person's own language of letters."""

    samples: tuple[Sample, ...]
    hint: str
    """What protocol would say otherwise, empty for nothing."""


def letter_preview(person: Person, organisation: Organisation | None, locale: str) -> LetterPreview:
    """Compose the beginnings of letters to a person as the form has them."""
    langs = dict.fromkeys((*LANGUAGES, person.letter_language or LANGUAGES[0]))
    samples = tuple(
        Sample(
            lang=lang,
            direction=direction_of(lang),
            address=address_block(person, organisation, lang),
            greeting=greeting_line(person, lang),
        )
        for lang in langs
    )
    return LetterPreview(samples, _hint(person, locale))


def _hint(person: Person, locale: str) -> str:
    if person.predicate is Predicate.EXCELLENCY and courtesy_of(person) is Predicate.NONE:
        return say(N_("Not entitled to Excellency by rank or country: it is left out."), locale)
    if person.predicate is Predicate.NONE and is_entitled(person):
        return say(N_("By rank and country this person is entitled to Excellency."), locale)
    return ""
