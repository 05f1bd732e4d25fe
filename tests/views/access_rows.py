"""What a row of the access matrix says: who of the cast gets what from an endpoint."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.world_trip import SLUG

ROLES = ("anonymous", "outsider", "viewer", "writer", "organiser", "colleague", "admin")

REACHED = "reached"
"""The view itself answered: anything but a refusal (302 to sign-in, 403, 404, 5xx)."""
SIGN_IN = "sign-in"
"""Led to the sign-in page."""
MISSING = 404

Expected = str | int
Columns = Mapping[str, Expected]


@dataclass(frozen=True)
class Row:
    """What each role gets, and the arguments that lead to the world's own objects."""

    expected: Columns
    args: Mapping[str, str] = field(default_factory=dict)


def row(args: Mapping[str, str] | None = None, **expected: Expected) -> Row:
    """A row spelt out; roles that are not named get `others`."""
    others = expected.pop("others", REACHED)
    return Row({role: expected.get(role, others) for role in ROLES}, args or {})


def public(**args: str) -> Row:
    """For everybody."""
    return row(args)


def signed_in(**args: str) -> Row:
    """For whoever has an account."""
    return row(args, anonymous=SIGN_IN)


def house(**args: str) -> Row:
    """For the house's own people: organisers and administrators."""
    return row(args, anonymous=SIGN_IN, outsider=MISSING, viewer=MISSING, writer=MISSING)


def trip(**args: str) -> Row:
    """For whoever may see the trip."""
    return row({"slug": SLUG, **args}, anonymous=SIGN_IN, outsider=MISSING)


def trip_notes(**args: str) -> Row:
    """For whoever documents or organises the trip."""
    return row({"slug": SLUG, **args}, anonymous=SIGN_IN, outsider=MISSING, viewer=MISSING)


def trip_work(**args: str) -> Row:
    """For whoever organises the trip."""
    return row(
        {"slug": SLUG, **args},
        anonymous=SIGN_IN,
        outsider=MISSING,
        viewer=MISSING,
        writer=MISSING,
    )


def own(**args: str) -> Row:
    """For Jana alone."""
    return row(args, anonymous=SIGN_IN, organiser=REACHED, others=MISSING)
