"""What the page of sites and hosts says and filters by."""

from flask import request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from trips.domain.item import HostStatus, Item, ItemStatus
from trips.domain.pages.host_list import HostList, awaits_confirmation
from trips.domain.snapshot import TripSnapshot
from trips.i18n.enums import name_of
from trips.views.preferences import locale

Chip = tuple[str, str, int | None, bool]
"""Word, URL, number, and whether it is chosen."""


def read_filters(snapshot: TripSnapshot) -> tuple[str, str]:
    """Status of the answer and uid of the stop from the URL; what is not known is left out."""
    status, stop = request.args.get("status", ""), request.args.get("stop", "")
    return (
        status if status in set(HostStatus) else "",
        stop if stop in snapshot.stop_by_uid else "",
    )


def headline(hosts: HostList) -> str:
    """What is missing, or that nothing is."""
    if not hosts.by_status[""]:
        return _("Sites and hosts")
    missing = len(hosts.open_visits)
    if not missing:
        return _("All hosts have agreed")
    return ngettext("%(num)s answer is missing", "%(num)s answers are missing", missing)


def status_choices(slug: str, hosts: HostList, status: str, stop: str) -> list[Chip]:
    """Everything, and each status that occurs or is chosen."""
    words = {"": _("All"), **{each.value: name_of(each, locale()) for each in HostStatus}}
    return [
        (word, _address(slug, key, stop), hosts.by_status[key], key == status)
        for key, word in words.items()
        if not key or hosts.by_status[key] or key == status
    ]


def city_choices(snapshot: TripSnapshot, status: str, stop: str) -> list[tuple[str, str, bool]]:
    """Everything, and each stop."""
    slug = snapshot.trip.slug
    cities = [(each.uid, each.city.shown(locale()).text) for each in snapshot.stops]
    return [
        (word, _address(slug, status, uid), uid == stop)
        for uid, word in (("", _("All cities")), *cities)
    ]


def offer_confirmation(slug: str, item: Item, back: str) -> tuple[str, str] | None:
    """Word and address to confirm an item whose hosts have all agreed; none for the others."""
    if not awaits_confirmation(item):
        return None
    status = ItemStatus.CONFIRMED.value
    url = url_for("place.set_item", slug=slug, uid=item.uid, status=status, next=back)
    return _("Confirm the item"), url


def _address(slug: str, status: str, stop: str) -> str:
    return url_for("place.index", slug=slug, status=status or None, stop=stop or None)
