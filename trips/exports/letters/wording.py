"""What a visa letter says, sentence by sentence: the same in PDF and in Word."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from trips.domain.briefs.letter import Invited, LetterBrief, LettersBrief
from trips.domain.organisation import Organisation
from trips.domain.person import Predicate
from trips.domain.protocol.courtesy import courtesy_of
from trips.domain.values.text import Text
from trips.domain.visa.letter import Costs, LetterKind
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import country_name, date_medium, day_range, join_list
from trips.i18n.letters.address import address_block
from trips.i18n.letters.salutation import greeting_line

COSTS: Final = {
    Costs.ORGANISER: N_(
        "Flights, hotels, meals in the programme, transfers and travel health insurance (cover of "
        "at least EUR 30,000) are paid by the organiser."
    ),
    Costs.SENDER: N_(
        "Flights, hotels, meals, transfers and travel health insurance (cover of at least EUR "
        "30,000) are paid by the sending authority."
    ),
    Costs.SHARED: N_(
        "Flights and travel health insurance (cover of at least EUR 30,000) are paid by the "
        "sending authority; hotels, meals in the programme and transfers by the organiser."
    ),
}


@dataclass(frozen=True)
class LetterWords:
    """A letter as it is read from top to bottom."""

    reference: str
    address: tuple[str, ...]
    place_and_day: str
    subject: str
    greeting: str
    opening: str
    facts: tuple[tuple[str, str], ...]
    """Heading and value of each row."""
    people: tuple[tuple[str, str, str], ...]
    """Name, function and days of everybody whom a note names."""
    closing: tuple[str, ...]
    farewell: str
    signer: tuple[str, ...]
    foot: tuple[str, ...]


def letter_words(brief: LettersBrief, each: LetterBrief, locale: str) -> LetterWords:
    """The words of one letter in German or English."""
    is_note = each.letter.kind is LetterKind.NOTE
    first = each.people[0] if each.people else None
    facts = each.letter.facts
    named = Text(facts.purpose) or brief.title
    mission = facts.mission.shown(locale).text
    dates = day_range(brief.starts_on, brief.ends_on, locale, with_year=True)
    return LetterWords(
        reference=each.letter.reference,
        address=_address(first, mission, locale, is_note=is_note),
        place_and_day=_place_and_day(brief.sender, each.letter.dated, locale),
        subject=_subject(each, dates, locale),
        greeting="" if is_note or first is None else greeting_line(first.person, locale),
        opening=_note_opening(brief, each, dates, locale) if is_note else _opening(brief, locale),
        facts=() if is_note or first is None else tuple(_facts(each, first, named, locale)),
        people=tuple(_person(person, locale) for person in each.people) if is_note else (),
        closing=_note_closing(brief, mission, locale) if is_note else _closing(locale),
        farewell="" if is_note or first is None else _farewell(first, locale),
        signer=tuple(
            filter(None, (facts.signer, facts.signer_function.shown(locale).text, _name(brief)))
        ),
        foot=_foot(brief, each, locale),
    )


def _day(on: date, locale: str) -> str:
    """24. Juli 2015 · 24 July 2015."""
    return day_range(on, on, locale)


def _address(first: Invited | None, mission: str, locale: str, *, is_note: bool) -> tuple[str, ...]:
    if is_note:
        return tuple(mission.splitlines())
    return address_block(first.person, first.organisation, locale) if first else ()


def _place_and_day(sender: Organisation | None, dated: date, locale: str) -> str:
    city = sender.city.shown(locale).text if sender else ""
    return ", ".join(part for part in (city, _day(dated, locale)) if part)


def _subject(each: LetterBrief, dates: str, locale: str) -> str:
    if each.letter.kind is LetterKind.NOTE:
        return say(N_("Note verbale"), locale)
    return say(
        N_("Invitation to an official visit to Germany, %(dates)s: for the visa application"),
        locale,
        dates=dates.replace(" ", "\N{NO-BREAK SPACE}"),
    )


def _opening(brief: LettersBrief, locale: str) -> str:
    title = brief.title.shown(locale).text
    cities = join_list([city.shown(locale).text for city in brief.cities], locale)
    client = (brief.inviting_body or brief.client).shown(locale).text
    known = {"title": title, "cities": cities, "client": client}
    if client:
        return say(
            N_(
                "On behalf of %(client)s we have the honour of inviting you to “%(title)s” in "
                "%(cities)s. For the German mission we confirm the following:"
            ),
            locale,
            **known,
        )
    return say(
        N_(
            "We have the honour of inviting you to “%(title)s” in %(cities)s. For the German "
            "mission we confirm the following:"
        ),
        locale,
        **known,
    )


def _facts(
    each: LetterBrief, invited: Invited, purpose: Text, locale: str
) -> list[tuple[str, str]]:
    person = invited.person
    rows = [
        (N_("Name as in passport"), passport_name(invited)),
        (N_("Function, organisation"), _function(invited, locale)),
    ]
    if each.letter.has_passport:
        rows.append((N_("Date of birth, passport no."), _passport(invited, locale)))
    rows += [
        (N_("Purpose"), purpose.shown(locale).text),
        (N_("Entry and exit"), _way(invited, locale)),
        (N_("Accommodation"), "\n".join(_stays(invited, locale))),
        (N_("Costs"), say(COSTS[each.letter.facts.costs], locale)),
    ]
    if person.country:
        rows.insert(2, (N_("Sending state"), country_name(person.country, locale)))
    return [(say(head, locale), value) for head, value in rows if value]


def passport_name(invited: Invited) -> str:
    """FAMILY NAME, given names: as at the border."""
    person = invited.person
    return ", ".join(part for part in (person.family_name.upper(), person.given_name) if part)


def _function(invited: Invited, locale: str) -> str:
    body = invited.organisation.name.shown(locale).text if invited.organisation else ""
    return ", ".join(part for part in (invited.person.function.shown(locale).text, body) if part)


def _passport(invited: Invited, locale: str) -> str:
    born = _day(date.fromisoformat(invited.born_on), locale) if invited.born_on else ""
    return " · ".join(part for part in (born, invited.passport_number) if part)


def _way(invited: Invited, locale: str) -> str:
    ends = ((invited.enters, invited.entry_place), (invited.leaves, invited.exit_place))
    words = [
        ", ".join(part for part in (date_medium(day, locale), place) if part) for day, place in ends
    ]
    return " – ".join(words)


def _stays(invited: Invited, locale: str) -> list[str]:
    """Leipzig 16.–18. September: Hotel Muster, Musterstraße 1, 04109 Leipzig; a line for each."""
    lines = []
    for stay in invited.stays:
        days = day_range(stay.first, stay.last, locale, with_year=False)
        where = f"{stay.city.shown(locale).text} {days}"
        lines.append(": ".join(part for part in (where, stay.hotel) if part))
    return lines


def _closing(locale: str) -> tuple[str, ...]:
    return (
        say(
            N_(
                "The longest stay is in Germany; please apply to the German mission responsible "
                "for your place of residence. Your sending authority confirms in a letter of its "
                "own that you belong to the official delegation. This invitation is not a formal "
                "declaration of commitment under sections 66 to 68 of the Residence Act."
            ),
            locale,
        ),
        say(N_("We would be grateful if the application could be decided soon."), locale),
    )


def _farewell(first: Invited, locale: str) -> str:
    if courtesy_of(first.person) in {Predicate.EXCELLENCY, Predicate.MAJESTY}:
        return say(N_("With the assurance of our highest consideration"), locale)
    return say(N_("Yours sincerely,"), locale)


def _note_opening(brief: LettersBrief, each: LetterBrief, dates: str, locale: str) -> str:
    return say(
        N_(
            "%(sender)s presents its compliments to %(mission)s and has the honour to announce the "
            "following delegation from %(country)s, invited to “%(title)s” in Germany, %(dates)s:"
        ),
        locale,
        sender=_name(brief),
        mission=each.letter.facts.mission.shown(locale).text.replace("\n", " "),
        country=country_name(each.country, locale)
        if each.country
        else each.delegation.shown(locale).text,
        title=brief.title.shown(locale).text,
        dates=dates,
    )


def _note_closing(brief: LettersBrief, mission: str, locale: str) -> tuple[str, ...]:
    known = {"sender": _name(brief), "mission": mission.replace("\n", " ")}
    return (
        say(
            N_(
                "It would be grateful if the members of the delegation could be granted their "
                "visas in good time. Each of them brings a letter of invitation."
            ),
            locale,
        ),
        say(
            N_(
                "%(sender)s avails itself of this opportunity to renew to %(mission)s the "
                "assurances of its highest consideration."
            ),
            locale,
            **known,
        ),
    )


def _person(invited: Invited, locale: str) -> tuple[str, str, str]:
    days = day_range(invited.enters, invited.leaves, locale, with_year=True)
    return passport_name(invited), _function(invited, locale), days


def _name(brief: LettersBrief) -> str:
    return brief.sender.name.shown("de").text if brief.sender else ""


def _foot(brief: LettersBrief, each: LetterBrief, locale: str) -> tuple[str, ...]:
    sender = brief.sender
    lines = [" · ".join(part for part in (_name(brief), sender.address) if part)] if sender else []
    parts = [say(N_("Ref. %(reference)s"), locale, reference=each.letter.reference)]
    issued = _day(each.letter.dated, locale)
    parts.append(say(N_("issued %(date)s"), locale, date=issued))
    if brief.is_sample:
        sample = say(N_("Sample: company, people and numbers are invented"), locale)
        parts.insert(0, sample)
    return (*lines, " · ".join(parts))
