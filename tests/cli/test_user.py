import pytest
from click.testing import Result

from tests.world import CAST, NOW, PASSWORD, World
from trips.domain.account.user import InstanceRole, TripRole
from trips.queries.account import find_account, find_trip_access
from trips.services import account
from trips.services.account import Credentials

NEW = "new.person@example.org"
VERA = CAST["viewer"].email


def run(world: World, *words: str, typed: str = "") -> Result:
    return world.app.test_cli_runner().invoke(args=["user", *words], input=typed)


def can_sign_in(world: World, email: str, password: str) -> bool:
    with world.app.app_context():
        return bool(account.sign_in(Credentials(email=email, password=password), "", NOW))


def test_a_new_account_gets_a_password_that_is_told_once(world: World) -> None:
    result = run(world, "create", NEW, "--role", "organiser", "--name", "New Person")
    email, password = result.stdout.strip().split("\t")
    assert (result.exit_code, email) == (0, NEW)
    assert can_sign_in(world, NEW, password)
    with world.app.app_context():
        assert find_account(NEW).actor.role is InstanceRole.ORGANISER
    assert password not in run(world, "list").output


def test_a_new_account_may_have_a_role_on_one_trip(world: World) -> None:
    place = ["--trip", world.slug, "--trip-role", "writer"]
    assert run(world, "create", NEW, "--role", "member", *place).exit_code == 0
    with world.app.app_context():
        actor = find_account(NEW).actor
        assert find_trip_access(actor, world.slug).role is TripRole.WRITER
        assert find_trip_access(actor, world.other_slug) is None


@pytest.mark.parametrize(
    "words",
    [
        ("create", VERA, "--role", "member"),
        ("create", NEW, "--role", "king"),
        ("create", "no-address", "--role", "member"),
        ("create", NEW, "--role", "member", "--trip", "no-such-trip", "--trip-role", "viewer"),
        ("create", NEW, "--role", "member", "--trip-role", "viewer"),
        ("password", NEW),
        ("role", NEW, "admin"),
        ("grant", VERA, "no-such-trip", "viewer"),
        ("disable", NEW),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    world: World, words: tuple[str, ...]
) -> None:
    before = run(world, "list").output
    result = run(world, *words)
    assert result.exit_code != 0
    assert "Error" in result.output
    assert "Traceback" not in result.output
    assert run(world, "list").output == before


def test_a_typed_password_has_to_be_good(world: World) -> None:
    typed = "passwort1234\npasswort1234\n"
    assert run(world, "create", NEW, "--role", "member", "--ask", typed=typed).exit_code != 0
    good = "\n".join(["ein weg am kanal entlang"] * 2) + "\n"
    result = run(world, "create", NEW, "--role", "member", "--ask", typed=good)
    assert result.exit_code == 0
    assert can_sign_in(world, NEW, "ein weg am kanal entlang")


def test_a_new_password_replaces_the_old_one(world: World) -> None:
    password = run(world, "password", VERA).stdout.strip().split("\t")[1]
    assert not can_sign_in(world, VERA, PASSWORD)
    assert can_sign_in(world, VERA, password)


def test_roles_and_grants_count_at_once(world: World) -> None:
    run(world, "grant", VERA, world.other_slug, "organiser")
    run(world, "role", CAST["outsider"].email, "organiser")
    with world.app.app_context():
        vera, charlie = find_account(VERA).actor, find_account(CAST["outsider"].email).actor
        assert find_trip_access(vera, world.other_slug).role is TripRole.ORGANISER
        assert find_trip_access(charlie, world.slug).role is TripRole.ORGANISER
