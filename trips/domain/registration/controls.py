"""The controls of the registration's forms: what was typed becomes a value, or a flaw."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Any, Final

Typed = Mapping[str, tuple[str, ...]]
"""What a form sends: the values of each control by name, as typed."""


class ControlKind(StrEnum):
    """How something is entered."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    EMAIL = "email"
    PHONE = "phone"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    """One of a list that opens."""
    RADIO = "radio"
    """One of a few that are all seen."""
    TICKS = "ticks"
    TICK = "tick"
    COUNTRY = "country"
    LANGUAGES = "languages"


class Flaw(StrEnum):
    """What is wrong with what was typed."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NO_DATE = "no_date"
    NO_TIME = "no_time"
    NO_EMAIL = "no_email"
    NO_NUMBER = "no_number"
    NOT_OFFERED = "not_offered"
    NO_LEVEL = "no_level"
    NO_DAY = "no_day"
    """A time without its day."""
    NOT_AGREED = "not_agreed"
    """Health or belief without the agreement to keep it."""
    IN_FUTURE = "in_future"
    EXPIRED = "expired"
    """The passport ends before the trip does."""


class FlawedError(Exception):
    """What was typed cannot be read."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


@dataclass(frozen=True)
class Control:
    """One input of a form."""

    name: str
    kind: ControlKind = ControlKind.TEXT
    limit: int = 200
    choices: tuple[str, ...] = ()
    """Values that may be chosen; empty for kinds with an order of their own."""
    autocomplete: str = ""


@dataclass(frozen=True)
class Levelled:
    """Languages and how well, as chosen: no level where none was chosen yet."""

    levels: Mapping[str, str] = field(default_factory=dict)

    @property
    def unlevelled(self) -> tuple[str, ...]:
        """Codes of languages without a level."""
        return tuple(code for code, level in self.levels.items() if not level)


LEVELS: Final = ("little", "well", "fluent")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WRITTEN_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_COUNTRY_LENGTH = 2
MOST_LANGUAGES: Final = 12


def first(typed: Typed, name: str) -> str:
    """The only value of a control, without blanks around it; empty if there is none."""
    values = typed.get(name, ())
    return values[0].strip() if values else ""


def read_control(control: Control, typed: Typed) -> Any:
    """The value of a control: "" , none or () where nothing was entered. Raises `FlawedError`."""
    if control.kind is ControlKind.LANGUAGES:
        return read_languages(typed)
    if control.kind is ControlKind.TICKS:
        return _ticks(control, typed.get(control.name, ()))
    text = first(typed, control.name)
    if control.kind is ControlKind.TICK:
        return bool(text)
    return _READERS[control.kind](control, text)


def read_languages(typed: Typed) -> Levelled:
    """The languages of the form with the level chosen for each."""
    codes = [code for code in typed.get("language", ()) if _CODE.fullmatch(code)]
    levels = {code: first(typed, f"level-{code}") for code in codes[:MOST_LANGUAGES]}
    return Levelled({code: level if level in LEVELS else "" for code, level in levels.items()})


def _text(control: Control, text: str) -> str:
    """Without what no keyboard types and no database keeps: control characters."""
    if len(text) > control.limit:
        raise FlawedError(Flaw.TOO_LONG)
    return _CONTROL.sub("", text.replace("\r\n", "\n")).strip()


def _line(control: Control, text: str) -> str:
    return " ".join(_text(control, text).split())


def _email(control: Control, text: str) -> str:
    if text and not _EMAIL.fullmatch(text):
        raise FlawedError(Flaw.NO_EMAIL)
    return _text(control, text)


def _number(control: Control, text: str) -> str:
    if text and not re.fullmatch(r"-?\d{1,12}([.,]\d{1,6})?", text):
        raise FlawedError(Flaw.NO_NUMBER)
    return _text(control, text).replace(",", ".")


def _date(_control: Control, text: str) -> date | None:
    """A day as browsers send it, or as people write it where browsers know no dates."""
    if not text:
        return None
    written = _WRITTEN_DATE.fullmatch(text)
    try:
        if written:
            day, month, year = map(int, written.groups())
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        raise FlawedError(Flaw.NO_DATE) from None


def _time(_control: Control, text: str) -> time | None:
    if not text:
        return None
    written = re.fullmatch(r"(\d{1,2})[:.](\d{2})(:\d{2})?", text)
    try:
        return time(int(written[1]), int(written[2])) if written else time.fromisoformat("-")
    except ValueError:
        raise FlawedError(Flaw.NO_TIME) from None


def _choice(control: Control, text: str) -> str:
    if text and text not in control.choices:
        raise FlawedError(Flaw.NOT_OFFERED)
    return text


def _country(_control: Control, text: str) -> str:
    if text and not (len(text) == _COUNTRY_LENGTH and text.isascii() and text.isalpha()):
        raise FlawedError(Flaw.NOT_OFFERED)
    return text.upper()


def _ticks(control: Control, values: Iterable[str]) -> tuple[str, ...]:
    chosen = set(values) - {""}
    if chosen - set(control.choices):
        raise FlawedError(Flaw.NOT_OFFERED)
    return tuple(choice for choice in control.choices if choice in chosen)


_READERS: Final[Mapping[ControlKind, Callable[[Control, str], Any]]] = {
    ControlKind.TEXT: _line,
    ControlKind.LONG_TEXT: _text,
    ControlKind.EMAIL: _email,
    ControlKind.PHONE: _line,
    ControlKind.NUMBER: _number,
    ControlKind.DATE: _date,
    ControlKind.TIME: _time,
    ControlKind.CHOICE: _choice,
    ControlKind.RADIO: _choice,
    ControlKind.COUNTRY: _country,
}
