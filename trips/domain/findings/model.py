"""A finding: a code, how grave it is, what it is about, the facts of its wording, its fixes."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from trips.domain.findings.codes import FindingCode, FixCode, Severity
from trips.domain.values.text import Text
from trips.domain.values.wire import to_wire

__all__ = ["Finding", "FindingCode", "Fix", "FixCode", "Severity", "Subject", "order_key"]


@dataclass(frozen=True)
class Subject:
    """An object a finding is about: its kind (item, stop, participation …) and uid."""

    kind: str
    uid: str


@dataclass(frozen=True, kw_only=True)
class Fix:
    """One way to mend a finding: a step on the board that can be taken at once, or a form.

    `facts` are what its wording needs, as in a finding.
    """

    code: FixCode
    facts: Mapping[str, Any] = field(default_factory=dict)
    change: Mapping[str, Any] | None = None
    """The JSON form of a step of the board (`{"verb": "resize", "uid": …}`); none leads to a
    form."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something wrong or missing. `stop` says where it is, `due` until when it should be mended."""

    code: FindingCode
    severity: Severity
    subjects: tuple[Subject, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Values, never sentences: numbers, dates, texts in all languages, names."""
    due: date | None = None
    stop: str | None = None
    cause: str = ""
    """What stays the same while the subjects of a list change, such as the language of texts."""
    mender: Callable[[], Iterable[Fix]] | None = field(default=None, compare=False, repr=False)
    """Finds the fixes once somebody asks for them: most pages only count and name findings."""

    @cached_property
    def fixes(self) -> tuple[Fix, ...]:
        """What mends it with one click."""
        return tuple(self.mender()) if self.mender else ()

    @cached_property
    def key(self) -> str:
        """The same finding tomorrow: SHA-256 over code and subjects, or code and cause."""
        about = (
            [self.cause] if self.cause else [f"{each.kind}:{each.uid}" for each in self.subjects]
        )
        return _digest([self.code.value, *about])

    @cached_property
    def facts_hash(self) -> str:
        """What somebody accepts: SHA-256 over subjects and facts, but not over names and titles."""
        facts = {name: _plain(value) for name, value in self.facts.items() if not _is_name(value)}
        subjects = sorted(f"{each.kind}:{each.uid}" for each in self.subjects)
        return _digest([self.severity.value, subjects, facts])


def _is_name(value: Any) -> bool:
    return isinstance(value, Text) or (
        isinstance(value, tuple) and bool(value) and isinstance(value[0], Text)
    )


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset | set):
        return sorted(_plain(each) for each in value)
    return to_wire(value)


def _digest(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


RANK = {severity: rank for rank, severity in enumerate(Severity)}


def order_key(finding: Finding) -> tuple[int, date, str, tuple[str, ...]]:
    """Gravest first, then the nearest deadline, then by code and subject."""
    return (
        RANK[finding.severity],
        finding.due or date.max,
        finding.code,
        tuple(subject.uid for subject in finding.subjects),
    )
