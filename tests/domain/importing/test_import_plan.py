from dataclasses import replace
from datetime import date, datetime

import pytest

from trips.domain.importing.delegate_plan import plan_delegates
from trips.domain.importing.plan import NEW, SKIP
from trips.domain.importing.programme_plan import plan_programme
from trips.domain.importing.values import FieldChange, skills
from trips.domain.importing.workbook import DelegateRow, ProgrammeRow, SpokenLanguage
from trips.domain.item import Item, ItemHost, ItemKind, ItemStatus
from trips.domain.organisation import Organisation
from trips.domain.participation import Delegate, Diet, Level, Participation, Role
from trips.domain.person import FormOfAddress, Person
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Stop
from trips.domain.trip import Group, Trip, TripKind
from trips.domain.values.text import Text

moment = datetime.fromisoformat
NINE = moment("2015-09-16T09:00")
TEN = moment("2015-09-16T10:00")

ROW = ProgrammeRow(
    sheet="Programm",
    row=2,
    starts=NINE,
    ends=TEN,
    title=Text(de="Besuch", en="Visit"),
    kind=ItemKind.VISIT,
    status=ItemStatus.CONFIRMED,
    city="leipzig",
    venue="Neues Rathaus",
    address="Martin-Luther-Ring 4, 04109 Leipzig",
    host="City of Leipzig",
    languages=("en", "de"),
    groups=("Grün",),
    note="intern",
    comments=("prüfen",),
    extra=(("Bus", "Meyer"),),
)

ITEM = Item(
    uid="item1",
    kind=ItemKind.VISIT,
    title=ROW.title,
    starts=NINE,
    ends=TEN,
    stop="stop1",
    site="site1",
    status=ItemStatus.CONFIRMED,
    groups=("A",),
    floor_languages=("de", "en"),
    hosts=(ItemHost(organisation="org1"),),
    internal_note="intern\nprüfen",
    extra=(("Bus", "Meyer"),),
)
ORG = Organisation(uid="org1", name=Text(de="Stadt Leipzig", en="City of Leipzig"))
PERSON = Person(
    uid="p1",
    given_name="Thandi",
    family_name="Nkosi",
    form_of_address=FormOfAddress.MS,
    organisation="org1",
    country="ZA",
    email="office@x.org",
    languages=skills((SpokenLanguage("en"),)),
)
TAKES_PART = Participation(
    uid="t1",
    person="p1",
    role=Role.DELEGATE,
    present_from=date(2015, 9, 16),
    present_to=date(2015, 9, 21),
    diet=(Diet.HALAL, Diet.NUT_ALLERGY),
    delegate=Delegate(level=Level.MUNICIPAL),
)
SNAPSHOT = TripSnapshot(
    trip=Trip(
        uid="trip1",
        slug="x",
        kind=TripKind.STUDY_TOUR,
        title=Text(de="Reise"),
        starts_on=date(2015, 9, 16),
        ends_on=date(2015, 9, 21),
        groups=(Group(code="A", name=Text(de="Grün")),),
    ),
    organisations=(ORG,),
    persons=(PERSON,),
    sites=(
        Site(
            uid="site1",
            name=Text(de="Neues Rathaus"),
            street="Martin-Luther-Ring 4",
            postal_code="04109",
            city="Leipzig",
        ),
    ),
    stops=(
        Stop(
            uid="stop1",
            city=Text(de="Leipzig"),
            arrives_on=date(2015, 9, 16),
            departs_on=date(2015, 9, 18),
        ),
    ),
    items=(ITEM,),
    participations=(TAKES_PART,),
)
DELEGATE = DelegateRow(
    sheet="Liste",
    row=2,
    given_name="Thandi",
    family_name="Nkosi",
    form_of_address=FormOfAddress.MS,
    organisation=Text(de="Stadt Leipzig"),
    country="ZA",
    level=Level.MUNICIPAL,
    emails=("office@x.org",),
    languages=(SpokenLanguage("en"),),
    diet=(Diet.NUT_ALLERGY, Diet.HALAL),
)


def test_the_same_file_again_changes_nothing():
    plan = plan_programme([ROW], SNAPSHOT)
    assert (plan.new, plan.changed, plan.missing) == ((), (), ())
    assert [entry.item for entry in plan.unchanged] == [ITEM]
    people = plan_delegates([DELEGATE], SNAPSHOT)
    assert (people.new, people.changed, people.ambiguous, people.missing) == ((), (), (), ())
    assert [entry.person for entry in people.unchanged] == [PERSON]
    assert not plan.changes_anything
    assert not people.changes_anything


