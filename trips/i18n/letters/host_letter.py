"""The mail that asks a host, or reminds one who was asked and has not answered."""

from dataclasses import dataclass
from typing import Final

from trips.domain.item import Item
from trips.domain.mail import GERMAN_SPEAKING, MailKind, language_for
from trips.domain.organisation import Organisation
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.trip import Trip
from trips.domain.values.text import EMPTY, LANGUAGES
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.formats import day_long, day_range, day_short, time_span
from trips.i18n.letters.salutation import greeting_line
from trips.i18n.stamp import plain

SUBJECTS: Final = {
    MailKind.HOST_REQUEST: N_("May we come to you on %(day)s? %(title)s"),
    MailKind.HOST_REMINDER: N_("Our request for %(day)s: %(title)s"),
}
OPENINGS: Final = {
    MailKind.HOST_REQUEST: N_("For “%(trip)s” (%(days)s) we would very much like to come to you:"),
    MailKind.HOST_REMINDER: N_(
        "For “%(trip)s” (%(days)s) we have asked whether we may come to you, and have no answer "
        "yet:"
    ),
}
CLOSINGS: Final = {
    MailKind.HOST_REQUEST: N_(
        "Would that suit you? If so, please tell us who receives the group and what we should "
        "know; if another time is better, please name it."
    ),
    MailKind.HOST_REMINDER: N_(
        "A short answer is enough, also if it is not possible or another time is better. If you "
        "have answered meanwhile, please take this mail as our thanks."
    ),
}


@dataclass(frozen=True, kw_only=True)
class HostLetter:
    """What the mail is made of."""

    kind: MailKind
    trip: Trip
    item: Item
    person: Person | None = None
    organisation: Organisation | None = None
    site: Site | None = None
    delegates: int = 0
    """How many would come."""
    signature: str = ""

    @property
    def locale(self) -> str:
        """The host's language, as far as letters to hosts are written in it."""
        if self.person is not None:
            wanted = language_for(self.person)
            return wanted if wanted in LANGUAGES else LANGUAGES[1]
        country = self.organisation.country if self.organisation else ""
        return LANGUAGES[0 if country in GERMAN_SPEAKING else 1]

    @property
    def recipient(self) -> str:
        """The person's address, else that of the organisation."""
        known = (self.person, self.organisation)
        return next((each.email for each in known if each and each.email), "")

    @property
    def recipient_name(self) -> str:
        """Who is written to."""
        if self.person is not None:
            return self.person.name
        return plain(self.organisation.name, self.locale) if self.organisation else ""


def host_subject(letter: HostLetter) -> str:
    """May we come to you on Friday, 18 September? Walk through Volkmarsdorf."""
    locale, item = letter.locale, letter.item
    day = day_short(item.starts.date(), locale)
    return say(SUBJECTS[letter.kind], locale, day=day, title=plain(item.title, locale))


def host_body(letter: HostLetter) -> str:
    """The whole text, from the greeting to who signs."""
    locale, trip = letter.locale, letter.trip
    days = day_range(trip.starts_on, trip.ends_on, locale)
    people = N_n("%(n)s delegate would come.", "%(n)s delegates would come.")
    parts = [
        greeting_line(letter.person, locale)
        if letter.person
        else say(N_("Dear Sir or Madam,"), locale),
        say(OPENINGS[letter.kind], locale, trip=plain(trip.title, locale), days=days),
        _item(letter, locale),
        say_n(*people, letter.delegates, locale) if letter.delegates else "",
        say(CLOSINGS[letter.kind], locale),
        "\n".join(filter(None, (say(N_("Kind regards"), locale), letter.signature))),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _item(letter: HostLetter, locale: str) -> str:
    item = letter.item
    title, place = (
        plain(item.title, locale),
        plain(letter.site.name if letter.site else EMPTY, locale),
    )
    words = f"{title}, {place}" if place and place not in title else title
    times = time_span(item.starts, item.ends)
    return f"{day_long(item.starts.date(), locale)}\n{times}  {words}"
