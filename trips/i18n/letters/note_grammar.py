"""Articles, cases and possessives that a note verbale needs and no catalogue holds.

A note names sender and addressee several times in one sentence, in German in three cases: “Das
Bundesministerium beehrt sich, der Botschaft …; benutzt diesen Anlass, die Botschaft … erneut
seiner ausgezeichneten Hochachtung zu versichern.” What is not known takes no article.
"""

import re
from dataclasses import dataclass
from typing import Final

from trips.domain.visa.letter import LetterFacts, MissionKind
from trips.i18n.formats import country_name

HOME_MISSION: Final = {
    "de": "der Bundesrepublik Deutschland",
    "en": "of the Federal Republic of Germany",
}
_HOUSES: Final = {
    "de": {
        MissionKind.EMBASSY: ("Botschaft", "f"),
        MissionKind.CONSULATE_GENERAL: ("Generalkonsulat", "n"),
        MissionKind.CONSULATE: ("Konsulat", "n"),
        MissionKind.FOREIGN_MINISTRY: ("Ministerium für Auswärtige Angelegenheiten", "n"),
    },
    "en": {
        MissionKind.EMBASSY: ("Embassy", "n"),
        MissionKind.CONSULATE_GENERAL: ("Consulate General", "n"),
        MissionKind.CONSULATE: ("Consulate", "n"),
        MissionKind.FOREIGN_MINISTRY: ("Ministry of Foreign Affairs", "n"),
    },
}
_NEUTER: Final = r"(?:ministerium|präsidium|amt|institut|zentrum|büro|werk|konsulat|netzwerk|haus)"
_FEMININE: Final = (
    r"(?:gesellschaft|agentur|stadt|botschaft|stiftung|universität|hochschule|kammer|kanzlei|"
    r"vertretung|gemeinde|region|kommission|akademie|behörde|verwaltung|regierung|bank)"
)
_MASCULINE: Final = r"(?:verband|verein|tag|landkreis|kreis|staat|bund|dienst|rat|senat)"
_GENDERS: Final = {"n": _NEUTER, "f": _FEMININE, "m": _MASCULINE}
_ARTICLES: Final = {"m": "der", "f": "die", "n": "das"}
_DATIVES: Final = {"m": "dem", "f": "der", "n": "dem"}
_THEIRS: Final = {"m": "seiner", "f": "ihrer", "n": "seiner", "": "ihrer"}
_WITH_THE: Final = re.compile(
    r"\b(?:Ministry|Embassy|Consulate|Office|Agency|Department|Government|Commission|Association|"
    r"Foundation|Institute|City of|Chamber|Council|Secretariat|Authority)\b"
)
_FEMININE_STATES: Final = frozenset(["UA", "TR", "CH", "SK", "MN", "CF", "DO", "MD"])
_PLURAL_STATES: Final = frozenset(["US", "NL", "PH", "AE", "BS", "MV", "SC", "KM", "MH", "SB"])
_THE_STATES: Final = _PLURAL_STATES | {"GB", "GM", "CF", "DO"}


@dataclass(frozen=True)
class Mission:
    """The addressee of a note: its lines in the address, and how the sentences name it."""

    lines: tuple[str, ...]
    dative: str
    """“der Botschaft …”; in English “the Embassy …” as below."""
    accusative: str


def mission_words(facts: LetterFacts, locale: str) -> Mission:
    """How a note names the mission it goes to; older notes said it in words of their own."""
    typed = facts.mission.shown(locale).text
    if typed:
        flat = " ".join(typed.split())
        return Mission(tuple(typed.splitlines()), flat, flat)
    house, gender = _HOUSES[locale][facts.mission_kind]
    whose = facts.mission_of.get(locale) or HOME_MISSION[locale]
    place = f" in {facts.mission_seat}" if facts.mission_seat else ""
    named = f"{house} {whose}"
    lines = (named, facts.mission_seat) if facts.mission_seat else (named,)
    if locale != "de":
        return Mission(lines, f"the {named}{place}", f"the {named}{place}")
    dative, accusative = _DATIVES[gender], _ARTICLES[gender]
    return Mission(lines, f"{dative} {named}{place}", f"{accusative} {named}{place}")


@dataclass(frozen=True)
class Sender:
    """Who writes a note, as the subject of its sentences."""

    name: str
    """With its article, if it bears one: “das Auswärtige Amt”, “the Federal Ministry …”."""
    its: str
    """The possessive: “seiner”, “ihrer”, “its”."""

    @property
    def opening(self) -> str:
        """The name at the beginning of a sentence."""
        return self.name[:1].upper() + self.name[1:] if self.name[:4] in _OPENED else self.name


_OPENED: Final = frozenset({"der ", "die ", "das ", "the "})


def sender_words(name: str, locale: str) -> Sender:
    """A body as the subject of a sentence; its kind follows from the nouns of its name."""
    if locale != "de":
        has_article = _WITH_THE.search(name) and not name.startswith("The ")
        return Sender(f"the {name}" if has_article else name, "its")
    words = name.split()
    for number, word in enumerate(words[:3]):
        gender = _gender(word)
        if gender:
            head = [_weak(each) for each in words[:number]]
            return Sender(" ".join([_ARTICLES[gender], *head, *words[number:]]), _THEIRS[gender])
        if not re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]+(?:es|er|e)", word):
            break
    return Sender(name, _THEIRS[""])


def _gender(word: str) -> str:
    found = (gender for gender, nouns in _GENDERS.items() if re.search(f"(?i){nouns}$", word))
    return next(found, "")


def _weak(adjective: str) -> str:
    """“Auswärtiges” behind an article: “Auswärtige”."""
    return re.sub(r"e[sr]$", "e", adjective)


def from_country(code: str, locale: str) -> str:
    """“aus der Ukraine”, “aus den Niederlanden”; “from the Netherlands”."""
    name = country_name(code, locale)
    if locale != "de":
        return f"from the {name}" if code in _THE_STATES else f"from {name}"
    if code == "GB":
        return "aus dem Vereinigten Königreich"
    if code == "AE":
        return "aus den Vereinigten Arabischen Emiraten"
    if code in _FEMININE_STATES:
        weak = " ".join([*map(_feminine, name.split()[:-1]), name.split()[-1]])
        return f"aus der {weak}"
    if code in _PLURAL_STATES:
        return f"aus den {name if name.endswith(('n', 's', 'USA')) else name + 'n'}"
    return f"aus {name}"


def _feminine(adjective: str) -> str:
    return f"{adjective}n" if adjective.endswith("e") else adjective
