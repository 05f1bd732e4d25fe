"""What is to be done about delegates: how far all have come, and who has to move now."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import Blueprint, url_for
from flask_babel import gettext as _

from trips import clock
from trips.domain.account.user import Action, TripRole
from trips.domain.delegates.agenda import STEPS, WAY, Duty, Stuck, Task, count_stations, list_tasks
from trips.domain.delegates.seats import TRIP, ledger_of
from trips.domain.ordering import in_delegation, order_participations
from trips.domain.pages.delegate_list import entry_of
from trips.domain.participation import DelegateStatus, Participation, Permission
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.i18n.delegates import agenda_wording
from trips.i18n.delegates.history_wording import field_word
from trips.i18n.delegates.seat_wording import seats_line
from trips.i18n.enums import name_of
from trips.i18n.formats import day_short, join_list
from trips.queries.registration.told import Told, list_told
from trips.queries.snapshot import get_snapshot
from trips.views import frame, guards
from trips.views.preferences import locale

bp = Blueprint("next_steps", __name__)
MOST_SHOWN = 12
ACTIONS = {
    Duty.CONFIRM: "station.take",
    Duty.MOVE_UP: "station.take",
    Duty.INVITE: "station.invite",
    Duty.APPROVE: "station.approve",
    Duty.ANSWER: "mailing.remind",
    Duty.JOURNEY: "mailing.remind",
    Duty.PERMISSION: "station.permit",
}
"""Where the button of a duty leads; what concerns one alone has an address with its uid."""
WRITTEN = (Duty.ANSWER, Duty.JOURNEY)
LISTS: dict[Duty, dict[str, Any]] = {
    Duty.CONFIRM: {"status": "submitted"},
    Duty.MOVE_UP: {"role": "waiting"},
    Duty.REVIEW: {"missing": "review"},
    Duty.INVITE: {"status": "approved"},
    Duty.APPROVE: {"status": "nominated"},
    Duty.ANSWER: {"missing": "answer"},
    Duty.JOURNEY: {"status": "confirmed", "missing": "arrival"},
    Duty.PERMISSION: {"missing": "permission"},
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """Somebody who does not get on, or a delegation."""

    name: str
    url: str
    about: str
    state: str
    """Since when, what was changed, who is proposed."""
    uid: str
    action: str
    fields: tuple[tuple[str, str], ...]
    """What the button beside it sends."""


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One duty with whom it concerns."""

    task: Task
    heading: str
    reason: str
    due: str
    button: str
    all_button: str
    action: str
    fields: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    more: int
    list_url: str
    addresses: tuple[str, ...]


@bp.get("/trips/<slug>/delegates/next")
@guards.trip_page(TripRole.VIEWER)
def index() -> str:
    """Everything that is to be done, by duty; the client sees what is theirs."""
    snapshot = get_snapshot(guards.require_access().uid)
    tasks = open_tasks(snapshot)
    told = list_told(snapshot.trip.uid)
    writes = guards.allows(Action.WRITE_TRIP)
    turns = groupby(tasks, key=lambda task: task.turn)
    return frame.render(
        "delegate/next.html",
        snapshot,
        "delegates",
        turns=[
            (
                agenda_wording.turn_word(turn, locale(), is_own=not writes),
                [_chapter(snapshot, task, told) for task in found],
            )
            for turn, found in turns
        ],
        stations=_stations(snapshot),
        seats=seats_line(ledger_of(snapshot).get_seats(TRIP), locale()),
    )


def open_tasks(snapshot: TripSnapshot) -> tuple[Task, ...]:
    """What whoever looks can do something about."""
    today = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()
    tasks = list_tasks(snapshot, today)
    if guards.allows(Action.WRITE_TRIP):
        return tasks
    return tuple(task for task in tasks if task.duty is Duty.APPROVE)


def _stations(snapshot: TripSnapshot) -> list[tuple[str, int, str, bool]]:
    """Word, number, address and whether it lies beside the way."""
    counts = count_stations(snapshot)
    way = [*WAY, *([DelegateStatus.ATTENDED] if counts[DelegateStatus.ATTENDED] else ())]
    slug = snapshot.trip.slug
    on_way = [
        (
            name_of(each, locale()),
            counts[each],
            url_for("delegate.index", slug=slug, status=each.value),
            False,
        )
        for each in way
    ]
    left = counts[DelegateStatus.WITHDRAWN] + counts[DelegateStatus.DECLINED]
    left += counts[DelegateStatus.REPLACED]
    beside = [
        (_("Waiting list"), counts[DelegateStatus.WAITLISTED], "waiting"),
        (_("Not coming"), left, "left"),
    ]
    return on_way + [
        (word, number, url_for("delegate.index", slug=slug, role=part), True)
        for word, number, part in beside
    ]


