"""What letters and protocol need to know about a person: office, rank, wording of their own."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext
from wtforms import DateField, FormField, SelectField, StringField, TextAreaField
from wtforms.validators import Optional

from trips.domain.person import Person, Predicate, ProtocolRank
from trips.domain.values.text import LANGUAGES
from trips.forms.entity import EntityForm, LongTextPair, TextPair, enum_choices, strip
from trips.forms.parts import at_most, error_on

_TEXTS = ("office", "salutation", "address_block")
_WORDS = ("badge_name", "postal_address", "wording_reason")


class ProtocolForm(EntityForm):
    """The part of a person's form that letters are made of."""

    predicate = SelectField(
        lazy_gettext("Honour before the name"),
        description=lazy_gettext(
            "Excellency is used for foreign heads of state and government, ministers and "
            "ambassadors only."
        ),
    )
    office = FormField(
        TextPair,
        label=lazy_gettext("Office"),
        description=lazy_gettext(
            "The office that a letter addresses, in the person's own form: Oberbürgermeisterin, "
            "Deputy Minister."
        ),
    )
    protocol_rank = SelectField(
        lazy_gettext("Rank of protocol"),
        description=lazy_gettext("Orders lists. A rank given on one trip goes before it."),
    )
    office_since = DateField(
        lazy_gettext("In office since"),
        [Optional()],
        description=lazy_gettext("Seniority among people of the same rank."),
    )
    badge_name = StringField(
        lazy_gettext("Name on the badge"),
        at_most(120),
        description=lazy_gettext("Only if it is not the whole name."),
    )
    postal_address = TextAreaField(
        lazy_gettext("Postal address"),
        at_most(1000),
        render_kw={"rows": 4},
        description=lazy_gettext("Street, town, state, each on a line; else the organisation's."),
    )
    letter_language = SelectField(lazy_gettext("Language of letters"))
    salutation = FormField(TextPair, label=lazy_gettext("Greeting by hand"))
    address_block = FormField(LongTextPair, label=lazy_gettext("Address by hand"))
    wording_reason = StringField(lazy_gettext("Why it is worded by hand"), at_most(200))

    def offer_protocol(self, locale: str, languages: Iterable[tuple[str, str]]) -> None:
        """Fill the lists of the controls."""
        self.predicate.choices = enum_choices(Predicate, locale)
        self.protocol_rank.choices = enum_choices(
            (ProtocolRank.NONE, *(each for each in ProtocolRank if each is not ProtocolRank.NONE)),
            locale,
        )
        by_skill = lazy_gettext("By the languages understood")
        self.letter_language.choices = [("", by_skill), *languages]

    def show_protocol(self, person: Person) -> None:
        """Fill in a person."""
        self.predicate.data = person.predicate.value
        self.protocol_rank.data = person.protocol_rank.value
        self.office_since.data = person.office_since
        self.letter_language.data = person.letter_language
        for name in _WORDS:
            self[name].data = getattr(person, name)
        for name in _TEXTS:
            for lang in LANGUAGES:
                self[name].form[lang].data = getattr(person, name).get(lang, "")

    def check_wording(self) -> bool:
        """True unless something is worded by hand and nobody says why."""
        is_by_hand = self.salutation.form.text() or self.address_block.form.text()
        if is_by_hand and not strip(self.wording_reason.data):
            error_on(
                self.wording_reason,
                lazy_gettext("Please say why greeting or address differ from the composed ones."),
            )
            return False
        return True

    def protocol_values(self) -> dict[str, Any]:
        """The fields of a person that this part holds."""
        shown = self._shown()
        return {
            **{name: self._text(name, shown) for name in _TEXTS},
            **{name: _lines(self[name].data) for name in _WORDS},
            "predicate": Predicate(self.predicate.data),
            "protocol_rank": ProtocolRank(self.protocol_rank.data),
            "office_since": self.office_since.data,
            "letter_language": self.letter_language.data or "",
        }

    def _shown(self) -> Person | None:
        """The person as the form showed them; what was tampered with counts for nothing."""
        try:
            shown: Person | None = self.carried
        except (KeyError, TypeError, ValueError):
            return None
        return shown

    def _text(self, name: str, shown: Person | None) -> Any:
        """German and English as typed; other languages, which have no control, as they were."""
        text = self[name].form.text()
        for lang, words in (getattr(shown, name) if shown else {}).items():
            if lang not in LANGUAGES:
                text = text.with_lang(lang, words)
        return text


def _lines(words: str | None) -> str:
    return strip(words).replace("\r\n", "\n")
