from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.world import CAST, PASSWORD, World
from trips.domain.account.password import PasswordFlaw
from trips.domain.account.user import COMMAND_LINE, FREE_ATTEMPTS, LONGEST_WAIT, Actor
from trips.extensions import db
from trips.models.user import SignInAttemptRow, UserRow, UserSessionRow
from trips.queries.account import find_account, find_signed_in, list_devices
from trips.services import account, user
from trips.services.account import Credentials
from trips.services.unit import MissingError

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
VERA = CAST["viewer"].email
NEW_PASSWORD = "another walk in the rain"  # noqa: S105 of invented people


@pytest.fixture(autouse=True)
def _in_the_app(world: World):
    with world.app.app_context():
        yield


def sign_in(password: str = PASSWORD, email: str = VERA, at: datetime = NOON) -> str | None:
    return account.sign_in(Credentials(email=email, password=password), "Firefox/140.0", at)


def vera() -> Actor:
    return find_account(VERA).actor


def test_the_right_password_opens_a_session_and_the_database_never_sees_its_token() -> None:
    token = sign_in(email=f"  {VERA.upper()} ")
    assert find_signed_in(token, NOON).actor == vera()
    rows = db.session.scalars(select(UserSessionRow)).all()
    assert token.encode() not in {row.token_hash for row in rows}
    kept = db.session.scalar(select(UserRow.password_hash).where(UserRow.email == VERA))
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_every_sign_in_has_a_token_of_its_own() -> None:
    assert sign_in() != sign_in()


@pytest.mark.parametrize("email", [VERA, "nobody@example.org"])
def test_a_wrong_password_opens_nothing(email: str) -> None:
    assert sign_in("wrong", email) is None


def test_an_account_waits_longer_and_longer_and_then_opens_again() -> None:
    for _ in range(FREE_ATTEMPTS):
        assert sign_in("wrong") is None
    assert sign_in() is None
    assert sign_in(at=NOON + timedelta(seconds=29)) is None
    token = sign_in(at=NOON + timedelta(seconds=31))
    assert token is not None
    assert db.session.scalars(select(SignInAttemptRow)).all() == []


def test_waiting_never_lasts_longer_than_a_quarter_of_an_hour() -> None:
    at = NOON
    for _ in range(FREE_ATTEMPTS + 12):
        sign_in("wrong", at=at)
        at += LONGEST_WAIT
    assert sign_in(at=at + LONGEST_WAIT) is not None


def test_an_address_without_account_waits_in_the_same_way() -> None:
    for email in (VERA, "nobody@example.org"):
        for _ in range(FREE_ATTEMPTS):
            sign_in("wrong", email)
    waits = {row.waits_until for row in db.session.scalars(select(SignInAttemptRow))}
    assert waits == {NOON + timedelta(seconds=30)}


def test_attempts_are_forgotten_after_a_day() -> None:
    sign_in("wrong", "somebody@example.org")
    sign_in("wrong", at=NOON + timedelta(days=2))
    assert len(db.session.scalars(select(SignInAttemptRow)).all()) == 1


@pytest.mark.parametrize(
    ("idle", "is_over"), [(timedelta(hours=11, minutes=59), False), (timedelta(hours=12), True)]
)
def test_a_session_ends_when_nobody_uses_it(idle: timedelta, is_over: bool) -> None:
    token = sign_in()
    assert (find_signed_in(token, NOON + idle) is None) == is_over


def test_a_session_in_use_ends_after_thirty_days() -> None:
    token, at = sign_in(), NOON
    while at < NOON + timedelta(days=29, hours=18):
        at += timedelta(hours=6)
        account.note_seen(find_signed_in(token, at).session_uid, at)
    assert find_signed_in(token, NOON + timedelta(days=30)) is None


def test_being_seen_is_written_every_five_minutes_at_most() -> None:
    token = sign_in()
    minutes = {
        minute: find_signed_in(token, NOON + timedelta(minutes=minute)).is_seen_due
        for minute in (0, 4, 5)
    }
    assert minutes == {0: False, 4: False, 5: True}


