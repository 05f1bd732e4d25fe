"""An organiser pastes nominations on a telephone without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.checks import check_no_sideways_scrolling
from tests.browser.conftest import VIEWS, Live, sign_in

MAIL = """Dear colleagues,
Ms Halyna Tkachenko, Deputy Mayor, City of Poltava, Ukraine, h.tkachenko@example.org
Mr Bohdan Hrytsenko, Head of Department of Housing, City of Poltava, Ukraine, English C1
Oksana Kovalchuk, Ukraine"""
DEMO = "/trips/leipzig-nuernberg-muenchen-2015"


@pytest.mark.parametrize("name", list(VIEWS))
def test_a_mail_becomes_delegates_without_javascript(
    own_live: Live, open_context: Callable[..., BrowserContext], name: str
) -> None:
    page: Page = open_context(own_live, VIEWS[name], java_script_enabled=False).new_page()
    sign_in(page, own_live, "organiser")
    page.goto(f"{DEMO}/nominate")
    page.locator("textarea[name=text]").fill(MAIL)
    page.locator("form.form-wide button[type=submit]").last.click()
    expect(page.locator("#understood")).to_have_count(1)
    expect(page.locator("textarea[name=text]")).to_have_value(MAIL)
    check_no_sideways_scrolling(page)
    page.locator("button[formaction$=confirm]").click()
    expect(page).to_have_url(re.compile("/delegates"))
    page.goto(f"{DEMO}/delegates?q=Tkachenko")
    expect(page.get_by_text("Halyna Tkachenko").first).to_be_visible()
