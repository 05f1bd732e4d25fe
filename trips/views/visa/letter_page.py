"""What the form of visa letters offers, and how letters are named."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from flask import request
from flask_babel import gettext as _

from trips import clock
from trips.domain.ordering import order_delegations, order_participations
from trips.domain.organisation import Organisation
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.domain.visa.desk import DeskEntry, VisaDesk
from trips.domain.visa.letter import Letter, LetterKind
from trips.domain.visa.rules import Verdict
from trips.domain.visa_case import VisaStatus
from trips.forms.visa.letter import SEAT, LetterChoices, LetterForm
from trips.i18n.letters.note_grammar import HOME_MISSION
from trips.queries.visa.letter import list_letters
from trips.views import frame, guards
from trips.views.preferences import locale

PAGE_SIZE: Final = 50


def letter_form(snapshot: TripSnapshot) -> LetterForm:
    """The form with everything it offers."""
    desk = VisaDesk(snapshot).by_uid
    order = [each.uid for each in order_participations(snapshot) if each.uid in desk]
    form = LetterForm()
    form.offer(
        LetterChoices(
            people=[(uid, desk[uid].person.name) for uid in order],
            delegations=[
                (each.uid, each.name.shown(locale()).text) for each in order_delegations(snapshot)
            ],
            senders=[(each.uid, each.name.shown(locale()).text) for each in list_senders(snapshot)],
        ),
        locale(),
    )
    return form


def list_senders(snapshot: TripSnapshot) -> tuple[Organisation, ...]:
    """Whose letters they may be: contractor, inviting body and client, each once."""
    trip, known = snapshot.trip, snapshot.organisation_by_uid
    uids = dict.fromkeys((trip.contractor, trip.inviting_body, trip.client))
    return tuple(known[uid] for uid in uids if uid in known)


def begin(form: LetterForm, snapshot: TripSnapshot) -> None:
    """Who still waits for a letter is chosen; what the last letter said is offered again."""
    asked, desk = request.args.get("uid", ""), VisaDesk(snapshot).by_uid
    delegation = request.args.get("delegation", "")
    form.people.data = [asked] if asked in desk else [*filter(_waits(desk), desk)]
    form.delegations.data = [delegation] if delegation else []
    form.kind.data = (LetterKind.NOTE if delegation else LetterKind.INVITATION).value
    form.dated.data = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()
    known = list_letters(snapshot.trip.uid)
    last = known[0].facts if known else None
    form.signer.data = last.signer if last else guards.require_actor().name
    form.lang.data = known[0].locale if known else "en"
    if last:
        form.costs.data = last.costs.value
        form.sender.data = last.sender
    whose = next((each.facts.mission_of for each in known if each.facts.mission_of), HOME_MISSION)
    for lang in ("de", "en"):
        form.purpose.form[lang].data = (last.purpose if last else snapshot.trip.title).get(lang, "")
        form.mission_of.form[lang].data = whose.get(lang, "")
        if last:
            form.signer_function.form[lang].data = last.signer_function.get(lang, "")


def _waits(desk: Mapping[str, DeskEntry]) -> Callable[[str], bool]:
    def waits(uid: str) -> bool:
        entry = desk[uid]
        return entry.hint.verdict is Verdict.NEEDED and entry.case.status is VisaStatus.OPEN

    return waits


def subject_name(snapshot: TripSnapshot, letter: Letter) -> str:
    """For whom a letter is."""
    part = snapshot.participation_by_uid.get(letter.participation or "")
    if part:
        return snapshot.person_by_uid[part.person].name
    found = snapshot.delegation_by_uid.get(letter.delegation or "")
    return found.name.shown(locale()).text if found else _("no longer on the trip")


def letter_page(snapshot: TripSnapshot, form: LetterForm) -> str:
    """The form; beside each delegation the city its last note went to."""
    notes = reversed(list_letters(snapshot.trip.uid))
    seats = {each.delegation: each.facts.mission_seat for each in notes if each.delegation}
    seats |= {
        name.removeprefix(SEAT): typed
        for name, typed in request.form.items()
        if name.startswith(SEAT)
    }
    bare = [each for each in list_senders(snapshot) if not each.address]
    context: dict[str, Any] = {
        "form": form,
        "seats": seats,
        "bare": bare,
    }
    return frame.render("visa/letter.html", snapshot, "delegates", **context)


def letters_page(snapshot: TripSnapshot) -> dict[str, Any]:
    """The context of the list: the newest letters first, a page at a time."""
    found = list_letters(snapshot.trip.uid)
    last = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(request.args.get("page", 1, int), 1), last)
    shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return {
        "letters": [(each, subject_name(snapshot, each)) for each in shown],
        "number": len(found),
        "page": page,
        "last": last,
    }
