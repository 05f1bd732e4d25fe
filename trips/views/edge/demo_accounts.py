"""The demo's accounts, offered on the sign-in page of the machine that runs it, and nowhere else.

`flask demo` leaves them in instance/demo-accounts.json, a list of {email, name, role, password}.
"""

import ipaddress
import json
from pathlib import Path
from typing import Any

from flask import current_app, request

from trips.domain.account.user import InstanceRole, TripRole
from trips.i18n.enums import name_of
from trips.services.account import Credentials

FILE = "demo-accounts.json"


def list_accounts(lang: str) -> list[dict[str, str]]:
    """Address, name and role of every demo account; empty where nobody may be told."""
    return [
        {
            "email": str(account.get("email", "")),
            "name": str(account.get("name", "")),
            "role": _role_word(str(account.get("role", "")), lang),
        }
        for account in _read()
    ]


def find(email: str) -> Credentials | None:
    """How to sign in as the demo account of an address."""
    for account in _read():
        if account.get("email") == email:
            return Credentials(email=email, password=str(account.get("password", "")))
    return None


def _role_word(role: str, lang: str) -> str:
    for roles in (InstanceRole, TripRole):
        if role in list(roles):
            return name_of(roles(role), lang)
    return role


def _read() -> list[dict[str, Any]]:
    if not _is_at_home():
        return []
    try:
        accounts = json.loads((Path(current_app.instance_path) / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [account for account in accounts if isinstance(account, dict)]


def _is_at_home() -> bool:
    """True for a request from this machine that no proxy passed on."""
    if not current_app.config["IS_LOCAL"] or "X-Forwarded-For" in request.headers:
        return False
    try:
        return ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
