"""Who answers for the data of a trip, as the notice to its people names them."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import BooleanField, FormField, StringField, TextAreaField
from wtforms.validators import Email, Optional

from trips.domain.data_protection import DataProtection, Processor
from trips.domain.values.text import EMPTY, Text
from trips.forms.entity import EntityForm, LongTextPair, strip
from trips.forms.parts import at_most

WORDS = ("controller", "address", "email", "officer")
TEXTS = ("authority", "recipients")


class DataProtectionForm(EntityForm):
    """The notice's names and addresses, and whether the wording of agreements is a new one."""

    kind = DataProtection
    locale = "en"
    """Language in which tasks are typed; the view sets it."""

    controller = StringField(lazy_gettext("Who is responsible"), at_most(200))
    address = TextAreaField(lazy_gettext("Address"), at_most(500), render_kw={"rows": 2})
    email = StringField(lazy_gettext("E-mail"), [Optional(), Email(), *at_most(254)])
    officer = StringField(
        lazy_gettext("Data protection officer"),
        at_most(300),
        description=lazy_gettext("Name and how to reach them."),
    )
    authority = FormField(LongTextPair, label=lazy_gettext("Where to complain"))
    recipients = FormField(
        LongTextPair, label=lazy_gettext("Who receives data: hotels, embassies, hosts")
    )
    processors = TextAreaField(
        lazy_gettext("Who works on our behalf"),
        at_most(3000),
        description=lazy_gettext("One a line: name, a colon, the task."),
        render_kw={"rows": 4},
    )
    is_new_wording = BooleanField(
        lazy_gettext("The wording of the agreements is a new one"),
        description=lazy_gettext("Everybody is asked again; earlier agreements no longer count."),
    )

    def show(self, entity: DataProtection) -> None:
        """Fill in what stands."""
        for name in WORDS:
            self[name].data = getattr(entity, name)
        for name in TEXTS:
            self[name].form.process(data=dict(getattr(entity, name)))
        self.processors.data = "\n".join(_line(each, self.locale) for each in entity.processors)
        self.is_new_wording.data = False

    def values(self) -> dict[str, Any]:
        carried = self.carried or DataProtection()
        more = {"wording": carried.wording + 1} if self.is_new_wording.data else {}
        return {
            **{name: strip(self[name].data) for name in WORDS},
            **{name: self[name].form.text() for name in TEXTS},
            "processors": self._processors(carried),
            **more,
        }

    def _processors(self, carried: DataProtection) -> tuple[Processor, ...]:
        """A line each; a task in another language stays while the line is as it was."""
        known = {_line(each, self.locale): each for each in carried.processors}
        lines = (line.strip() for line in strip(self.processors.data).splitlines())
        return tuple(known.get(line) or _processor(line, self.locale) for line in lines if line)


def _line(processor: Processor, locale: str) -> str:
    task = processor.task.shown(locale).text if processor.task else ""
    return f"{processor.name}: {task}" if task else processor.name


def _processor(line: str, locale: str) -> Processor:
    name, _, task = line.partition(":")
    said = Text({locale: task.strip()}) if task.strip() else EMPTY
    return Processor(name=name.strip(), task=said)
