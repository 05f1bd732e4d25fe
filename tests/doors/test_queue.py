"""Wake-ups reach a worker that sleeps, and are never waited for."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import environment
from tests.redis_server import RedisServer, redis_server
from trips.app import create_app
from trips.config import ROOT, Settings, read_settings
from trips.doors.queue import Queue, open_queue
from trips.extensions import db

LONG = 20.0
SOON = 5.0
LOADED = """
import json, sys
from trips.app import create_app
create_app()
print(json.dumps([name for name in ("redis", "psycopg", "huey", "alembic") if name in sys.modules]))
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with redis_server(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture(params=["pipe", "redis"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    environ = {"LERNREISE_INSTANCE": str(tmp_path)}
    if request.param == "redis":
        environ["REDIS_URL"] = request.getfixturevalue("server").url
    return read_settings(environ)


@pytest.fixture
def queue(settings: Settings) -> Iterator[Queue]:
    """The worker's end, empty and open."""
    queue = open_queue(settings)
    while queue.wait(0.05):
        pass
    yield queue
    queue.close()


def wake(settings: Settings) -> None:
    """As another process does it."""
    web = open_queue(settings)
    web.wake()
    web.close()


def test_a_sleeping_worker_is_woken_at_once(queue: Queue, settings: Settings) -> None:
    knock = threading.Timer(0.3, wake, [settings])
    start = time.monotonic()
    knock.start()
    assert queue.wait(LONG)
    assert 0.2 < time.monotonic() - start < SOON
    knock.join()


def test_nobody_wakes_and_the_rest_ends(queue: Queue) -> None:
    assert not queue.wait(0.1)


def test_a_wake_up_during_work_is_kept_and_many_are_one(queue: Queue, settings: Settings) -> None:
    for _ in range(5):
        wake(settings)
    assert queue.wait(LONG)
    assert not queue.wait(0.1)


def test_waking_without_a_worker_neither_waits_nor_fails(settings: Settings) -> None:
    start = time.monotonic()
    wake(settings)
    assert time.monotonic() - start < SOON


def test_of_two_workers_one_is_woken(queue: Queue, settings: Settings) -> None:
    other = open_queue(settings)
    assert not other.wait(0.05)
    wake(settings)
    woken = [queue.wait(0.3), other.wait(0.3)]
    other.close()
    assert sorted(woken) == [False, True]


def test_a_redis_that_is_gone_holds_nothing_up_and_is_found_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with redis_server(tmp_path) as server:
        environ = {"LERNREISE_INSTANCE": str(tmp_path), "REDIS_URL": server.url}
        queue = open_queue(read_settings(environ))
        server.stop()
        start = time.monotonic()
        queue.wake()
        assert not queue.wait(0.1)
        assert time.monotonic() - start < SOON
        assert "Redis does not answer" in caplog.text
        server.start()
        queue.wake()
        assert queue.wait(LONG)
        queue.close()


def test_limits_are_counted_in_redis_for_every_server_process(
    server: RedisServer, database: str, tmp_path: Path
) -> None:
    codes = []
    for number in range(2):
        environ = {**environment(tmp_path / str(number), database), "REDIS_URL": server.url}
        app = create_app(read_settings(environ), {"WTF_CSRF_ENABLED": False})
        client = app.test_client()
        codes += [client.post("/sign-in").status_code for _ in range(11)]
        app.extensions["doors"].queue.close()
        with app.app_context():
            db.engine.dispose()
    assert codes == [422] * 20 + [429] * 2


def test_limits_are_counted_in_the_process_while_redis_is_gone(
    database: str, tmp_path: Path
) -> None:
    with redis_server(tmp_path) as server:
        environ = {**environment(tmp_path / "a", database), "REDIS_URL": server.url}
        app = create_app(read_settings(environ), {"WTF_CSRF_ENABLED": False})
        server.stop()
        client = app.test_client()
        assert [client.post("/sign-in").status_code for _ in range(21)] == [422] * 20 + [429]
        app.extensions["doors"].queue.close()
        with app.app_context():
            db.engine.dispose()


@pytest.mark.parametrize("with_redis", [False, True])
def test_a_server_process_loads_what_it_was_asked_for(
    with_redis: bool, server: RedisServer, tmp_path: Path
) -> None:
    environ = {**os.environ, "LERNREISE_INSTANCE": str(tmp_path)}
    for name in ("DATABASE_URL", "REDIS_URL"):
        environ.pop(name, None)
    if with_redis:
        environ["REDIS_URL"] = server.url
    done = subprocess.run(  # noqa: S603 our own program
        [sys.executable, "-c", LOADED], cwd=ROOT, env=environ, capture_output=True, check=True
    )
    assert json.loads(done.stdout) == (["redis"] if with_redis else [])
