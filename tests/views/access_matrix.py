"""Who gets what from every endpoint. Whoever adds a route adds its row.

A row says what each of the cast gets for a GET and for a POST with no fields:
`page(...)` and friends below are the usual cases; `row(...)` spells one out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.world import TOKEN
from tests.world_trip import SLUG, UIDS

ROLES = ("anonymous", "outsider", "viewer", "writer", "organiser", "colleague", "admin")

REACHED = "reached"
"""The view itself answered: anything but a refusal (302 to sign-in, 403, 404, 5xx)."""
SIGN_IN = "sign-in"
"""Led to the sign-in page."""
MISSING = 404

Expected = str | int
Columns = Mapping[str, Expected]


@dataclass(frozen=True)
class Row:
    """What each role gets, and the arguments that lead to the world's own objects."""

    expected: Columns
    args: Mapping[str, str] = field(default_factory=dict)


def row(args: Mapping[str, str] | None = None, **expected: Expected) -> Row:
    """A row spelt out; roles that are not named get `others`."""
    others = expected.pop("others", REACHED)
    return Row({role: expected.get(role, others) for role in ROLES}, args or {})


def public(**args: str) -> Row:
    """For everybody."""
    return row(args)


def signed_in(**args: str) -> Row:
    """For whoever has an account."""
    return row(args, anonymous=SIGN_IN)


def house(**args: str) -> Row:
    """For the house's own people: organisers and administrators."""
    return row(args, anonymous=SIGN_IN, outsider=MISSING, viewer=MISSING, writer=MISSING)


def trip(**args: str) -> Row:
    """For whoever may see the trip."""
    return row({"slug": SLUG, **args}, anonymous=SIGN_IN, outsider=MISSING)


def trip_notes(**args: str) -> Row:
    """For whoever documents or organises the trip."""
    return row({"slug": SLUG, **args}, anonymous=SIGN_IN, outsider=MISSING, viewer=MISSING)


def trip_work(**args: str) -> Row:
    """For whoever organises the trip."""
    return row(
        {"slug": SLUG, **args},
        anonymous=SIGN_IN,
        outsider=MISSING,
        viewer=MISSING,
        writer=MISSING,
    )


def own(**args: str) -> Row:
    """For Jana alone."""
    return row(args, anonymous=SIGN_IN, organiser=REACHED, others=MISSING)


