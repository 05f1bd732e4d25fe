"""Pages are tested in a house that is lived in: the database holds the world from the start."""

import pytest


@pytest.fixture
def filling() -> str:
    return "world"
