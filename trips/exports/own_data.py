"""A person's own data as a readable PDF."""

from typing import Final

from trips.domain.privacy.own import OwnData
from trips.exports.paper import Words, clean, environment
from trips.exports.pdf import Layout
from trips.i18n.catalogue import direction_of
from trips.i18n.formats import date_long
from trips.i18n.privacy.own_wording import own_blocks

_STYLES: Final = ("base/base.css", "own_data/document.css")


def render(own: OwnData, locale: str) -> bytes:
    """Everything kept about somebody, kind by kind, as PDF/UA."""
    words = Words(locale)
    html = (
        environment(locale)
        .get_template("own_data/document.html")
        .render(
            locale=locale,
            direction=direction_of(locale),
            name=clean(own.name),
            on=date_long(own.at.date(), locale),
            kinds=own_blocks(own, locale, clean),
        )
    )
    layout = Layout(html, _STYLES)
    return layout.write(lambda _sheet, _ink: None, at=own.at, languages=words.languages)
