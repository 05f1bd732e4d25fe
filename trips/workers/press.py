"""The process that makes and reads documents: `python -m trips.workers.press`."""

import logging
import os
import resource
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, Final

from trips.doors.press import Answer, PressError, Task, read_message, write_message

MEMORY_BYTES: Final = 2 * 1024**3

# Named, not imported: WeasyPrint alone takes a second, which nobody who reads a workbook waits for.
WORK: Final = {
    ("render", "bundle"): "trips.exports.bundle:render",
    ("render", "calendar"): "trips.exports.calendar:render",
    ("render", "nominations"): "trips.exports.workbooks.nominations:render",
    ("render", "own-data"): "trips.exports.own_data:render",
    ("render", "participants"): "trips.exports.participants:render",
    ("render", "programme"): "trips.exports.programme:render",
    ("render", "roster"): "trips.exports.roster:render",
    ("render", "template"): "trips.exports.workbooks.template:render",
    ("render", "visa-letter"): "trips.exports.letters.visa:render",
    ("render", "visa-letter-word"): "trips.exports.letters.visa_word:render",
    ("render", "workbook"): "trips.exports.workbooks.planning:render",
    ("read", "bundle"): "trips.imports.bundle:read",
    ("read", "logo"): "trips.imports.pictures.logo:read_logo",
    ("read", "pasted"): "trips.imports.pasting.pasted:read_pasted",
    ("read", "workbook"): "trips.imports.workbook:read_workbook",
}


@cache
def load(verb: str, kind: str) -> Callable[..., Any]:
    """The function that does this kind of task, loaded with its libraries at the first one."""
    room, _, name = WORK[verb, kind].partition(":")
    found: Callable[..., Any] = getattr(import_module(room), name)
    return found


def answer(task: Task) -> Answer:
    """Do one task; whatever goes wrong becomes an answer, so that the worker lives on."""
    try:
        work = load(task.verb, task.kind)
        if task.verb == "render":
            brief, locale, options = task.arguments
            return Answer(work(brief, locale, **options))
        return Answer(work(*task.arguments))
    except PressError as error:
        return Answer(code=error.code, facts=error.facts)
    except MemoryError:
        return Answer(code="too_large")
    except Exception:
        logging.getLogger(__name__).exception("%s %s failed", task.verb, task.kind)
        return Answer(code="failed")


def main() -> None:
    """Serve tasks from standard input until it ends.

    Libraries that print would break the stream of messages, so the real standard output is kept
    aside and what they print goes to standard error.
    """
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        while isinstance(task := read_message(sys.stdin.buffer), Task):
            if task.is_announced:
                load(task.verb, task.kind)
            else:
                write_message(out, answer(task))


if __name__ == "__main__":
    main()
