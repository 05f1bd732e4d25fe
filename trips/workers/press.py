"""The process that makes and reads documents: `python -m trips.workers.press`."""

import logging
import os
import resource
import sys
from collections.abc import Callable
from typing import Any, Final

from trips.doors.press import Answer, PressError, Task, read_message, write_message
from trips.exports import bundle as bundle_export
from trips.exports import calendar, programme, roster
from trips.exports.workbooks import planning, template
from trips.imports import bundle as bundle_import
from trips.imports import workbook

MEMORY_BYTES: Final = 2 * 1024**3

RENDER: Final[dict[str, Callable[..., bytes]]] = {
    "bundle": bundle_export.render,
    "calendar": calendar.render,
    "programme": programme.render,
    "roster": roster.render,
    "template": template.render,
    "workbook": planning.render,
}
READ: Final[dict[str, Callable[[bytes, Any], Any]]] = {
    "bundle": bundle_import.read,
    "workbook": workbook.read_workbook,
}


def answer(task: Task) -> Answer:
    """Do one task; whatever goes wrong becomes an answer, so that the worker lives on."""
    try:
        if task.verb == "render":
            brief, locale, options = task.arguments
            return Answer(RENDER[task.kind](brief, locale, **options))
        return Answer(READ[task.kind](*task.arguments))
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
            write_message(out, answer(task))


if __name__ == "__main__":
    main()
