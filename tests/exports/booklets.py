"""A rich programme brief, made without a database: every shape a booklet knows."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from tests.exports.briefs import a_leg, a_programme, an_item
from trips.domain.briefs.programme import (
    ContactBrief,
    DayBrief,
    DelegationBrief,
    HostBrief,
    HotelBrief,
    InterpretingBrief,
    ItemBrief,
    LaneBrief,
    PersonBrief,
    ProgrammeBrief,
    RowBrief,
    SpeakerBrief,
    StopBrief,
)
from trips.domain.interpreter import InterpretingMode
from trips.domain.item import HostStatus, ItemKind, ItemStatus, TransferMode
from trips.domain.trip import Section, Word
from trips.domain.values.text import EMPTY, Text

FIRST = date(2015, 9, 17)
CITIES = (
    Text(de="Leipzig", en="Leipzig"),
    Text(de="Nürnberg", en="Nuremberg"),
    Text(de="München", en="Munich"),
    Text(de="Frankfurt am Main", en="Frankfurt am Main"),
    Text(de="Ulm", en="Ulm"),
    Text(de="Halle (Saale)", en="Halle (Saale)"),
    Text(de="Wien", en="Vienna"),
)
COUNTRIES = ("ZA", "IN", "UA", "US", "EG", "GE", "VN", "GB")
PEOPLE = (
    ("Dr. Nomvula Sibanyoni-Beispiel", ""),
    ("Oleksandra Kostjantyniwska-Beswerchna", "Олександра Костянтинівська-Безверхна"),
    ("Radhika Deshpande", "राधिका देशपांडे"),
    ("Mona El-Sherbini", "منى الشربيني"),
    ("Li Xiaoming", "李小明"),
    ("Eleni Papakonstantinou", "Ελένη Παπακωνσταντίνου"),
)
INTO_ENGLISH = InterpretingBrief(source="de", target="en", mode=InterpretingMode.SIMULTANEOUS)
SPEAKER = SpeakerBrief(person="Jonas Muster", function=Text(de="Planer", en="Planner"))
ESCORT = ContactBrief(
    name="Lena Beispiel", function=EMPTY, role="escort", about=EMPTY, phone="+49 000 000 01"
)
TRAVEL_DESK = ContactBrief(
    name="Max Muster",
    function=Text(de="Reisebüro", en="Travel desk"),
    role="organiser",
    about=Text(de="Züge", en="Trains"),
    phone="+49 000 000 02",
)
INTERPRETER = PersonBrief(
    name="Lea Winter",
    own_script="",
    function=EMPTY,
    organisation=Text(de="bgh.", en="bgh."),
    country="DE",
    languages=("de",),
    group="",
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(FIRST + timedelta(days=day), time(hour, minute))


def a_stop(index: int, **facts: Any) -> StopBrief:
    stop = StopBrief(
        uid=f"stop{index}",
        city=CITIES[index],
        country="DE",
        hue=index % 6 + 1,
        arrives_on=FIRST + timedelta(days=index),
        departs_on=FIRST + timedelta(days=index + 1),
        zone="Europe/Berlin",
        latitude=None,
        longitude=None,
        text=EMPTY,
        hospital=Text(de="Musterklinik", en="Sample clinic"),
        hotels=(
            HotelBrief(
                name=f"Hotel Muster {index}",
                address="Musterstraße 1, 04109 Leipzig",
                phone="+49 000 000 10",
                check_in_from=time(15),
                breakfast="06:30–10:00",
            ),
        ),
    )
    return replace(stop, **facts)


def a_talk(day: int, hour: int, **facts: Any) -> ItemBrief:
    talk = an_item(
        at(day, hour),
        at(day, hour, 45),
        kind=ItemKind.TALK,
        title=Text(de="Der Leipziger Osten", en="Leipzig's east"),
        text=Text(de="Was hat getragen?", en="What lasted?"),
        site=Text(de="InfoCenter", en="InfoCenter"),
        address="Eisenbahnstr. 49, 04315 Leipzig",
        floor_languages=("de",),
        interpreting=(INTO_ENGLISH,),
        hosts=(
            HostBrief(
                person="Karin Beispiel",
                function=Text(de="Abteilungsleiterin", en="Head of division"),
                organisation=Text(de="Stadt Leipzig", en="City of Leipzig"),
                status=HostStatus.REQUESTED,
            ),
        ),
        speakers=(SPEAKER,),
    )
    return replace(talk, **facts)


def some_lanes(day: int, count: int) -> RowBrief:
    return RowBrief(
        lanes=tuple(
            LaneBrief(
                groups=(group,),
                items=(
                    an_item(
                        at(day, 10),
                        at(day, 11, 30),
                        groups=(group,),
                        title=Text(de=f"Rundgang {group}", en=f"Walk {group}"),
                        kind=ItemKind.WALK,
                    ),
                ),
            )
            for group in "ABCDEF"[:count]
        )
    )


def a_day(index: int, stops: tuple[StopBrief, ...], rows: tuple[RowBrief, ...]) -> DayBrief:
    return DayBrief(
        on=FIRST + timedelta(days=index),
        number=index + 1,
        stops=stops,
        sentence=Text(de="Wer entscheidet, wer zahlt?", en="Who decides, who pays?"),
        dress=Text(de="Feste Schuhe", en="Sturdy shoes"),
        bring=Text(de="Reisepass", en="Passport"),
        words=(
            Word(Text(de="Runder Tisch", en="round table"), Text(de="Alle reden", en="All talk")),
        ),
        escort=ESCORT,
        night=stops[-1] if stops else None,
        rows=rows,
    )


def a_delegation(index: int) -> DelegationBrief:
    name, own = PEOPLE[index % len(PEOPLE)]
    person = PersonBrief(
        name=name,
        own_script=own,
        function=Text(de="Stadtplanerin", en="Town planner"),
        organisation=Text(de="Stadt (Muster)", en="City (sample)"),
        country=COUNTRIES[index],
        languages=("en", "de"),
        group="AB"[index % 2],
    )
    return DelegationBrief(
        uid=f"delegation{index}",
        name=EMPTY,
        country=COUNTRIES[index],
        head=name,
        coming=2,
        people=(person,),
    )


def a_booklet(stops: int = 3, delegations: int = 4, lanes: int = 2, **facts: Any) -> ProgrammeBrief:
    """A trip of one day per stop, with a leg on every day but the last."""
    places = tuple(a_stop(index) for index in range(stops))
    days = tuple(_full_day(index, places, lanes) for index in range(stops))
    brief = a_programme(
        (),
        subtitle=Text(de="Fachinformationsreise für Kommunen", en="Study tour for cities"),
        summary=Text(de="Kulturarbeit von unten.", en="Culture from below."),
        starts_on=FIRST,
        ends_on=FIRST + timedelta(days=max(stops - 1, 0)),
        inviting_body=Text(de="Bundesministerium (Muster)", en="Federal ministry (sample)"),
        client=Text(de="GIZ (Muster)", en="GIZ (sample)"),
        contractor=Text(de="bgh. Leipzig", en="bgh. Leipzig"),
        aims=(Text(de="Ebenen verstehen.", en="Understand the tiers."),),
        learning_questions=(Text(de="Wer entscheidet?", en="Who decides?"),),
        stops=places,
        days=days,
        delegations=tuple(a_delegation(index) for index in range(delegations)),
        others=(INTERPRETER,),
        contacts=(TRAVEL_DESK,),
        emergency_phone="+49 000 000 00",
        practical=(
            Section(Text(de="Geld", en="Money"), Text(de="Alles bezahlt.", en="All is paid.")),
        ),
    )
    return replace(brief, **facts)


def _afternoon_leg(index: int, here: StopBrief, there: StopBrief) -> RowBrief:
    leg = a_leg(
        at(index, 14),
        at(index, 16),
        uid=f"leg{index}",
        from_city=here.city,
        to_city=there.city,
        from_hue=here.hue,
        to_hue=there.hue,
    )
    return RowBrief(leg=leg)


def _full_day(index: int, places: tuple[StopBrief, ...], lanes: int) -> DayBrief:
    is_last = index == len(places) - 1
    rows = [
        RowBrief(
            item=an_item(
                at(index, 8, 40),
                at(index, 9),
                kind=ItemKind.TRANSFER,
                transfer_mode=TransferMode.BUS,
                title=Text(de="Bus ab Hotel", en="Bus from the hotel"),
            )
        ),
        RowBrief(item=a_talk(index, 9)),
        some_lanes(index, lanes),
        RowBrief(
            item=an_item(
                at(index, 12),
                at(index, 13),
                kind=ItemKind.FREE,
                title=Text(de="Freie Zeit", en="Free time"),
                status=ItemStatus.REQUESTED,
            )
        ),
    ]
    if not is_last:
        rows.append(_afternoon_leg(index, places[index], places[index + 1]))
    evening = an_item(
        at(index, 19),
        at(index, 21),
        kind=ItemKind.RECEPTION,
        title=Text(de="Empfang am Abend"),
    )
    rows.append(RowBrief(item=evening))
    stops = places[index : index + 1] if is_last else places[index : index + 2]
    return a_day(index, stops, tuple(rows))
