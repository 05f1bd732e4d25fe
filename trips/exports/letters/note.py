"""What a note verbale says: in the third person, with the formula of courtesy, never signed.

The formulas are those of the German Foreign Office's notes and of general diplomatic practice;
a note bears a number, a seal and initials, and its addressee stands at its foot in older houses,
above it here, where the window of the envelope is.
"""

from typing import Any

from trips.domain.briefs.letter import Invited, LetterBrief, LettersBrief
from trips.exports.letters.naming import function_words, passport_name, sender_name
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import day_range
from trips.i18n.letters.note_grammar import from_country, mission_words, sender_words


def note_body(brief: LettersBrief, each: LetterBrief, locale: str) -> dict[str, Any]:
    """The fields of `LetterWords` that only a note fills so."""
    mission = mission_words(each.letter.facts, locale)
    return {
        "address": mission.lines,
        "subject": say(N_("Note verbale"), locale),
        "greeting": "",
        "opening": _opening(brief, each, locale),
        "facts": (),
        "people": tuple(_person(person, locale) for person in each.people),
        "closing": _closing(each, locale),
        "farewell": "",
        "signer": (),
    }


def _opening(brief: LettersBrief, each: LetterBrief, locale: str) -> str:
    name = each.delegation.shown(locale).text
    return say(
        N_(
            "%(sender)s presents its compliments to %(mission)s and has the honour to announce the "
            "following delegation %(from_country)s, invited to “%(title)s” in Germany, %(dates)s:"
        ),
        locale,
        sender=sender_words(sender_name(each, locale), locale).opening,
        mission=mission_words(each.letter.facts, locale).dative,
        from_country=from_country(each.country, locale) if each.country else f"({name})",
        title=brief.title.shown(locale).text,
        dates=day_range(brief.starts_on, brief.ends_on, locale, with_year=True),
    )


def _closing(each: LetterBrief, locale: str) -> tuple[str, ...]:
    sender = sender_words(sender_name(each, locale), locale)
    return (
        say(
            N_(
                "%(sender)s would be grateful if the members of the delegation could be granted "
                "their visas in good time. Each of them brings a letter of invitation."
            ),
            locale,
            sender=sender.opening,
        ),
        say(
            N_(
                "%(sender)s avails itself of this opportunity to renew to %(mission)s the "
                "assurances of %(its)s highest consideration."
            ),
            locale,
            sender=sender.opening,
            mission=mission_words(each.letter.facts, locale).accusative,
            its=sender.its,
        ),
    )


def _person(invited: Invited, locale: str) -> tuple[str, str, str]:
    days = day_range(invited.enters, invited.leaves, locale, with_year=True)
    return passport_name(invited), function_words(invited, locale), days
