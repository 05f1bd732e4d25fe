"""Pages are tested in a house that is lived in: the database holds the world from the start."""

from pathlib import Path

import pytest

from tests.conftest import migrate, running
from tests.world import build


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    path = folder / "template.sqlite"
    migrate(folder, f"sqlite:///{path}")
    with running(folder, f"sqlite:///{path}") as app:
        build(app)
    with_wal_merged(path)
    return path


def with_wal_merged(path: Path) -> None:
    """SQLite folds the log into the file when the last connection closes; tests copy the file."""
    assert not path.with_name(f"{path.name}-wal").exists()
