"""An organiser pastes nominations on a telephone without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

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
    view = VIEWS[name]
    page: Page = open_context(own_live, view, java_script_enabled=False).new_page()
    sign_in(page, own_live, "organiser")
    page.goto(f"{DEMO}/nominate")
    page.locator("textarea[name=text]").fill(MAIL)
    page.locator("form.form-wide button[type=submit]").last.click()
    assert page.locator("#understood").count() == 1
    assert page.locator("textarea[name=text]").input_value() == MAIL
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= view.width
    page.locator("button[formaction$=confirm]").click()
    assert "/delegates" in page.url
    page.goto(f"{DEMO}/delegates?q=Tkachenko")
    assert page.get_by_text("Halyna Tkachenko").count() >= 1
