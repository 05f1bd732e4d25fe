"""A text in as many languages as a trip has."""

import re
from typing import Any

from wtforms import Field
from wtforms.utils import unset_value

from trips.domain.values.text import EMPTY, Text

LONGEST = 2000


class TextsField(Field):
    """One input for each language, called `<name>-<language>`."""

    data: Text

    def __init__(self, label: Any = None, *, is_long: bool = False, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.is_long = is_long

    def process(
        self,
        formdata: Any,
        data: Any = unset_value,
        extra_filters: Any = None,  # noqa: ARG002 as WTForms calls it
    ) -> None:
        """Read every language that was sent."""
        self.process_errors = []
        self.data = EMPTY if data is unset_value or data is None else data
        sent = texts_in(formdata, self.name)
        if sent is not None:
            self.data = sent


def texts_in(formdata: Any, name: str) -> Text | None:
    """The text whose languages were sent under a name; none if none was."""
    if formdata is None:
        return None
    shape = re.compile(rf"{re.escape(name)}-([a-z]{{2,3}}(?:-[A-Za-z0-9]+)*)")
    found = {match[1]: key for key in formdata if (match := shape.fullmatch(key))}
    if not found:
        return None
    words = {lang: str(formdata.getlist(key)[0])[:LONGEST] for lang, key in found.items()}
    return Text({lang: text.replace("\r\n", "\n") for lang, text in words.items()})
