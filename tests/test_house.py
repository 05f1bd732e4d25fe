"""The rules of the house that no linter knows, read off the files themselves."""

import ast
import re
import subprocess
from configparser import ConfigParser
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from trips.domain.briefs.document import DocumentKind
from trips.domain.findings.codes import FindingCode, FixCode
from trips.i18n.findings.fix_texts import FIX_TEXTS
from trips.i18n.findings.texts import FINDING_TEXTS

# One process reads every file once.
HOUSE = Path(__file__).resolve().parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LONGEST_VIEW = 25
FULLEST_ROOM = 20
# Written in two halves, so that this file does not break the rule it states.
REGISTRY_HOSTS = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "crates" + ".io",
    "unp" + "kg.com",
    "js" + "delivr.net",
]


def tracked() -> list[Path]:
    """Files that are, or are about to be, in git and still exist."""
    listing = subprocess.run(
        ["/usr/bin/env", "git", "ls-files", "-co", "--exclude-standard"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    # Without git, every file counts that is not made by set-up or by use.
    hidden = r"\.(?!ci/|ruff\.toml|djlintrc|gitignore)"
    made = re.compile(rf"(^|/)({hidden}|__pycache__|instance/|static/fonts/)|\.mo$")
    names = listing.stdout.splitlines() or [
        name
        for path in HOUSE.rglob("*")
        if not made.search(name := path.relative_to(HOUSE).as_posix())
    ]
    return [Path(name) for name in names if (HOUSE / name).is_file()]


FILES = tracked()
MODULES = [path for path in FILES if path.suffix == ".py" and path.parts[0] == "trips"]
CODE = [
    path
    for path in FILES
    if path.suffix in {".py", ".js", ".css", ".html"} and path.parts[0] != "migrations"
]


@cache
def text_of(path: Path) -> str:
    return (HOUSE / path).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Outline:
    """What a file defines and calls, each with its line."""

    functions: tuple[tuple[str, int], ...]
    """Name and length."""
    calls: tuple[tuple[str, int], ...]
    """Name with what it is called on, and line."""


@cache
def outline_of(path: Path) -> Outline:
    functions, calls = [], []
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or 0) - node.lineno + 1
            functions.append((f"{path}:{node.lineno} {node.name}", size))
        elif isinstance(node, ast.Call):
            calls.append((dotted(node.func), node.lineno))
    return Outline(tuple(functions), tuple(calls))


def dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "…"


def test_files_fit_in_the_head() -> None:
    long = {str(path): len(text_of(path).splitlines()) for path in CODE}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_functions_fit_on_a_screen() -> None:
    python = [path for path in CODE if path.suffix == ".py"]
    long = [(name, size) for path in python for name, size in outline_of(path).functions]
    assert [entry for entry in long if entry[1] > LONGEST_FUNCTION] == []


def test_views_only_fetch_check_act_and_answer() -> None:
    views = [path for path in MODULES if path.parts[1] == "views"]
    long = [(name, size) for path in views for name, size in outline_of(path).functions]
    assert [entry for entry in long if entry[1] > LONGEST_VIEW] == []


def test_no_room_is_too_full() -> None:
    rooms: dict[str, int] = {}
    for path in MODULES:
        if path.name != "__init__.py":
            rooms[str(path.parent)] = rooms.get(str(path.parent), 0) + 1
    assert {room: files for room, files in rooms.items() if files > FULLEST_ROOM} == {}


def test_names_say_what_is_inside() -> None:
    banned = re.compile(r"^_?(utils?|helpers?|common|misc|trips)$")
    assert [str(path) for path in CODE if banned.match(path.stem)] == []
    folders = {part for path in CODE for part in path.parts[1:-1]}
    assert {folder for folder in folders if banned.match(folder)} == set()


def test_the_package_itself_is_empty() -> None:
    assert text_of(Path("trips/__init__.py")) == ""


def test_only_services_commit() -> None:
    commits = [
        f"{path}:{line}"
        for path in MODULES
        if path.parts[1] != "services"
        for call, line in outline_of(path).calls
        if call.endswith("session.commit")
    ]
    assert commits == []


def test_only_the_clock_reads_the_time() -> None:
    clocks = re.compile(
        r"^(\w+\.)?(datetime\.(utc)?now|date(time)?\.today|time\.(time|localtime))$"
    )
    readers = [
        f"{path}:{line} {call}"
        for path in MODULES
        if path != Path("trips/clock.py")
        for call, line in outline_of(path).calls
        if clocks.match(call)
    ]
    assert readers == []


def test_no_test_is_skipped() -> None:
    skipping = re.compile(r"\b(pytest\.skip|pytest\.xfail|mark\.skip|mark\.xfail|importorskip)\b")
    tests = [path for path in FILES if path.parts[0] == "tests" and path.suffix == ".py"]
    assert [
        str(path)
        for path in tests
        if path.name != Path(__file__).name and skipping.search(text_of(path))
    ] == []


def test_no_file_names_a_package_registry() -> None:
    hosts = re.compile("|".join(map(re.escape, REGISTRY_HOSTS)).encode(), re.IGNORECASE)
    assert [str(path) for path in FILES if hosts.search((HOUSE / path).read_bytes())] == []


def test_pages_load_nothing_from_elsewhere() -> None:
    loads = re.compile(
        r"<(?:script|img|iframe|source|video|audio|embed|object|use)\b[^>]*"
        r"(?:src|srcset|data|href)\s*=\s*[\"']?(?:https?:)?//"
        r"|<link\b[^>]*\bhref\s*=\s*[\"']?(?:https?:)?//"
        r"|(?:@import|url\()\s*[\"']?(?:https?:)?//",
        re.IGNORECASE,
    )
    assert [
        str(path)
        for path in CODE
        if path.suffix in {".html", ".css"} and loads.search(text_of(path))
    ] == []


def test_pages_keep_to_the_content_security_policy() -> None:
    broken = re.compile(
        r"<[a-z][^>]*\s(?:style|on[a-z]+)\s*=|<(?:script|style)\b(?![^>]*\bnonce=)", re.IGNORECASE
    )
    pages = [path for path in CODE if path.suffix == ".html" and path.parts[0] == "templates"]
    found = {str(path): broken.findall(text_of(path)) for path in pages}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_the_architecture_page_names_every_room() -> None:
    page = text_of(Path("docs/architecture.md"))
    rooms = {path.parts[1] for path in MODULES if path.name != "__init__.py"}
    rooms |= {f"{path.parts[2]}/" for path in MODULES if path.match("trips/domain/*/*.py")}
    assert {room for room in rooms if f"`{room}" not in page} == set()


def test_the_architecture_page_names_every_folder_at_the_top() -> None:
    page = text_of(Path("docs/architecture.md"))
    folders = {f"{path.parts[0]}/" for path in FILES if len(path.parts) > 1}
    assert {folder for folder in folders if f"`{folder}" not in page} == set()


def test_the_architecture_page_has_the_floors_of_the_import_rules() -> None:
    """The rows of its table, from top to bottom, are the layers of setup.cfg."""
    rules = ConfigParser()
    rules.read(HOUSE / "setup.cfg")
    layers = rules["importlinter:contract:rooms"]["layers"].strip().splitlines()
    stacked = [set(re.findall(r"\w+", layer)) for layer in layers]
    rows = re.findall(r"^\| (\d+) \| (.+?) \|", text_of(Path("docs/architecture.md")), re.MULTILINE)
    floors: dict[int, set[str]] = {}
    for floor, rooms in rows:
        names = {name.removesuffix(".py") for name in re.findall(r"`([\w.]+)/?`", rooms)}
        floors.setdefault(int(floor), set()).update(names)
    assert [floors[floor] for floor in sorted(floors, reverse=True)] == stacked


def test_the_papers_name_every_document() -> None:
    papers = "".join(text_of(path) for path in FILES if path.suffix == ".md")
    assert {kind.value for kind in DocumentKind if f"`{kind}`" not in papers} == set()


@cache
def german_texts() -> set[str]:
    with (HOUSE / "translations/de/LC_MESSAGES/messages.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.string]
    return {
        text
        for message in messages
        for text in (message.id if isinstance(message.id, tuple) else [message.id])
    }


@pytest.mark.parametrize("code", [*FindingCode, *FixCode])
def test_every_finding_and_fix_is_worded_in_german_and_english(
    code: FindingCode | FixCode,
) -> None:
    """The English words stand in the code, marked for translation; the German in the catalogue."""
    words = [FIX_TEXTS[code]] if isinstance(code, FixCode) else FINDING_TEXTS[code]
    texts = {text for word in words for text in ([word] if isinstance(word, str) else word)}
    assert texts - german_texts() == set()
