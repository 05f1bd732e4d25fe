"""What somebody sees of a page of the registration, read from its HTML."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_VOID: Final = frozenset({"input", "br", "wbr", "img", "link", "meta", "hr", "path", "circle"})
_BLOCKS: Final = frozenset(
    {
        "p",
        "h1",
        "h2",
        "h3",
        "li",
        "div",
        "label",
        "legend",
        "summary",
        "dt",
        "dd",
        "button",
        "section",
    }
)
_PASSING: Final = frozenset(
    {
        *("soft", "hint", "optional", "langs", "reg-check"),
        *("reg-saved", "reg-decline", "reg-add", "reg-else"),
    }
)
"""Classes of what is there for whoever looks for it: notes, hints, the way out."""
_PASSING_TAGS: Final = frozenset({"header", "nav", "footer", "a"})
_UNSEEN: Final = frozenset({"head", "script", "style", "select", "textarea", "svg", "template"})


@dataclass
class Asked:
    """A control of the page: what it is called and what is in it."""

    kind: str
    name: str
    offered: list[str] = field(default_factory=list)
    """What may be chosen."""
    values: list[str] = field(default_factory=list)
    """What is chosen, or stands in it."""
    is_visible: bool = True


class Seen(HTMLParser):
    """The lines that are visible, and the controls, closed details left out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        """What has to be read to answer."""
        self.passing: list[str] = []
        """What is skimmed."""
        self.facts: list[str] = []
        """What is known of oneself, to be checked."""
        self.controls: dict[str, Asked] = {}
        self.has_problem = False
        self._open: list[tuple[str, bool, str]] = []
        """Tags, whether they hide what is in them, and what kind of words are in them."""
        self._text = ""
        self._select = ""
        self._is_open = False
        self.feed(page)
        self._flush()

    @property
    def _is_hidden(self) -> bool:
        return any(hides for _, hides, _ in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        self.has_problem = self.has_problem or "error-summary" in classes
        self._control(tag, given)
        if tag in _BLOCKS or _kind(tag, classes):
            self._flush()
        if tag == "summary":
            self._open_summary()
        if tag not in _VOID:
            self._open.append((tag, self._hides(tag, given, classes), _kind(tag, classes)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or (self._open and self._open[-1][2]):
            self._flush()
        while self._open and any(each == tag for each, _, _ in self._open):
            closed, _, _ = self._open.pop()
            if closed == tag:
                break
        if tag == "summary" and self._open and self._open[-1][0] == "details":
            self._open[-1] = ("details", not self._is_open, self._open[-1][2])

    def handle_data(self, data: str) -> None:
        if not self._is_hidden:
            self._text += data

    def _open_summary(self) -> None:
        """The words by which details open are seen, whatever they hide."""
        details, hides, kind = self._open[-1]
        self._is_open = not hides
        self._open[-1] = (details, False, kind)

    def _hides(self, tag: str, given: dict[str, str], classes: list[str]) -> bool:
        # The agreement to keep needs shows with the first need; the style sheet hides it till then.
        is_waiting = "reg-agreed" in classes and "is-shown" not in classes
        is_folded = tag == "details" and "open" not in given
        no_words = tag in _UNSEEN or {"unseen", "skip"} & {*classes} or "hidden" in given
        return is_waiting or is_folded or bool(no_words) or given.get("aria-hidden") == "true"

    def _control(self, tag: str, given: dict[str, str]) -> None:
        if tag == "option" and self._select and "selected" in given:
            self.controls[self._select].values = [given.get("value", "")]
        name, kind = given.get("name", ""), given.get("type", "text" if tag == "input" else tag)
        if tag not in {"input", "select", "textarea"} or not name:
            return
        self._select = name if tag == "select" else ""
        asked = self.controls.setdefault(name, Asked(kind, name, is_visible=not self._is_hidden))
        value = given.get("value", "")
        if kind in {"radio", "checkbox"}:
            asked.offered.append(value)
            asked.values += [value] if "checked" in given else []
        elif tag == "input":
            asked.values.append(value)

    def _flush(self) -> None:
        line = " ".join(self._text.split())
        kinds = [kind for _, _, kind in self._open if kind]
        if line:
            {"passing": self.passing, "fact": self.facts}.get(
                kinds[-1] if kinds else "", self.lines
            ).append(line)
        self._text = ""


def _kind(tag: str, classes: list[str]) -> str:
    if "reg-known" in classes:
        return "fact"
    return "passing" if tag in _PASSING_TAGS or _PASSING & {*classes} else ""
