"""The headings of workbook columns in German and English, and which field each one means."""

import re
from dataclasses import dataclass
from typing import Final

from trips.domain.notations.headings_abroad import DELEGATES_ABROAD
from trips.domain.notations.words import fold, key

PROGRAMME: Final[dict[str, dict[str, str]]] = {
    "uid": {"": "lernreise id|lernreise uid"},
    "on": {"de": "datum|tag|wann|termin|wochentag datum", "en": "date|day|when"},
    "time": {
        "de": "zeit|uhrzeit|zeitraum|zeiten|uhr|zeit von bis",
        "en": "time|times|hours|time slot|timeslot",
    },
    "start": {
        "de": "beginn|anfang|von|ab|startzeit|zeit von|uhrzeit von|uhrzeit beginn",
        "en": "start|from|start time|starts|begin|starting time|starts at",
    },
    "end": {
        "de": "ende|bis|endzeit|schluss|zeit bis|uhrzeit bis|uhrzeit ende",
        "en": "end|to|until|end time|ends|finish|ends at",
    },
    "duration": {"de": "dauer", "en": "duration|length"},
    "city": {"de": "stadt|station|reisestation", "en": "city|town|stop"},
    "kind": {
        "de": "art|typ|kategorie|art des programmpunkts|art der veranstaltung|format art",
        "en": "kind|type|category|type of item|item type|session type",
    },
    "title": {
        "de": "titel|programmpunkt|programm|thema|veranstaltung|was|aktivitaet|inhalt|bezeichnung"
        "|tagesordnungspunkt|punkt",
        "en": "title|programme item|program item|programme|program|item|topic|event|what|activity"
        "|session|subject|agenda item|activities",
    },
    "text": {
        "de": "beschreibung|text|erlaeuterung|details|inhalte|kurzbeschreibung",
        "en": "description|details|content|contents|abstract",
    },
    "venue": {
        "de": "ort|veranstaltungsort|wo|tagungsort|treffpunkt ort|lokal|einrichtung|besuchsort"
        "|gebaeude",
        "en": "venue|place|location|where|site|building",
    },
    "room": {"de": "raum|saal|zimmer", "en": "room|hall"},
    "address": {"de": "adresse|anschrift|strasse", "en": "address|street|street address"},
    "host": {
        "de": "gastgeber|gastgeberin|gastgebende|gastgebende stelle|gastgebende organisation"
        "|partner|einladende",
        "en": "host|hosts|host organisation|host organization|hosted by|partner",
    },
    "host_person": {
        "de": "ansprechpartner|ansprechpartnerin|ansprechperson|kontakt|kontaktperson",
        "en": "contact|contact person|host contact",
    },
    "speakers": {
        "de": "referent|referentin|referenten|referentinnen|referierende|vortragende"
        "|sprecher|mitwirkende|moderation|input",
        "en": "speaker|presenter|lecturer|resource person|facilitator|moderator",
    },
    "languages": {
        "de": "sprache|sprachen|dolmetschen|dolmetschung|verdolmetschung|saalsprache",
        "en": "language|languages|interpreting|interpretation|floor language",
    },
    "groups": {"de": "gruppe|gruppen|teilgruppe|gr|grp", "en": "group|groups|subgroup"},
    "status": {"de": "status|stand", "en": "status|state"},
    "dress": {"de": "kleidung|dresscode|kleiderordnung", "en": "dress|dress code|attire"},
    "note": {
        "de": "notiz|bemerkung|anmerkung|hinweis|intern|interne notiz|kommentar|sonstiges|notizen",
        "en": "note|remark|comment|internal note|internal|notes|remarks",
    },
}

