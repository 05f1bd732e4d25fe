"""Settings: from the environment, or from the instance folder on first use."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

ROOT: Final = Path(__file__).resolve().parent.parent
MIN_SECRET_LENGTH: Final = 32
FORMER_KEYS: Final = "former-keys"
"""The folder of the instance with keys that seal no more and still open what they sealed."""
WEAK_SECRETS: Final = frozenset({"dev", "secret", "changeme", "password"})

Network = IPv4Network | IPv6Network


class SettingsError(Exception):
    """The environment asks for something that cannot be: code and the variable's name."""

    def __init__(self, code: str, variable: str) -> None:
        super().__init__(f"{variable}: {code}")
        self.code = code
        self.variable = variable


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything the application is told from outside."""

    instance: Path
    database_url: str
    secret_key: str
    base_url: str
    redis_url: str
    smtp_url: str
    storage_url: str
    press_processes: int = 1
    trusted_proxies: tuple[Network, ...] = ()
    """Whose word about the client is believed."""

    @property
    def field_keys(self) -> tuple[bytes, ...]:
        """Keys of 256 bits for the encryption of single fields, the newest first; it seals.

        Read anew each time: another process may have changed them (`flask keys rotate`).
        """
        newest = _kept_key(self.instance / "field.key")
        former = sorted(self.instance.glob(f"{FORMER_KEYS}/*.key"), reverse=True)
        return tuple(dict.fromkeys((newest, *(path.read_bytes() for path in former))))

    @property
    def field_key(self) -> bytes:
        """The key that seals."""
        return self.field_keys[0]

    @property
    def host(self) -> str:
        """The host of the public address, without its port."""
        return urlsplit(self.base_url).hostname or "localhost"

    @property
    def is_local(self) -> bool:
        """True while links would lead to this machine only; none are sent then."""
        return self.host in {"localhost", "127.0.0.1", "::1"}


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from `environ`; keys that are not set are made and kept in the instance folder.

    Raises `SettingsError` for a weak SECRET_KEY and for proxies without an address.
    """
    env = os.environ if environ is None else environ
    instance = Path(env.get("LERNREISE_INSTANCE", ROOT / "instance"))
    _keep_private(instance)
    secret = env.get("SECRET_KEY", "")
    if secret and (len(secret) < MIN_SECRET_LENGTH or secret.casefold() in WEAK_SECRETS):
        code = "weak_secret"
        raise SettingsError(code, "SECRET_KEY")
    port = env.get("PORT", "8000")
    _kept_key(instance / "field.key")
    return Settings(
        instance=instance,
        database_url=_database_url(env.get("DATABASE_URL", ""), instance),
        secret_key=secret or _kept_key(instance / "secret.key").hex(),
        base_url=env.get("BASE_URL", f"http://127.0.0.1:{port}").rstrip("/"),
        redis_url=env.get("REDIS_URL", ""),
        smtp_url=env.get("SMTP_URL", ""),
        storage_url=env.get("STORAGE_URL", ""),
        trusted_proxies=_networks(env.get("TRUSTED_PROXIES", "")),
    )


def _keep_private(folder: Path) -> None:
    """Make a folder, if need be, and close it to other accounts of the machine."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    mode = folder.stat().st_mode
    if mode & 0o007:
        with suppress(OSError):  # somebody else's, or a disk without modes
            folder.chmod(mode & 0o770)


def _networks(given: str) -> tuple[Network, ...]:
    try:
        return tuple(ip_network(part, strict=False) for part in given.replace(",", " ").split())
    except ValueError as error:
        code = "no_address"
        raise SettingsError(code, "TRUSTED_PROXIES") from error


def _database_url(given: str, instance: Path) -> str:
    if not given:
        return f"sqlite:///{instance / 'lernreise.sqlite'}"
    for scheme in ("postgres://", "postgresql://"):
        if given.startswith(scheme):
            return "postgresql+psycopg://" + given.removeprefix(scheme)
    return given


def _kept_key(path: Path) -> bytes:
    """A random key of 32 bytes, made once; two processes that start together agree on one."""
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
        with suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    return path.read_bytes()
