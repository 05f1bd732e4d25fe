"""The brief of visa letters, with what only these letters may read of a passport."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.domain.briefs.document import FORMATS, DocumentKind, Order
from trips.domain.briefs.letter import LetterBrief, LettersBrief, Secrets, brief_letters, sender_of
from trips.domain.privacy.sealed import SealedField
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.slug import slug_of
from trips.domain.visa.letter import Letter
from trips.doors.press import Press
from trips.extensions import doors
from trips.jobs.logo import find_logo
from trips.queries.account import find_actor
from trips.queries.snapshot import TripNotFoundError, get_snapshot
from trips.queries.visa.letter import list_letters
from trips.services.privacy.reading import read_protected_of

PURPOSE = "visa_letter"
Tell = Callable[[int, int], None]
"""Is told how many of how many letters are ready."""


def make_letters(order: Order, press: Press, tell: Tell) -> bytes:
    """A ZIP with every letter as a file of its own, as PDF and for Word.

    Raises `TripNotFoundError` and `PressError`.
    """
    brief = get_letters_brief(order)
    target, number = BytesIO(), len(brief.letters)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for done, each in enumerate(brief.letters):
            tell(done, number)
            one = replace(brief, letters=(each,))
            for kind in (DocumentKind.VISA_LETTER, DocumentKind.VISA_LETTER_WORD):
                name = f"{_file_name(each)}.{FORMATS[kind].extension}"
                info = ZipInfo(name, brief.as_of.timetuple()[:6])
                info.compress_type = ZIP_DEFLATED
                archive.writestr(info, press.render(kind.value, one, order.locale))
    return target.getvalue()


def _file_name(each: LetterBrief) -> str:
    """LNM-2015-017-bondar: the reference, and whom it is about."""
    about = each.people[0].person.family_name if each.letter.participation and each.people else ""
    words = about or each.delegation.shown(each.letter.locale).text
    return f"{each.letter.reference}-{slug_of(words)}"


def get_letters_brief(order: Order) -> LettersBrief:
    """The letters of an order in the order of their numbers.

    Passports are read in the name of who asked, which the log of readings says. Raises
    `TripNotFoundError` where a letter or its person is gone.
    """
    snapshot = get_snapshot(order.trip)
    wanted = set(order.letters)
    found = [each for each in reversed(list_letters(order.trip)) if each.uid in wanted]
    here = {*snapshot.participation_by_uid, *snapshot.delegation_by_uid}
    kept = [each for each in found if (each.participation or each.delegation) in here]
    if len(kept) != len(wanted):
        raise TripNotFoundError(order.trip)
    now = clock.now(snapshot.trip)
    return brief_letters(snapshot, tuple(kept), now, _secrets(order, kept), _logos(snapshot, kept))


def _logos(snapshot: TripSnapshot, letters: list[Letter]) -> dict[str, bytes]:
    senders = {sender.uid for each in letters if (sender := sender_of(snapshot, each.facts))}
    found = {uid: find_logo(doors().files, uid) for uid in senders}
    return {uid: png for uid, png in found.items() if png}


def _secrets(order: Order, letters: list[Letter]) -> Secrets:
    uids = [each.participation for each in letters if each.has_passport and each.participation]
    if not uids:
        return {}
    fields = (SealedField.BORN_ON, SealedField.PASSPORT_NUMBER)
    actor = find_actor(order.reader) or COMMAND_LINE
    read = read_protected_of(
        order.trip, uids, fields, actor=actor, purpose=PURPOSE, now=clock.now()
    )
    return {
        uid: (values.get(fields[0], ""), values.get(fields[1], "")) for uid, values in read.items()
    }
