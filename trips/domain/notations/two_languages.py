"""German and English in one cell: taken apart only where it is sure which is which."""

import re
from dataclasses import dataclass
from typing import Final

from trips.domain.notations.words import fold, key
from trips.domain.values.text import EMPTY, Text

PAIRS: Final = (
    "begruessung willkommen=welcome",
    "einfuehrung=introduction",
    "eroeffnung auftakt=opening kick",
    "vorstellung=presentation introduction",
    "besuch besichtigung=visit",
    "fuehrung stadtfuehrung rundgang stadtrundgang=tour walk guided",
    "spaziergang stadtspaziergang=walk stroll",
    "vortrag=lecture talk presentation",
    "gespraech dialog=conversation talk meeting dialogue",
    "austausch=exchange",
    "diskussion podiumsdiskussion=discussion panel",
    "mittagessen mittagsimbiss=lunch",
    "abendessen=dinner supper",
    "fruehstueck=breakfast",
    "pause kaffeepause=break",
    "empfang=reception",
    "abfahrt abreise=departure",
    "ankunft anreise=arrival",
    "fahrt bahnfahrt busfahrt rueckfahrt weiterfahrt=journey trip ride train return",
    "stadt=city town",
    "rathaus=hall",
    "stadtrat stadtraetin=council councillor",
    "buergermeister buergermeisterin oberbuergermeister oberbuergermeisterin=mayor",
    "gemeinde kommune kommunen kommunale kommunaler=municipality municipal local municipalities",
    "ministerium bundesministerium=ministry",
    "minister ministerin=minister",
    "amt=office department",
    "landkreis bezirk=district county",
    "verwaltung=administration",
    "leiter leiterin leitung referatsleiter referatsleiterin abteilungsleiter=head director",
    "abteilungsleiterin abteilungsleitung referatsleiterin referatsleitung=head director",
    "direktor direktorin=director",
    "stellvertretende stellvertretender=deputy vice",
    "beauftragte beauftragter=commissioner officer",
    "auswertung=evaluation review",
    "abschluss abschlussrunde=closing final wrap",
    "verabschiedung=farewell goodbye",
    "freie freizeit=free leisure",
    "gruppe arbeitsgruppe gruppen=group groups",
    "zusammenarbeit=cooperation collaboration",
    "entwicklung stadtentwicklung=development",
    "nachhaltige nachhaltiger nachhaltigkeit=sustainable sustainability",
    "erfahrungen erfahrung=experiences experience",
    "wohnen wohnungsbau=housing living",
    "verkehr mobilitaet=transport mobility traffic",
    "gesundheit=health",
    "bildung=education",
    "schule=school",
    "krankenhaus=hospital",
    "fluechtlinge gefluechtete=refugees",
    "fragen=questions",
    "ergebnisse=results outcomes",
    "zimmer zimmerbezug=rooms",
)
"""Words of programmes and functions with what they are in English."""
CONCEPTS: Final = {
    lang: {
        word: index for index, pair in enumerate(PAIRS) for word in pair.split("=")[side].split()
    }
    for side, lang in enumerate(("de", "en"))
}
GERMAN: Final = (
    "der die das den dem des ein eine einer eines einem und oder mit ohne im ins vom von zum zur"
    " bei beim aus auf fuer ueber unter nach durch gegen um bis als wie sowie"
)
ENGLISH: Final = (
    "the of and or with without at on from to for by about into after before through how"
)
SMALL: Final = {"de": frozenset(GERMAN.split(" ")), "en": frozenset(ENGLISH.split(" "))}
"""Small words that only one of the two languages has."""
MARKED: Final = re.compile(
    r"(?:^|[\s/|(\[])\s*[(\[]?(?P<lang>de|dt\.?|deu|ger|deutsch|german|en|engl?\.?|englisch|english)"
    r"(?:[)\]]\s*[:-]?|\s*[:=])\s*",
    re.IGNORECASE,
)
CUTS: Final = (
    (r"\s*\n\s*", True),
    (r"\s+[/|]\s+|\s*\|\s*", True),
    (r"\s+[–—-]\s+", False),
    (r"\s*/\s*", False),
)
IN_BRACKETS: Final = re.compile(r"^(?P<one>[^()]+?)\s*[(\[](?P<two>[^()\[\]]+)[)\]]$")
HALVES: Final = 2


@dataclass(frozen=True)
class Parted:
    """The text by language where that is sure; else empty, and whether it may be two languages."""

    text: Text = EMPTY
    is_doubtful: bool = False


def part_languages(text: str) -> Parted:
    """Return what a cell says in German and in English.

    Sure are marks (`de: … en: …`), and two halves (`Begrüßung / Welcome`, one below the other, the
    second in brackets) of which the words prove one German and the other English.
    """
    marked = _marked(text)
    if marked:
        return Parted(marked)
    doubtful = False
    for halves, is_open in _halvings(text):
        langs = tuple(map(language_of, halves))
        if set(langs) == {"de", "en"} and _is_translation(*halves):
            return Parted(Text(dict(zip(langs, halves, strict=True))))
        doubtful = doubtful or set(langs) == {"de", "en"} or (is_open and set(langs) == {"en", ""})
    return Parted(is_doubtful=doubtful)


def language_of(words: str) -> str:
    """Return the language that words prove to be in: `de`, `en`, or empty for no proof."""
    found = set(key(words).split())
    proven = {
        lang: found & (SMALL[lang] | (CONCEPTS[lang].keys() - CONCEPTS[other].keys()))
        for lang, other in (("de", "en"), ("en", "de"))
    }
    langs = [lang for lang, proofs in proven.items() if proofs]
    return langs[0] if len(langs) == 1 else ""


def _is_translation(one: str, other: str) -> bool:
    """Tell whether two halves share a meaning, or both are phrases of their language."""
    words = [set(key(half).split()) for half in (one, other)]
    shared = [
        {CONCEPTS[lang][word] for word in found if word in CONCEPTS[lang]}
        for found in words
        for lang in ("de", "en")
    ]
    if (shared[0] & shared[3]) or (shared[1] & shared[2]):
        return True
    return all(found & (SMALL["de"] | SMALL["en"]) for found in words)


def _halvings(text: str) -> list[tuple[tuple[str, str], bool]]:
    """Return every way to halve the text; True for cuts that seldom mean anything else."""
    found = []
    for cut, is_open in CUTS:
        pieces = [piece.strip() for piece in re.split(cut, text.strip()) if piece.strip()]
        if len(pieces) == HALVES:
            found.append(((pieces[0], pieces[1]), is_open))
    bracketed = IN_BRACKETS.match(text.strip())
    if bracketed is not None:
        found.append(((bracketed["one"], bracketed["two"]), False))
    return found


def _marked(text: str) -> Text:
    """Return the text by its marks, empty unless there are two and all of it stands behind one."""
    marks = list(MARKED.finditer(text))
    langs = ["de" if fold(mark["lang"])[0] in "dg" else "en" for mark in marks]
    if sorted(langs) != ["de", "en"] or text[: marks[0].start()].strip():
        return EMPTY
    ends = [marks[1].start(), len(text)]
    parts = [text[mark.end() : end].strip(" /|;,\n") for mark, end in zip(marks, ends, strict=True)]
    return Text(dict(zip(langs, parts, strict=True))) if all(parts) else EMPTY
