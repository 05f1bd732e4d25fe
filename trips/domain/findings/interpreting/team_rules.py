"""Rules about who interprets: whether they can come, with whom, and what they offer."""

from collections.abc import Iterator
from typing import Any

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import Plan
from trips.domain.findings.presence import Absence, AbsenceCode, absence_at
from trips.domain.findings.thresholds import Thresholds
from trips.domain.interpreter import Assignment, Interpreter, InterpretingMode, LanguagePair
from trips.domain.item import Item
from trips.domain.values.times import minutes_between

WITHOUT_PAUSE = frozenset({InterpretingMode.SIMULTANEOUS, InterpretingMode.WHISPERED})
"""Modes in which one speaks while others speak; AIIC limits both alike."""


def find_absent(plan: Plan) -> Iterator[Finding]:
    """An interpreter is on the trip and has time: one finding for each and for either reason."""
    for uid, items in plan.work.items():
        interpreter = plan.snapshot.interpreter_by_uid[uid]
        found: dict[AbsenceCode, list[tuple[Item, Absence]]] = {}
        for item in items:
            absence = absence_at(plan.snapshot, interpreter, (item.starts, item.ends))
            if absence:
                found.setdefault(absence.code, []).append((item, absence))
        for code, missed in found.items():
            item, absence = missed[0]
            yield of_interpreter(
                plan,
                interpreter,
                _CODES[code],
                [each for each, _ in missed],
                severity=Severity.BLOCKS,
                starts=item.starts,
                ends=item.ends,
                begins=absence.begins,
                until=absence.ends,
            )


_CODES = {
    AbsenceCode.NOT_ON_TRIP: FindingCode.INTERPRETER_ABSENT,
    AbsenceCode.NOT_FREE: FindingCode.INTERPRETER_UNAVAILABLE,
}


def find_alone(plan: Plan) -> Iterator[Finding]:
    """Whoever interprets for long is relieved by somebody: one finding for each interpreter."""
    found: dict[str, list[tuple[Item, InterpretingMode]]] = {}
    for item in plan.items:
        for each in alone_at(plan.assignments.get(item.uid, [])):
            if minutes_between(item.starts, item.ends) > solo_minutes(each.mode, plan.limits):
                found.setdefault(each.interpreter, []).append((item, each.mode))
    for uid, alone in found.items():
        item, mode = max(alone, key=lambda each: each[0].ends - each[0].starts)
        yield of_interpreter(
            plan,
            plan.snapshot.interpreter_by_uid[uid],
            FindingCode.INTERPRETER_ALONE,
            [each for each, _ in alone],
            severity=_severity_of(alone, plan.limits),
            title=item.title,
            starts=item.starts,
            mode=mode,
            minutes=minutes_between(item.starts, item.ends),
            limit=round(solo_minutes(mode, plan.limits)),
        )


def alone_at(assignments: list[Assignment]) -> Iterator[Assignment]:
    """Those of an item whom nobody relieves: no other works between the same two languages."""
    teams: dict[frozenset[str], dict[str, Assignment]] = {}
    for each in assignments:
        teams.setdefault(frozenset((each.source, each.target)), {})[each.interpreter] = each
    relieved = {uid for team in teams.values() if len(team) > 1 for uid in team}
    seen: set[str] = set()
    for team in teams.values():
        for uid, each in team.items():
            if uid not in relieved and uid not in seen:
                seen.add(uid)
                yield each


def solo_minutes(mode: InterpretingMode, limits: Thresholds) -> float:
    """How long one interpreter may work alone."""
    return limits.solo_minutes if mode in WITHOUT_PAUSE else limits.solo_pause_minutes


def _severity_of(alone: list[tuple[Item, InterpretingMode]], limits: Thresholds) -> Severity:
    """Simultaneous work alone for very long cannot be done; whispering is done, badly."""
    is_hopeless = any(
        mode is InterpretingMode.SIMULTANEOUS
        and minutes_between(item.starts, item.ends) > limits.solo_most_minutes
        for item, mode in alone
    )
    return Severity.BLOCKS if is_hopeless else Severity.WARNS


def find_unsuited(plan: Plan) -> Iterator[Finding]:
    """An interpreter works between languages that they offer, where that is known."""
    found: dict[tuple[str, LanguagePair], list[Item]] = {}
    for item in plan.items:
        for each in plan.assignments.get(item.uid, ()):
            offered = plan.snapshot.interpreter_by_uid[each.interpreter].pairs
            for pair in pairs_of(each):
                if offered and pair not in offered:
                    found.setdefault((each.interpreter, pair), []).append(item)
    for (uid, pair), items in found.items():
        yield of_interpreter(
            plan,
            plan.snapshot.interpreter_by_uid[uid],
            FindingCode.INTERPRETER_UNSUITED,
            items,
            about=f"{pair.source}:{pair.target}",
            starts=items[0].starts,
            source=pair.source,
            target=pair.target,
        )


def pairs_of(each: Assignment) -> Iterator[LanguagePair]:
    """From which language into which somebody interprets at an item."""
    yield LanguagePair(each.source, each.target)
    if each.is_both_ways:
        yield LanguagePair(each.target, each.source)


def of_interpreter(
    plan: Plan,
    interpreter: Interpreter,
    code: FindingCode,
    items: list[Item],
    *,
    severity: Severity = Severity.WARNS,
    about: str = "",
    **facts: Any,
) -> Finding:
    """A finding about what one interpreter does at some items."""
    return Finding(
        code=code,
        severity=severity,
        subjects=(
            *(Subject("item", item.uid) for item in items),
            Subject("person", interpreter.person),
        ),
        facts={
            "who": plan.snapshot.person_by_uid[interpreter.person].name,
            "title": items[0].title,
            "number": len(items),
            **facts,
        },
        due=plan.before_start(plan.limits.interpreting_due_days),
        stop=items[0].stop,
        cause=":".join(filter(None, ("interpreter", interpreter.uid, about))),
    )
