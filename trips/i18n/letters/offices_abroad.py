"""How Ukrainian, Arabic, French and Spanish letters greet somebody by their office.

Practice of protocol in each language: the vocative behind "пане" and "пані", the honour that
belongs to the office in Arabic, the article in French, "Excelentísimo" for ministers and
ambassadors in Spanish. Only offices that the table knows; for every other one the rules are
unsure, and the letter greets by name.
"""

from enum import StrEnum
from typing import Final

from trips.domain.person import FormOfAddress, Person, ProtocolRank
from trips.domain.protocol.courtesy import is_addressed_by_office


class Office(StrEnum):
    """Offices that letters greet by in other languages than German and English."""

    PRESIDENT = "president"
    PRIME_MINISTER = "prime_minister"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    DEPUTY_MINISTER = "deputy_minister"
    STATE_SECRETARY = "state_secretary"
    GOVERNOR = "governor"
    MEMBER_OF_PARLIAMENT = "member_of_parliament"
    SENATOR = "senator"
    MAYOR = "mayor"
    DEPUTY_MAYOR = "deputy_mayor"
    COUNCILLOR = "councillor"


_NAMED: Final = {
    "prime minister": Office.PRIME_MINISTER,
    "minister": Office.MINISTER,
    "ambassador": Office.AMBASSADOR,
    "deputy minister": Office.DEPUTY_MINISTER,
    "vice minister": Office.DEPUTY_MINISTER,
    "vice-minister": Office.DEPUTY_MINISTER,
    "state secretary": Office.STATE_SECRETARY,
    "governor": Office.GOVERNOR,
    "member of parliament": Office.MEMBER_OF_PARLIAMENT,
    "member of the national assembly": Office.MEMBER_OF_PARLIAMENT,
    "senator": Office.SENATOR,
    "mayor": Office.MAYOR,
    "lord mayor": Office.MAYOR,
    "executive mayor": Office.MAYOR,
    "first mayor": Office.MAYOR,
    "deputy mayor": Office.DEPUTY_MAYOR,
    "vice mayor": Office.DEPUTY_MAYOR,
    "deputy lord mayor": Office.DEPUTY_MAYOR,
    "councillor": Office.COUNCILLOR,
    "city councillor": Office.COUNCILLOR,
    "municipal councillor": Office.COUNCILLOR,
}
"""Offices as English letters name them (`letters/offices.py`)."""
_RANKED: Final = {
    ProtocolRank.MINISTER: Office.MINISTER,
    ProtocolRank.AMBASSADOR: Office.AMBASSADOR,
    ProtocolRank.MEMBER_OF_PARLIAMENT: Office.MEMBER_OF_PARLIAMENT,
    ProtocolRank.MAYOR: Office.MAYOR,
    ProtocolRank.DEPUTY_MAYOR: Office.DEPUTY_MAYOR,
}
"""Ranks that leave no doubt where nobody has written the office in English."""

