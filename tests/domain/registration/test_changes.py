from dataclasses import replace
from datetime import date

from tests.domain.registration.registering import NOW, TODAY, drafted, registering
from trips.domain.participation import (
    Capacity,
    Consent,
    ConsentPurpose,
    Delegate,
    DelegateStatus,
    Diet,
    Journey,
)
from trips.domain.person import LanguageLevel, LanguageSkill
from trips.domain.privacy.sealed import SealedField
from trips.domain.registration.agreements import Signer, add_answers
from trips.domain.registration.changes import Outcome, apply_station, to_review
from trips.domain.registration.checking import check_station
from trips.domain.registration.controls import Typed
from trips.domain.registration.filling import fill_station, given_controls, locked_fields
from trips.domain.registration.plan import plan_of
from trips.domain.registration.progress import (
    Progress,
    facts_of,
    is_closed,
    may_submit,
    progress_of,
)
from trips.domain.registration.registrant import Registrant
from trips.domain.registration_setup import Answer, Deadline, Question, Registration, Station
from trips.domain.values.text import Text
from trips.domain.visa_case import HeldDocument, TravelDocument

QUESTION = Question(uid="shirt", label=Text(en="Shirt?"))
PLAN = plan_of(Registration(questions=(QUESTION,)))
SIGNER = Signer(capacity=Capacity.SELF, locale="en", wording="1", at=NOW)


def outcome(station: Station, typed: Typed, known: Registrant | None = None) -> Outcome:
    known = known or registering()
    plan = PLAN.station(station)
    assert plan is not None
    checked = check_station(plan, typed, facts_of(known, plan, TODAY, Capacity.SELF))
    before = Outcome(person=known.person, participation=known.participation)
    return apply_station(before, plan, checked.values, "en")


def shown(station: Station, known: Registrant, reader: Capacity = Capacity.SELF) -> Typed:
    plan = PLAN.station(station)
    assert plan is not None
    return fill_station(known, plan, reader, "en")


def test_sending_what_the_form_shows_changes_nothing() -> None:
    known = registering(
        diet=(Diet.VEGAN,),
        arrival=Journey(place="Leipzig"),
        delegate=Delegate(
            brings=Text(uk="Площа"),
            answers=(Answer(question="shirt", value="M"),),
            documents=(HeldDocument(kind=TravelDocument.SERVICE_PASSPORT),),
        ),
    )
    for station in Station:
        same = outcome(station, shown(station, known), known)
        assert same.touched == ()
        assert (same.person, same.participation) == (known.person, known.participation)


def test_words_go_into_the_language_of_the_page_beside_the_others() -> None:
    new = outcome(Station.PERSON, {**shown(Station.PERSON, registering()), "function": ("Mayor",)})
    assert new.person.function == Text(de="Bürgermeisterin", en="Mayor")
    assert new.touched == ("function",)


def test_a_level_that_says_the_same_more_exactly_is_kept() -> None:
    typed = {"language": ("uk", "de"), "level-uk": ("fluent",), "level-de": ("little",)}
    new = outcome(Station.NEEDS, typed)
    assert new.person.languages == (
        LanguageSkill("uk", LanguageLevel.NATIVE),
        LanguageSkill("de", LanguageLevel.A2),
    )


def test_passport_data_go_to_the_sealed_fields_and_only_its_kind_and_end_beside_them() -> None:
    typed = {
        "passport_number": ("FA123456",),
        "passport_expires_on": ("2031-05-01",),
        "document": ("service_passport",),
        "permit": ("residence_permit",),
        "permit_until": ("2027-01-01",),
    }
    new = outcome(Station.JOURNEY, typed)
    assert new.sealed == {
        SealedField.PASSPORT_NUMBER: "FA123456",
        SealedField.PASSPORT_EXPIRES_ON: "2031-05-01",
    }
    assert new.delegate.documents == (
        HeldDocument(kind=TravelDocument.SERVICE_PASSPORT, valid_until=date(2031, 5, 1)),
        HeldDocument(kind=TravelDocument.RESIDENCE_PERMIT, valid_until=date(2027, 1, 1)),
    )
    assert "FA123456" not in repr(new.participation)


def test_questions_of_the_trip_are_answered_under_their_uid() -> None:
    new = outcome(Station.NEEDS, {"q-shirt": ("M",)})
    assert new.delegate.answers == (Answer(question="shirt", value="M"),)
    assert "q-shirt" in new.touched


def test_only_fields_that_ask_again_are_looked_at_again() -> None:
    touched = ("given_name", "phone", "diet")
    assert to_review(Delegate(to_review=("diet",)), PLAN.fields, touched) == ("diet", "given_name")


