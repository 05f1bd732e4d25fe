"""Labels that name exactly one entry each, for combo boxes."""

from collections.abc import Iterable, Iterator, Mapping


class Labels(Mapping[str, str]):
    """Labels by uid in the reader's language; `find` knows those of the other languages, too."""

    def __init__(self, shown: Mapping[str, str], others: Iterable[Mapping[str, str]] = ()) -> None:
        self._shown = dict(shown)
        self._uids: dict[str, str] = {}
        for labels in (*others, self._shown):
            self._uids |= {label.casefold(): uid for uid, label in labels.items()}

    def __getitem__(self, uid: str) -> str:
        return self._shown[uid]

    def __iter__(self) -> Iterator[str]:
        return iter(self._shown)

    def __len__(self) -> int:
        return len(self._shown)

    def find(self, text: str) -> str | None:
        """The uid of what a text names; a page may have been opened in another language."""
        return self._uids.get(text.strip().casefold())