DELEGATES: Final[dict[str, dict[str, str]]] = {
    "uid": {"": "lernreise id|lernreise uid"},
    "form_of_address": {
        "de": "anrede",
        "en": "form of address|salutation|mr ms|mr mrs|address form",
    },
    "academic_title": {
        "de": "titel|akad titel|akademischer titel|akademischer grad",
        "en": "title|academic title|degree",
    },
    "given_name": {
        "de": "vorname|vornamen|rufname",
        "en": "first name|given name|forename|first names|given names|firstname",
    },
    "family_name": {
        "de": "nachname|familienname|zuname|name nachname",
        "en": "last name|surname|family name|lastname|second name",
    },
    "name": {
        "de": "name|vor und nachname|vorname nachname|name vorname|nachname vorname"
        "|vollstaendiger name|teilnehmende|teilnehmer|teilnehmerin|person",
        "en": "full name|participant|delegate|name of participant|name of delegate|full names"
        "|last first|last name first name|surname first name|nominee|name in english|name latin"
        "|name in latin letters|name as in passport|title and name|name and title|names",
    },
    "own_script": {
        "de": "name in eigener schrift|name in originalschrift|originalschreibweise",
        "en": "name in own script|name in native script|native name|original name|local name",
    },
    "sex": {"de": "geschlecht", "en": "sex|gender"},
    "function": {
        "de": "funktion|position|amt|amtsbezeichnung|dienststellung|stelle|rolle",
        "en": "function|job title|office|post|designation|role|rank|current position",
    },
    "organisation": {
        "de": "organisation|institution|einrichtung|behoerde|dienststelle|arbeitgeber|firma"
        "|ministerium|entsendende stelle",
        "en": "organization|employer|affiliation|company|agency|ministry|authority|department"
        "|municipality|workplace|name of organisation|name of organization|name of institution",
    },
    "country": {
        "de": "staat|land|herkunftsland|staatsangehoerigkeit|nationalitaet",
        "en": "country|nationality|country of origin|state",
    },
    "city": {"de": "stadt|wohnort|dienstort|ort", "en": "city|town"},
    "level": {"de": "ebene|verwaltungsebene", "en": "level|tier|level of government"},
    "emails": {
        "de": "e mail|email|mail|e mail adresse|emailadresse|mailadresse",
        "en": "e mail address|email address|e mails|emails",
    },
    "phone": {
        "de": "telefon|telefonnummer|tel|mobil|handy|mobilnummer|mobiltelefon|tel nr|rufnummer",
        "en": "phone|telephone|mobile|phone number|cell|cell phone|mobile phone|mobile number"
        "|cell number|contact number|telephone number|tel no|phone no|mobile no|contact no"
        "|whatsapp",
    },
    "languages": {
        "de": "sprache|sprachen|sprachkenntnisse",
        "en": "language|languages|languages spoken|language skills",
    },
    "delegation": {"de": "delegation", "en": "delegation"},
    "status": {"de": "status|stand", "en": "status|state of registration"},
    "group": {"de": "gruppe|gr|grp", "en": "group"},
    "diet": {
        "de": (
            "ernaehrung|essen|verpflegung|essenswunsch|kost|unvertraeglichkeiten"
            "|unvertraeglichkeit"
            "|allergien|diaet|ernaehrungsweise"
        ),
        "en": "diet|dietary requirements|dietary needs|food|meal preference|dietary requirement"
        "|allergies|dietary",
    },
    "access": {
        "de": "barrierefreiheit|unterstuetzungsbedarf|zugang|bedarfe|besondere bedarfe",
        "en": "access|access needs|accessibility|special needs|accessibility needs",
    },
    "present_from": {
        "de": "anreise|anwesend von|anreisetag|von",
        "en": "arrival|present from|from|arrival date",
    },
    "present_to": {
        "de": "abreise|anwesend bis|abreisetag|bis",
        "en": "departure|present to|present until|until|departure date",
    },
    "room_wish": {"de": "zimmer|zimmerwunsch", "en": "room|room wish|room preference"},
    "brings": {
        "de": "bringt mit|herausforderung|gutes beispiel|praxisbeispiel",
        "en": "brings|brings along|challenge|good practice",
    },
    "note": {
        "de": "notiz|bemerkung|anmerkung|hinweis|kommentar|sonstiges|notizen",
        "en": "note|remark|comment|notes|remarks|other",
    },
    "ordinal": {
        "de": "nr|lfd nr|laufende nummer|ifd nr",
        "en": "no|s no|sl no|sr no|s n|serial number",
        "": "n",
    },
    "sealed": {
        "de": "pass|reisepass|passnummer|pass nr|reisepassnummer|reisepass nr|passnr"
        "|pass gueltig bis|reisepass gueltig bis|gueltigkeit reisepass|ausstellungsdatum"
        "|geburtsdatum|geburtsort|geb datum|geboren|geburtstag|ausweisnummer",
        "en": "passport|passport number|passport no|passport nr|passport expiry"
        "|passport expiry date|passport valid until|passport details|date of issue|expiry date"
        "|date of expiry|place of issue|date of birth|birth date|birthdate|dob|place of birth"
        "|id number|id no|identity number|national id",
    },
}
"""`ordinal` only counts the rows. `sealed` is what no list may hold: registering asks for it."""

