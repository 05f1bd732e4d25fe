"""`flask trip import FILE.json`: a bundle on the command line."""

from pathlib import Path

import click

from trips import clock
from trips.cli.speech import refuse, tell, terminal_locale
from trips.domain.account.user import COMMAND_LINE
from trips.domain.importing.difference import KindDifference, Name
from trips.doors.press import PressError
from trips.extensions import doors
from trips.i18n.bundle_wording import fault_sentence
from trips.i18n.catalogue import N_, say
from trips.i18n.import_summary import kind_word
from trips.jobs.bundle import BundleFaultsError, BundlePreview, Renaming, preview_bundle
from trips.services.importing.bundle import (
    ForeignPartsError,
    SlugTakenError,
    Stored,
    UnstorableError,
    store_bundle,
)


def import_json(path: Path, renaming: Renaming, *, is_rehearsal: bool) -> None:
    """Import a bundle and say what it changed; with another slug it becomes a trip of its own."""
    preview = _read(path, renaming)
    stored = _store(preview, is_rehearsal=is_rehearsal)
    if not preview.is_new:
        for difference in preview.differences:
            _print(difference)
    if is_rehearsal:
        tell(N_("This was a rehearsal; nothing was changed."))
    tell(_result(stored), slug=stored.slug)


def _read(path: Path, renaming: Renaming) -> BundlePreview:
    house = doors()
    try:
        return preview_bundle(path.read_bytes(), house.press, renaming)
    except BundleFaultsError as error:
        for fault in error.faults:
            click.echo(fault_sentence(fault, terminal_locale()), err=True)
        raise refuse(N_("Nothing was imported.")) from error
    except PressError as error:
        raise refuse(N_("The file cannot be read: %(code)s."), code=error.code) from error
    finally:
        house.press.close()


def _store(preview: BundlePreview, *, is_rehearsal: bool) -> Stored:
    try:
        return store_bundle(
            preview.snapshot, actor=COMMAND_LINE, now=clock.now(), is_rehearsal=is_rehearsal
        )
    except SlugTakenError as error:
        raise refuse(N_("Another trip is called %(slug)s already."), slug=str(error)) from error
    except ForeignPartsError as error:
        message = N_("The file names parts of another trip as its own. Give it a --slug.")
        raise refuse(message) from error
    except UnstorableError as error:
        raise refuse(N_("A text in the file is too long for its field.")) from error


def _result(stored: Stored) -> str:
    if stored.is_new:
        return N_("Imported: %(slug)s")
    return N_("Updated: %(slug)s") if stored.is_changed else N_("Nothing to change: %(slug)s")


def _print(difference: KindDifference) -> None:
    """One line for each object that is added, changed or removed, below the kind's counts."""
    if not difference.is_any:
        return
    locale = terminal_locale()
    counts = N_(
        "%(kind)s: %(new)s new, %(changed)s changed, %(gone)s removed, %(same)s as they are"
    )
    click.echo(
        say(
            counts,
            locale,
            kind=kind_word(difference.kind, locale),
            new=len(difference.new),
            changed=len(difference.changed),
            gone=len(difference.gone),
            same=difference.same,
        )
    )
    for sign, names in (("+", difference.new), ("~", difference.changed), ("-", difference.gone)):
        for name in names:
            click.echo(f"  {sign} {_shown(name, locale)}")


def _shown(name: Name, locale: str) -> str:
    return name if isinstance(name, str) else name.shown(locale).text
