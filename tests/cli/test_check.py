"""`flask check`: the open points of a trip."""

import json

import pytest
from click.testing import Result

from tests.world import World
from tests.world_trip import UIDS
from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Finding, Severity
from trips.queries.snapshot import get_snapshot
from trips.services.readiness.finding import Acceptance, accept_finding


def run(world: World, *words: str, lang: str = "en_GB") -> Result:
    env = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": lang}
    return world.app.test_cli_runner(env=env).invoke(args=["check", *words])


def found(world: World) -> tuple[Finding, ...]:
    with world.app.app_context():
        snapshot = get_snapshot(UIDS["trip"])
        return find_all(snapshot, today=clock.now(snapshot.trip).date())


def test_every_finding_is_listed_with_its_facts(world: World) -> None:
    findings = found(world)
    result = run(world, world.slug, "--json")
    entries = json.loads(result.stdout)
    assert [entry["code"] for entry in entries] == [finding.code.value for finding in findings]
    assert [entry["subjects"] for entry in entries] == [
        [{"kind": subject.kind, "uid": subject.uid} for subject in finding.subjects]
        for finding in findings
    ]
    assert all(entry["message"] and entry["severity"] and "facts" in entry for entry in entries)
    blocks = any(finding.severity is Severity.BLOCKS for finding in findings)
    assert result.exit_code == int(blocks)


@pytest.mark.parametrize(("lang", "words"), [("de_DE", "Offene Punkte: "), ("en_GB", "Findings: ")])
def test_it_speaks_the_language_of_the_terminal(world: World, lang: str, words: str) -> None:
    with world.app.app_context():
        number = len(found(world))
    assert f"{words}{number}" in run(world, world.slug, lang=lang).output


def test_what_is_accepted_blocks_no_more(world: World) -> None:
    blocking = [each for each in found(world) if each.severity is Severity.BLOCKS]
    assert blocking
    with world.app.app_context():
        for each in blocking:
            said = Acceptance(
                key=each.key,
                facts=each.facts_hash,
                reason="Known",
                today=clock.now(get_snapshot(UIDS["trip"]).trip).date(),
            )
            accept_finding(UIDS["trip"], said, actor=COMMAND_LINE, now=clock.now())
    result = run(world, world.slug, "--json")
    entries = json.loads(result.stdout)
    accepted = {entry["key"] for entry in entries if entry["accepted"]}
    assert (result.exit_code, accepted) == (0, {each.key for each in blocking})


def test_there_must_be_such_a_trip(world: World) -> None:
    result = run(world, "no-such-trip")
    assert (result.exit_code, "no-such-trip" in result.output) == (1, True)
