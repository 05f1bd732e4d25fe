"""Sites and cities that a typed line names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trips.domain.site import Site
from trips.domain.stop import Stop
from trips.domain.values.collation import fold

SHORTEST = 4
"""A site's name within other words counts from so many letters on."""


@dataclass(frozen=True)
class SiteFinder:
    """Sites by the words of their names in every language; those of the trip first."""

    sites: Sequence[Site]
    own: frozenset[str]
    """Uids of the trip's sites."""
    cities: frozenset[str] = frozenset()
    """Folded names of the cities of the day: of two sites of one name the one there."""

    def exact(self, part: str) -> Site | None:
        """The site whose name the words are."""
        words = fold(part)
        return self._best(site for site in self.sites if words in self._names(site))

    def within(self, part: str) -> Site | None:
        """The site with the longest name that stands among other words."""
        words = f" {fold(part)} "
        found = [
            (len(name), site)
            for site in self.sites
            for name in self._names(site)
            if len(name) >= SHORTEST and f" {name} " in words
        ]
        longest = max((length for length, _ in found), default=0)
        return self._best(site for length, site in found if length == longest)

    def partly(self, part: str) -> Site | None:
        """The only site of the trip, in the city of the day, whose name has these words in it."""
        words = fold(part)
        found = [
            site
            for site in self.sites
            if site.uid in self.own
            and (not self.cities or fold(site.city) in self.cities)
            and any(f" {words} " in f" {name} " for name in self._names(site))
        ]
        return found[0] if len(found) == 1 and len(words) > SHORTEST else None

    def _best(self, sites: Iterable[Site]) -> Site | None:
        def rank(site: Site) -> tuple[bool, bool, str]:
            return (fold(site.city) not in self.cities, site.uid not in self.own, site.uid)

        return min(sites, key=rank, default=None)

    @staticmethod
    def _names(site: Site) -> frozenset[str]:
        return frozenset(fold(name) for name in site.name.values())


def find_city(part: str, stops: Iterable[Stop]) -> Stop | None:
    """The stop that the words name: `München`, `in Munich`."""
    words = fold(part).removeprefix("in ")
    return next(
        (stop for stop in stops if words in {fold(name) for name in stop.city.values()}), None
    )
