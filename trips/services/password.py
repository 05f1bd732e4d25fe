"""Argon2id, with at least the cost that OWASP asks for (19 MiB, two passes, one lane)."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from trips.domain.account.password import normal_form

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hash_password(password: str) -> str:
    """The text that is kept instead of a password."""
    return _HASHER.hash(normal_form(password))


def is_right(password: str, kept: str | None) -> bool:
    """True if `kept` came from `password`. Without an account it takes as long and is False."""
    try:
        _HASHER.verify(kept or _nobodys(), normal_form(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """True if a hash was made with other costs than today's."""
    return _HASHER.check_needs_rehash(kept)


def random_password() -> str:
    """Twenty characters that can be read out: 95 random bits."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(alphabet) for _ in range(5)) for _ in range(4))


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_urlsafe(16))
