from pathlib import Path

from trips.doors.notices import find_notice


def test_a_text_is_found_in_the_language_of_the_reader_or_else_in_another(tmp_path: Path) -> None:
    assert find_notice(tmp_path, "imprint", "de") is None
    (tmp_path / "imprint.en.txt").write_text(
        "Agency Ltd\r\nMain Road 1\r\n\r\n\r\nReg. 7\n", "utf-8"
    )
    shown = find_notice(tmp_path, "imprint", "de")
    assert shown
    assert (shown.lang, shown.paragraphs) == ("en", ("Agency Ltd\nMain Road 1", "Reg. 7"))
    (tmp_path / "imprint.de.txt").write_text("Agentur GmbH", "utf-8")
    shown = find_notice(tmp_path, "imprint", "de")
    assert shown
    assert shown.paragraphs == ("Agentur GmbH",)


def test_an_empty_or_unreadable_text_is_none(tmp_path: Path) -> None:
    (tmp_path / "privacy.de.txt").write_bytes(b"\n \n")
    (tmp_path / "privacy.en.txt").write_bytes(b"\xff\xfe\x00")
    assert find_notice(tmp_path, "privacy", "de") is None
