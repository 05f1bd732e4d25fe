"""Visa letters: one page each, the facts in both languages, in PDF and in Word alike."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader

from trips.config import ROOT
from trips.domain.briefs.letter import LettersBrief, brief_letters
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.domain.values.wire import read_value
from trips.domain.visa.letter import Costs, Letter, LetterFacts, LetterKind, reference_of
from trips.exports.letters import visa, visa_word

AT = datetime(2015, 7, 24, 10, tzinfo=UTC)
HOSTILE = '<b>=1+1</b>\x0b\u202e"{{ 7*7 }}"'
FACTS = LetterFacts(
    purpose=Text(de="Fachkongress", en="Congress"),
    costs=Costs.SHARED,
    signer="Max Sample",
    mission=Text(de="der Botschaft in Kiew", en="the Embassy in Kyiv"),
)


@pytest.fixture(scope="module")
def trip() -> TripSnapshot:
    path = ROOT / "trips" / "data" / "leipzig-nuernberg-muenchen-2015.json"
    data = json.loads(path.read_text("utf-8"))
    data.pop("schema")
    found: TripSnapshot = read_value(TripSnapshot, data)
    return found


def delegates(trip: TripSnapshot) -> list[str]:
    return [each.uid for each in trip.participations if each.delegate and each.is_coming]


def invitation(trip: TripSnapshot, uid: str, **more: object) -> Letter:
    known = Letter(
        uid=f"l-{uid}",
        kind=LetterKind.INVITATION,
        number=7,
        reference=reference_of(trip.trip.slug, trip.trip.starts_on, 7),
        locale="en",
        dated=date(2015, 7, 24),
        participation=uid,
        facts=FACTS,
    )
    return replace(known, **more)  # type: ignore[arg-type]


def brief(trip: TripSnapshot, *letters: Letter, born: str = "1970-01-31") -> LettersBrief:
    secrets = dict.fromkeys(delegates(trip), (born, "AA000000"))
    return brief_letters(trip, letters, AT, secrets)


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("locale", ["de", pytest.param("en", marks=pytest.mark.full)])
def test_every_letter_of_the_sample_trip_fits_one_page(trip: TripSnapshot, locale: str) -> None:
    letters = [invitation(trip, uid, has_passport=True) for uid in delegates(trip)]
    pdf = visa.render(brief(trip, *letters), locale)
    assert len(PdfReader(BytesIO(pdf)).pages) == len(letters)


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("de", ("Zweck Fachkongress", "§§ 66 bis 68 AufenthG", "31. Januar 1970")),
        ("en", ("Purpose Congress", "not a formal declaration", "31 January 1970")),
    ],
)
def test_a_letter_says_purpose_days_costs_and_every_city(
    trip: TripSnapshot, locale: str, wanted: tuple[str, ...]
) -> None:
    uid = delegates(trip)[0]
    text = words(visa.render(brief(trip, invitation(trip, uid, has_passport=True)), locale))
    cities = [stop.city.shown(locale).text for stop in trip.stops]
    hotels = [stop.hotels[0].name for stop in trip.stops]
    person = trip.person_by_uid[trip.participation_by_uid[uid].person]
    for part in (*wanted, *cities, *hotels, person.family_name.upper(), "LNM-2015-007", "AA000000"):
        assert part in text


def test_a_letter_without_the_passport_names_none(trip: TripSnapshot) -> None:
    text = words(visa.render(brief(trip, invitation(trip, delegates(trip)[0])), "en"))
    assert "AA000000" not in text
    assert "1970" not in text


def test_word_says_the_same_facts_as_the_pdf(trip: TripSnapshot) -> None:
    letters = brief(trip, invitation(trip, delegates(trip)[0], has_passport=True))
    document = Document(BytesIO(visa_word.render(letters, "en")))
    text = words(visa.render(letters, "en"))
    for table in document.tables:
        for cell in (cell for row in table.rows for cell in row.cells):
            assert " ".join(cell.text.strip("[ ]").split()) in text


COURTESY = {
    "de": (
        (
            "Das Bundesministerium für Umwelt, Naturschutz, Bau und Reaktorsicherheit beehrt sich, "
            "der Botschaft der Bundesrepublik Deutschland in Kyjiw die folgende Delegation aus der "
            "Ukraine anzuzeigen"
        ),
        (
            "benutzt diesen Anlass, die Botschaft der Bundesrepublik Deutschland in Kyjiw erneut "
            "seiner ausgezeichneten Hochachtung zu versichern."
        ),
    ),
    "en": (
        (
            "Building and Nuclear Safety presents its compliments to the Embassy of the Federal "
            "Republic of Germany in Kyjiw and has the honour to announce the following delegation "
            "from Ukraine"
        ),
        (
            "avails itself of this opportunity to renew to the Embassy of the Federal Republic of "
            "Germany in Kyjiw the assurances of its highest consideration."
        ),
    ),
}


@pytest.mark.parametrize("locale", COURTESY)
def test_a_note_names_everybody_in_the_forms_of_courtesy(trip: TripSnapshot, locale: str) -> None:
    opens, closes = COURTESY[locale]
    delegation = next(each for each in trip.delegations if each.country == "UA")
    facts = LetterFacts(sender=trip.trip.inviting_body or "", mission_seat="Kyjiw", signer="Ada")
    note = invitation(trip, "", kind=LetterKind.NOTE, delegation=delegation.uid, facts=facts)
    made = brief(trip, replace(note, participation=None))
    text = words(visa.render(made, locale)).replace("\u00ad", "").replace("- ", "")
    assert len(made.letters[0].people) > 2
    for each in made.letters[0].people:
        assert each.person.family_name.upper() in text
    assert opens in text
    assert closes in text
    assert "Ada" not in text
    document = Document(BytesIO(visa_word.render(made, locale)))
    assert any(paragraph.text.endswith(closes) for paragraph in document.paragraphs)


def test_a_logo_stands_at_the_head_and_is_described(trip: TripSnapshot) -> None:
    target = BytesIO()
    Image.new("RGB", (200, 80), "#0b5c6b").save(target, "PNG")
    logos = {each.uid: target.getvalue() for each in trip.organisations}
    made = brief_letters(trip, (invitation(trip, delegates(trip)[0]),), AT, {}, logos)
    with pikepdf.open(BytesIO(visa.render(made, "de"))) as opened:
        figures = [node for node in opened.objects if is_figure(node)]
        assert [str(figure.Alt) for figure in figures] == ["bgh. Leipzig"]
        assert opened.pages[0].get_images()
    head = Document(BytesIO(visa_word.render(made, "de"))).sections[0].first_page_header
    picture = head.tables[0].rows[0].cells[0]._tc.xpath(".//wp:docPr")[0]
    assert picture.get("descr") == "bgh. Leipzig"


def is_figure(node: object) -> bool:
    return isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/Figure"


def test_every_letter_counts_its_own_pages(trip: TripSnapshot) -> None:
    long = replace(FACTS, purpose=Text(en="Congress and visits. " * 60))
    uids = delegates(trip)[:2]
    letters = brief(trip, invitation(trip, uids[0], facts=long), invitation(trip, uids[1]))
    pages = PdfReader(BytesIO(visa.render(letters, "en"))).pages
    said = [page.extract_text().splitlines()[-1] for page in pages]
    assert said == ["1 / 2", "2 / 2", "1 / 1"]


def test_hostile_words_stay_words(trip: TripSnapshot) -> None:
    facts = replace(FACTS, signer=HOSTILE, purpose=Text(en=HOSTILE))
    letters = brief(trip, invitation(trip, delegates(trip)[0], facts=facts))
    assert "<b>=1+1</b>" in words(visa.render(letters, "en"))
    document = Document(BytesIO(visa_word.render(letters, "en")))
    assert "{{ 7*7 }}" in document.tables[-1].rows[-1].cells[0].text


def test_a_letter_is_tagged_and_titled(trip: TripSnapshot) -> None:
    pdf = visa.render(brief(trip, invitation(trip, delegates(trip)[0])), "de")
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.Lang == "de"
        assert "LNM-2015-007" in str(opened.docinfo["/Title"])
        assert "/StructTreeRoot" in opened.Root
