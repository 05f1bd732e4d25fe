"""Words for kinds, statuses, levels, diets and access needs in German and English."""

import re
from enum import StrEnum
from typing import Final, TypeVar

from trips.domain.item import ItemKind, ItemStatus
from trips.domain.notations.words import key, parts
from trips.domain.participation import Access, DelegateStatus, Diet, Level
from trips.domain.person import LanguageLevel, Sex

Term = TypeVar("Term", bound=StrEnum)

KINDS: Final[dict[ItemKind, str]] = {
    ItemKind.TRANSFER: (
        r"transfer|bus(fahrt|transfer)?|fahrt|weiterfahrt|rueckfahrt|abfahrt|anfahrt|"
        r"zugfahrt|bahnfahrt|train|ride|drive|travel|departure|fussweg|shuttle|pick up|abholung"
    ),
    ItemKind.CHECK_IN: r"check ?(in|out)|anreise|abreise|arrival|hotelbezug|zimmerbezug|einchecken|"
    r"registrierung|registration|anmeldung|akkreditierung",
    ItemKind.MEAL: (
        r"(mittag|abend)?essen|mittagspause|fruehstueck|mahlzeit|imbiss|abendbrot|lunch|dinner|"
        r"breakfast|meal|supper|kaffee(pause)?|coffee( break)?|tea break|pause|break|snack|brunch"
        r"|picknick|picnic"
    ),
    ItemKind.RECEPTION: (
        r"(abend|begruessungs)?empfang|reception|sektempfang|get together|umtrunk|cocktail"
    ),
    ItemKind.WALK: (
        r"(stadt)?rundgang|(stadt|quartiers|kiez)spaziergang|stadtfuehrung|walk|walking tour|"
        r"city tour|guided tour|guided walk|stadtrundfahrt|spaziergang|tour|fuehrung|district walk"
    ),
    ItemKind.VISIT: (
        r"besuch|besichtigung|vor ort( termin| besuch)?|site visit|visit|ortstermin|exkursion|"
        r"excursion|field trip|field visit|projektbesuch|fachbesuch"
    ),
    ItemKind.WORKSHOP: (
        r"workshop|arbeitsgruppe|werkstatt|working (group|session)|kollegiale beratung|"
        r"peer (consultation|learning|review)|seminar|training|planspiel|world cafe|arbeitsphase"
        r"|reflexion|reflection"
    ),
    ItemKind.FREE: (
        r"freie zeit|freizeit|zur freien verfuegung|frei|free( time)?|leisure( time)?"
        r"|individual time"
    ),
    ItemKind.INTERNAL: (
        r"intern(e[sr]?)?|internal|teamsitzung|team meeting|briefing team|vorbereitung|"
        r"interne notiz|internal note|aufbau|set up"
    ),
    ItemKind.TALK: r"vortrag|vortraege|talk|presentation|praesentation|lecture|keynote|rede|speech|"
    r"podium(sdiskussion)?|panel( discussion)?|diskussion|discussion|plenum|plenary"
    r"|fachgespraech|gespraech|"
    r"meeting|begruessung|welcome|eroeffnung|opening|abschluss|closing|einfuehrung|introduction|"
    r"briefing|konferenz|conference|kongress|congress|input|austausch|exchange|runder tisch"
    r"|round ?table|"
    r"evaluation|auswertung|sitzung|session|impuls",
}
"""In this order when a title is searched: lunch reception is a meal, panel visit is a visit."""
KIND_SHAPES: Final = {kind: re.compile(rf"(?:{words})(?:e|en|s)?") for kind, words in KINDS.items()}
KIND_IN_TITLE: Final = {
    kind: re.compile(rf"\b(?:{words})(?:e|en|s)?\b") for kind, words in KINDS.items()
}

ITEM_STATUSES: Final[dict[ItemStatus, str]] = {
    ItemStatus.IDEA: (
        "idee|idea|vorschlag|proposal|proposed|geplant|planned|entwurf|draft|offen|open|tbc|tbd"
        "|option"
    ),
    ItemStatus.REQUESTED: (
        "angefragt|requested|anfrage|asked|ausstehend|pending|vorlaeufig|provisional"
        "|in klaerung|enquired|invited"
    ),
    ItemStatus.CONFIRMED: (
        "bestaetigt|confirmed|zugesagt|fest|fix|ok|ja|yes|final|zusage|gebucht|booked"
    ),
    ItemStatus.CANCELLED: (
        "abgesagt|cancelled|canceled|entfaellt|gestrichen|storniert|absage|dropped|faellt aus"
    ),
}

