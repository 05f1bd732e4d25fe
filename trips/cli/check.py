"""`flask check`: what is wrong or missing in a trip."""

import json
from collections.abc import Iterable
from typing import Any

import click
from flask.cli import with_appcontext

from trips import clock
from trips.cli.speech import refuse, tell, terminal_locale
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Finding, Severity
from trips.domain.values.times import to_wall
from trips.domain.values.wire import to_wire
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.finding_wording import finding_words
from trips.queries.readiness.finding import find_marks
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_trip_uid


@click.command("check")
@click.argument("slug")
@click.option("--json", "is_json", is_flag=True, help="As JSON, one object for each finding.")
@click.pass_context
@with_appcontext
def check(context: click.Context, slug: str, *, is_json: bool) -> None:
    """Print what is wrong or missing in the trip SLUG, the gravest first.

    Ends with 1 if anything blocks the programme that nobody has accepted, 0 otherwise.
    """
    trip = find_trip_uid(slug)
    if trip is None:
        raise refuse(N_("There is no trip %(slug)s."), slug=slug)
    snapshot = get_snapshot(trip)
    today = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()
    findings, marks = find_all(snapshot, today=today), find_marks(trip)
    accepted = {
        each.key for each in findings if each.key in marks and marks[each.key].accepts(each)
    }
    if is_json:
        entries = [_entry(each, is_accepted=each.key in accepted) for each in findings]
        click.echo(json.dumps(entries, ensure_ascii=False, indent=1))
    else:
        _print(findings, accepted)
    if any(each.severity is Severity.BLOCKS and each.key not in accepted for each in findings):
        context.exit(1)


def _print(findings: Iterable[Finding], accepted: set[str]) -> None:
    locale, number = terminal_locale(), 0
    for number, finding in enumerate(findings, 1):  # noqa: B007 counted for the line below
        words = finding_words(finding, locale)
        due = f" ({finding.due.isoformat()})" if finding.due else ""
        state = name_of(finding.severity, locale)
        if finding.key in accepted:
            state = say(N_("accepted"), locale)
        click.echo(f"{state}: {words.title}{due}")
        if words.text:
            click.echo(f"    {words.text}")
    tell(N_("Findings: %(number)s"), number=number)


def _entry(finding: Finding, *, is_accepted: bool) -> dict[str, Any]:
    words = finding_words(finding, terminal_locale())
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "subjects": [to_wire(subject) for subject in finding.subjects],
        "accepted": is_accepted,
        "key": finding.key,
        "due": to_wire(finding.due),
        "stop": finding.stop,
        "facts": {name: _plain(value) for name, value in finding.facts.items()},
        "message": " ".join(part for part in (f"{words.title}.", words.text) if part),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset | set | list):
        return [_plain(each) for each in sorted(value)]
    return to_wire(value)
