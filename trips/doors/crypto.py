"""Encryption of single fields, bound to the row and column they stand in."""

import hashlib
import secrets
from collections.abc import Sequence
from functools import lru_cache

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
    return nonce + _cipher(key).encrypt(nonce, plain.encode(), place.encode())


def unseal(sealed: bytes, *, place: str, key: bytes) -> str:
    """The inverse of `seal`. Raises `SealBrokenError` where anything differs."""
    return _open(_cipher(key), sealed, place)


def _open(cipher: AESGCM, sealed: bytes, place: str) -> str:
    try:
        plain = cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode())
    except InvalidTag as error:
        raise SealBrokenError(place) from error
    return plain.decode()


def key_id(key: bytes) -> str:
    """What a key is called beside what it sealed; tells nothing of the key."""
    return hashlib.sha256(key).hexdigest()[:8]


class KeyRing:
    """The keys of an installation, the newest first: it seals, and all of them open."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._newest = keys[0]
        self._ciphers = {key_id(key): _cipher(key) for key in keys}
        self.current = key_id(self._newest)
        """The name of the key that seals."""

    def seal(self, plain: str, *, place: str) -> tuple[bytes, str]:
        """The sealed text and the name of its key."""
        return seal(plain, place=place, key=self._newest), self.current

    def unseal(self, sealed: bytes, *, place: str, key: str) -> str:
        """The inverse; `key` is the name of the key. Raises `SealBrokenError`."""
        cipher = self._ciphers.get(key)
        if cipher is None:
            raise SealBrokenError(place)
        return _open(cipher, sealed, place)

    def unseal_any(self, sealed: bytes, *, place: str) -> tuple[str, str]:
        """The text and the name of whichever key opens it. Raises `SealBrokenError`."""
        for name, cipher in self._ciphers.items():
            try:
                return _open(cipher, sealed, place), name
            except SealBrokenError:
                continue
        raise SealBrokenError(place)


@lru_cache(maxsize=8)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def new_token() -> str:
    """A secret for a link, safe in URLs."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str, purpose: str) -> bytes:
    """What the database keeps of a token; tokens of different purposes never match."""
    return hashlib.sha256(f"{purpose}:{token}".encode()).digest()