OFFICE_GREETINGS: Final[dict[str, dict[Office, tuple[str, str]]]] = {
    "uk": {
        Office.PRESIDENT: ("Вельмишановна пані президентко", "Вельмишановний пане президенте"),
        Office.PRIME_MINISTER: (
            "Вельмишановна пані прем’єр-міністерко",
            "Вельмишановний пане прем’єр-міністре",
        ),
        Office.MINISTER: ("Вельмишановна пані міністерко", "Вельмишановний пане міністре"),
        Office.AMBASSADOR: ("Вельмишановна пані посолко", "Вельмишановний пане после"),
        Office.DEPUTY_MINISTER: (
            "Шановна пані заступнице міністра",
            "Шановний пане заступнику міністра",
        ),
        Office.STATE_SECRETARY: (
            "Шановна пані державна секретарко",
            "Шановний пане державний секретарю",
        ),
        Office.GOVERNOR: ("Шановна пані губернаторко", "Шановний пане губернаторе"),
        Office.MEMBER_OF_PARLIAMENT: ("Шановна пані депутатко", "Шановний пане депутате"),
        Office.SENATOR: ("Шановна пані сенаторко", "Шановний пане сенаторе"),
        Office.MAYOR: ("Шановна пані міська голово", "Шановний пане міський голово"),
        Office.DEPUTY_MAYOR: (
            "Шановна пані заступнице міського голови",
            "Шановний пане заступнику міського голови",
        ),
    },
    "ar": {
        Office.PRESIDENT: ("فخامة الرئيسة {} المحترمة", "فخامة الرئيس {} المحترم"),
        Office.PRIME_MINISTER: (
            "دولة رئيسة الوزراء {} المحترمة",
            "دولة رئيس الوزراء {} المحترم",
        ),
        Office.MINISTER: ("معالي الوزيرة {} المحترمة", "معالي الوزير {} المحترم"),
        Office.AMBASSADOR: ("سعادة السفيرة {} المحترمة", "سعادة السفير {} المحترم"),
        Office.DEPUTY_MINISTER: (
            "سعادة نائبة الوزير {} المحترمة",
            "سعادة نائب الوزير {} المحترم",
        ),
        Office.STATE_SECRETARY: (
            "سعادة وكيلة الوزارة {} المحترمة",
            "سعادة وكيل الوزارة {} المحترم",
        ),
        Office.MEMBER_OF_PARLIAMENT: ("سعادة النائبة {} المحترمة", "سعادة النائب {} المحترم"),
        Office.MAYOR: ("سعادة رئيسة البلدية {} المحترمة", "سعادة رئيس البلدية {} المحترم"),
        Office.DEPUTY_MAYOR: (
            "سعادة نائبة رئيس البلدية {} المحترمة",
            "سعادة نائب رئيس البلدية {} المحترم",
        ),
    },
    "fr": {
        Office.PRESIDENT: ("Madame la Présidente", "Monsieur le Président"),
        Office.PRIME_MINISTER: ("Madame la Première ministre", "Monsieur le Premier ministre"),
        Office.MINISTER: ("Madame la Ministre", "Monsieur le Ministre"),
        Office.AMBASSADOR: ("Madame l’Ambassadrice", "Monsieur l’Ambassadeur"),
        Office.DEPUTY_MINISTER: ("Madame la Vice-ministre", "Monsieur le Vice-ministre"),
        Office.STATE_SECRETARY: ("Madame la Secrétaire d’État", "Monsieur le Secrétaire d’État"),
        Office.GOVERNOR: ("Madame la Gouverneure", "Monsieur le Gouverneur"),
        Office.MEMBER_OF_PARLIAMENT: ("Madame la Députée", "Monsieur le Député"),
        Office.SENATOR: ("Madame la Sénatrice", "Monsieur le Sénateur"),
        Office.MAYOR: ("Madame la Maire", "Monsieur le Maire"),
        Office.DEPUTY_MAYOR: ("Madame la Maire adjointe", "Monsieur le Maire adjoint"),
        Office.COUNCILLOR: ("Madame la Conseillère", "Monsieur le Conseiller"),
    },
    "es": {
        Office.PRESIDENT: ("Excelentísima señora presidenta", "Excelentísimo señor presidente"),
        Office.PRIME_MINISTER: (
            "Excelentísima señora primera ministra",
            "Excelentísimo señor primer ministro",
        ),
        Office.MINISTER: ("Excelentísima señora ministra", "Excelentísimo señor ministro"),
        Office.AMBASSADOR: ("Excelentísima señora embajadora", "Excelentísimo señor embajador"),
        Office.DEPUTY_MINISTER: ("Estimada señora viceministra", "Estimado señor viceministro"),
        Office.STATE_SECRETARY: (
            "Estimada señora secretaria de Estado",
            "Estimado señor secretario de Estado",
        ),
        Office.GOVERNOR: ("Estimada señora gobernadora", "Estimado señor gobernador"),
        Office.MEMBER_OF_PARLIAMENT: ("Estimada señora diputada", "Estimado señor diputado"),
        Office.SENATOR: ("Estimada señora senadora", "Estimado señor senador"),
        Office.MAYOR: ("Estimada señora alcaldesa", "Estimado señor alcalde"),
        Office.DEPUTY_MAYOR: ("Estimada señora vicealcaldesa", "Estimado señor vicealcalde"),
        Office.COUNCILLOR: ("Estimada señora concejala", "Estimado señor concejal"),
    },
}
"""To a woman, to a man; `{}` stands for the name where the language says both."""


def office_pattern(person: Person, english: str, locale: str) -> str:
    """The greeting by office; empty where the person or the language wants the name.

    `english` is the office as an English letter names it. Whoever chose no form of address is
    greeted by name, for these languages bend every office to a woman or a man.
    """
    if person.form_of_address is FormOfAddress.NEUTRAL or not is_addressed_by_office(person):
        return ""
    office = _office_of(person, english)
    known = OFFICE_GREETINGS.get(locale, {}).get(office) if office else None
    return known[person.form_of_address is FormOfAddress.MR] if known else ""


def _office_of(person: Person, english: str) -> Office | None:
    """What somebody is, where that is beyond doubt."""
    if english == "President":  # of a state: of a board or a club it needs no greeting
        is_of_state = person.protocol_rank is ProtocolRank.HEAD_OF_STATE
        return Office.PRESIDENT if is_of_state else None
    whole = person.office.get("en", "").strip().casefold()
    if not whole:
        return _RANKED.get(person.protocol_rank)
    return _NAMED.get(english.casefold()) or _NAMED.get(whole)