def test_signing_out_ends_the_session_at_once() -> None:
    token, other = sign_in(), sign_in()
    account.sign_out(token, NOON)
    assert find_signed_in(token, NOON) is None
    assert find_signed_in(other, NOON) is not None


def test_people_end_their_own_sessions_only() -> None:
    own = find_signed_in(sign_in(), NOON).session_uid
    foreign = find_signed_in(sign_in(email=CAST["admin"].email), NOON).session_uid
    with pytest.raises(MissingError):
        account.end_session(vera(), foreign, NOON)
    account.end_session(vera(), own, NOON)
    assert list_devices(vera(), "", NOON) == []


def test_signing_out_everywhere_leaves_others_alone() -> None:
    tokens, admin = [sign_in(), sign_in()], sign_in(email=CAST["admin"].email)
    account.end_all_sessions(vera(), NOON)
    assert [find_signed_in(token, NOON) for token in tokens] == [None, None]
    assert find_signed_in(admin, NOON) is not None


def test_a_new_password_ends_all_sessions_but_a_fresh_one() -> None:
    old = sign_in()
    fresh = account.change_password(vera(), PASSWORD, NEW_PASSWORD, "", NOON)
    assert find_signed_in(old, NOON) is None
    assert find_signed_in(str(fresh), NOON) is not None
    assert sign_in() is None
    assert sign_in(NEW_PASSWORD) is not None


def test_the_old_password_is_asked_for() -> None:
    assert account.change_password(vera(), "wrong", NEW_PASSWORD, "", NOON) is None
    assert sign_in() is not None


@pytest.mark.parametrize(
    ("password", "flaw"),
    [
        ("elf zeichen", PasswordFlaw.SHORT),
        ("x" * 257, PasswordFlaw.LONG),
        ("Passwort123456!", PasswordFlaw.KNOWN),
        ("p4ssw0rd-2026", PasswordFlaw.KNOWN),
        ("qwertzqwertz1", PasswordFlaw.KNOWN),
        ("123456789012", PasswordFlaw.KNOWN),
        ("aaaaaaaaaaaaaa", PasswordFlaw.KNOWN),
        ("vera@example.org", PasswordFlaw.PERSONAL),
        ("Vera Vogt 2026", PasswordFlaw.PERSONAL),
    ],
)
def test_bad_passwords_are_told_why(password: str, flaw: PasswordFlaw) -> None:
    assert account.change_password(vera(), PASSWORD, password, "", NOON) is flaw


@pytest.mark.parametrize("password", ["käse im regen am kanal", "ein sehr langer Satz " * 10])
def test_good_passwords_need_no_digits_and_are_never_cut(password: str) -> None:
    account.change_password(vera(), PASSWORD, password, "", NOON)
    assert sign_in(password) is not None
    assert sign_in(password[:-1]) is None


def test_a_disabled_user_is_out_at_once_and_stays_out() -> None:
    token = sign_in()
    user.set_disabled(VERA, COMMAND_LINE, NOON, is_disabled=True)
    assert find_signed_in(token, NOON) is None
    assert sign_in() is None
    user.set_disabled(VERA, COMMAND_LINE, NOON, is_disabled=False)
    assert sign_in() is not None


def test_an_administrator_frees_a_waiting_account_with_a_new_password() -> None:
    for _ in range(FREE_ATTEMPTS):
        sign_in("wrong")
    user.set_password(VERA, NEW_PASSWORD, COMMAND_LINE, NOON)
    assert sign_in(NEW_PASSWORD) is not None


def test_an_address_has_one_account() -> None:
    new = user.NewUser(email=VERA.upper(), name="", password=NEW_PASSWORD)
    with pytest.raises(user.EmailTakenError):
        user.create_user(new, COMMAND_LINE, NOON)
