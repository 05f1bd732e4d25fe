"""Column types for what databases have no word for, and the identity every row has."""

import secrets
from base64 import b32encode
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar

from sqlalchemy import JSON, DateTime, Dialect, Integer, String, TypeDecorator
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.values.text import EMPTY, Text
from trips.domain.values.times import read_wall, write_wall

UID_LENGTH = 16
NOTHING: Final[tuple[Any, ...]] = (None, "{}", {})
"""How a database says that a text has no words."""


def new_uid() -> str:
    """Sixteen letters and digits, 80 random bits: names an object for ever and everywhere."""
    return b32encode(secrets.token_bytes(10)).decode("ascii").lower()


class TranslatedText(TypeDecorator[Text]):
    """A `Text` as one JSON object keyed by language."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Text | None, dialect: Dialect) -> Any:
        return dict(value or {})

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Text]:
        """Most texts are empty: those are not read as JSON first."""
        read: Any = self.impl_instance.result_processor(dialect, coltype) or dict
        return lambda value: EMPTY if value in NOTHING else Text(read(value))


class WallTime(TypeDecorator[datetime]):
    """A wall time as sortable text; a DateTime column would forget the fold."""

    impl = String(18)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else write_wall(value)

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], datetime | None]:
        """Nothing lies between the database's text and the time."""
        return lambda value: None if value is None else read_wall(value)

    def compare_values(self, x: Any, y: Any) -> bool:
        return bool(x == y) and getattr(x, "fold", 0) == getattr(y, "fold", 0)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant, kept in UTC; SQLite would drop the offset unasked."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            message = "an instant needs its zone"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


Member = TypeVar("Member", bound=StrEnum)


class EnumText(TypeDecorator[Member]):
    """A StrEnum as its text, without a CHECK: a new member needs no migration."""

    impl = String(24)
    cache_ok = True

    def __init__(self, members: type[Member]) -> None:
        super().__init__()
        self.members = members

    def process_bind_param(self, value: Member | None, dialect: Dialect) -> str | None:
        return None if value is None else self.members(value).value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Member | None]:
        """By a table: calling the enumeration takes five times as long."""
        known: dict[str | None, Member | None] = {None: None}
        known.update((member.value, member) for member in self.members)
        return lambda value: known[value] if value in known else self.members(value)


class Identity:
    """The two keys of a row: an integer inside the database, a random uid outside."""

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    uid: Mapped[str] = mapped_column(String(UID_LENGTH), unique=True, default=new_uid)
