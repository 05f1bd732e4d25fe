"""What is wrong with a bundle, in words."""

from trips.domain.values.wire import Fault
from trips.i18n.catalogue import N_, say

SENTENCES = {
    "broken_reference": N_("%(path)s names %(value)s, which is not in the file."),
    "duplicate": N_("%(path)s: %(value)s is there twice."),
    "missing_field": N_("%(path)s is missing."),
    "not_a_list": N_("%(path)s must be a list."),
    "not_allowed": N_("%(path)s: “%(value)s” is none of %(allowed)s."),
    "not_a_slug": N_(
        "%(path)s: “%(value)s” is no address; it takes small letters, digits and hyphens."
    ),
    "not_an_object": N_("%(path)s must be an object."),
    "not_bool": N_("%(path)s must be true or false, not “%(value)s”."),
    "not_date": N_("%(path)s: “%(value)s” is no date like 2015-09-16."),
    "not_datetime": N_("%(path)s: “%(value)s” is no time like 2015-09-16T14:00."),
    "not_float": N_("%(path)s: “%(value)s” is no number."),
    "not_int": N_("%(path)s: “%(value)s” is no whole number."),
    "not_json": N_("This is no JSON file: %(value)s."),
    "not_str": N_("%(path)s must be a text."),
    "not_text": N_('%(path)s must be texts by language, like {"de": …, "en": …}.'),
    "not_time": N_("%(path)s: “%(value)s” is no time like 15:00."),
    "too_large": N_("The file is larger than %(value)s bytes."),
    "unknown_field": N_("%(path)s: no such field is known."),
    "unknown_schema": N_("The file says schema “%(value)s”; this version reads schema 1."),
    "wrong_length": N_("%(path)s has the wrong number of entries."),
}


def fault_sentence(fault: Fault, locale: str) -> str:
    """One fault as a sentence; the path says where in the file."""
    return say(
        SENTENCES[fault.code],
        locale,
        path=fault.path or "/",
        value=fault.value,
        allowed=", ".join(fault.allowed),
    )
