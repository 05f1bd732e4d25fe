"""Countries and languages by the names that people give them."""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from trips.domain.importing.workbook import SpokenLanguage
from trips.domain.notations.terms import LANGUAGE_LEVELS
from trips.domain.notations.words import key, parts

NAMES_IN = ("en", "de", "fr", "es", "pt", "uk", "ru", "hi", "pl", "tr", "it", "nl", "ar", "zh")
"""Languages in whose words a country or language may be named; the first ones win."""
LONGEST_CODE = 3
ALPHA_2 = re.compile("[A-Z]{2}")
NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"})
"""Regions and placeholders that the territory list also holds."""

COUNTRY_ALIASES = {
    "US": "usa|u s a|u s|vereinigte staaten|vereinigte staaten von amerika|united states of america"
    "|the united states|amerika|america|american|us amerikanisch|amerikanisch",
    "ZA": "rsa|republic of south africa|rep of south africa|republik suedafrika|south african"
    "|suedafrikanisch|sa suedafrika",
    "GB": "uk|u k|grossbritannien|great britain|england|scotland|schottland|wales|british|britisch",
    "DE": "brd|germany|bundesrepublik deutschland|federal republic of germany|deutsch|german",
    "UA": "ukraina|ukraijina|ukrainian|ukrainisch",
    "IN": "bharat|republic of india|indian|indisch",
    "BR": "brasil|brazilian|brasilianisch",
    "CZ": "czech republic|tschechische republik|tschechien|czechia",
    "TR": "turkey|tuerkei|turkiye|tuerkiye",
    "CI": "ivory coast|elfenbeinkueste|cote d ivoire",
    "CD": "drc|dr congo|dr kongo|democratic republic of the congo|demokratische republik kongo",
    "MK": "north macedonia|nordmazedonien|macedonia|mazedonien|fyrom",
    "KR": "south korea|suedkorea|republic of korea|korea",
    "KP": "north korea|nordkorea",
    "RU": "russia|russland|russian federation|russische foederation",
    "VN": "vietnam|viet nam",
    "SZ": "eswatini|swaziland",
    "MM": "myanmar|burma|birma",
    "PS": "palestine|palaestina|palestinian territories|palaestinensische gebiete",
    "AE": "uae|vae|emirates|emirate",
    "NL": "holland|the netherlands|niederlande",
    "MD": "moldova|moldau|moldawien|republic of moldova",
    "XK": "kosovo",
    "MX": "mexican|mexikanisch",
    "KE": "kenyan|kenianisch",
    "FR": "french|franzoesisch",
}
FORMAL = re.compile(
    r"^(?:the )?(?:(?:federal|democratic|islamic|people s|united|arab|hashemite|bundes) ?)*"
    r"(?:republic|rep|republik|kingdom|koenigreich|state|staat|commonwealth|union)"
    r"(?: of(?: the)?| von)? "
)
FILLERS = re.compile(r"\b(?:mit|with|ins|into|in|and|und|aus dem|from)\b")
ADJECTIVE = re.compile(r"(?<=isch)(?:e[nrms]?)?$|(?<=deutsch)e?n?$")
LEVEL = re.compile(r"[(\[:]?\s*\b(?P<level>[abc][12]|[\w ]+?)\s*[)\]]?$", re.IGNORECASE)
LANGUAGE_ALIASES = {
    "de": "deutsch|german|dt|ger|deu|deutsche|d|нім|німец",
    "en": "englisch|english|engl|eng|e|englische|англ",
    "uk": "ukr|ua|укр",
    "fr": "franz|fra|fre|фр|франц",
    "es": "span|esp|spa|castellano",
    "zh": "chinese|chinesisch|mandarin|cn",
    "el": "griechisch|greek|gr",
    "ar": "ara|arab",
    "pt": "port|por|portugiesisch|portuguese",
    "ru": "rus|russ",
    "xh": "xhosa|isixhosa",
    "zu": "zulu|isizulu",
}


def find_country(text: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country by name or code, empty if unknown."""
    words = key(text)
    names = _country_names()
    bare = FORMAL.sub("", words).removeprefix("the ")
    for attempt in (words, bare, words.removesuffix(" republic"), words.removesuffix("e")):
        if attempt in names:
            return names[attempt]
    first = key(re.split(r"[(/,]", text, maxsplit=1)[0])
    return names.get(first, "")


def find_language(text: str) -> str:
    """Return the ISO 639 code of a language by name or code, empty if unknown."""
    names = _language_names()
    words = key(text)
    return names.get(words) or names.get(ADJECTIVE.sub("", words), "")


def find_languages(text: str) -> tuple[tuple[str, ...], str]:
    """Return the languages of a phrase in order, and the entries that name none."""
    found: list[str] = []
    left: list[str] = []
    for entry in parts(text, r"[,;/\n|&+>-]|→| und | and "):
        codes = _in_phrase(entry)
        found.extend(codes)
        if not codes:
            left.append(entry)
    return tuple(dict.fromkeys(found)), ", ".join(left)


def find_spoken(text: str) -> tuple[tuple[SpokenLanguage, ...], str]:
    """Return the languages of `Englisch C1, Deutsch (B1)` with their levels, and what is left."""
    found: list[SpokenLanguage] = []
    left: list[str] = []
    for entry in parts(text):
        words = key(entry)
        level = next(
            (name for name in LANGUAGE_LEVELS if re.search(rf"\b{re.escape(name)}\b", words)), ""
        )
        code = find_language(re.sub(rf"\b{re.escape(level)}\b", " ", words) if level else words)
        if code:
            found.append(SpokenLanguage(code, LANGUAGE_LEVELS.get(level)))
        else:
            left.append(entry)
    return tuple(dict.fromkeys(found)), ", ".join(left)


def _in_phrase(phrase: str) -> list[str]:
    """Look for the phrase as a whole, then for names of languages among its words."""
    whole = find_language(phrase)
    if whole:
        return [whole]
    written = {key(word) for word in phrase.split() if ALPHA_2.fullmatch(word)}
    words = FILLERS.sub(" ", key(phrase)).split()
    named = (find_language(word) for word in words if len(word) > LONGEST_CODE or word in written)
    return [code for code in named if code]


@cache
def _country_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code, aliases in COUNTRY_ALIASES.items():
        names.update(dict.fromkeys(aliases.split("|"), code))
    all_codes: list[str] = sorted(map(str, Locale("en").territories))
    known = {code for code in all_codes if ALPHA_2.fullmatch(code)} - NO_COUNTRIES
    for code in known:
        names.setdefault(code.lower(), code)
    for lang in NAMES_IN:
        for code in known:
            names.setdefault(key(str(Locale(lang).territories.get(code, code))), code)
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == LONGEST_CODE and alias.isalpha() and len(codes) == 1:
            names.setdefault(alias.lower(), codes[0])
    return names


@cache
def _language_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code, aliases in LANGUAGE_ALIASES.items():
        names.update(dict.fromkeys(aliases.split("|"), code))
    all_codes: list[str] = sorted(map(str, Locale("en").languages))
    known = sorted((code for code in all_codes if len(code) <= LONGEST_CODE), key=len)
    for code in known:
        names.setdefault(code, code)
    for lang in NAMES_IN:
        spoken = Locale(lang).languages
        for code in known:
            names.setdefault(key(str(spoken.get(code, code))), code)
    return names
