"""Content in several languages: what organisers write and readers outside see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

LANGUAGES: Final = ("de", "en")
"""The languages every trip has, in the order of fallback."""


@dataclass(frozen=True)
class Shown:
    """A text as a reader gets it: the words and the language they are in."""

    text: str
    lang: str
    is_fallback: bool

    def __str__(self) -> str:
        return self.text


class Text(Mapping[str, str]):
    """An immutable text keyed by BCP 47 tag. An empty translation is an absent one."""

    __slots__ = ("_by_lang",)

    def __init__(self, values: Mapping[str, str] | None = None, /, **by_lang: str) -> None:
        merged = {**values, **by_lang} if values else by_lang
        pairs = sorted(merged.items()) if len(merged) > 1 else merged.items()
        self._by_lang = {lang: words for lang, value in pairs if value and (words := value.strip())}

    def __getitem__(self, lang: str) -> str:
        return self._by_lang[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_lang)

    def __contains__(self, lang: object) -> bool:
        return lang in self._by_lang

    def __len__(self) -> int:
        return len(self._by_lang)

    def __hash__(self) -> int:
        return hash(tuple(self._by_lang.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self._by_lang == other._by_lang

    def __repr__(self) -> str:
        return f"Text({self._by_lang!r})"

    def shown(self, lang: str) -> Shown:
        """The words for a reader of `lang`; falls back visibly to the others, English first."""
        if lang in self._by_lang:
            return Shown(self._by_lang[lang], lang, is_fallback=False)
        for other in (*reversed(LANGUAGES), *self._by_lang):
            if other in self._by_lang:
                return Shown(self._by_lang[other], other, is_fallback=True)
        return Shown("", lang, is_fallback=False)

    def missing(self, languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ...]:
        """The languages without words, if any language has some; an empty text misses nothing."""
        return tuple(lang for lang in languages if lang not in self._by_lang) if self else ()

    def with_lang(self, lang: str, words: str) -> "Text":
        """A copy that says `words` in `lang`; empty words remove the translation."""
        return Text({**self._by_lang, lang: words})


EMPTY: Final = Text()
