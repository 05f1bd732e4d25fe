"""Every page of the URL map, as a German telephone and as an English desk."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import BrowserContext
from werkzeug.routing import Rule

from tests.browser.checks import check_axe, check_html, check_no_sideways_scrolling
from tests.browser.conftest import VIEWS, Live, StorageState, View, listen
from tests.conftest import running
from trips.extensions import db

pytestmark = pytest.mark.browser

TRIP = "leipzig-nuernberg-muenchen-2015"
# Answers that are no pages: files, JSON, redirects. Each has tests of its own.
NO_PAGES = {"static", "pages.healthz", "pages.home"}
# Pages for people who have not signed in; the others are looked at as an administrator.
PUBLIC = {"account.sign_in"}
# What to put into the variable parts of a URL: `SELECT` statements on the demo, by endpoint or,
# where all pages of an area agree, by the area; then by the part's name.
EXAMPLES: dict[str, dict[str, str]] = {}
EVERYWHERE = {"slug": f"SELECT '{TRIP}'"}


def page_rules() -> list[Rule]:
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), f"sqlite:///{folder}/empty.sqlite") as app,
    ):
        return [
            rule
            for rule in app.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and rule.endpoint not in NO_PAGES
        ]


def example(live: Live, rule: Rule) -> str:
    """A URL of the rule that exists in the demo."""
    area = rule.endpoint.partition(".")[0]
    statements = EVERYWHERE | EXAMPLES.get(area, {}) | EXAMPLES.get(rule.endpoint, {})
    missing = rule.arguments - statements.keys()
    assert missing == set(), f"EXAMPLES has no {missing} for {rule.endpoint}"
    with live.app.test_request_context(), db.engine.connect() as connection:
        values = {
            name: connection.execute(sa.text(statements[name])).scalar_one()
            for name in rule.arguments
        }
        return live.app.url_for(rule.endpoint, **values)


@pytest.mark.parametrize("rule", page_rules(), ids=lambda rule: rule.endpoint)
@pytest.mark.parametrize(
    "view",
    [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in VIEWS],
    indirect=True,
)
def test_page_is_accessible_and_valid(
    rule: Rule,
    view: View,
    live: Live,
    keys: Callable[[str], StorageState],
    open_context: Callable[..., BrowserContext],
) -> None:
    state = None if rule.endpoint in PUBLIC else keys("admin")
    page = open_context(live, view, storage_state=state).new_page()
    complaints = listen(page)
    answer = page.goto(example(live, rule))
    assert answer is not None
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    check_html(answer.text())
    check_axe(page)
    check_no_sideways_scrolling(page)
    assert complaints == []