MATRIX: dict[str, Row] = {
    "registration.show": public(token=TOKEN),
    "registration.begin": public(token=TOKEN),
    "registration.station": public(token=TOKEN, station="person"),
    "registration.leave": public(token=TOKEN, station="person"),
    "registration.draft": public(token=TOKEN, station="person"),
    "registration.submit": public(token=TOKEN),
    "registration.decline": public(token=TOKEN),
    "own_data.notice": public(token=TOKEN),
    "own_data.show": public(token=TOKEN),
    "own_data.download": public(token=TOKEN),
    "own_data.erase": public(token=TOKEN),
    "registration_setup.edit": trip_work(),
    "registration_setup.preview": trip(),
    "registration_links.index": trip_work(),
    "registration_links.make": trip_work(),
    "registration_links.revoke": trip_work(uid=UIDS["olena-part"]),
    "static": public(filename="css/tokens.css"),
    # account
    "account.sign_in": public(),
    "account.open_session": public(),
    "account.open_demo_session": row(others=MISSING),
    "account.sign_out": public(),
    "account.forgotten_password": public(),
    "account.index": signed_in(),
    "account.change_password": signed_in(),
    "account.end_session": row({"uid": "not-a-session"}, anonymous=SIGN_IN, others=MISSING),
    "account.end_all_sessions": signed_in(),
    "account.set_language": public(),
    "account.set_theme": public(),
    # pages of the house
    "pages.home": public(),
    "pages.healthz": public(),
    "pages.parts": public(),
    "search.index": signed_in(q="rathaus"),
    "legal.privacy": public(),
    "legal.imprint": public(),
    "legal.accessibility": public(),
    # trips
    "trip.index": signed_in(),
    "trip.overview": trip(),
    "task.index": trip(),
    "task.new": trip_work(),
    "task.edit": trip_work(uid=UIDS["task"]),
    "task.finish": trip_work(uid=UIDS["task"]),
    "task.reopen": trip_work(uid=UIDS["task"]),
    "task.remove": trip_work(uid=UIDS["task"]),
    "task.restore": row({"slug": SLUG, "uid": UIDS["task"]}, anonymous=SIGN_IN, others=MISSING),
    "task.add_milestones": trip_work(),
    "task.remove_milestones": trip_work(),
    "finding.show": trip(key="no-such-finding"),
    "finding.fix": trip_work(key="no-such-finding", index="0"),
    "finding.accept": row(
        {"slug": SLUG, "key": "no-such-finding"}, anonymous=SIGN_IN, others=MISSING
    ),
    "finding.take_back": row(
        {"slug": SLUG, "key": "no-such-finding"}, anonymous=SIGN_IN, others=MISSING
    ),
    "finding.assign": row(
        {"slug": SLUG, "key": "no-such-finding"}, anonymous=SIGN_IN, others=MISSING
    ),
    "limits.index": trip(),
    "limits.save": trip_work(),
    "programme.index": trip(),
    "board.index": trip(),
    "board_steps.take": trip_work(),
    "board_steps.take_back": trip_work(),
    "board_steps.do_again": trip_work(),
    "board_steps.changes": trip(),
    "board_steps.fits": row({"slug": SLUG}, anonymous=SIGN_IN, others=MISSING),
    "board_looks.day_map": trip(),
    "board_looks.timeline": trip(),
    "texts.index": trip_work(),
    "texts.save": trip_work(),
    "board_quick.preview": trip_work(),
    "board_quick.add": trip_work(),
    "board_item.show": trip_work(uid=UIDS["visit"]),
    "board_item.act": trip_work(uid=UIDS["visit"], verb="move"),
    "board_item.many": trip_work(),
    "board_item.undo": trip_work(),
    "board_item.redo": trip_work(),
    "delegate.index": trip(),
    "delegate.new": trip_work(),
    "delegate.edit": trip_work(uid=UIDS["thandi-part"]),
    "delegate.remove": trip_work(uid=UIDS["thandi-part"]),
    "delegate.restore": row(
        {"slug": SLUG, "uid": UIDS["thandi-part"]}, anonymous=SIGN_IN, others=MISSING
    ),
    "station.take": trip_work(),
    "station.invite": trip_work(),
    "station.move_up": trip_work(uid=UIDS["thandi-part"]),
    "station.look_at": trip_work(uid=UIDS["thandi-part"]),
    "station.permit": trip_work(),
    "participant.show": trip(uid=UIDS["thandi-part"]),
    "person_data.show": trip_work(uid=UIDS["thandi-part"]),
    "person_data.export": trip_work(uid=UIDS["thandi-part"]),
    "person_data.erase": trip_work(uid=UIDS["thandi-part"]),
    "protection.index": trip_work(),
    "protection.notice": trip_work(),
    "protection.edit": trip_work(),
    "purge.index": house(),
    "purge.run": house(),
    "substitute.new": trip_work(uid=UIDS["thandi-part"]),
    "station.approve": row({"slug": SLUG}, anonymous=SIGN_IN, outsider=MISSING),
    "station.undo": row({"slug": SLUG, "step": "no-such-step"}, anonymous=SIGN_IN, others=MISSING),
    "delegation.new": trip_work(),
    "delegation.edit": trip_work(uid=UIDS["ukraine"]),
    "delegation.delete": trip_work(uid=UIDS["ukraine"]),
    "place.index": trip(),
    "interpreter.index": trip(),
    "route.index": trip(),
    # programme and route
    "programme.new_item": trip_work(),
    "programme.edit_item": trip_work(uid=UIDS["visit"]),
    "programme.remove": trip_work(uid=UIDS["visit"]),
    "programme.restore": row(
        {"slug": SLUG, "uid": UIDS["visit"]}, anonymous=SIGN_IN, others=MISSING
    ),
    "route.new_stop": trip_work(),
    "route.edit_stop": trip_work(uid=UIDS["leipzig"]),
    "route.remove_stop": trip_work(uid=UIDS["leipzig"]),
    "route.restore_stop": trip_work(uid=UIDS["leipzig"]),
    "route.new_leg": trip_work(),
    "route.edit_leg": trip_work(uid=UIDS["leg"]),
    "route.remove_leg": trip_work(uid=UIDS["leg"]),
    "route.restore_leg": trip_work(uid=UIDS["leg"]),
    "hotel.new": trip_work(stop=UIDS["leipzig"]),
    "hotel.edit": trip_work(uid=UIDS["hotel"]),
    "hotel.remove": trip_work(uid=UIDS["hotel"]),
    "hotel.restore": row({"slug": SLUG, "uid": UIDS["hotel"]}, anonymous=SIGN_IN, others=MISSING),
    "trip_form.new": house(),
    "trip_form.edit": trip_work(),
    "trip_form.edit_day": trip_work(on="2026-03-16"),
    # imports; nothing has been uploaded, so there is nothing to look at or to carry out
    "copying.new": trip_work(),
    "copying.undo": trip_work(),
    "copying.template": trip_work(),
    "day_copying.new": trip_work(),
    "imports.new_trip": house(),
    "imports.upload_new_trip": house(),
    "imports.look_new": row({"upload": "nosuchupload"}, anonymous=SIGN_IN, others=MISSING),
    "imports.carry_out_new": row({"upload": "nosuchupload"}, anonymous=SIGN_IN, others=MISSING),
    "imports.into_trip": trip_work(),
    "imports.upload_into_trip": trip_work(),
    "imports.look": row(
        {"slug": SLUG, "upload": "nosuchupload"}, anonymous=SIGN_IN, others=MISSING
    ),
    "imports.carry_out": row(
        {"slug": SLUG, "upload": "nosuchupload"}, anonymous=SIGN_IN, others=MISSING
    ),
    "imports.original": row(
        {"slug": SLUG, "uid": "nosuchoriginal"}, anonymous=SIGN_IN, others=MISSING
    ),
    "imports.template": signed_in(),
    # documents and links; a job is its owner's alone
    "release.index": trip(),
    "release.release": row({"slug": SLUG, "number": "1"}, anonymous=SIGN_IN, others=MISSING),
    "release.comparison": trip(),
    "release.new": trip_work(),
    "release.make": trip_work(),
    "restoring.new": row({"slug": SLUG, "number": "1"}, anonymous=SIGN_IN, others=MISSING),
    "restoring.make": row({"slug": SLUG, "number": "1"}, anonymous=SIGN_IN, others=MISSING),
    "feed.index": trip_work(),
    "feed.reset": trip_work(),
    "feed.close": trip_work(uid=UIDS["link"]),
    "document.index": trip(),
    "document.make": trip(),
    "document.job": own(uid=UIDS["job"]),
    "document.job_state": own(uid=UIDS["job"]),
    "document.job_file": row({"uid": UIDS["job"]}, anonymous=SIGN_IN, others=MISSING),
    "document.job_again": own(uid=UIDS["job"]),
    "document.add_link": trip_work(),
    "document.ask_revoke": trip_work(uid=UIDS["link"]),
    "mail.index": trip_work(),
    "mail.edit": trip_work(uid=UIDS["mail"]),
    "mail.ask_send": trip_work(),
    "mail.send": trip_work(),
    "mail.discard": trip_work(uid=UIDS["mail"]),
    "mail.restore": trip_work(uid=UIDS["old-mail"]),
    "mail.file": trip_work(uid=UIDS["mail"]),
    "document.revoke_link": trip_work(uid=UIDS["link"]),
    # behind a secret link
    "public.programme": public(token=TOKEN),
    "public.calendar": public(token=TOKEN),
    "public.booklet": public(token=TOKEN),
    # address book
    "address_book.index": house(),
    "address_book.new": house(shelf="sites"),
    "address_book.edit": house(shelf="organisations", uid=UIDS["city"]),
    "letter_preview.of_entry": house(),
    "letter_preview.of_delegate": trip_work(),
    "guide.publishing": public(),
    "mailing.invite": trip_work(),
    "mailing.remind": trip_work(),
    "mailing.regret": trip_work(),
    "address_book.ask_delete": house(shelf="sites", uid=UIDS["hall"]),
    "address_book.delete": house(shelf="sites", uid=UIDS["hall"]),
    # projects
    "lists.index": trip(),
    "lists.make": trip(),
    "lists.new": trip_work(),
    "lists.edit": row({"slug": SLUG, "key": "own-nosuchlist"}, anonymous=SIGN_IN, others=MISSING),
    "lists.delete": row({"slug": SLUG, "key": "own-nosuchlist"}, anonymous=SIGN_IN, others=MISSING),
    "statistics.index": trip(),
    "visa.index": trip_work(),
    "visa.set_status": trip_work(),
    "visa.edit": trip_work(uid=UIDS["thandi-part"]),
    "visa_letter.index": trip_work(),
    "visa_letter.new": trip_work(),
    "visa_letter.again": row(
        {"slug": SLUG, "uid": "nosuchletter"}, anonymous=SIGN_IN, others=MISSING
    ),
    "visa_letter.revoke": row(
        {"slug": SLUG, "uid": "nosuchletter"}, anonymous=SIGN_IN, others=MISSING
    ),
    "visa_rule.index": house(),
    "visa_rule.new": house(),
    "visa_rule.edit": row({"uid": "nosuchrule"}, anonymous=SIGN_IN, others=MISSING),
    "visa_rule.delete": row({"uid": "nosuchrule"}, anonymous=SIGN_IN, others=MISSING),
    "project.index": house(),
    "project.new": house(),
    "project.edit": row({"uid": "nosuchproject"}, anonymous=SIGN_IN, others=MISSING),
    # hosts and interpreters
    "place.set_host": trip_work(uid=UIDS["visit"], host=f"{UIDS['city']}.-", status="confirmed"),
    "place.set_item": trip_work(uid=UIDS["visit"], status="confirmed"),
    "interpreter.new": trip_work(),
    "interpreter.edit": trip_work(uid=UIDS["hanna-int"]),
    "interpreter.remove": trip_work(uid=UIDS["hanna-int"]),
    "interpreter.restore": row({"slug": SLUG, "uid": "nobody"}, anonymous=SIGN_IN, others=MISSING),
    "interpreter.new_assignment": trip_work(uid=UIDS["visit"]),
    "interpreter.edit_assignment": trip_work(uid=UIDS["assignment"]),
    "interpreter.remove_assignment": trip_work(uid=UIDS["assignment"]),
    "interpreter.restore_assignment": row(
        {"slug": SLUG, "uid": "nobody"}, anonymous=SIGN_IN, others=MISSING
    ),
}