def test_answers_to_agreements_say_who_gave_them_and_are_not_repeated() -> None:
    contact = Signer(
        capacity=Capacity.CONTACT, by="Andrij Bondar", locale="uk", wording="2", at=NOW
    )
    given = add_answers((), {"agrees-photo": "no"}, {}, contact)
    assert given == (
        Consent(
            purpose=ConsentPurpose.PHOTO,
            is_given=False,
            wording="2",
            at=NOW,
            locale="uk",
            capacity=Capacity.CONTACT,
            by="Andrij Bondar",
        ),
    )
    assert add_answers(given, {"agrees-photo": "no"}, {}, contact) == given
    assert len(add_answers(given, {"agrees-photo": "yes"}, {}, contact)) == 2


def test_clearing_the_needs_takes_the_agreement_to_keep_them_back() -> None:
    given = add_answers((), {"diet": ("vegan",)}, {"needs_agreed": ("yes",)}, SIGNER)
    cleared = add_answers(given, {"diet": ()}, {}, SIGNER)
    assert [each.is_given for each in cleared] == [True, False]


def test_secrets_of_a_draft_are_known_as_given_but_not_shown() -> None:
    known = drafted(registering(), Station.JOURNEY, passport_number="FA123456", room_wish="quiet")
    plan = PLAN.station(Station.JOURNEY)
    assert plan is not None
    assert shown(Station.JOURNEY, known) == {"room_wish": ("quiet",)}
    assert given_controls(known, plan) == {"passport_number"}


def test_the_contact_person_does_not_see_needs_that_the_person_typed() -> None:
    plan = PLAN.station(Station.NEEDS)
    assert plan is not None
    known = drafted(registering(), Station.NEEDS, diet="halal", needs_agreed="yes")
    assert shown(Station.NEEDS, known)["diet"] == ("halal",)
    assert shown(Station.NEEDS, known, Capacity.CONTACT) == {}
    assert locked_fields(known, plan, Capacity.CONTACT) == {"diet", "access"}
    own = drafted(registering(), Station.NEEDS, Capacity.CONTACT, diet="halal")
    assert shown(Station.NEEDS, own, Capacity.CONTACT)["diet"] == ("halal",)


def test_a_journey_due_later_does_not_hold_up_the_rest() -> None:
    deadlines = (
        Deadline(Station.PERSON, date(2026, 3, 2)),
        Deadline(Station.JOURNEY, date(2026, 3, 10)),
    )
    known = registering(Registration(deadlines=deadlines))
    plan = plan_of(known.trip.registration)
    states = progress_of(known, plan, TODAY, Capacity.SELF, "en")
    assert [each.progress for each in states] == [Progress.OPEN] * 3 + [Progress.LATER]
    assert not may_submit(states)
    wrong = drafted(known, Station.JOURNEY, arrival_on="soon")
    journey = progress_of(wrong, plan, TODAY, Capacity.SELF, "en")[3]
    assert journey.progress is Progress.STARTED
    overdue = progress_of(known, plan, date(2026, 3, 11), Capacity.SELF, "en")[3]
    assert overdue.progress is Progress.OPEN


def test_a_journey_left_for_later_can_still_be_told_after_its_deadline() -> None:
    deadlines = (
        Deadline(Station.PERSON, date(2026, 2, 1)),
        Deadline(Station.JOURNEY, date(2026, 2, 20)),
    )
    known = registering(Registration(deadlines=deadlines), DelegateStatus.CONFIRMED)
    journey = plan_of(known.trip.registration).station(Station.JOURNEY)
    assert journey is not None
    assert not is_closed(known, journey, TODAY)
    told = replace(
        known,
        participation=replace(
            known.participation,
            delegate=Delegate(status=DelegateStatus.CONFIRMED, nationality="UA"),
        ),
    )
    assert is_closed(told, journey, TODAY)


def test_after_its_deadline_what_was_sent_is_closed_but_a_late_first_answer_is_welcome() -> None:
    registration = Registration(deadlines=(Deadline(Station.PERSON, date(2026, 2, 1)),))
    plan = plan_of(registration)
    late = progress_of(registering(registration), plan, TODAY, Capacity.SELF, "en")[0]
    sent = registering(registration, DelegateStatus.CONFIRMED)
    closed = progress_of(sent, plan, TODAY, Capacity.SELF, "en")[0]
    assert (late.progress, late.is_overdue) == (Progress.OPEN, True)
    assert (closed.progress, closed.is_overdue) == (Progress.CLOSED, False)
