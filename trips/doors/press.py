"""Making and reading documents in a process of its own, with limits on time and memory.

The process speaks pickles over its pipes: both ends are this code base. It is started on first
use, serves one task at a time and is killed when a task takes too long.
"""

import pickle
import selectors
import struct
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import IO, Any, Final

from trips.config import ROOT

HEAD: Final = struct.Struct(">Q")
RENDER_SECONDS: Final = 180.0
READ_SECONDS: Final = 30.0


class PressError(Exception):
    """A document could not be made or read: a code (`too_slow`, `too_large`, `refused` …)."""

    def __init__(self, code: str, facts: dict[str, Any] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts or {}


@dataclass(frozen=True)
class Task:
    """What the worker is asked: `render` a kind of document, or `read` a kind of file."""

    verb: str
    kind: str
    arguments: tuple[Any, ...] = ()
    is_announced: bool = False
    """True for a task that is only likely to come: the worker prepares and says nothing."""


@dataclass(frozen=True)
class Answer:
    """What the worker says: a value, or the code and facts of a refusal."""

    value: Any = None
    code: str = ""
    facts: dict[str, Any] | None = None


class Press:
    """One worker process; threads take turns."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def render(self, kind: str, brief: Any, locale: str, **options: Any) -> bytes:
        """The bytes of a document. Raises `PressError`."""
        answer = self._ask(Task("render", kind, (brief, locale, options)), RENDER_SECONDS)
        return bytes(answer)

    def read(self, kind: str, data: bytes, context: Any = None) -> Any:
        """What is in a file; never trusted. Raises `PressError`."""
        return self._ask(Task("read", kind, (data, context)), READ_SECONDS)

    def warm(self, verb: str, kind: str) -> None:
        """Start the worker, and let it load what a question needs that is likely to come soon."""
        if not self._turn.acquire(blocking=False):
            return
        try:
            if not self._is_alive():
                process = self._started()
                if process.stdin:
                    write_message(process.stdin, Task(verb, kind, is_announced=True))
        except OSError:  # it ended at once; the question itself will say so
            self.close()
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()

    def _ask(self, task: Task, seconds: float) -> Any:
        with self._turn:
            try:
                answer = self._exchange(task, time.monotonic() + seconds)
            except TimeoutError as error:  # an OSError too, so it comes first
                self.close()
                raise PressError("too_slow", {"seconds": seconds}) from error
            except (OSError, EOFError, pickle.UnpicklingError) as error:
                self.close()
                raise PressError("worker_died") from error
        if answer.code:
            raise PressError(answer.code, answer.facts)
        return answer.value

    def _exchange(self, task: Task, deadline: float) -> Answer:
        process = self._started()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        write_message(process.stdin, task)
        head = HEAD.unpack(_read_until(process.stdout, HEAD.size, deadline))[0]
        answer = pickle.loads(_read_until(process.stdout, head, deadline))  # noqa: S301 our own worker
        if not isinstance(answer, Answer):
            raise pickle.UnpicklingError
        return answer

    def _is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or not self._is_alive():
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "trips.workers.press"],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,
            )
        return self._process


def _read_until(pipe: IO[bytes], size: int, deadline: float) -> bytes:
    data = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while len(data) < size:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError
            part = pipe.read(min(size - len(data), 1 << 20))
            if not part:
                raise EOFError
            data += part
    return bytes(data)


def write_message(pipe: IO[bytes], message: object) -> None:
    """One message: its length, then its pickle."""
    data = memoryview(pickle.dumps(message))
    pipe.write(HEAD.pack(len(data)))
    while data:
        written = pipe.write(data)
        data = data[written:]
    pipe.flush()


def read_message(pipe: IO[bytes]) -> object | None:
    """The next message, or none at the end."""
    head = pipe.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    data = pipe.read(HEAD.unpack(head)[0])
    message: object = pickle.loads(data)  # noqa: S301 our own parent process
    return message
