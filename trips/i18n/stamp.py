"""Which state a document shows, in words; the same on paper, in workbooks and in calendars."""

from trips.domain.briefs.programme import Stamp
from trips.domain.values.text import Text
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import instant, mark


def state_of(stamp: Stamp, locale: str) -> str:
    """Fassung 3, or Entwurf while nothing was released."""
    if stamp.number is None:
        return say(N_("Draft"), locale)
    name = f"{mark(':', locale)}{stamp.name}" if stamp.name else ""
    return say(N_("Release %(number)s"), locale, number=stamp.number) + name


def stamp_line(stamp: Stamp, locale: str) -> str:
    """Fassung 3 · Stand 11.09.2015, 16:20 Uhr."""
    as_of = say(N_("as of %(moment)s"), locale, moment=instant(stamp.as_of, stamp.zone, locale))
    return f"{state_of(stamp, locale)} · {as_of}"


def sample_notice(stamp: Stamp, locale: str) -> str:
    """The sentence that sample data carry everywhere; empty for real ones."""
    return (
        say(N_("Sample: people, times and hotels are invented"), locale) if stamp.is_sample else ""
    )


def plain(text: Text, locale: str) -> str:
    """The words where no mark-up can stand; words in another language end with [DE] or the like."""
    shown = text.shown(locale)
    has_words = any(sign.isalpha() for sign in shown.text)
    return f"{shown.text} [{shown.lang.upper()}]" if shown.is_fallback and has_words else shown.text
