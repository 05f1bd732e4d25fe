"""`flask keys …`: the keys of encrypted fields."""

from flask.cli import AppGroup

from trips import clock
from trips.cli.speech import refuse, tell
from trips.domain.account.user import COMMAND_LINE
from trips.doors.keys import drop_keys, list_former_keys, put_new_key
from trips.extensions import doors
from trips.i18n.catalogue import N_
from trips.services.privacy.rotation import (
    Resealed,
    count_outdated,
    list_keys_in_use,
    reseal_all,
)

group = AppGroup("keys", help="The keys of encrypted fields.")


@group.command("rotate")
def rotate() -> None:
    """Make a new key and seal everything with it; finishes a run that was broken off."""
    settings = doors().settings
    if count_outdated():
        tell(N_("A former run was broken off; it is finished now."))
    else:
        name = put_new_key(settings.instance)
        tell(N_("New key: %(name)s"), name=name)
    outcome = Resealed()
    for outcome in reseal_all(actor=COMMAND_LINE, now=clock.now()):  # noqa: B007 the last counts
        pass
    tell(N_("Sealed anew: %(number)s"), number=outcome.done)
    if outcome.broken:
        raise refuse(
            N_("%(number)s values open with no key of this installation; they are as they were."),
            number=outcome.broken,
        )
    former = ", ".join(list_former_keys(settings.instance))
    tell(
        N_(
            "Former keys are kept, for copies of the database made earlier: %(names)s. "
            "`flask keys forget` deletes them."
        ),
        names=former,
    )


@group.command("forget")
def forget() -> None:
    """Delete former keys; copies of the database that need them can no longer be read."""
    settings = doors().settings
    former = list_former_keys(settings.instance)
    used = sorted(set(former) & list_keys_in_use())
    if used:
        raise refuse(
            N_("Still in use: %(names)s. Finish with `flask keys rotate` first."),
            names=", ".join(used),
        )
    drop_keys(settings.instance, former)
    tell(N_("Former keys deleted: %(number)s"), number=len(former))
