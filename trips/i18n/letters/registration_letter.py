"""Mails about registering: invited, reminded, confirmed, waiting, no longer coming."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from trips.domain.mail import MailKind
from trips.domain.person import Person
from trips.domain.registration_setup import Station
from trips.domain.trip import Trip
from trips.domain.values.text import EMPTY, Text
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import date_long, day_range
from trips.i18n.letters.salutation import greeting_line
from trips.i18n.stamp import plain


@dataclass(frozen=True)
class Due:
    """A station of the registration and until when it should be done."""

    station: Station
    on: date | None = None


@dataclass(frozen=True)
class Entrusted:
    """A delegate for whom the contact person acts; with a link of their own to pass on, or none."""

    name: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class RegistrationLetter:
    """What the mail is made of."""

    kind: MailKind
    person: Person
    trip: Trip
    url: str = ""
    """The personal page, or the contact person's."""
    due: tuple[Due, ...] = ()
    """Everything that is asked, or what is still missing."""
    signature: str = ""
    delegation: Text = EMPTY
    entrusted: tuple[Entrusted, ...] = ()
    """Somebody who acts for a delegation gets one mail about all of its people."""


_SUBJECTS: Final = {
    MailKind.INVITATION: N_("Your invitation: %(title)s, %(days)s"),
    MailKind.REMINDER: N_("Still missing: %(title)s"),
    MailKind.CONFIRMATION: N_("Your place is confirmed: %(title)s"),
    MailKind.WAITLISTED: N_("You are on the waiting list: %(title)s"),
    MailKind.PROMOTED: N_("There is a place for you: %(title)s"),
    MailKind.DECLINED: N_("Thank you for telling us: %(title)s"),
    MailKind.REGRET: N_("No place this time: %(title)s"),
    MailKind.REPLACED: N_("Your place goes to somebody else: %(title)s"),
}
_SUBJECT_OF_CONTACT: Final = N_("Registration of the delegation %(delegation)s: %(title)s")
_SUBJECTS_OF_CONTACT: Final = {
    MailKind.REMINDER: N_("Still missing for the delegation %(delegation)s: %(title)s"),
}
_OPENINGS: Final = {
    MailKind.INVITATION: N_("We warmly invite you to “%(title)s”, %(days)s."),
    MailKind.REMINDER: N_(
        "We look forward to “%(title)s”, %(days)s. To plan well for you we still need some answers."
    ),
    MailKind.CONFIRMATION: N_(
        "Your place is confirmed: we look forward to seeing you at “%(title)s”, %(days)s."
    ),
    MailKind.WAITLISTED: N_(
        "Thank you for registering for “%(title)s”, %(days)s. At the moment all places are taken, "
        "so you are on the waiting list."
    ),
    MailKind.PROMOTED: N_(
        "Good news: there is a place for you at “%(title)s”, %(days)s. It is confirmed."
    ),
    MailKind.DECLINED: N_(
        "Thank you for telling us that you cannot come to “%(title)s”, %(days)s. We are sorry, and "
        "would be glad to see you another time."
    ),
    MailKind.REGRET: N_(
        "Thank you for your interest in “%(title)s”, %(days)s. We are sorry: this time we have no "
        "place for you. We would be glad to hear from you again."
    ),
    MailKind.REPLACED: N_(
        "Your place at “%(title)s”, %(days)s, now goes to somebody else from your side. Your "
        "personal link no longer opens, and nothing you told us about yourself is passed on."
    ),
}
_LINKS: Final = {
    MailKind.INVITATION: N_("Please register here; the link is meant for you alone:"),
    MailKind.REMINDER: N_("Please complete your answers here:"),
    MailKind.CONFIRMATION: N_("Here you can look at your answers and change them:"),
    MailKind.PROMOTED: N_("Here you can look at your answers and change them:"),
    MailKind.WAITLISTED: N_("Here you can look at your answers, or tell us that you cannot wait:"),
}
_CLOSINGS: Final = {
    MailKind.INVITATION: N_(
        "It takes a few minutes. You can stop at any time and go on later, on another device, "
        "too. If you cannot come, please tell us on the same page."
    ),
    MailKind.WAITLISTED: N_(
        "We write to you as soon as there is a place. Until then, please do not book a journey."
    ),
    MailKind.CONFIRMATION: N_("If anything changes, please tell us there as soon as you can."),
    MailKind.PROMOTED: N_("If anything changes, please tell us there as soon as you can."),
}
_STATIONS: Final = {
    Station.PERSON: N_("You and your work"),
    Station.NEEDS: N_("Languages, food and access"),
    Station.JOURNEY: N_("Journey, visa and emergency contact"),
    Station.AGREEMENTS: N_("What you agree to"),
}


