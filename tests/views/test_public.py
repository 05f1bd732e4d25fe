from datetime import UTC, datetime, timedelta

import html5lib
import icalendar
import pytest
from flask.testing import FlaskClient
from sqlalchemy import inspect

from tests.world import TOKEN, World
from tests.world_trip import UIDS, at
from trips.domain.account.user import COMMAND_LINE
from trips.extensions import db
from trips.models.item import ItemRow
from trips.models.job import JobRow
from trips.models.link import LinkRow
from trips.models.site import SiteRow
from trips.models.trip import TripRow
from trips.services.link import revoke_link
from trips.services.unit import unit

BEFORE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PAGE = f"/p/{TOKEN}"


def pretend(world: World, now: datetime | None) -> None:
    with world.app.app_context(), unit(COMMAND_LINE, BEFORE, trip=world.uid("trip")) as work:
        work.trip.pretend_now = now
        work.record("edit", ("trip", work.trip.uid))


@pytest.fixture(autouse=True)
def _before_the_trip(world: World) -> None:
    pretend(world, BEFORE)


def text_of(page: str) -> str:
    document = html5lib.HTMLParser(strict=True).parse(page)
    words = [node.strip() for node in document.itertext()]
    return " ".join(" ".join(word for word in words if word).split())


def test_whoever_has_the_link_reads_the_programme_without_an_account(phone: FlaskClient) -> None:
    answer = phone.get(PAGE + "?lang=en")
    assert answer.status_code == 200
    words = text_of(answer.text)
    assert "Monday, 16 March" in words
    assert "Town hall" in words
    assert "Martin-Luther-Ring 4, 04109 Leipzig" in words
    assert "Hotel am Ring" in words


def test_the_page_speaks_both_languages_and_marks_the_other(phone: FlaskClient) -> None:
    assert "Montag, 16. März" in text_of(phone.get(PAGE + "?lang=de").text)
    page = phone.get(PAGE + "?lang=en&day=2026-03-17").text
    assert '<span lang="de">Vortrag zur Wohnungspolitik</span>' in page


def test_a_group_sees_its_own_items_and_everyones(phone: FlaskClient) -> None:
    day = PAGE + "?lang=de&day=2026-03-17"
    assert "Vortrag zur Wohnungspolitik" in phone.get(day + "&group=A").text
    assert "Vortrag zur Wohnungspolitik" not in phone.get(day + "&group=B").text
    everyone = phone.get(day).text
    assert "Vortrag zur Wohnungspolitik" in everyone
    assert "Gruppe A" in text_of(everyone)


@pytest.mark.parametrize("query", ["group=Z", "day=1999-01-01", "day=x", "lang=xx", "group=A%00"])
def test_what_makes_no_sense_is_as_if_it_were_not_there(phone: FlaskClient, query: str) -> None:
    answer = phone.get(f"{PAGE}?{query}")
    assert answer.status_code == 200
    assert "16" in text_of(answer.text)


def test_nothing_internal_is_on_any_day(phone: FlaskClient) -> None:
    pages = "".join(phone.get(f"{PAGE}?day=2026-03-{day}").text for day in (16, 17, 18))
    assert "Blumen" not in pages
    assert "Only for us" not in pages
    assert "thandiwe@example.org" not in pages


def test_before_the_trip_the_first_day_is_shown_and_nothing_is_over(phone: FlaskClient) -> None:
    page = phone.get(PAGE + "?lang=en").text
    assert "Next, in 14 days" in page
    assert "is-past" not in page


def test_on_the_way_past_now_and_next_are_told_apart(world: World, phone: FlaskClient) -> None:
    pretend(world, datetime(2026, 3, 16, 10, 30, tzinfo=UTC))  # 11:30 in Leipzig
    page = phone.get(PAGE + "?lang=en").text
    assert "Now, until 12:00" in page
    assert "is-past" not in page
    pretend(world, datetime(2026, 3, 17, 12, 50, tzinfo=UTC))  # 13:50, the train leaves at 14:15
    page = phone.get(PAGE + "?lang=en").text
    assert "Tuesday, 17 March" in page
    assert "Next, in 25 minutes" in page
    assert "is-past" in page


