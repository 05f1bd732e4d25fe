"""How letters of the visa desk name people and bodies."""

from trips.domain.briefs.letter import Invited, LetterBrief


def passport_name(invited: Invited) -> str:
    """FAMILY NAME, given names: as at the border."""
    person = invited.person
    return ", ".join(part for part in (person.family_name.upper(), person.given_name) if part)


def function_words(invited: Invited, locale: str) -> str:
    """Function and body."""
    body = invited.organisation.name.shown(locale).text if invited.organisation else ""
    return ", ".join(part for part in (invited.person.function.shown(locale).text, body) if part)


def sender_name(each: LetterBrief, locale: str) -> str:
    """Whose letter it is."""
    return each.sender.name.shown(locale).text if each.sender else ""