def test_a_change_is_shown_field_by_field():
    row = replace(ROW, ends=moment("2015-09-16T10:30"), title=Text(en="Visit"), host="Villa Leon")
    (entry,) = plan_programme([row], SNAPSHOT).changed
    assert entry.changes == (
        FieldChange("ends", TEN, moment("2015-09-16T10:30")),
        FieldChange("host", "Stadt Leipzig", "Villa Leon"),
    )


def test_an_assumed_end_never_replaces_a_written_one():
    row = replace(ROW, ends=moment("2015-09-16T11:00"), is_end_assumed=True)
    assert plan_programme([row], SNAPSHOT).changed == ()
    assumed = replace(SNAPSHOT, items=(replace(ITEM, is_end_assumed=True),))
    (entry,) = plan_programme([ROW], assumed).changed
    assert entry.changes == (FieldChange("is_end_assumed", old=True, new=False),)


def test_a_moved_item_is_recognised_by_its_title_and_day():
    row = replace(ROW, starts=TEN, ends=moment("2015-09-16T11:00"))
    (entry,) = plan_programme([row], SNAPSHOT).changed
    assert [change.field for change in entry.changes] == ["starts", "ends"]


def test_a_renamed_item_is_recognised_by_its_uid_only():
    renamed = replace(ROW, title=Text(de="Anders", en="Other"))
    plan = plan_programme([renamed], SNAPSHOT)
    assert (plan.new, plan.missing) == ((renamed,), (ITEM,))
    (entry,) = plan_programme([replace(renamed, uid="item1")], SNAPSHOT).changed
    assert [change.field for change in entry.changes] == ["title"]


def test_two_items_of_one_title_are_told_apart_by_start_and_group():
    other = replace(ITEM, uid="item2", groups=("B",))
    snapshot = replace(SNAPSHOT, items=(other, ITEM))
    plan = plan_programme([replace(ROW, groups=("A",)), replace(ROW, groups=("B",))], snapshot)
    assert [entry.item.uid for entry in plan.unchanged] == ["item1", "item2"]


def test_what_the_file_does_not_say_stays():
    bare = ProgrammeRow(
        sheet="P", row=2, starts=NINE, ends=TEN, title=Text(de="Besuch"), is_kind_assumed=True
    )
    assert plan_programme([bare], SNAPSHOT).changed == ()


def test_a_shared_mailbox_makes_nobody_the_same():
    row = replace(DELEGATE, given_name="Sipho", family_name="Dlamini")
    plan = plan_delegates([row], SNAPSHOT)
    assert (plan.new, plan.ambiguous) == ((row,), ())
    assert plan.missing == (TAKES_PART,)


def test_two_spellings_with_one_address_are_asked_about():
    one = replace(DELEGATE, given_name="Andrii", family_name="Shevchenko", row=20)
    plan = plan_delegates([one, replace(one, given_name="Andriy", row=21)], SNAPSHOT)
    assert [question.row.given_name for question in plan.ambiguous] == ["Andriy"]


def test_a_plausible_person_is_asked_about_and_never_merged():
    row = replace(DELEGATE, given_name="T.")
    plan = plan_delegates([row], SNAPSHOT)
    assert (plan.new, plan.changed, plan.missing) == ((), (), ())
    (question,) = plan.ambiguous
    assert [candidate.person.uid for candidate in question.candidates] == ["p1"]
    as_new = plan_delegates([row], SNAPSHOT, decisions={question.ref: NEW})
    assert as_new.new == (row,)
    as_known = plan_delegates([row], SNAPSHOT, decisions={question.ref: "p1"})
    assert as_known.unchanged[0].person.uid == "p1"


def test_one_person_in_two_rows_is_a_question_that_may_be_answered_by_leaving_one_out():
    newcomer = replace(DELEGATE, given_name="Anil", family_name="Kumar", country="IN")
    again = replace(newcomer, row=3, phone="+91 20 1")
    plan = plan_delegates([newcomer, again], SNAPSHOT)
    assert plan.new == (newcomer,)
    assert [entry.same_as_rows for entry in plan.ambiguous] == [("Liste!2",)]
    answered = plan_delegates([newcomer, again], SNAPSHOT, decisions={"Liste!3": SKIP})
    assert (answered.new, answered.ambiguous) == ((newcomer,), ())
    assert [entry.ref for entry in answered.repeated] == ["Liste!3"]


@pytest.mark.parametrize("row", [DELEGATE, replace(DELEGATE, given_name="Anil", country="IN")])
def test_a_person_repeated_word_for_word_is_left_out_unasked(row):
    again = replace(row, row=3, extra=(("Nr.", "2"),))
    plan = plan_delegates([row, again], SNAPSHOT)
    assert len(plan.new) + len(plan.unchanged) == 1
    assert plan.ambiguous == ()
    assert [(entry.ref, entry.same_as) for entry in plan.repeated] == [("Liste!3", ("Liste!2",))]


