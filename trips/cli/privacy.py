"""`flask privacy …`: what the register of personal data says."""

import click
from flask.cli import AppGroup

from trips.cli.speech import terminal_locale
from trips.domain.privacy.retention import Periods
from trips.i18n.catalogue import N_, say
from trips.i18n.privacy.record_wording import measures, record_lines

group = AppGroup("privacy", help="What is kept about people.")
_HEADS = (
    N_("Data"),
    N_("Fields"),
    N_("Purposes"),
    N_("Legal ground"),
    N_("Who reads"),
    N_("Deleted after"),
)


@group.command("record")
@click.option("--locale", type=click.Choice(["de", "en"]), help="Language; the terminal's if none.")
def record(locale: str | None) -> None:
    """Print the record of processing and the measures, as Markdown."""
    lang = locale or terminal_locale()
    heads = [say(each, lang) for each in _HEADS]
    click.echo(f"# {say(N_('Record of processing activities (Art. 30 GDPR)'), lang)}\n")
    click.echo(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for line in record_lines(lang, Periods()):
        cells = (line.title, line.fields, line.purposes, line.basis, line.readers, line.period)
        click.echo(f"| {' | '.join(cells)} |")
    click.echo(f"\n## {say(N_('Measures (Art. 32 GDPR)'), lang)}\n")
    for each in measures(lang):
        click.echo(f"- {each}")
