"""A served demo, and Chromium as a German telephone by day and an English desk by night."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from flask import Flask
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    StorageState,
    expect,
    sync_playwright,
)
from waitress import create_server

from tests.databases import environment, migrate, running
from trips.config import ROOT

PATIENCE = 20_000
"""Milliseconds in which a page shows what is expected, on a machine that has other work, too."""
expect.set_options(timeout=PATIENCE)

CHROMIUM = "/usr/bin/chromium-headless-shell"
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    # Nothing is loaded from another machine: no other name leads anywhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@dataclass(frozen=True)
class View:
    """How a reader looks at a page."""

    locale: str
    theme: str
    width: int
    height: int


VIEWS = {
    "de-light-390": View("de-DE", "light", 390, 844),
    "en-dark-1280": View("en-GB", "dark", 1280, 900),
}


@dataclass(frozen=True)
class Live:
    """A running server."""

    url: str
    app: Flask


@pytest.fixture(scope="session")
def demo_instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder with the demo loaded; servers get copies."""
    instance = tmp_path_factory.mktemp("demo")
    url = f"sqlite:///{instance / 'lernreise.sqlite'}"
    migrate(instance, url)
    with running(instance, url) as app:
        result = app.test_cli_runner().invoke(args=["demo"])
    assert result.exit_code == 0, result.output
    return instance


@contextmanager
def working(instance: Path, url: str, **more: str) -> Iterator[None]:
    """The worker beside the server, as `./run` starts it."""
    worker = subprocess.Popen(
        [sys.executable, "-m", "flask", "--app", "wsgi.py", "work"],
        cwd=ROOT,
        env=os.environ | environment(instance, url) | more,
    )
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(timeout=60)  # it ends what it has begun


@contextmanager
def served(instance: Path, **more: str) -> Iterator[Live]:
    """A server and its worker on an instance folder; `more` is what else their environment says."""
    url = f"sqlite:///{instance / 'lernreise.sqlite'}"
    with served_alone(instance, **more) as live, working(instance, url, **more):
        yield live


@contextmanager
def served_alone(instance: Path, **more: str) -> Iterator[Live]:
    """A server whose jobs wait for a worker."""
    url = f"sqlite:///{instance / 'lernreise.sqlite'}"
    with running(instance, url, **more) as app:
        server = create_server(app, host="127.0.0.1", port=0, threads=4)
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        try:
            yield Live(f"http://127.0.0.1:{server.effective_port}", app)
        finally:
            server.close()
            thread.join(timeout=5)


@pytest.fixture(scope="session")
def live(demo_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The demo, served once for all tests that only read."""
    instance = tmp_path_factory.mktemp("live") / "instance"
    shutil.copytree(demo_instance, instance)
    with served(instance) as live:
        yield live


@pytest.fixture
def own_live(demo_instance: Path, tmp_path: Path) -> Iterator[Live]:
    """The demo on a database of its own, for a test that changes something; no worker helps."""
    shutil.copytree(demo_instance, tmp_path / "served")
    with served_alone(tmp_path / "served") as live:
        yield live


@pytest.fixture
def own_live_at_work(demo_instance: Path, tmp_path: Path) -> Iterator[Live]:
    """The same with its worker, for a test that waits for a job."""
    shutil.copytree(demo_instance, tmp_path / "served")
    with served(tmp_path / "served") as live:
        yield live


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture(params=list(VIEWS))
def view(request: pytest.FixtureRequest) -> View:
    return VIEWS[request.param]


def new_profile(browser: Browser, live: Live, view: View, **options: object) -> BrowserContext:
    """A browser profile of its own, with a memory of its own."""
    return browser.new_context(
        base_url=live.url,
        locale=view.locale,
        timezone_id="Europe/Berlin",
        color_scheme=view.theme,
        viewport={"width": view.width, "height": view.height},
        reduced_motion="reduce",
        **options,
    )


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """`open_context(live, view, **options)`: a browser profile of its own, closed afterwards."""
    contexts = []

    def opening(live: Live, view: View, **options: object) -> BrowserContext:
        contexts.append(new_profile(browser, live, view, **options))
        return contexts[-1]

    yield opening
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def readers(
    browser: Browser, live: Live, keys: Callable[[str], StorageState]
) -> Iterator[Callable[[View, str], BrowserContext]]:
    """`readers(view, role)`: a profile for tests that only look, made once for everybody.

    It keeps our own style sheets and scripts between pages, as a reader's browser does, and
    every page brings axe with it. The role "" is nobody.
    """
    kept: dict[tuple[View, str], BrowserContext] = {}

    def reader(view: View, role: str) -> BrowserContext:
        if (view, role) not in kept:
            state = keys(role) if role else None
            kept[view, role] = new_profile(browser, live, view, storage_state=state)
            kept[view, role].add_init_script(AXE_SCRIPT)
        return kept[view, role]

    yield reader
    for context in kept.values():
        context.close()


def listen(page: Page) -> list[str]:
    """Collect what the browser complains about, the content security policy included."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{page.url}: {message.text}")
            if message.type in {"error", "warning"}
            else None
        ),
    )

    def note(request: Request) -> None:
        # Whoever leaves a page breaks off what it was still loading; that is no fault.
        if "ERR_ABORTED" not in (request.failure or ""):
            complaints.append(f"{page.url}: {request.url} {request.failure}")

    page.on("requestfailed", note)
    return complaints


@pytest.fixture
def page(open_context: Callable[..., BrowserContext], live: Live, view: View) -> Iterator[Page]:
    """A page nobody is signed in on; afterwards the browser must have had no complaint."""
    page = open_context(live, view).new_page()
    complaints = listen(page)
    yield page
    assert complaints == []


def sign_in(page: Page, live: Live, role: str) -> None:
    """Sign in as a person would, with the demo account of a role."""
    accounts = json.loads((Path(live.app.instance_path) / "demo-accounts.json").read_text())
    account = next(account for account in accounts if account["role"] == role)
    page.goto("/sign-in")
    page.fill("[name=email]", account["email"])
    page.fill("[name=password]", account["password"])
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)


@pytest.fixture(scope="session")
def keys(browser: Browser, live: Live) -> Callable[[str], StorageState]:
    """`keys(role)`: the cookies of somebody who has signed in, made once per role."""
    kept: dict[str, StorageState] = {}

    def key(role: str) -> StorageState:
        if role not in kept:
            context = browser.new_context(base_url=live.url)
            sign_in(context.new_page(), live, role)
            kept[role] = context.storage_state()
            context.close()
        return kept[role]

    return key
