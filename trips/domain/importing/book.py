"""Sites, hosts and organisations that a file names: found in the address book, or made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from trips.domain.importing.values import title_keys
from trips.domain.importing.workbook import DelegateRow, ProgrammeRow
from trips.domain.item import HostStatus, Item, ItemHost, ItemStatus
from trips.domain.notations.words import key
from trips.domain.organisation import Organisation, OrganisationKind
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text

NewUid = Callable[[], str]


@dataclass(frozen=True)
class Book:
    """The whole address book, beyond what the trip refers to already."""

    organisations: tuple[Organisation, ...] = ()
    persons: tuple[Person, ...] = ()
    sites: tuple[Site, ...] = ()


def with_site(
    snapshot: TripSnapshot, item: Item, row: ProgrammeRow, book: Book, new_uid: NewUid
) -> tuple[TripSnapshot, Item]:
    """The item at the site that the row names, by name and, where given, address."""
    name = row.venue or row.address
    if not name:
        return snapshot, item
    site = _find_site(row, (*snapshot.sites, *book.sites)) or Site(
        uid=new_uid(), name=Text(de=name, en=name), street=row.address, city=row.city
    )
    if site.uid not in snapshot.site_by_uid:
        snapshot = replace(snapshot, sites=(*snapshot.sites, site))
        home = site.organisation
        snapshot = _with_known(snapshot, book, home)
    return snapshot, replace(item, site=site.uid)


def _find_site(row: ProgrammeRow, sites: Iterable[Site]) -> Site | None:
    names = key(row.venue or row.address)
    for site in sites:
        is_named = names in title_keys(site.name)
        is_there = not row.address or key(row.address) in key(site.address) or not site.address
        if is_named and (is_there or not row.venue):
            return site
    return None


def with_host(
    snapshot: TripSnapshot, item: Item, row: ProgrammeRow, book: Book, new_uid: NewUid
) -> tuple[TripSnapshot, Item]:
    """The item with the organisation that the row names as its first host."""
    if not row.host:
        return snapshot, item
    snapshot, uid = _organisation(snapshot, Text(de=row.host, en=row.host), book, new_uid)
    is_firm = item.status is ItemStatus.CONFIRMED
    status = HostStatus.CONFIRMED if is_firm else HostStatus.REQUESTED
    if any(host.organisation == uid for host in item.hosts):
        return snapshot, item
    return snapshot, replace(
        item, hosts=(ItemHost(organisation=uid, status=status), *item.hosts[1:])
    )


def with_organisation(
    snapshot: TripSnapshot, person: Person, row: DelegateRow, book: Book, new_uid: NewUid
) -> tuple[TripSnapshot, Person]:
    """The person in the organisation that the row names."""
    snapshot, uid = _organisation(snapshot, row.organisation, book, new_uid, row)
    return snapshot, replace(person, organisation=uid)


def _organisation(
    snapshot: TripSnapshot,
    name: Text,
    book: Book,
    new_uid: NewUid,
    row: DelegateRow | None = None,
) -> tuple[TripSnapshot, str]:
    wanted = title_keys(name)
    for organisation in (*snapshot.organisations, *book.organisations):
        if wanted & {*title_keys(organisation.name), key(organisation.short)} - {""}:
            return _with_known(snapshot, book, organisation.uid), organisation.uid
    new = Organisation(
        uid=new_uid(),
        name=name,
        kind=OrganisationKind.OTHER,
        country=row.country if row else "DE",
        city=Text(de=row.city, en=row.city) if row else Text(),
    )
    return replace(snapshot, organisations=(*snapshot.organisations, new)), new.uid


def _with_known(snapshot: TripSnapshot, book: Book, uid: str | None) -> TripSnapshot:
    """The snapshot with an organisation of the address book that it now refers to."""
    if not uid or uid in snapshot.organisation_by_uid:
        return snapshot
    found = next(each for each in book.organisations if each.uid == uid)
    return replace(snapshot, organisations=(*snapshot.organisations, found))