DELEGATE_STATUSES: Final[dict[DelegateStatus, str]] = {
    DelegateStatus.NOMINATED: "nominiert|nominated|vorgeschlagen|benannt|proposed",
    DelegateStatus.APPROVED: "freigegeben|approved|genehmigt|akzeptiert|accepted",
    DelegateStatus.INVITED: "eingeladen|invited",
    DelegateStatus.STARTED: "begonnen|started|in arbeit",
    DelegateStatus.SUBMITTED: "eingereicht|abgeschickt|submitted|angemeldet|registered",
    DelegateStatus.CONFIRMED: "bestaetigt|confirmed|zugesagt|ja|yes|ok|zusage|nimmt teil|attending",
    DelegateStatus.WAITLISTED: (
        "warteliste|waitlisted|waitlist|waiting list|nachruecker|auf der warteliste"
    ),
    DelegateStatus.REPLACED: "ersetzt|replaced|vertreten",
    DelegateStatus.WITHDRAWN: "zurueckgezogen|withdrawn|storniert|cancelled|canceled",
    DelegateStatus.DECLINED: "abgesagt|declined|nein|no|absage|regrets",
    DelegateStatus.ATTENDED: "teilgenommen|attended|anwesend|present",
}

LEVELS: Final[dict[Level, str]] = {
    Level.NATIONAL: (
        "national|bund|bundesebene|federal|zentral|zentralstaat|central|nationale ebene"
        "|staatlich"
        "|national level|national government|central government"
    ),
    Level.REGIONAL: (
        "regional|land|landesebene|bundesland|state|provinz|provinziell|provincial|province"
        "|oblast"
        "|state level|bezirk|county|regional level|laenderebene"
    ),
    Level.MUNICIPAL: (
        "kommunal|kommune|municipal|municipality|lokal|local|stadt|staedtisch|city|gemeinde"
        "|kommunale ebene|local government|municipal level|local level|city level|lokale ebene"
    ),
    Level.CIVIL_SOCIETY: (
        "zivilgesellschaft|civil society|ngo|nro|verein|zivilgesellschaftlich|cso|nichtregierung"
    ),
    Level.PRIVATE: (
        "privat|private|privatwirtschaft|private sector|wirtschaft|unternehmen|company|business"
    ),
    Level.ACADEMIC: (
        "wissenschaft|academic|academia|universitaet|university|hochschule|forschung|research"
        "|wissenschaftlich"
    ),
    Level.INTERNATIONAL: "international|internationale organisation|international organisation"
    "|international organization|vereinte nationen|un|united nations",
}

DIETS: Final[dict[Diet, str]] = {
    Diet.VEGAN: "vegan|rein pflanzlich|plant based|veganer|veganerin|vegane|vegano|vegana"
    "|веган|веганка",
    Diet.VEGETARIAN: (
        "vegetarisch|vegetarian|veggie|veg|vegetarier|vegetarierin|kein fleisch|no meat|fleischlos"
        "|vegetarien|vegetarienne|vegetariano|vegetariana|вегетаріанець|вегетаріанка|вегетаріанське"
    ),
    Diet.HALAL: "halal|helal|halaal|халяль",
    Diet.KOSHER: "koscher|kosher",
    Diet.NO_PORK: (
        "kein schwein|kein schweinefleisch|no pork|ohne schwein|ohne schweinefleisch|pork free"
        "|sans porc|pas de porc|sin cerdo|без свинини"
    ),
    Diet.NO_BEEF: "kein rind|kein rindfleisch|no beef|ohne rind|ohne rindfleisch|beef free",
    Diet.LACTOSE_FREE: (
        "laktosefrei|lactose free|laktoseintoleranz|lactose intolerance|lactose intolerant"
        "|laktose|lactose|no lactose|laktoseintolerant|milchfrei|dairy free"
    ),
    Diet.GLUTEN_FREE: (
        "glutenfrei|gluten free|gluten|zoeliakie|coeliac|celiac|no gluten|glutenunvertraeglichkeit"
    ),
    Diet.NUT_ALLERGY: (
        "nussallergie|nut allergy|nuesse|nuts|no nuts|keine nuesse|peanut allergy"
        "|erdnussallergie"
        "|allergic to nuts|nussfrei|nut free"
    ),
}

