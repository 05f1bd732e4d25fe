"""Who gets what from every endpoint. Whoever adds a route adds its row.

A row says what each of the cast gets for a GET and for a POST with no fields:
`page(...)` and friends below are the usual cases; `row(...)` spells one out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.world_trip import OTHER_SLUG, SLUG, UIDS

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


MATRIX: dict[str, Row] = {
    "static": public(filename="css/tokens.css"),
    # account
    "account.sign_in": public(),
    "account.open_session": public(),
    "account.open_demo_session": row(others=MISSING),
    "account.sign_out": public(),
    "account.forgotten_password": public(),
    "account.index": signed_in(),
    "account.change_password": signed_in(),
    "account.end_session": row({"uid": "not-a-session"}, anonymous=SIGN_IN, others=MISSING),
    "account.end_all_sessions": signed_in(),
    "account.set_language": public(),
    "account.set_theme": public(),
    # pages of the house
    "pages.home": public(),
    "pages.healthz": public(),
    "pages.parts": public(),
    "legal.privacy": public(),
    "legal.imprint": public(),
    "legal.accessibility": public(),
    # trips
    "trip.index": signed_in(),
    "trip.overview": trip(),
    "programme.index": trip(),
    "delegate.index": trip(),
    "place.index": trip(),
    "interpreter.index": trip(),
    "route.index": trip(),
    # address book
    "address_book.index": house(),
}

# Arguments that other rows need: objects of the world by name, and the trip that is not theirs.
WORLD = UIDS
FOREIGN = OTHER_SLUG
