"""What is to be done about delegates, in words: headings, reasons, buttons."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from trips.domain.delegates.agenda import Duty, Stuck, Task, Turn
from trips.i18n.catalogue import N_, say, say_n
from trips.i18n.formats import day_short

_TURNS: Final[Mapping[Turn, str]] = {
    Turn.ORGANISER: N_("Your turn"),
    Turn.CLIENT: N_("The client’s turn"),
    Turn.DELEGATE: N_("The delegates’ turn"),
    Turn.EMPLOYER: N_("The employers’ turn"),
}
_HEADINGS: Final[Mapping[Duty, str]] = {
    Duty.CONFIRM: N_("Confirm who has registered"),
    Duty.MOVE_UP: N_("Let somebody move up"),
    Duty.REVIEW: N_("Look at changes after the confirmation"),
    Duty.LEAD: N_("Name who leads a delegation"),
    Duty.INVITE: N_("Invite who is approved"),
    Duty.APPROVE: N_("Approve who is nominated"),
    Duty.ANSWER: N_("Register"),
    Duty.JOURNEY: N_("Say when they arrive"),
    Duty.PERMISSION: N_("Let them travel"),
}
_REASONS: Final[Mapping[Duty, str]] = {
    Duty.CONFIRM: N_("They have sent their registration and hold a seat."),
    Duty.MOVE_UP: N_("There is a seat free for whoever has waited longest."),
    Duty.REVIEW: N_("What they changed may concern rooms, meals or letters."),
    Duty.LEAD: N_("Nobody who comes leads it: who speaks, who is greeted first?"),
    Duty.INVITE: N_("The invitation with the personal link is drafted in their language."),
    Duty.APPROVE: N_("With a viewer’s account the client approves here, too."),
    Duty.ANSWER: N_("Invited, but their registration has not come."),
    Duty.JOURNEY: N_("Confirmed, but nobody knows their arrival."),
    Duty.PERMISSION: N_("The employer was asked and has not agreed."),
}
_BUTTONS: Final[Mapping[Duty, str]] = {
    Duty.CONFIRM: N_("Confirm"),
    Duty.MOVE_UP: N_("Move up"),
    Duty.REVIEW: N_("Looked at"),
    Duty.LEAD: N_("Leads it"),
    Duty.INVITE: N_("Invite"),
    Duty.APPROVE: N_("Approve"),
    Duty.ANSWER: N_("Remind"),
    Duty.JOURNEY: N_("Remind"),
    Duty.PERMISSION: N_("Permitted"),
}
_ALL: Final[Mapping[Duty, str]] = {
    Duty.CONFIRM: N_("Confirm all %(n)s"),
    Duty.INVITE: N_("Invite all %(n)s"),
    Duty.APPROVE: N_("Approve all %(n)s"),
    Duty.ANSWER: N_("Remind all %(n)s"),
    Duty.JOURNEY: N_("Remind all %(n)s"),
}


def turn_word(turn: Turn, locale: str, *, is_own: bool = False) -> str:
    """Whose turn it is; `is_own` where whoever reads is meant."""
    return say(_TURNS[Turn.ORGANISER if is_own else turn], locale)


def duty_heading(duty: Duty, locale: str) -> str:
    """What is to be done."""
    return say(_HEADINGS[duty], locale)


def duty_reason(duty: Duty, locale: str, *, is_own: bool = False) -> str:
    """Why it is to be done, or what happens then; `is_own` for whoever reads and does it."""
    if is_own and duty is Duty.APPROVE:
        return say(N_("Whom you approve is invited next; you can take it back until then."), locale)
    return say(_REASONS[duty], locale)


def one_button(duty: Duty, locale: str) -> str:
    """The button beside one person."""
    return say(_BUTTONS[duty], locale)


def all_button(duty: Duty, number: int, locale: str) -> str:
    """The button for everybody; empty where each is looked at for themselves, or there is one."""
    words = _ALL.get(duty)
    return say(words, locale, n=number) if words and number > 1 else ""


def since_words(stuck: Stuck, locale: str) -> str:
    """Since Thu 27 Aug."""
    return (
        say(N_("since %(day)s"), locale, day=day_short(stuck.since, locale)) if stuck.since else ""
    )


def due_words(task: Task, locale: str) -> str:
    """Until when it should be done, or how many days it is late; empty for no deadline."""
    due: date | None = next((each.due for each in task.stuck if each.due), None)
    if due is None:
        return ""
    if task.days_late:
        return say_n(
            "%(n)s day late: the deadline was %(day)s",
            "%(n)s days late: the deadline was %(day)s",
            task.days_late,
            locale,
            day=day_short(due, locale),
        )
    return say(N_("Deadline %(day)s"), locale, day=day_short(due, locale))


def short_line(tasks: tuple[Task, ...], locale: str) -> str:
    """What is to be done in one line: Confirm 3 · Invite 12; empty for nothing."""
    return " · ".join(
        f"{say(_BUTTONS[task.duty], locale)} {len(task.stuck)}"
        for task in tasks
        if task.duty in _ALL
    )
