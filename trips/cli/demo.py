"""`flask demo`: the sample trips and their accounts."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click
from flask.cli import with_appcontext

from trips import clock
from trips.cli.speech import refuse, tell
from trips.config import ROOT
from trips.domain.account.user import COMMAND_LINE, InstanceRole, TripRole
from trips.doors.press import PressError
from trips.extensions import doors
from trips.i18n.catalogue import N_
from trips.i18n.findings.milestone_texts import milestone_titles
from trips.jobs.bundle import BundleFaultsError
from trips.jobs.samples import load_sample
from trips.queries.account import find_account
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import count_trips, find_trip_uid
from trips.services.password import random_password
from trips.services.privacy.samples import seal_samples
from trips.services.readiness.task import plan_sample
from trips.services.user import NewUser, create_user

FOLDER: Final = ROOT / "trips" / "data"
FOUNDING_TRIP: Final = "leipzig-nuernberg-muenchen-2015"
ACCOUNTS_FILE: Final = "demo-accounts.json"


@dataclass(frozen=True)
class SampleAccount:
    """An account of the demo."""

    email: str
    name: str
    role: InstanceRole
    locale: str
    trip_role: TripRole | None = None


ACCOUNTS: Final = (
    SampleAccount("jana.brandt@example.org", "Jana Brandt", InstanceRole.ORGANISER, "de"),
    SampleAccount("admin@example.org", "Tom Adler", InstanceRole.ADMIN, "de"),
    SampleAccount("roster@example.org", "Maria Sample", InstanceRole.MEMBER, "en", TripRole.VIEWER),
    SampleAccount("writer@example.org", "Lea Winter", InstanceRole.MEMBER, "de", TripRole.WRITER),
)


@click.command("demo")
@with_appcontext
def demo() -> None:
    """Load the sample trips into an empty database; a second call changes nothing."""
    path = doors().settings.instance / ACCOUNTS_FILE
    bundles = sorted(FOLDER.glob("*-20[0-9][0-9].json"))
    if count_trips() and not find_account(ACCOUNTS[0].email):
        raise refuse(N_("This database holds real trips; the demo is not loaded into it."))
    for bundle in bundles:
        _load(bundle)
    doors().press.close()
    _make_accounts(path)
    _plan_tasks()
    _seal_passports()


def _plan_tasks() -> None:
    """The founding trip has its milestones, cared for by the two who organise it."""
    trip = find_trip_uid(FOUNDING_TRIP)
    people = [find_account(account.email) for account in ACCOUNTS[:2]]
    owners = [person.actor for person in people if person]
    if trip and owners:
        now = clock.now(get_snapshot(trip).trip)
        uids = [owner.uid for owner in owners]
        plan_sample(trip, milestone_titles(), uids, actor=owners[0], now=now)


def _seal_passports() -> None:
    """Delegates of the founding trip whose visas are on their way have sample passports."""
    trip = find_trip_uid(FOUNDING_TRIP)
    if trip:
        now = clock.now(get_snapshot(trip).trip)
        seal_samples(trip, now=now)


def _load(bundle: Path) -> None:
    try:
        stored = load_sample(bundle, doors().press, now=clock.now())
    except (BundleFaultsError, PressError) as error:
        raise refuse(
            N_("%(file)s cannot be loaded: %(error)s"), file=bundle.name, error=error
        ) from error
    if stored.is_changed:
        tell(N_("Sample trip loaded: %(slug)s"), slug=stored.slug)


def _make_accounts(path: Path) -> None:
    made: list[dict[str, Any]] = []
    for account in ACCOUNTS:
        if find_account(account.email):
            continue
        password = random_password()
        trip = (FOUNDING_TRIP, account.trip_role) if account.trip_role else None
        new = NewUser(
            email=account.email,
            name=account.name,
            password=password,
            role=account.role,
            locale=account.locale,
        )
        create_user(new, COMMAND_LINE, clock.now(), trip=trip)
        role = account.trip_role or account.role
        made.append(
            {"email": account.email, "name": account.name, "role": role, "password": password}
        )
    if made:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(made, file, ensure_ascii=False, indent=1)