def test_after_the_trip_the_last_day_is_shown(world: World, phone: FlaskClient) -> None:
    pretend(world, datetime(2026, 4, 16, 10, 30, tzinfo=UTC))
    assert "Wednesday, 18 March" in phone.get(PAGE + "?lang=en").text


@pytest.mark.parametrize("path", ["", "/calendar.ics", "/programme.pdf"])
def test_a_wrong_token_finds_nothing(phone: FlaskClient, path: str) -> None:
    answer = phone.get(f"/p/{TOKEN[:-1]}x{path}")
    assert answer.status_code == 404
    assert "Social City" not in answer.text
    assert text_of(answer.text)


@pytest.mark.parametrize("path", ["", "/calendar.ics", "/programme.pdf"])
@pytest.mark.parametrize("end", ["expired", "revoked"])
def test_a_link_that_is_over_says_so(world: World, phone: FlaskClient, path: str, end: str) -> None:
    with world.app.app_context():
        if end == "revoked":
            revoke_link(world.uid("trip"), UIDS["link"], actor=COMMAND_LINE, now=BEFORE)
        else:
            with unit(COMMAND_LINE, BEFORE) as work:
                work.session.query(LinkRow).update({"expires_at": BEFORE})
    answer = phone.get(f"/p/{TOKEN}{path}?lang=en")
    assert answer.status_code == 410
    assert "This link does not open" in answer.text
    assert "Social City" not in answer.text


def test_a_link_opens_until_the_last_moment(world: World, phone: FlaskClient) -> None:
    with world.app.app_context(), unit(COMMAND_LINE, BEFORE) as work:
        work.session.query(LinkRow).update({"expires_at": BEFORE + timedelta(seconds=1)})
    assert phone.get(PAGE).status_code == 200


def test_the_address_does_not_travel_and_is_not_indexed(phone: FlaskClient) -> None:
    headers = phone.get(PAGE).headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    assert headers["Cache-Control"] == "private, no-cache"


