"""Rules about languages: who follows what is said, and what is not translated."""

from collections.abc import Iterator

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import SPOKEN, Plan
from trips.domain.item import Item
from trips.domain.participation import Participation


def find_not_understood(plan: Plan) -> Iterator[Finding]:
    """People who understand neither the floor nor what it is interpreted into.

    One finding for each mother tongue, however many items it is missing at.
    """
    people: dict[str, dict[str, Participation]] = {}
    items: dict[str, list[Item]] = {}
    persons = plan.snapshot.person_by_uid
    for item in plan.items:
        tongues = set()
        for each in lost_at(plan, item):
            tongue = persons[each.person].languages[0].code
            people.setdefault(tongue, {})[each.uid] = each
            tongues.add(tongue)
        for tongue in tongues:
            items.setdefault(tongue, []).append(item)
    for tongue, lost in sorted(people.items()):
        yield _lost(plan, tongue, items[tongue], tuple(lost.values()))


def lost_at(plan: Plan, item: Item) -> Iterator[Participation]:
    """Who is at an item and can follow nothing of it."""
    if item.kind not in SPOKEN or not item.floor_languages:
        return
    heard = heard_at(plan, item)
    for profile, people in plan.crowd.profiles(item.starts.date(), item.groups).items():
        if not profile & heard:
            yield from people


def heard_at(plan: Plan, item: Item) -> set[str]:
    """The languages in which an item can be followed."""
    heard = set(item.floor_languages)
    for each in plan.assignments.get(item.uid, ()):
        heard |= {each.target, each.source} if each.is_both_ways else {each.target}
    return heard


def _lost(plan: Plan, tongue: str, items: list[Item], people: tuple[Participation, ...]) -> Finding:
    return Finding(
        code=FindingCode.NOT_UNDERSTOOD,
        severity=Severity.WARNS,
        subjects=(
            *(Subject("item", item.uid) for item in items),
            *(Subject("participation", each.uid) for each in people),
        ),
        facts={
            "title": items[0].title,
            "starts": items[0].starts,
            "items": len(items),
            "number": len(people),
            "languages": (tongue,),
        },
        due=plan.before_start(plan.limits.interpreting_due_days),
        stop=items[0].stop,
        cause=f"language:{tongue}",
    )


def find_silent_floors(plan: Plan) -> Iterator[Finding]:
    """Where it is not known what is spoken, nobody can plan interpreting: one finding for all."""
    silent = [
        item
        for item in plan.items
        if item.kind in SPOKEN and item.hosts and not item.floor_languages
    ]
    if silent:
        yield Finding(
            code=FindingCode.FLOOR_UNKNOWN,
            severity=Severity.INFORMS,
            subjects=tuple(Subject("item", item.uid) for item in silent),
            facts={"number": len(silent), "titles": tuple(item.title for item in silent)},
            due=plan.before_start(plan.limits.interpreting_due_days),
            cause="floor",
        )


def find_untranslated(plan: Plan) -> Iterator[Finding]:
    """One finding for each language that public items lack: readers see the other language."""
    for language in plan.snapshot.trip.languages:
        items = [
            item
            for item in plan.items
            if item.is_public
            and any(text and language not in text for text in (item.title, item.text))
        ]
        if items:
            yield Finding(
                code=FindingCode.TEXT_UNTRANSLATED,
                severity=Severity.INFORMS,
                subjects=tuple(Subject("item", item.uid) for item in items),
                facts={"number": len(items), "language": language, "title": items[0].title},
                due=plan.before_start(plan.limits.translation_due_days),
                cause=f"language:{language}",
            )
