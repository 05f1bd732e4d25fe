"""The press: a real worker process, with real limits."""

import os
import resource
import signal
from pathlib import Path

import pytest

from tests.imports.sheets_of import book_of, saved
from trips.domain.importing.workbook import ReadingContext
from trips.doors import press as door
from trips.doors.press import Press, PressError
from trips.workers.press import WORK, load

BOOK = saved(book_of(Plan=[("Datum", "Zeit", "Titel"), ("16.03.2026", "9 Uhr", "Rundgang")]))
MANY = saved(
    book_of(
        Plan=[
            ("Datum", "Zeit", "Titel"),
            *(("16.03.2026", "9 Uhr", f"Punkt {number}") for number in range(4000)),
        ]
    )
)


class EndsWhenRead:
    """Unpickled, it ends the process it is unpickled in."""

    def __reduce__(self):
        return os._exit, (3,)


@pytest.fixture
def press():
    press = Press()
    yield press
    press.close()


def pid_of(press: Press) -> int:
    process = press._process
    assert process is not None
    return process.pid


def read(press: Press, data: bytes = BOOK):
    return press.read("workbook", data, ReadingContext(language="de"))


def test_values_come_back_as_they_are(press: Press) -> None:
    row = read(press).programme_rows[0]
    assert (row.title["de"], row.starts.isoformat()) == ("Rundgang", "2026-03-16T09:00:00")


def test_what_is_too_slow_is_stopped_and_the_next_task_works(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(press)
    first = pid_of(press)
    monkeypatch.setattr(door, "READ_SECONDS", 0.05)
    with pytest.raises(PressError) as caught:
        read(press, MANY)
    assert (caught.value.code, caught.value.facts) == ("too_slow", {"seconds": 0.05})
    monkeypatch.undo()
    assert len(read(press, MANY).programme_rows) == 4000
    assert pid_of(press) != first


def test_a_worker_that_is_killed_is_replaced(press: Press) -> None:
    read(press)
    os.kill(pid_of(press), signal.SIGKILL)
    os.waitid(os.P_PID, pid_of(press), os.WEXITED | os.WNOWAIT)
    assert read(press).errors == ()


def test_a_worker_that_ends_in_the_middle_is_an_error_with_a_code(press: Press) -> None:
    """What it cannot unpickle ends the worker while the answer is waited for."""
    with pytest.raises(PressError) as caught:
        press.read("workbook", EndsWhenRead())
    assert caught.value.code == "worker_died"
    assert read(press).errors == ()


def test_memory_has_an_end_and_the_worker_lives_on(press: Press) -> None:
    """The worker is left 16 MB; the list of a million empty lists takes 60."""
    read(press)
    pid = pid_of(press)
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + 16 * 1024 * 1024
    before = resource.prlimit(pid, resource.RLIMIT_AS, (limit, 2 * 1024**3))
    with pytest.raises(PressError) as caught:
        press.read("bundle", b"[" + b"[]," * 1_000_000 + b"[]]")
    assert caught.value.code == "too_large"
    assert before == (2 * 1024**3, 2 * 1024**3)
    resource.prlimit(pid, resource.RLIMIT_AS, before)
    assert read(press).errors == ()
    assert pid_of(press) == pid


@pytest.mark.parametrize(("verb", "kind"), WORK)
def test_everything_it_is_told_to_do_is_there(verb: str, kind: str) -> None:
    assert callable(load(verb, kind))


def test_an_unknown_task_is_an_answer_too(press: Press) -> None:
    with pytest.raises(PressError) as caught:
        press.read("horoscope", b"")
    assert caught.value.code == "failed"


def test_a_warm_worker_is_there_before_the_question(press: Press) -> None:
    press.warm("read", "workbook")
    waiting = pid_of(press)
    assert read(press).errors == ()
    assert pid_of(press) == waiting