def test_a_page_that_did_not_change_is_not_sent_again(world: World, phone: FlaskClient) -> None:
    first = phone.get(PAGE)
    again = phone.get(PAGE, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    # The kept page needs the policy that names its own nonce.
    assert "Content-Security-Policy" not in again.headers
    pretend(world, BEFORE)
    assert phone.get(PAGE, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_every_answer_has_a_nonce_of_its_own_even_from_memory(phone: FlaskClient) -> None:
    first, second = phone.get(PAGE), phone.get(PAGE)
    nonces = []
    for answer in (first, second):
        nonce = answer.headers["Content-Security-Policy"].partition("'nonce-")[2].partition("'")[0]
        assert f'nonce="{nonce}"' in answer.text
        assert "nonce-of-this-answer" not in answer.text
        nonces.append(nonce)
    assert nonces[0] != nonces[1]


def test_a_change_of_the_address_book_reaches_the_page(world: World, phone: FlaskClient) -> None:
    phone.get(PAGE)
    with world.app.app_context(), unit(COMMAND_LINE, BEFORE + timedelta(hours=1)) as work:
        work.session.query(SiteRow).update({"street": "Neumarkt 1"})
        work.record("edit", ("site", UIDS["hall"]))
    assert "Neumarkt 1" in phone.get(PAGE).text


def test_a_page_from_memory_asks_one_question(phone: FlaskClient, query_counter: object) -> None:
    phone.get(PAGE)
    with query_counter() as queries:
        phone.get(PAGE)
    assert len(queries) <= 2, queries.statements  # one, and the transaction's BEGIN


def test_a_longer_programme_asks_no_more_questions(
    world: World, phone: FlaskClient, query_counter: object
) -> None:
    with query_counter() as short:
        phone.get(PAGE + "?lang=en")
    with world.app.app_context(), unit(COMMAND_LINE, BEFORE, trip=world.uid("trip")) as work:
        model = work.session.query(ItemRow).filter_by(uid=UIDS["visit"]).one()
        for hour in range(13, 22):
            facts = {
                attribute.key: getattr(model, attribute.key)
                for attribute in inspect(ItemRow).column_attrs
                if attribute.key not in {"id", "uid"}
            }
            facts |= {"starts": at(16, hour), "ends": at(16, hour, 30)}
            work.session.add(ItemRow(**facts))
        work.record("edit", ("trip", work.trip.uid))
    with query_counter() as long:
        assert phone.get(PAGE + "?lang=en").text.count("Town hall") >= 10
    assert len(long) == len(short)


def test_opening_a_link_changes_nothing(world: World, phone: FlaskClient) -> None:
    def revision() -> int:
        with world.app.app_context():
            found = db.session.query(TripRow).filter_by(uid=UIDS["trip"]).one().revision
            db.session.remove()
            return found

    before = revision()
    for path in ("", "/calendar.ics"):
        phone.get(PAGE + path)
    assert revision() == before


def test_the_calendar_is_read_by_a_foreign_parser_and_kept(phone: FlaskClient) -> None:
    answer = phone.get(PAGE + "/calendar.ics?lang=en&group=B")
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert "calendar-b-en.ics" in answer.headers["Content-Disposition"]
    events = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")
    assert str(events[0]["SUMMARY"]) == "Town hall"
    assert not any("Vortrag" in str(event["SUMMARY"]) for event in events)
    tag = answer.headers["ETag"]
    assert (
        phone.get(
            PAGE + "/calendar.ics?lang=en&group=B", headers={"If-None-Match": tag}
        ).status_code
        == 304
    )


def test_a_booklet_that_is_not_made_yet_is_waited_for_by_one_job(
    world: World, phone: FlaskClient
) -> None:
    from_two = [phone.get(PAGE + "/programme.pdf?lang=en") for _ in range(2)]
    assert [answer.status_code for answer in from_two] == [202, 202]
    assert "/programme.pdf?lang=en" in from_two[0].headers["Refresh"]
    with world.app.app_context():
        jobs = db.session.query(JobRow).filter(JobRow.uid != UIDS["job"]).all()
        assert [(job.kind, job.user_id, job.payload["locale"]) for job in jobs] == [
            ("programme", None, "en")
        ]
        db.session.remove()


def test_one_address_cannot_have_any_number_of_booklets_made(
    world: World, phone: FlaskClient
) -> None:
    answers = []
    for _ in range(8):
        answers.append(phone.get(PAGE + "/programme.pdf").status_code)
        pretend(world, BEFORE + timedelta(minutes=len(answers)))  # another edition each time
    assert answers == [202] * 6 + [429] * 2


def test_every_page_is_clean_html(phone: FlaskClient) -> None:
    pages = [
        f"{PAGE}?day=2026-03-{day}&lang={lang}" for day in (16, 17, 18) for lang in ("de", "en")
    ]
    for page in [*pages, f"{PAGE}/programme.pdf", "/p/nothing"]:
        html5lib.HTMLParser(strict=True).parse(phone.get(page).text)


def test_the_programme_is_read_from_right_to_left_in_arabic(world: World) -> None:
    page = world.client("anonymous").get(f"/p/{TOKEN}?lang=ar").text
    assert '<html lang="ar"' in page
    assert 'dir="rtl"' in page
    assert '<span lang="en" dir="ltr">Social City</span>' in page, "fallback keeps its direction"
    assert "إضافة إلى التقويم" in page


def test_a_ukrainian_browser_gets_ukrainian_and_english_contents(world: World) -> None:
    answer = world.client("anonymous").get(f"/p/{TOKEN}", headers={"Accept-Language": "uk"})
    assert '<html lang="uk"' in answer.text
    assert "Додати до календаря" in answer.text
    assert '<span lang="en">Social City</span>' in answer.text


def test_the_organisers_pages_stay_german_and_english(world: World) -> None:
    page = world.client("organiser").get("/trips?lang=ar").text
    assert '<html lang="ar"' not in page