def test_a_row_that_repeats_another_is_left_out_unless_it_is_wanted():
    first = replace(ROW, title=Text(de="Empfang"))
    again = replace(first, row=9, title=Text(de="EMPFANG"), venue="", note="x", is_end_assumed=True)
    plan = plan_programme([first, again], SNAPSHOT)
    assert plan.new == (first,)
    assert [(entry.ref, entry.same_as) for entry in plan.repeated] == [("Programm!9", "Programm!2")]
    wanted = plan_programme([first, again], SNAPSHOT, {"Programm!9": NEW})
    assert (wanted.new, wanted.repeated) == ((first, again), ())


@pytest.mark.parametrize("other", [{"groups": ("B",)}, {"room": "2"}, {"ends": ROW.starts}])
def test_rows_that_contradict_each_other_are_two_items(other):
    first = replace(ROW, title=Text(de="Empfang"), room="1")
    second = replace(first, row=9, **other)
    plan = plan_programme([first, second], SNAPSHOT)
    assert (plan.new, plan.repeated) == ((first, second), ())


def test_a_repeated_row_never_becomes_another_item_of_its_name():
    later = replace(ITEM, uid="item2", starts=TEN, ends=moment("2015-09-16T11:00"))
    again = replace(ROW, row=3)
    plan = plan_programme([ROW, again], replace(SNAPSHOT, items=(ITEM, later)))
    assert [entry.item.uid for entry in plan.unchanged] == ["item1"]
    assert (plan.changed, plan.missing) == ((), (later,))
    assert [entry.ref for entry in plan.repeated] == ["Programm!3"]


def test_a_copied_row_with_the_same_uid_is_an_item_of_its_own():
    copied = replace(ROW, uid="item1", row=2, title=Text(de="Empfang", en="Reception"))
    kept = replace(ROW, uid="item1", row=3)
    plan = plan_programme([copied, kept], SNAPSHOT)
    assert ([entry.row.row for entry in plan.unchanged], plan.new) == ([3], (copied,))


def test_somebody_of_the_address_book_joins_the_trip_after_a_yes():
    known = Person(uid="p9", given_name="Olena", family_name="Shevchenko", country="UA")
    row = replace(DELEGATE, given_name="Олена", family_name="Шевченко", country="UA")
    (question,) = plan_delegates([row], SNAPSHOT, people=[known]).ambiguous
    assert [each.person.uid for each in question.candidates] == ["p9"]
    plan = plan_delegates([row], SNAPSHOT, [known], {question.ref: "p9"})
    assert [(entry.person.uid, entry.participation) for entry in plan.changed] == [("p9", None)]


def test_swapped_names_are_the_same_person_and_no_change():
    row = replace(DELEGATE, given_name="Nkosi", family_name="Thandi")
    assert [entry.person.uid for entry in plan_delegates([row], SNAPSHOT).unchanged] == ["p1"]


def test_a_delegate_known_by_name_only_is_recognised_on_the_same_trip():
    alone = Person(uid="p2", given_name="Anna", family_name="Weber")
    takes_part = replace(TAKES_PART, uid="t2", person="p2")
    snapshot = replace(SNAPSHOT, persons=(alone,), participations=(takes_part,))
    row = DelegateRow(sheet="Liste", row=2, given_name="Anna", family_name="Weber")
    assert [entry.person.uid for entry in plan_delegates([row], snapshot).unchanged] == ["p2"]
    elsewhere = replace(SNAPSHOT, persons=(alone,))
    assert [entry.ref for entry in plan_delegates([row], elsewhere).ambiguous] == ["Liste!2"]


def test_namesakes_are_told_apart_by_what_else_agrees():
    city = replace(ORG, uid="org2", name=Text(de="Stadt Pune"))
    namesake = replace(PERSON, uid="p2", organisation="org2", email="")
    second = replace(TAKES_PART, uid="t2", person="p2")
    snapshot = replace(
        SNAPSHOT,
        organisations=(ORG, city),
        persons=(namesake, PERSON),
        participations=(TAKES_PART, second),
    )
    other = replace(DELEGATE, row=3, organisation=Text(de="Stadt Pune"), emails=())
    plan = plan_delegates([DELEGATE, other], snapshot)
    assert [entry.person.uid for entry in plan.unchanged] == ["p1", "p2"]
    assert (plan.ambiguous, plan.new, plan.changed) == ((), (), ())
