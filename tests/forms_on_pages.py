"""What a browser would send if somebody pressed the main button of a form right away."""

from collections.abc import Iterator
from html.parser import HTMLParser


class _Reader(HTMLParser):
    """Collects the fields of the form that carries the most."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[list[tuple[str, str]]] = []
        self._open: list[tuple[str, str]] | None = None
        self._select = ""
        self._options: list[tuple[str, bool]] = []
        self._area: list[str] | None = None
        self._area_name = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._open = []
            self.forms.append(self._open)
        elif self._open is None:
            return
        elif tag == "input":
            self._input(found)
        elif tag == "select":
            self._select, self._options = found.get("name", ""), []
        elif tag == "option" and self._select:
            self._options.append((found.get("value", ""), "selected" in found))
        elif tag == "textarea":
            self._area, self._area_name = [], found.get("name", "")

    def _input(self, found: dict[str, str]) -> None:
        kind = found.get("type", "text")
        is_left_out = kind in {"checkbox", "radio"} and "checked" not in found
        if self._open is not None and found.get("name") and not is_left_out:
            self._open.append((found["name"], found.get("value", "on")))

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._area.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select" and self._open is not None and self._select:
            chosen = [value for value, is_chosen in self._options if is_chosen]
            first = [value for value, _ in self._options[:1]]
            self._open.extend((self._select, value) for value in (chosen or first))
            self._select = ""
        elif tag == "textarea" and self._open is not None and self._area is not None:
            text = "".join(self._area).removeprefix("\r\n").removeprefix("\n")
            self._open.append((self._area_name, text))
            self._area = None


def filled(page: str) -> dict[str, str | list[str]]:
    """The fields of the largest form on a page; several values of a name are a list."""
    reader = _Reader()
    reader.feed(page)
    fields: dict[str, str | list[str]] = {}
    for name, value in _largest(reader.forms):
        known = fields.get(name)
        if known is None:
            fields[name] = value
        else:
            fields[name] = [*(known if isinstance(known, list) else [known]), value]
    return fields


def _largest(forms: list[list[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    return iter(max(forms, key=len))
