"""`flask check`: the open points of a trip."""

import json

import pytest
from click.testing import Result

from tests.world import World
from tests.world_trip import UIDS
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Severity
from trips.queries.snapshot import get_snapshot


def run(world: World, *words: str, lang: str = "en_GB") -> Result:
    env = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": lang}
    return world.app.test_cli_runner(env=env).invoke(args=["check", *words])


def test_every_finding_is_listed_with_its_facts(world: World) -> None:
    with world.app.app_context():
        findings = find_all(get_snapshot(UIDS["trip"]))
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
        number = len(find_all(get_snapshot(UIDS["trip"])))
    assert f"{words}{number}" in run(world, world.slug, lang=lang).output


def test_there_must_be_such_a_trip(world: World) -> None:
    result = run(world, "no-such-trip")
    assert (result.exit_code, "no-such-trip" in result.output) == (1, True)