TEXT_FIELDS: Final = frozenset({"title", "text", "dress", "function", "organisation", "brings"})
"""Fields with a text per language; the others are the same in every language."""

LANGUAGE_MARK: Final = re.compile(
    r"(?:^|[\s(\[/,_.:-])(?:(?P<de>de|deu|ger|dt\.?|deutsch|german|auf deutsch)"
    r"|(?P<en>en|eng|engl\.?|englisch|english|auf englisch|in english))[)\]]?\s*$"
)
GENDERED: Final = re.compile(r"(?<=\w)(?:[:*_/]-?innen|[:*_/]-?in|[:*_]r|\(innen\)|\(in\))(?!\w)")
BRACKETS: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
PLURALS: Final = ("", "s", "e", "en", "n", "er")


@dataclass(frozen=True)
class Heading:
    """What a heading means: the field, and the language of its texts where the heading shows it."""

    field: str
    lang: str = ""


def read_heading(text: str, vocabulary: dict[str, dict[str, str]]) -> Heading | None:
    """Return the field that a heading names, None for an unknown one."""
    folded = GENDERED.sub("", fold(text).replace("*", "").strip(" .:!"))
    mark = LANGUAGE_MARK.search(folded)
    lang = (mark.lastgroup or "") if mark else ""
    stem = folded[: mark.start()] if mark else folded
    for words in (stem, BRACKETS.sub(" ", stem), *_alternatives(stem)):
        if (found := _look_up(key(words), vocabulary)) is not None:
            return Heading(found.field, lang or found.lang)
    return None


def read_language(text: str) -> str:
    """Return the language that a heading names and nothing else: `Deutsch`, `(en)`."""
    folded = fold(text).strip(" .:!")
    mark = LANGUAGE_MARK.search(folded)
    return (mark.lastgroup or "") if mark and not key(folded[: mark.start()]) else ""


def _alternatives(stem: str) -> list[str]:
    """Take a bilingual heading apart: `Datum / Date`."""
    pieces = re.split(r"\s*[/|]\s*|\s+-\s+", stem)
    return pieces if len(pieces) > 1 else []


def _look_up(words: str, vocabulary: dict[str, dict[str, str]]) -> Heading | None:
    index = PROGRAMME_INDEX if vocabulary is PROGRAMME else DELEGATES_INDEX
    for ending in PLURALS:
        if not ending:
            found = index.get(words)
        else:
            found = index.get(words.removesuffix(ending)) if words.endswith(ending) else None
        if found is not None:
            return found
    return None


def _index(vocabulary: dict[str, dict[str, str]]) -> dict[str, Heading]:
    """Every synonym with its field; a word that is both German and English shows no language."""
    found: dict[str, Heading] = {}
    for field, by_lang in vocabulary.items():
        for lang, words in by_lang.items():
            for word in words.split("|"):
                both = word in found and found[word].field == field
                found.setdefault(word, Heading(field, lang))
                if both:
                    found[word] = Heading(field)
    return found


PROGRAMME_INDEX: Final = _index(PROGRAMME)
DELEGATES_INDEX: Final = _index(DELEGATES)
for _field, _words in DELEGATES_ABROAD.items():
    for _word in _words.split("|"):
        DELEGATES_INDEX.setdefault(key(_word), Heading(_field))
for _shared in ("organisation", "position", "function", "institution"):
    DELEGATES_INDEX[_shared] = Heading(
        "function" if _shared in {"position", "function"} else "organisation"
    )
