"""How a letter greets somebody.

By the form of address that the person chose, never derived from the sex; without one by the full
name, which is polite in both languages. Names are spelt as in the passport.
"""

from trips.domain.person import FormOfAddress, Person
from trips.i18n.catalogue import N_, say

_PLAIN = {
    FormOfAddress.MS: N_("Dear Ms %(name)s"),
    FormOfAddress.MR: N_("Dear Mr %(name)s"),
}
# English drops Ms and Mr before a title, German keeps them; so each has a message of its own.
_WITH_TITLE = {
    FormOfAddress.MS: N_("Dear %(title)s %(name)s [to a woman]"),
    FormOfAddress.MR: N_("Dear %(title)s %(name)s [to a man]"),
}


def salutation(person: Person, locale: str) -> str:
    """The greeting of a letter, without the comma behind it.

    Sehr geehrte Frau Dr. Mokoena · Dear Dr. Mokoena; without a form of address Guten Tag Thandi
    Mokoena · Dear Thandi Mokoena.
    """
    form, title, name = person.form_of_address, person.academic_title, person.family_name
    if form not in _PLAIN or not name:
        return say(N_("Dear %(name)s"), locale, name=person.name)
    if title:
        return say(_WITH_TITLE[form], locale, title=title, name=name).partition(" [")[0]
    return say(_PLAIN[form], locale, name=name)
