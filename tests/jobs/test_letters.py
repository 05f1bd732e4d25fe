"""Letters of a whole delegation: one file each, and how many of them are ready."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

from flask import Flask

from tests.world_trip import UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.briefs.document import DocumentKind, Order
from trips.domain.visa.letter import LetterFacts, LetterKind
from trips.extensions import doors
from trips.jobs.documents import make_document
from trips.services.importing.bundle import store_bundle
from trips.services.visa.letter import LetterWish, issue_letters

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_a_batch_is_one_file_for_each_letter(app: Flask) -> None:
    wish = LetterWish(
        kind=LetterKind.INVITATION,
        subjects=(UIDS["thandi-part"], UIDS["olena-part"]),
        locale="de",
        dated=date(2026, 3, 2),
        facts=LetterFacts(signer="Jana"),
    )
    told: list[tuple[int, int]] = []
    with app.app_context():
        store_bundle(trip(), actor=COMMAND_LINE, now=NOW)
        made = issue_letters(UIDS["trip"], wish, actor=COMMAND_LINE, now=NOW)
        order = Order(kind=DocumentKind.VISA_LETTERS, trip=UIDS["trip"], locale="de", letters=made)
        house = doors()
        data = make_document(order, house.press, house.cache, lambda *done: told.append(done))
    assert told == [(0, 2), (1, 2)]
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names)) == 4
        assert [name.rpartition(".")[2] for name in names] == ["pdf", "docx"] * 2
        assert archive.read(names[0]).startswith(b"%PDF")
