"""The pages of the guide as blocks: the part of Markdown that they use, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class SpanKind(StrEnum):
    """How a run of words stands out."""

    PLAIN = "plain"
    CODE = "code"
    STRONG = "strong"
    LINK = "link"


@dataclass(frozen=True)
class Span:
    """A run of words in one kind; a link has a target."""

    kind: SpanKind
    text: str
    target: str = ""


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEMS = "items"
    STEPS = "steps"
    CODE = "code"
    TABLE = "table"


Spans = tuple[Span, ...]


@dataclass(frozen=True, kw_only=True)
class Block:
    """A part of a page: lines of spans, cells of a table, or code as it is."""

    kind: BlockKind
    level: int = 0
    lines: tuple[Spans, ...] = ()
    rows: tuple[tuple[Spans, ...], ...] = field(default=())
    code: str = ""


_SPAN: Final = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)")
_ITEM: Final = re.compile(r"(?:-|\d+\.)\s+")
_FENCE: Final = "```"


def read_guide_page(text: str) -> tuple[Block, ...]:
    """The blocks of a page in order."""
    return tuple(_block(chunk) for chunk in _chunks(text.splitlines()))


def _chunks(lines: list[str]) -> Iterator[list[str]]:
    """Lines that belong together: between empty ones, and a whole fence of code."""
    chunk: list[str] = []
    is_code = False
    for line in lines:
        if line.startswith(_FENCE):
            if not is_code and chunk:
                yield chunk
                chunk = []
            is_code = not is_code
            chunk.append(line)
            if not is_code:
                yield chunk
                chunk = []
        elif line.strip() or is_code:
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if first.startswith(_FENCE):
        return Block(kind=BlockKind.CODE, code="\n".join(lines[1:-1]))
    if first.startswith("#"):
        marks, _, words = first.partition(" ")
        return Block(kind=BlockKind.HEADING, level=len(marks), lines=(_spans(words),))
    if first.startswith("|"):
        rows = tuple(_cells(line) for line in lines if set(line) - set("|-: "))
        return Block(kind=BlockKind.TABLE, rows=rows)
    if _ITEM.match(first):
        kind = BlockKind.ITEMS if first.startswith("-") else BlockKind.STEPS
        return Block(kind=kind, lines=tuple(_spans(_ITEM.sub("", line, count=1)) for line in lines))
    return Block(kind=BlockKind.PARAGRAPH, lines=(_spans(" ".join(lines)),))


def _cells(line: str) -> tuple[Spans, ...]:
    return tuple(_spans(cell.strip()) for cell in line.strip().strip("|").split("|"))


def _spans(text: str) -> Spans:
    spans: list[Span] = []
    at = 0
    for found in _SPAN.finditer(text):
        if found.start() > at:
            spans.append(Span(SpanKind.PLAIN, text[at : found.start()]))
        code, strong, words, target = found.groups()
        if code:
            spans.append(Span(SpanKind.CODE, code))
        elif strong:
            spans.append(Span(SpanKind.STRONG, strong))
        else:
            spans.append(Span(SpanKind.LINK, words, target))
        at = found.end()
    if at < len(text):
        spans.append(Span(SpanKind.PLAIN, text[at:]))
    return tuple(spans)
