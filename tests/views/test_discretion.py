"""What the application tells nobody: in its log, in its folder, to whoever guesses."""

import logging
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.world import TOKEN, World
from trips.config import read_settings
from trips.extensions import db
from trips.models.person import PersonRow
from trips.views.edge.security_log import JsonLine


@pytest.mark.both_databases
def test_a_refused_write_leaves_no_value_in_the_log(world: World) -> None:
    with world.app.app_context():
        try:
            db.session.execute(
                sa.insert(PersonRow).values(uid="x" * 16, given_name="KANARI", email=None)
            )
        except sa.exc.IntegrityError:
            facts = ("n", logging.ERROR, __file__, 1, "database_error", (), sys.exc_info())
        line = JsonLine().format(logging.LogRecord(*facts))
    assert "INSERT INTO person" in line
    assert "KANARI" not in line


def test_nobody_else_on_the_machine_reads_the_instance(tmp_path: Path) -> None:
    for folder in (tmp_path / "new", tmp_path / "old"):
        if folder.name == "old":
            folder.mkdir(mode=0o755)
        read_settings({"LERNREISE_INSTANCE": str(folder)})
        assert folder.stat().st_mode & 0o007 == 0


def test_whoever_guesses_links_waits_and_whoever_has_one_does_not(world: World) -> None:
    client = world.client()
    answers = [client.get(f"/r/wrong-{number}").status_code for number in range(62)]
    assert answers == [404] * 60 + [429] * 2
    other = {"REMOTE_ADDR": "203.0.113.9"}
    assert client.get(f"/r/{TOKEN}", environ_base=other).status_code == 200