_UKRAINIAN_DAYS: Final = (
    *("понеділка", "вівторка", "середи", "четверга", "п’ятниці", "суботи", "неділі"),
)


def letter_subject(letter: RegistrationLetter, locale: str) -> str:
    """Your invitation: Socially inclusive urban development, 16–21 September 2015."""
    words = _SUBJECTS[letter.kind]
    if letter.entrusted:
        words = _SUBJECTS_OF_CONTACT.get(letter.kind, _SUBJECT_OF_CONTACT)
    trip = letter.trip
    facts = {
        "title": trip.title.shown(locale).text,
        "days": day_range(trip.starts_on, trip.ends_on, locale),
        "delegation": letter.delegation.shown(locale).text,
    }
    return say(words, locale, **facts)


def letter_body(letter: RegistrationLetter, locale: str) -> str:
    """The whole text, from the greeting to the signature."""
    parts = [
        greeting_line(letter.person, locale),
        *(_of_contact(letter, locale) if letter.entrusted else _of_delegate(letter, locale)),
        say(N_("Do you have a question? Simply answer this mail."), locale),
        "\n".join(filter(None, (say(N_("Kind regards"), locale), letter.signature))),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _of_delegate(letter: RegistrationLetter, locale: str) -> Iterator[str]:
    trip = letter.trip
    yield _on_the_trip(_OPENINGS[letter.kind], letter, locale)
    if letter.kind is MailKind.INVITATION:
        yield plain(trip.registration.welcome, locale)
    if letter.url and letter.kind in _LINKS:
        yield f"{say(_LINKS[letter.kind], locale)}\n{letter.url}"
    yield _deadlines(letter, locale)
    if letter.kind in _CLOSINGS:
        yield say(_CLOSINGS[letter.kind], locale)


def _of_contact(letter: RegistrationLetter, locale: str) -> Iterator[str]:
    """One mail to whoever acts for several people."""
    yield _on_the_trip(
        N_("You act for the delegation %(delegation)s at “%(title)s”, %(days)s."), letter, locale
    )
    here = say(N_("Here you can register its members:"), locale)
    yield f"{here}\n{letter.url}"
    yield "\n".join(f"{each.name}\n{each.url}".strip() for each in letter.entrusted)
    if any(each.url for each in letter.entrusted):
        yield say(
            N_(
                "Whoever would rather answer in person may use the link below their name; please "
                "pass it on to them only."
            ),
            locale,
        )
    yield _deadlines(letter, locale)


def _on_the_trip(words: str, letter: RegistrationLetter, locale: str) -> str:
    trip = letter.trip
    facts = {
        "title": plain(trip.title, locale),
        "days": day_range(trip.starts_on, trip.ends_on, locale),
        "delegation": plain(letter.delegation, locale),
    }
    return say(words, locale, **facts)


def _deadlines(letter: RegistrationLetter, locale: str) -> str:
    """Until when: one day for everything, or a line for each station."""
    days = {each.on for each in letter.due}
    on = next(iter(days), None)
    if len(days) == 1 and letter.kind is MailKind.INVITATION:
        return say(N_("Please answer by %(day)s."), locale, day=_until(on, locale)) if on else ""
    return "\n".join(_due_line(each, locale) for each in letter.due)


def _due_line(due: Due, locale: str) -> str:
    words = say(_STATIONS[due.station], locale)
    if due.on is None:
        return f"– {words}"
    return say(N_("– %(what)s, by %(day)s"), locale, what=words, day=_until(due.on, locale))


def _until(on: date, locale: str) -> str:
    """The day behind "by"; Ukrainian puts the day of the week into the genitive there."""
    if locale == "uk":
        return f"{_UKRAINIAN_DAYS[on.weekday()]}, {day_range(on, on, locale)}"
    return date_long(on, locale)