def _chapter(snapshot: TripSnapshot, task: Task, told: dict[str, Told]) -> Chapter:
    duty, slug = task.duty, snapshot.trip.slug
    action = url_for(ACTIONS[duty], slug=slug) if duty in ACTIONS else ""
    fields = _fields(duty)
    return Chapter(
        task=task,
        heading=agenda_wording.duty_heading(duty, locale()),
        reason=agenda_wording.duty_reason(
            duty, locale(), is_own=not guards.allows(Action.WRITE_TRIP)
        ),
        due=agenda_wording.due_words(task, locale()),
        button=agenda_wording.one_button(duty, locale()),
        all_button=agenda_wording.all_button(duty, len(task.stuck), locale()),
        action=action,
        fields=(*fields, *(("uid", each.uid) for each in task.stuck)),
        lines=tuple(_line(snapshot, task, each, told) for each in task.stuck[:MOST_SHOWN]),
        more=max(0, len(task.stuck) - MOST_SHOWN),
        list_url=url_for("delegate.index", slug=slug, **LISTS.get(duty, {})),
        addresses=_addresses(snapshot, task.stuck) if duty is not Duty.LEAD else (),
    )


def _fields(duty: Duty) -> tuple[tuple[str, str], ...]:
    if duty is Duty.PERMISSION:
        return (("permission", Permission.GRANTED.value),)
    return (("status", STEPS[duty].value),) if duty in STEPS else ()


def _line(snapshot: TripSnapshot, task: Task, stuck: Stuck, told: dict[str, Told]) -> Line:
    if task.duty is Duty.LEAD:
        return _headless(snapshot, stuck)
    slug, duty = snapshot.trip.slug, task.duty
    entry = entry_of(snapshot, snapshot.participation_by_uid[stuck.uid])
    is_review = duty is Duty.REVIEW
    about = [entry.delegation.name.shown(locale()).text] if entry.delegation else []
    if entry.person.function:
        about.insert(0, entry.person.function.shown(locale()).text)
    return Line(
        name=entry.person.name,
        url=url_for("delegate.index", slug=slug, person=stuck.uid, **_part(duty)),
        about=", ".join(about),
        state=_state(snapshot, task, stuck, told),
        uid=stuck.uid,
        action=url_for("station.look_at", slug=slug, uid=stuck.uid)
        if is_review
        else url_for(ACTIONS[duty], slug=slug),
        fields=(*_fields(duty), ("uid", stuck.uid)),
    )


def _part(duty: Duty) -> dict[str, Any]:
    return {"role": "waiting"} if duty is Duty.MOVE_UP else {}


def _state(snapshot: TripSnapshot, task: Task, stuck: Stuck, told: dict[str, Told]) -> str:
    delegate = snapshot.participation_by_uid[stuck.uid].delegate
    if delegate is None:
        return ""
    if task.duty is Duty.REVIEW:
        questions = snapshot.trip.registration.questions
        names = [field_word(name, locale(), questions) for name in delegate.to_review]
        return join_list(names, locale())
    if task.duty is Duty.PERMISSION:
        return name_of(delegate.permission, locale())
    words = [agenda_wording.since_words(stuck, locale())]
    if task.duty in WRITTEN:
        words = [f"{name_of(delegate.status, locale())} {words[0]}".strip()]
        last = told.get(stuck.uid) or told.get(delegate.delegation or "")
        words.append(_told_words(last, delegate.status))
    return ", ".join(filter(None, words))


def _told_words(told: Told | None, status: DelegateStatus) -> str:
    """When they were last written to, so that nobody is reminded every day."""
    if told is None:
        return _("not written to yet") if status is DelegateStatus.INVITED else ""
    if told.sent_at is None:
        return _("draft waits in the outbox")
    return _("written to on %(day)s", day=day_short(told.sent_at.date(), locale()))


def _headless(snapshot: TripSnapshot, stuck: Stuck) -> Line:
    """The first by protocol is proposed."""
    slug = snapshot.trip.slug
    delegation = snapshot.delegation_by_uid[stuck.uid]
    members = in_delegation(order_participations(snapshot), delegation)
    first = next(each for each in members if each.is_coming)
    name = snapshot.person_by_uid[first.person].name
    return Line(
        name=delegation.name.shown(locale()).text,
        url=url_for("delegation.edit", slug=slug, uid=stuck.uid),
        about="",
        state=_("First by protocol: %(name)s", name=name),
        uid=stuck.uid,
        action=url_for("delegation.lead", slug=slug, uid=stuck.uid),
        fields=(("head", first.uid),),
    )


def _addresses(snapshot: TripSnapshot, stuck: Iterable[Stuck]) -> tuple[str, ...]:
    """Where those can be written to: their own address, else that of who acts for them."""
    parts = (snapshot.participation_by_uid[each.uid] for each in stuck)
    found = (_address(snapshot, part) for part in parts)
    return tuple(dict.fromkeys(filter(None, found)))


def _address(snapshot: TripSnapshot, part: Participation) -> str:
    own = snapshot.person_by_uid[part.person].email
    delegation = snapshot.delegation_by_uid.get((part.delegate and part.delegate.delegation) or "")
    contact: Any = snapshot.person_by_uid.get((delegation and delegation.contact) or "")
    return own or (contact.email if contact else "")
