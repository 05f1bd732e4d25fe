"""One station as its template shows it: headings, controls, what stands in them, what is wrong."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask_babel import gettext as _

from trips.domain.participation import Access, Diet, Level
from trips.domain.person import FormOfAddress, Sex
from trips.domain.privacy.retention import day_of, periods_of
from trips.domain.registration.catalogue import NEEDS_AGREED, Section
from trips.domain.registration.checking import Checked
from trips.domain.registration.controls import LEVELS, Control, ControlKind, Flaw, Typed, first
from trips.domain.registration.filling import given_controls, locked_fields
from trips.domain.registration.folding import Folded, fold, usual_first
from trips.domain.registration.plan import PlannedField, StationPlan
from trips.domain.registration.registrant import Registrant, RegistrationTrip
from trips.domain.registration_setup import Question, QuestionKind
from trips.domain.values.text import EMPTY, Shown, Text
from trips.domain.visa_case import TravelDocument
from trips.i18n.catalogue import say
from trips.i18n.choices import USUAL_LANGUAGES, country_choices, languages_of_country
from trips.i18n.enums import name_of
from trips.i18n.formats import date_medium, language_name
from trips.i18n.registration.field_wording import DELETED, HINTS, LABELS, SECTION_TEXTS
from trips.i18n.registration.flaw_wording import asked_in, flaw_words, label_of
from trips.views.registration.form_views import ControlView, FieldView, SectionView
from trips.views.registration.opening import Visit, page_language

SEVERAL = 2
"""A field of more controls than these has a frame and a heading of its own."""
_ENUMS: dict[str, Any] = {
    "diet": Diet,
    "access": Access,
    "level": Level,
    "sex": Sex,
    "document": TravelDocument,
    "permit": TravelDocument,
}
Options = tuple[tuple[str, str], ...]
_WHOLE_NAME = ("form_of_address", "academic_title", "given_name", "family_name")
_INPUT_MODES = {
    ControlKind.EMAIL: "email",
    ControlKind.PHONE: "tel",
    ControlKind.NUMBER: "decimal",
}


@dataclass(frozen=True)
class StationForm:
    """What the page of a station shows."""

    known: Registrant | None
    trip: RegistrationTrip
    plan: StationPlan
    typed: Typed
    visit: Visit
    checked: Checked = field(default_factory=Checked)

    @property
    def locale(self) -> str:
        """The language of the page's own words."""
        return page_language(self.visit.lang)

    @property
    def sections(self) -> tuple[SectionView, ...]:
        """Headings in order."""
        return tuple(self._section(*each) for each in self.plan.sections)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Control and what is wrong with it, for the summary."""
        questions = self.trip.registration.questions
        return [
            (name, f"{asked_in(name, self.locale, questions)} {self._error(name)}")
            for name in self.checked.flaws
        ]

    def _section(self, section: Section, fields: tuple[PlannedField, ...]) -> SectionView:
        is_optional = not any(each.is_required for each in fields)
        names = [each.section for each in self.plan.fields]
        is_last_need = section is (Section.ACCESS if Section.ACCESS in names else Section.FOOD)
        folded = self._folded(section, fields)
        views = tuple(self._field(each, says=not is_optional) for each in folded.known)
        return SectionView(
            section=section,
            title=say(SECTION_TEXTS[section], self.locale),
            fields=tuple(self._field(each, says=not is_optional) for each in folded.asked),
            is_optional=is_optional,
            deleted_on=self._deleted_on(section),
            agreed=self._agreed() if is_last_need else None,
            folded=views,
            known=known_lines(section, views, self.locale),
            is_unfolded=self._is_changing,
        )

    def _folded(self, section: Section, fields: tuple[PlannedField, ...]) -> Folded:
        """What is known is only to be checked, and where it was locked it is not shown."""
        if any(each.name in self._locked for each in fields):
            return Folded(fields)
        return fold(section, fields, self.typed)

    @property
    def _is_changing(self) -> bool:
        """True for somebody who was here before: they come back to change something."""
        known = self.known
        return known is not None and bool(known.is_submitted or known.draft(self.plan.station))

    def _deleted_on(self, section: Section) -> str:
        """The day from which on the answers are gone, where it comes soon after the trip."""
        if section not in DELETED:
            return ""
        periods = periods_of(self.trip.limits)
        return date_medium(day_of(DELETED[section], self.trip.ends_on, periods), self.locale)

    def _agreed(self) -> ControlView | None:
        if all(each.name in self._locked for each in self.plan.fields if each.is_private):
            return None
        return ControlView(
            name=NEEDS_AGREED,
            kind=ControlKind.TICK,
            label=say(LABELS[NEEDS_AGREED], self.locale),
            value=first(self.typed, NEEDS_AGREED),
            error=self._error(NEEDS_AGREED),
        )

    @property
    def _locked(self) -> frozenset[str]:
        if self.known is None:
            return frozenset()
        return locked_fields(self.known, self.plan, self.visit.capacity)

    @property
    def _given(self) -> frozenset[str]:
        return given_controls(self.known, self.plan) if self.known else frozenset()

    def _field(self, each: PlannedField, *, says: bool) -> FieldView:
        """`says` is true where each field has to say by itself that it is optional."""
        says = says and not each.is_required
        return FieldView(
            name=each.name,
            label=self._label(each.name, each.question),
            controls=tuple(self._control(each, control, says=says) for control in each.controls),
            says_optional=says,
            is_locked=each.name in self._locked,
            languages=tuple(self._languages()) if each.name == "languages" else (),
            addable=tuple(self._addable()) if each.name == "languages" else (),
            offered=tuple(self._offered()) if each.name == "languages" else (),
        )

    def _control(self, each: PlannedField, control: Control, *, says: bool) -> ControlView:
        typed = self.typed.get(control.name, ())
        hint = HINTS.get(control.name, "")
        is_first = control is each.controls[0]
        label = self._question_text(each.question) if each.question else None
        options, more = self._usual(control, each.question)
        return ControlView(
            name=control.name,
            kind=control.kind,
            label=self._label(control.name, each.question),
            value=typed[0] if typed else "",
            chosen=typed,
            options=options,
            more=more,
            error=self._error(control.name),
            hint=say(hint, self.locale) if hint else "",
            help=self._shown(each.help) if is_first and each.help else None,
            says_optional=says and len(each.controls) <= SEVERAL,
            is_alone=control.kind is ControlKind.TICKS and each.question is None,
            is_given=control.name in self._given,
            limit=control.limit,
            autocomplete=control.autocomplete if not self.visit.uid else "off",
            input_mode=_INPUT_MODES.get(control.kind, ""),
            lang=label.lang if label and label.lang != self.locale else "",
        )

    def _label(self, name: str, question: Question | None) -> str:
        if question is not None:
            return self._question_text(question).text
        return label_of(name, self.locale)

    def _question_text(self, question: Question) -> Shown:
        return self._shown(question.label)

    def _shown(self, text: Text) -> Shown:
        return (text or EMPTY).shown(self.visit.lang)

    def _error(self, name: str) -> str:
        flaw: Flaw | None = self.checked.flaws.get(name)
        return flaw_words(name, flaw, self.locale) if flaw else ""

    def _usual(self, control: Control, question: Question | None) -> tuple[Options, Options]:
        """Options that stand first, and what stands behind "something else"."""
        options = tuple(self._options(control, question))
        if control.name not in {"diet", "access"}:
            return options, ()
        usual, more = usual_first(control.choices)
        words = dict(options)
        return tuple((v, words[v]) for v in usual), tuple((v, words[v]) for v in more)

    def _options(self, control: Control, question: Question | None) -> Iterator[tuple[str, str]]:
        if control.kind is ControlKind.COUNTRY:
            yield from country_choices(self.locale)
        elif question is not None and question.kind is not QuestionKind.YES_NO:
            for value in control.choices:
                yield value, self._shown(question.choices[int(value)]).text
        elif control.name == "form_of_address":
            yield from self._forms_of_address()
        elif control.choices == ("yes", "no"):
            yield from (("yes", _("Yes")), ("no", _("No")))
        else:
            for value in control.choices:
                yield value, name_of(_ENUMS[control.name](value), self.locale)

    def _forms_of_address(self) -> Iterator[tuple[str, str]]:
        yield FormOfAddress.MS, _("Ms")
        yield FormOfAddress.MR, _("Mr")
        yield FormOfAddress.NEUTRAL, _("By name only")

    def _languages(self) -> Iterator[tuple[str, str, str, str]]:
        for code in dict.fromkeys(self._spoken()):
            level = first(self.typed, f"level-{code}") or self._usual_level(code)
            yield (
                code,
                language_name(code, self.locale),
                level if level in LEVELS else "",
                self._error(f"level-{code}"),
            )

    def _spoken(self) -> tuple[str, ...]:
        """Languages that were said; as long as nobody said any, the page's own and English."""
        said = self.typed.get("language", (self.visit.lang, "en"))
        return tuple(code for code in said if code)

    def _usual_level(self, code: str) -> str:
        """Whoever reads the form in Ukrainian speaks it; English many only read."""
        was_asked = "language" in self.typed
        return "fluent" if code == self.visit.lang != "en" and not was_asked else ""

    def _offered(self) -> Iterator[tuple[str, str]]:
        """Languages of the country that nobody has said yet."""
        country = self.known.person.country if self.known else ""
        for code in languages_of_country(country):
            if code not in self._spoken():
                yield code, language_name(code, self.locale)

    def _addable(self) -> Iterator[tuple[str, str]]:
        there = set(self._spoken())
        codes = dict.fromkeys((*USUAL_LANGUAGES, *_MORE_LANGUAGES))
        names = [(code, language_name(code, self.locale)) for code in codes if code not in there]
        yield from sorted(names, key=lambda pair: pair[1].casefold())


