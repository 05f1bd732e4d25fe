"""What pages behind secret links keep in memory: briefs and finished pages, a bounded number."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, Generic, TypeVar

from flask import Flask, current_app

from trips.domain.briefs.programme import ProgrammeBrief
from trips.domain.releases.difference import Changed

MOST_BRIEFS: Final = 32
MOST_PAGES: Final = 256

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The values used last, by key; threads may ask at the same time."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of `key`, made on first use; what was not used for longest goes."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make()
        with self._lock:
            self._values[key] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value


@dataclass(frozen=True)
class PublicCache:
    """The memory of one application; keys name the edition, so nothing has to be forgotten."""

    briefs: Kept[ProgrammeBrief] = field(default_factory=lambda: Kept(MOST_BRIEFS))
    changes: Kept[tuple[Changed, ...]] = field(default_factory=lambda: Kept(MOST_BRIEFS))
    """What the release that is shown changed."""
    pages: Kept[str] = field(default_factory=lambda: Kept(MOST_PAGES))


def open_cache(app: Flask) -> None:
    """Give an application its own memory."""
    app.extensions["public_cache"] = PublicCache()


def public_cache() -> PublicCache:
    """The memory of the current application."""
    found: PublicCache = current_app.extensions["public_cache"]
    return found
