"""Pages are tested in a house that is lived in: the database holds the world from the start."""

from collections.abc import Iterator

import pytest
import time_machine
from flask.testing import FlaskClient

from tests.mailbox import Mailbox, mail_server
from tests.views.registering import NOW
from tests.world import World


@pytest.fixture
def filling() -> str:
    return "world"


@pytest.fixture
def phone(world: World) -> FlaskClient:
    """The phone of somebody who was sent a link and has no account."""
    return world.client()


@pytest.fixture
def while_open() -> Iterator[None]:
    """The registration of the world's trip is open."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def box() -> Mailbox:
    """What arrives at the mail server of `port`."""
    return Mailbox()


@pytest.fixture
def port(box: Mailbox) -> Iterator[int]:
    """Where a real SMTP server listens on loopback."""
    with mail_server(box) as port:
        yield port