def known_lines(section: Section, views: tuple[FieldView, ...], locale: str) -> tuple[str, ...]:
    """What is known, a line each: the whole name first."""
    if section is Section.LANGUAGES:
        return tuple(spoken_words(view) for view in views)
    words = {c.name: words_of(c, locale) for view in views for c in view.controls}
    if section is not Section.NAME:
        return tuple(filter(None, words.values()))
    if words.get("form_of_address") == _("By name only"):
        words["form_of_address"] = ""
    whole = " ".join(filter(None, (words.pop(name, "") for name in _WHOLE_NAME)))
    return tuple(filter(None, (whole, *words.values())))


def spoken_words(view: FieldView) -> str:
    """Languages with how well they are spoken."""
    levels = {"little": _("a little"), "well": _("well"), "fluent": _("fluently")}
    spoken = [f"{name} ({levels[level]})" for _code, name, level, _e in view.languages if level]
    return ", ".join(spoken)


def words_of(control: ControlView, locale: str) -> str:
    """What somebody entered or chose, as words."""
    names = dict((*control.options, *control.more))
    if control.kind is ControlKind.DATE:
        with suppress(ValueError):
            return date_medium(date.fromisoformat(control.value), locale)
    if names:
        return ", ".join(names[value] for value in control.chosen if value in names)
    return control.value


_MORE_LANGUAGES = (
    "af", "am", "az", "be", "bg", "bn", "bs", "cs", "da", "el", "et", "fa", "fi", "gu", "ha",
    "he", "hr", "hu", "hy", "id", "ig", "it", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lt",
    "lv", "mk", "ml", "mn", "mr", "ms", "my", "ne", "nl", "no", "pa", "pl", "ps", "ro", "rw",
    "si", "sk", "sl", "so", "sq", "sr", "st", "sv", "sw", "ta", "te", "tg", "th", "ti", "tl",
    "tn", "tr", "ur", "uz", "vi", "xh", "yo", "zu",
)  # fmt: skip
