"""Uploading a workbook or bundle."""

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import StringField
from wtforms.validators import Length


class UploadForm(FlaskForm):
    """A file to be read; nothing is changed by it yet."""

    file = FileField(
        lazy_gettext("File"),
        [FileRequired(lazy_gettext("Please choose a file."))],
        description=lazy_gettext(
            "An Excel workbook (.xlsx) or a table as text (.csv) of at most 10 MB, or a trip file "
            "(.json) of at most 20 MB."
        ),
        render_kw={"accept": ".xlsx,.xlsm,.csv,.txt,.json"},
    )


class NewTripUploadForm(UploadForm):
    """A file that becomes a trip of its own."""

    title = StringField(
        lazy_gettext("Title of the trip"),
        [Length(max=200)],
        description=lazy_gettext(
            "For a workbook; left empty, the name of the file is used. A trip file has its own."
        ),
    )


class FilledForm(FlaskForm):
    """The form of a delegation, as it came back."""

    file = FileField(
        lazy_gettext("File"),
        [FileRequired(lazy_gettext("Please choose a file."))],
        description=lazy_gettext(
            "The form as it came back, or any list of people in Excel (.xlsx) or as text (.csv)."
        ),
        render_kw={"accept": ".xlsx,.xlsm,.csv,.txt"},
    )
