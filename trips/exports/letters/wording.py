"""What a visa letter says, sentence by sentence: the same in PDF and in Word."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from trips.domain.briefs.letter import Invited, LetterBrief, LettersBrief
from trips.domain.organisation import Organisation
from trips.domain.person import Predicate
from trips.domain.protocol.courtesy import courtesy_of
from trips.domain.values.text import Text
from trips.domain.visa.letter import Costs, LetterKind
from trips.exports.letters.naming import function_words, passport_name, sender_name
from trips.exports.letters.note import note_body
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import country_name, date_medium, day_range, join_list
from trips.i18n.letters.address import address_block
from trips.i18n.letters.note_grammar import sender_words
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
    sender: str
    """The name of whose letter it is; it stands where there is no logo."""
    head: tuple[str, ...]
    """Its address, telephone and e-mail, beside the logo."""
    back_to: str
    """The sender in one small line above the address, for the window of the envelope."""
    logo: bytes
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
    """Name, function and body of who signs; a note verbale is only initialled, and has none."""
    foot: tuple[str, ...]


def letter_words(brief: LettersBrief, each: LetterBrief, locale: str) -> LetterWords:
    """The words of one letter in German or English."""
    name = sender_name(each, locale)
    postal = _postal(each.sender) if each.sender else ()
    body = note_body(brief, each, locale) if _is_note(each) else _invitation(brief, each, locale)
    return LetterWords(
        reference=each.letter.reference,
        sender=name,
        head=_head(each, locale),
        back_to=" · ".join((name, *postal)) if postal else "",
        logo=each.logo,
        place_and_day=_place_and_day(each.sender, each.letter.dated, locale),
        foot=_foot(brief, each, locale),
        **body,
    )


def _is_note(each: LetterBrief) -> bool:
    return each.letter.kind is LetterKind.NOTE


def _invitation(brief: LettersBrief, each: LetterBrief, locale: str) -> dict[str, Any]:
    """The fields of `LetterWords` that only an invitation fills so."""
    first = each.people[0] if each.people else None
    facts = each.letter.facts
    dates = day_range(brief.starts_on, brief.ends_on, locale, with_year=True)
    purpose = Text(facts.purpose) or brief.title
    signer = (facts.signer, facts.signer_function.shown(locale).text, sender_name(each, locale))
    return {
        "address": address_block(first.person, first.organisation, locale) if first else (),
        "subject": _subject(dates, locale),
        "greeting": greeting_line(first.person, locale) if first else "",
        "opening": _opening(brief, each, locale),
        "facts": tuple(_facts(each, first, purpose, locale)) if first else (),
        "people": (),
        "closing": _closing(locale),
        "farewell": _farewell(first, locale) if first else "",
        "signer": tuple(filter(None, signer)),
    }


def day_words(on: date, locale: str) -> str:
    """24. Juli 2015 · 24 July 2015."""
    return day_range(on, on, locale)


def _place_and_day(sender: Organisation | None, dated: date, locale: str) -> str:
    city = sender.city.shown(locale).text if sender else ""
    return ", ".join(part for part in (city, day_words(dated, locale)) if part)


def _subject(dates: str, locale: str) -> str:
    return say(
        N_("Invitation to an official visit to Germany, %(dates)s: for the visa application"),
        locale,
        dates=dates.replace(" ", "\N{NO-BREAK SPACE}"),
    )


def _opening(brief: LettersBrief, each: LetterBrief, locale: str) -> str:
    title = brief.title.shown(locale).text
    cities = join_list([city.shown(locale).text for city in brief.cities], locale)
    client = (brief.inviting_body or brief.client).shown(locale).text
    if client and client != sender_name(each, locale):
        return say(
            N_(
                "On behalf of %(client)s we have the honour of inviting you to “%(title)s” in "
                "%(cities)s. For the German mission we confirm the following:"
            ),
            locale,
            title=title,
            cities=cities,
            client=client if locale == "de" else sender_words(client, locale).name,
        )
    return say(
        N_(
            "We have the honour of inviting you to “%(title)s” in %(cities)s. For the German "
            "mission we confirm the following:"
        ),
        locale,
        title=title,
        cities=cities,
    )


def _facts(
    each: LetterBrief, invited: Invited, purpose: Text, locale: str
) -> list[tuple[str, str]]:
    person = invited.person
    rows = [
        (N_("Name as in passport"), passport_name(invited)),
        (N_("Function, organisation"), function_words(invited, locale)),
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


def _passport(invited: Invited, locale: str) -> str:
    born = day_words(date.fromisoformat(invited.born_on), locale) if invited.born_on else ""
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


def _head(each: LetterBrief, locale: str) -> tuple[str, ...]:
    """The sender's lines beside the logo: street, town and state, telephone, e-mail, website."""
    sender = each.sender
    if sender is None:
        return ()
    website = re.sub(r"^https?://(?:www\.)?|/$", "", sender.website)
    town = _postal(sender)
    state = country_name(sender.country, locale) if town and sender.country else ""
    phone = sender.phone and say(N_("Phone %(number)s"), locale, number=sender.phone)
    return tuple(filter(None, (*town, state, phone, sender.email, website)))


def _postal(sender: Organisation) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in re.split(r"[,\n]", sender.address))))


def _foot(brief: LettersBrief, each: LetterBrief, locale: str) -> tuple[str, ...]:
    sender = each.sender
    lines = [" · ".join((sender_name(each, locale), *_postal(sender)))] if sender else []
    lines += [sender.letter_foot] if sender and sender.letter_foot else []
    parts = [say(N_("Ref. %(reference)s"), locale, reference=each.letter.reference)]
    parts.append(say(N_("issued %(date)s"), locale, date=day_words(each.letter.dated, locale)))
    if brief.is_sample:
        parts.insert(0, say(N_("Sample: company, people and numbers are invented"), locale))
    return (*lines, " · ".join(parts))
