"""`flask release`: making, listing, comparing."""

import json
from dataclasses import replace
from pathlib import Path

import vobject
from click.testing import Result

from tests.world import NOW, World
from tests.world_trip import UIDS, at, trip
from trips.domain.account.user import COMMAND_LINE
from trips.services.importing.bundle import store_bundle

VISIT = UIDS["visit"]


def run(world: World, *words: str, lang: str = "en_GB") -> Result:
    env = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": lang}
    return world.app.test_cli_runner(env=env).invoke(args=list(words))


def release(world: World, name: str) -> Result:
    return run(world, "release", "make", world.slug, "--name", name, "--note", "As agreed")


def move_the_visit(world: World) -> None:
    items = [
        replace(each, starts=at(16, 10, 30)) if each.uid == VISIT else each for each in trip().items
    ]
    with world.app.app_context():
        changed = replace(trip(), items=tuple(items))
        store_bundle(changed, actor=COMMAND_LINE, now=NOW)


def test_releases_are_made_and_listed(world: World) -> None:
    assert "Nothing is released yet" in run(world, "release", "list", world.slug).output
    made = release(world, "First")
    assert (made.exit_code, "Release 1 made: First" in made.output) == (0, True)
    again = release(world, "Again")
    assert (again.exit_code, "since release 1" in again.output) == (1, True)
    move_the_visit(world)
    assert release(world, "Second").exit_code == 0
    lines = run(world, "release", "list", world.slug).stdout.splitlines()
    assert [(line[0], line.split()[-1]) for line in lines] == [("2", "Second"), ("1", "First")]
    entries = json.loads(run(world, "release", "list", world.slug, "--json").stdout)
    assert [(one["number"], one["note"], one["counts"]) for one in entries] == [
        (2, "As agreed", {"time": 1}),
        (1, "As agreed", {}),
    ]


def test_what_differs_is_said_in_words_and_as_data(world: World) -> None:
    release(world, "First")
    move_the_visit(world)
    words = run(world, "release", "diff", world.slug, "1", "draft").stdout
    assert "Start 10:30 instead of 10:00" in words
    german = run(world, "release", "diff", world.slug, "1", "draft", lang="de_DE").stdout
    assert "Beginn 10:30 statt 10:00" in german
    release(world, "Second")
    found = json.loads(run(world, "release", "diff", world.slug, "1", "2", "--json").stdout)
    assert [(one["uid"], one["kinds"]) for one in found["changes"]] == [(VISIT, ["time"])]
    assert found["changes"][0]["facts"] == [
        {
            "fact": "starts",
            "old": {"at": "2026-03-16T10:00"},
            "new": {"at": "2026-03-16T10:30"},
        }
    ]
    assert "No difference" in run(world, "release", "diff", world.slug, "2", "2").stdout


def test_what_is_not_there_is_named(world: World) -> None:
    release(world, "First")
    for words in (("diff", world.slug, "1", "7"), ("diff", world.slug, "x", "1")):
        result = run(world, "release", *words)
        assert (result.exit_code, "There is no release" in result.output) == (1, True)
    for words in (("list", "nowhere"), ("make", "nowhere", "--name", "x")):
        result = run(world, "release", *words)
        assert (result.exit_code, "There is no trip nowhere" in result.output) == (1, True)
    nameless = run(world, "release", "make", world.slug, "--name", " ")
    assert (nameless.exit_code, "The name needs" in nameless.output) == (1, True)


def test_a_calendar_is_exported_from_a_release_or_the_draft(world: World, tmp_path: object) -> None:
    path = tmp_path / "programme.ics"  # type: ignore[operator]

    def export(*words: str) -> str:
        result = run(
            world, "export", "calendar", world.slug, "--lang", "en", "-o", str(path), *words
        )
        assert result.exit_code == 0, result.output
        return str(path.read_text("utf-8"))

    assert "Draft" in export()
    release(world, "First")
    move_the_visit(world)
    newest, draft = export(), export("--release", "draft")
    assert ("Release 1: First" in newest, "20260316T103000" in newest) == (True, False)
    assert ("Draft" in draft, "20260316T103000" in draft) == (True, True)
    assert export("--release", "1") == newest
    wrong = run(world, "export", "calendar", world.slug, "--release", "9")
    assert (wrong.exit_code, "no release 9" in wrong.output) == (1, True)


def test_somebodys_own_calendar_is_exported(world: World, tmp_path: Path) -> None:
    release(world, "First")
    path = str(tmp_path / "hanna.ics")
    person = UIDS["hanna-part"]
    made = run(world, "export", "calendar", world.slug, "--person", person, "-o", path)
    assert made.exit_code == 0, made.output
    events = vobject.readOne(Path(path).read_text(encoding="utf-8")).vevent_list
    assert {each.uid.value.partition("@")[0] for each in events} == {VISIT, UIDS["leg"]}
    for kind, uid, words in (
        ("calendar", "nobody", "has the uid nobody"),
        ("programme", person, "Only calendar"),
    ):
        refused = run(world, "export", kind, world.slug, "--person", uid, "-o", path)
        assert (refused.exit_code, words in refused.output) == (1, True)
