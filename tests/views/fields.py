"""The fields of a page's forms."""

from html.parser import HTMLParser


class Fields(HTMLParser):
    """What a browser would send of every form on a page, unchanged."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._select = self._area = ""
        self._first: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "input" and name and given.get("type") not in {"submit", "radio"}:
            if given.get("type") != "checkbox" or "checked" in given:
                self.values.setdefault(name, []).append(value)
        elif tag == "select":
            self._select, self._first = name, None
        elif tag == "option" and self._select:
            if self._first is None or "selected" in given:
                self._first = value
                self.values[self._select] = [value]
        elif tag == "textarea":
            self._area = name
            self.values[name] = [""]

    def handle_data(self, data: str) -> None:
        if self._area:
            self.values[self._area] = [data.removeprefix("\r\n").removeprefix("\n")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        if tag == "textarea":
            self._area = ""
