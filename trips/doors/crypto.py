"""Encryption of single fields, bound to the row and column they stand in."""

import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
TOKEN_BYTES = 20
"""160 random bits for a secret link."""


class SealBrokenError(Exception):
    """A ciphertext was changed, moved to another row, or sealed with another key."""


def seal(plain: str, *, place: str, key: bytes) -> bytes:
    """AES-256-GCM of a text; `place` (like `link:uid`) is authenticated, so it cannot be moved."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain.encode(), place.encode())


def unseal(sealed: bytes, *, place: str, key: bytes) -> str:
    """The inverse of `seal`. Raises `SealBrokenError` where anything differs."""
    try:
        plain = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode())
    except InvalidTag as error:
        raise SealBrokenError(place) from error
    return plain.decode()


def new_token() -> str:
    """A secret for a link, safe in URLs."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str, purpose: str) -> bytes:
    """What the database keeps of a token; tokens of different purposes never match."""
    return hashlib.sha256(f"{purpose}:{token}".encode()).digest()