ACCESS: Final[dict[Access, str]] = {
    Access.WHEELCHAIR: (
        "rollstuhl|wheelchair|rollstuhlfahrer|rollstuhlfahrerin|wheelchair user|rollstuhlgerecht"
    ),
    Access.STEP_FREE: (
        "stufenlos|step free|keine treppen|no stairs|barrierefrei|stufenfrei|no steps"
    ),
    Access.HEARING: (
        "hoerbehinderung|schwerhoerig|hearing|hard of hearing|gehoerlos|deaf|hoergeraet"
        "|hearing aid"
        "|hearing impairment"
    ),
    Access.SIGHT: (
        "sehbehinderung|sehbehindert|sight|blind|visual impairment|visually impaired|low vision"
    ),
    Access.SHORT_WALKS: "kurze wege|short walks|gehbehindert|gehbehinderung|limited mobility"
    "|short distances|eingeschraenkte mobilitaet|keine langen wege",
}

SEXES: Final[dict[Sex, str]] = {
    Sex.FEMALE: "w|weiblich|f|female|frau|woman",
    Sex.MALE: "m|maennlich|male|mann|man",
    Sex.DIVERSE: "d|divers|diverse|x|non binary|nichtbinaer|nonbinary",
    Sex.UNKNOWN: "unbekannt|unknown|k a|keine angabe|not stated|prefer not to say",
}

NOTHING: Final = frozenset(
    {"", "keine", "none", "no", "nein", "n a", "na", "nichts", "nothing", "normal", "alles", "all"}
    | {"everything", "no restrictions", "omnivore", "keine einschraenkungen", "kein bedarf"}
    | {"keiner", "nil", "isst alles", "ohne", "aucun", "aucune", "rien", "neant", "ras"}
    | {"ninguno", "ninguna", "nada", "немає", "ні", "нет"}
)
"""What people write where they need nothing in particular."""

LANGUAGE_LEVELS: Final[dict[str, LanguageLevel]] = {
    **{level.value.lower(): level for level in LanguageLevel},
    "muttersprache": LanguageLevel.NATIVE,
    "mother tongue": LanguageLevel.NATIVE,
    "native speaker": LanguageLevel.NATIVE,
    "native": LanguageLevel.NATIVE,
    "langue maternelle": LanguageLevel.NATIVE,
    "lengua materna": LanguageLevel.NATIVE,
    "рідна": LanguageLevel.NATIVE,
    "fliessend": LanguageLevel.C1,
    "fluent": LanguageLevel.C1,
    "courant": LanguageLevel.C1,
    "вільно": LanguageLevel.C1,
    "verhandlungssicher": LanguageLevel.C1,
    "good": LanguageLevel.B2,
    "gut": LanguageLevel.B2,
    "intermediate": LanguageLevel.B1,
    "mittel": LanguageLevel.B1,
    "basic": LanguageLevel.A2,
    "grundkenntnisse": LanguageLevel.A2,
    "basics": LanguageLevel.A2,
}


def find_term(text: str, vocabulary: dict[Term, str]) -> Term | None:
    """Return the term that the text names, None where no word is known."""
    words = key(text)
    for term, synonyms in vocabulary.items():
        if words in synonyms.split("|") or words == term.value.replace("_", " "):
            return term
    return None


def find_terms(text: str, vocabulary: dict[Term, str]) -> tuple[tuple[Term, ...], str]:
    """Return the terms of an enumeration, and the words that are none of them."""
    found: list[Term] = []
    left: list[str] = []
    for entry in parts(text):
        term = find_term(entry, vocabulary)
        if term is not None:
            found.append(term)
        elif key(entry) not in NOTHING:
            left.append(entry)
    return tuple(dict.fromkeys(found)), ", ".join(left)


def find_kind(text: str) -> ItemKind | None:
    """Return the kind that a cell of the column of kinds names."""
    words = key(text)
    for kind, shape in KIND_SHAPES.items():
        if shape.fullmatch(words) or words == kind.value.replace("_", " "):
            return kind
    return guess_kind(text)


def guess_kind(title: str) -> ItemKind | None:
    """Return the kind that a title speaks of, None where it speaks of none."""
    words = key(title)
    for kind, shape in KIND_IN_TITLE.items():
        if shape.search(words):
            return kind
    return None
