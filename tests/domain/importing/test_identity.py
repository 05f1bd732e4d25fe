import pytest

from trips.domain.importing.identity import Identity, Match, compare


def person(name, **more):
    given, _, family = name.rpartition(" ")
    return Identity(given_name=given, family_name=family, **more)


UA = {"country": "UA"}


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        (person("Olena Shevchenko", **UA), person("Olena Shevchenko", **UA), Match.SAME),
        (person("Shevchenko Olena", **UA), person("Olena Shevchenko", **UA), Match.SAME),
        (person("Олена Шевченко", **UA), person("Olena Shevchenko", **UA), Match.SAME),
        (person("Jürgen Müller"), person("Jürgen Müller"), Match.PLAUSIBLE),
        (
            person("Jürgen Müller", country="DE"),
            person("Juergen Mueller", country="DE"),
            Match.SAME,
        ),
        (person("Jürgen Müller", country="DE"), person("Jurgen Muller", country="DE"), Match.SAME),
        (
            person("Anil Kumar", emails=("a@x.in",)),
            person("ANIL KUMAR", emails=("A@x.in",)),
            Match.SAME,
        ),
        (person("Anil Kumar", country="IN"), person("Anil Kumar", country="US"), Match.PLAUSIBLE),
        (
            person("Anil Kumar", country="IN", emails=("office@x.in",)),
            person("Meera Rao", country="IN", emails=("office@x.in",)),
            Match.DIFFERENT,
        ),
        (
            person("Anil Kumar", country="IN", organisations=("Ministry",)),
            person("Anil Kumar", country="IN", organisations=("City of Pune",)),
            Match.PLAUSIBLE,
        ),
        (person("A. Kumar", country="IN"), person("Anil Kumar", country="IN"), Match.PLAUSIBLE),
        (
            person("Anil Ramesh Kumar", country="IN"),
            person("Anil Kumar", country="IN"),
            Match.PLAUSIBLE,
        ),
        (
            person("Oleksandr Kovalenko", **UA),
            person("Olexander Kovalenko", **UA),
            Match.PLAUSIBLE,
        ),
        (person("Oleksandr Kovalenko"), person("Olexander Kovalenko"), Match.DIFFERENT),
        (
            person("Thandi Nkosi", country="ZA"),
            person("Sipho Nkosi", country="ZA"),
            Match.DIFFERENT,
        ),
        (
            person("Anna Weber", organisations=("Stadt Leipzig",)),
            person("Anna Weber", organisations=("STADT LEIPZIG", "City of Leipzig")),
            Match.SAME,
        ),
    ],
)
def test_who_is_the_same_person(one, other, match):
    assert compare(one, other).match is match
    assert compare(other, one).match is match
