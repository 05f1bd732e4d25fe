"""The list of people in words: its headline, its figures, its headings."""

from datetime import date, datetime

from trips.domain.pages.delegate_list import DelegateList, Section
from trips.domain.pages.people_filter import Part, Progress
from trips.domain.participation import Level
from trips.domain.person import LanguageLevel, LanguageSkill, Person, Sex
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.formats import clock, join_list, language_name, weekday_short
from trips.i18n.numerals import numeral

PROGRESS = {
    Progress.CONFIRMED: N_("Confirmed"),
    Progress.STARTED: N_("Started"),
    Progress.UNANSWERED: N_("No answer"),
}
_SEXES = {
    Sex.FEMALE: N_n("%(n)s woman", "%(n)s women"),
    Sex.MALE: N_n("%(n)s man", "%(n)s men"),
    Sex.DIVERSE: N_n("%(n)s non-binary person", "%(n)s non-binary people"),
    Sex.UNKNOWN: N_n("%(n)s without a statement", "%(n)s without a statement"),
}
_LEVELS = {
    Level.NATIONAL: N_("%(n)s national"),
    Level.REGIONAL: N_("%(n)s regional"),
    Level.MUNICIPAL: N_("%(n)s municipal"),
    Level.CIVIL_SOCIETY: N_("%(n)s from civil society"),
    Level.PRIVATE: N_("%(n)s from business"),
    Level.ACADEMIC: N_("%(n)s from academia"),
    Level.INTERNATIONAL: N_("%(n)s from international organisations"),
}
STEPS = (N_("invited"), N_("started"), N_("confirmed"), N_("was there"))


def headline(people: DelegateList, part: Part, locale: str) -> str:
    """24 Teilnehmende aus sechs Staaten · 24 delegates from six countries."""
    if part is Part.STAFF:
        return say_n("%(n)s person in the team", "%(n)s people in the team", people.total, locale)
    if part is Part.WAITING:
        return say_n("%(n)s person is waiting", "%(n)s people are waiting", people.total, locale)
    if part is Part.LEFT:
        return say_n(
            "%(n)s person is not coming", "%(n)s people are not coming", people.total, locale
        )
    number = say_n("%(n)s delegate", "%(n)s delegates", people.total, locale)
    if not people.countries:
        return number
    where = say_n(
        "from one country",
        "from %(word)s countries",
        people.countries,
        locale,
        word=numeral(people.countries, locale),
    )
    return f"{number} {where}"


def subline(people: DelegateList, locale: str) -> str:
    """13 Frauen, 11 Männer · 9 national, 4 regional, 11 kommunal."""
    sexes = [
        say_n(*words, people.sexes[sex], locale)
        for sex, words in _SEXES.items()
        if people.sexes.get(sex)
    ]
    levels = [
        say(words, locale, n=people.levels[level])
        for level, words in _LEVELS.items()
        if people.levels.get(level)
    ]
    return " · ".join(", ".join(parts) for parts in (sexes, levels) if parts)


def section_line(section: Section, locale: str) -> str:
    """8 Personen, 6 bestätigt · Leitung: T. Mokoena."""
    parts = [say_n("%(n)s person", "%(n)s people", section.people, locale)]
    if section.role is None:
        parts.append(say(N_("%(n)s confirmed"), locale, n=section.confirmed))
    line = ", ".join(parts)
    if section.head:
        line += " · " + say(N_("Head: %(name)s"), locale, name=short_name(section.head))
    return line


def short_name(person: Person) -> str:
    """T. Mokoena; where the family name comes first, the whole name."""
    if person.family_name_first or not person.given_name:
        return person.name
    return f"{person.given_name[0]}. {person.family_name}"


def arrival_word(at: datetime, locale: str) -> str:
    """Fr 14:05."""
    return f"{weekday_short(at.date(), locale)} {clock(at)}"


def days_word(first: date, last: date, locale: str) -> str:
    """Mi 16. – Fr 18., for who is there on some of the days."""
    dot = "." if locale == "de" else ""
    words = [f"{weekday_short(day, locale)} {day.day}{dot}" for day in (first, last)]
    return words[0] if first == last else " – ".join(words)


def skills_words(skills: tuple[LanguageSkill, ...], locale: str) -> str:
    """Ukrainisch (Muttersprache) und Deutsch A2."""
    return join_list([_skill(each, locale) for each in skills], locale)


def skill_sign(skill: LanguageSkill, locale: str) -> str:
    """The level on a badge: C1, or a short sign of the mother tongue."""
    if skill.level is LanguageLevel.NATIVE:
        return say(N_("MT"), locale)
    return skill.level.value


def _skill(skill: LanguageSkill, locale: str) -> str:
    name = language_name(skill.code, locale)
    if skill.level is LanguageLevel.NATIVE:
        return say(N_("%(language)s (mother tongue)"), locale, language=name)
    return f"{name} {skill.level.value}"
