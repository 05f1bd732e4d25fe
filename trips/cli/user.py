"""Accounts from the command line: `flask user create|password|role|grant|disable|enable|list`."""

import click
from flask.cli import AppGroup

from trips import clock
from trips.domain.account.password import flaw_of
from trips.domain.account.user import COMMAND_LINE, InstanceRole, TripRole
from trips.queries.account import find_account, list_accounts
from trips.services import user
from trips.services.password import random_password
from trips.services.unit import MissingError
from trips.services.user import EmailTakenError, NewUser

group = AppGroup("user", help="Accounts: who may sign in, and what they are.")

INSTANCE_ROLES = click.Choice([role.value for role in InstanceRole])
TRIP_ROLES = click.Choice([role.value for role in TripRole])


@group.command("create")
@click.argument("email")
@click.option("--role", type=INSTANCE_ROLES, required=True, help="What they are in the house.")
@click.option("--name", default="", help="Their name as pages show it.")
@click.option("--trip", "slug", help="A trip they take part in.")
@click.option("--trip-role", type=TRIP_ROLES, help="What they are on that trip.")
@click.option("--ask", is_flag=True, help="Ask for the password instead of making one.")
def create(
    *, email: str, role: str, name: str, slug: str | None, trip_role: str | None, ask: bool
) -> None:
    """Make an account and print its password once."""
    if bool(slug) != bool(trip_role):
        raise click.UsageError("--trip and --trip-role belong together.")
    if "@" not in email:
        raise click.BadParameter("This is no e-mail address.", param_hint="EMAIL")
    password = _password(email, ask=ask)
    new = NewUser(email=email, name=name, password=password, role=InstanceRole(role))
    place = (slug, TripRole(trip_role)) if slug and trip_role else None
    try:
        user.create_user(new, COMMAND_LINE, clock.now(), trip=place)
    except EmailTakenError as error:
        raise click.ClickException(f"There is an account for {email} already.") from error
    except MissingError as error:
        raise click.ClickException(f"There is no trip {slug}.") from error
    _tell(email, password, ask=ask)


@group.command("password")
@click.argument("email")
@click.option("--ask", is_flag=True, help="Ask for the password instead of making one.")
def password(*, email: str, ask: bool) -> None:
    """Give an account a new password and sign it out everywhere."""
    _need(email)
    new = _password(email, ask=ask)
    user.set_password(email, new, COMMAND_LINE, clock.now())
    _tell(email, new, ask=ask)


@group.command("role")
@click.argument("email")
@click.argument("role", type=INSTANCE_ROLES)
def role(*, email: str, role: str) -> None:
    """Change what somebody is in the house."""
    _need(email)
    user.set_role(email, InstanceRole(role), COMMAND_LINE, clock.now())
    click.echo(f"{email}: {role}")


@group.command("grant")
@click.argument("email")
@click.argument("slug")
@click.argument("role", type=TRIP_ROLES)
def grant(*, email: str, slug: str, role: str) -> None:
    """Give somebody a role on a trip."""
    _need(email)
    try:
        user.grant_trip(email, slug, TripRole(role), COMMAND_LINE, clock.now())
    except MissingError as error:
        raise click.ClickException(f"There is no trip {slug}.") from error
    click.echo(f"{email}: {role}, {slug}")


@group.command("disable")
@click.argument("email")
def disable(*, email: str) -> None:
    """Shut an account out at its next request."""
    _need(email)
    user.set_disabled(email, COMMAND_LINE, clock.now(), is_disabled=True)
    click.echo(f"{email}: disabled")


@group.command("enable")
@click.argument("email")
def enable(*, email: str) -> None:
    """Let an account in again."""
    _need(email)
    user.set_disabled(email, COMMAND_LINE, clock.now(), is_disabled=False)
    click.echo(f"{email}: enabled")


@group.command("list")
def list_all() -> None:
    """Print every account with its role."""
    for account in list_accounts():
        actor, state = account.actor, "disabled" if account.is_disabled else ""
        click.echo("\t".join(part for part in (actor.email, actor.role, actor.name, state) if part))


def _need(email: str) -> None:
    if find_account(email) is None:
        raise click.ClickException(f"There is no account for {email}.")


def _password(email: str, *, ask: bool) -> str:
    if not ask:
        return random_password()
    given = str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    flaw = flaw_of(given, email=email)
    if flaw:
        raise click.ClickException(f"This password is not good enough: {flaw.value}.")
    return given


def _tell(email: str, password: str, *, ask: bool) -> None:
    click.echo(email if ask else f"{email}\t{password}")
