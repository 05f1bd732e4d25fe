"""What commands say, in the language of the terminal."""

import os

import click

from trips.domain.releases.model import Release
from trips.i18n.catalogue import N_, say


def terminal_locale() -> str:
    """The language of LC_ALL, LC_MESSAGES or LANG, as far as we speak it; English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "de" if value.startswith("de") else "en"
    return "en"


def tell(message: str, **facts: object) -> None:
    """Print a message."""
    click.echo(say(message, terminal_locale(), **facts))


def refuse(message: str, **facts: object) -> click.ClickException:
    """The exception that ends a command with a message."""
    return click.ClickException(say(message, terminal_locale(), **facts))


def refuse_damaged(release: Release) -> click.ClickException:
    """The exception that names a release that cannot be read."""
    message = N_(
        "Release %(number)s (%(name)s) is damaged: what is stored of it can no longer be read. "
        "The other releases can be used."
    )
    return refuse(message, number=release.number, name=release.name)
