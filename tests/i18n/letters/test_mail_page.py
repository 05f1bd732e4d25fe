"""A mail as a page: read back by a parser, and safe whatever somebody has typed."""

import html5lib
import pytest

from tests.i18n.letters.test_registration_letter import KINDS, URL, letter
from trips.domain.mail import LETTER_LANGUAGES, MailKind
from trips.i18n.catalogue import direction_of
from trips.i18n.letters.mail_page import mail_page
from trips.i18n.letters.registration_letter import letter_body

HTML = "{http://www.w3.org/1999/xhtml}"


def parsed(page: str):  # type: ignore[no-untyped-def]
    return html5lib.HTMLParser(strict=True).parse(page)


def shown(page: str) -> str:
    return " ".join("".join(parsed(page).find(f"{HTML}body").itertext()).split())


@pytest.mark.parametrize("locale", LETTER_LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_page_says_every_word_of_the_text(kind: MailKind, locale: str) -> None:
    body = letter_body(letter(kind), locale)
    page = mail_page(body, locale, "Social City")
    root = parsed(page)
    words = " ".join("".join(root.find(f"{HTML}body").itertext()).split())
    for line in body.splitlines():
        assert " ".join(line.removeprefix("– ").split()) in words
    assert (root.get("lang"), root.get("dir")) == (locale, direction_of(locale))
    links = list(root.iter(f"{HTML}a"))
    buttons = [each for each in links if each.get("class") == "button"]
    assert [each.get("href") for each in buttons] == ([URL] if URL in body else [])


def test_nothing_is_loaded_and_nobody_is_tracked() -> None:
    root = parsed(mail_page(letter_body(letter(MailKind.INVITATION), "en"), "en"))
    names = {each.tag.removeprefix(HTML) for each in root.iter() if isinstance(each.tag, str)}
    assert not names & {"img", "script", "link", "iframe", "object", "video", "form"}
    assert "url(" not in mail_page("Hello", "en")


def test_what_somebody_typed_stays_words() -> None:
    page = mail_page('Dear Ms <b>B</b>,\n\n<script>alert("1")</script> & {words}\n', "en", "<i>T")
    root = parsed(page)
    assert "script" not in {str(each.tag).removeprefix(HTML) for each in root.iter()}
    assert '<script>alert("1")</script> & {words}' in shown(page)


def test_changes_stand_below_what_they_change() -> None:
    page = mail_page("Dear Ms B,\n\nFriday\n14:00  Walk\n    Begin 14:30 instead of 14:00\n", "en")
    assert [each.text for each in parsed(page).iter(f"{HTML}b")] == ["Friday", "14:00  Walk"]
