"""Rules about languages: who follows what is said, and what is not translated."""

from collections.abc import Iterable, Iterator

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import SPOKEN, Plan
from trips.domain.interpreter import Assignment
from trips.domain.item import Item
from trips.domain.participation import Participation
from trips.domain.values.text import LANGUAGES, Text


def find_not_understood(plan: Plan) -> Iterator[Finding]:
    """People who understand neither the floor nor what it is interpreted into.

    One finding for each mother tongue, however many items it is missing at.
    """
    people: dict[str, dict[str, Participation]] = {}
    items: dict[str, list[Item]] = {}
    seen: set[int] = set()
    known: dict[object, list[tuple[str, list[Participation]]]] = {}
    for item in plan.items:
        tongues = set()
        # Without interpreting, the items of a day in the same languages are followed by the same.
        alike: object = (item.starts.date(), item.groups, item.floor_languages, item.kind)
        if item.uid in plan.assignments:
            alike = item.uid
        if alike not in known:
            known[alike] = list(lost_groups(plan, item))
        for tongue, lost in known[alike]:
            tongues.add(tongue)
            if id(lost) not in seen:
                seen.add(id(lost))
                people.setdefault(tongue, {}).update((each.uid, each) for each in lost)
        for tongue in tongues:
            items.setdefault(tongue, []).append(item)
    for tongue, those in sorted(people.items()):
        yield _lost(plan, tongue, items[tongue], tuple(those.values()))


def lost_groups(plan: Plan, item: Item) -> Iterator[tuple[str, list[Participation]]]:
    """By mother tongue: who is at an item and can follow nothing of it."""
    if item.kind not in SPOKEN or not item.floor_languages:
        return
    heard = heard_at(plan, item)
    for (tongue, known), people in plan.crowd.profiles(item.starts.date(), item.groups).items():
        if not known & heard:
            yield tongue, people


def lost_at(plan: Plan, item: Item) -> Iterator[Participation]:
    """Who is at an item and can follow nothing of it."""
    return (each for _, people in lost_groups(plan, item) for each in people)


def heard_at(plan: Plan, item: Item) -> set[str]:
    """The languages in which an item can be followed."""
    return languages_heard(item.floor_languages, plan.assignments.get(item.uid, ()))


def languages_heard(floor: Iterable[str], assignments: Iterable[Assignment]) -> set[str]:
    """What is spoken or interpreted: interpreting begins with what is spoken, or is relayed.

    From a language that is neither spoken nor interpreted into nobody can interpret.
    """
    heard, waiting = set(floor), list(assignments)
    while waiting:
        silent = []
        for each in waiting:
            if each.source in heard:
                heard.add(each.target)
            elif each.is_both_ways and each.target in heard:
                heard.add(each.source)
            else:
                silent.append(each)
        if len(silent) == len(waiting):
            break
        waiting = silent
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


def _lacks(text: Text, language: str) -> bool:
    return language not in text and bool(text)


def find_untranslated(plan: Plan) -> Iterator[Finding]:
    """One finding for each language that public items lack: readers see another language.

    Besides German and English, a language in which no item has a title is one of the
    registration only.
    """
    public = [item for item in plan.items if item.is_public]
    for language in plan.snapshot.trip.languages:
        if language not in LANGUAGES and not any(language in item.title for item in plan.items):
            continue
        items = [
            item for item in public if _lacks(item.title, language) or _lacks(item.text, language)
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
