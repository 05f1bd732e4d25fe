"""A real mail server on loopback, with a mailbox that answers as it is told."""

import asyncio
import email
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    """A mailbox that answers as it is told."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.rcpt_answer = ""
        self.data_answer = "250 OK"
        self.hangs_up = False

    async def handle_RCPT(  # noqa: N802 the server's hook
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.rcpt_answer:
            return self.rcpt_answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 the server's hook
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if self.data_answer.startswith("250"):
            content = envelope.content or b""
            raw = content.encode() if isinstance(content, str) else content
            self.letters.append(email.message_from_bytes(raw, policy=default))
            self.recipients += envelope.rcpt_tos
        if self.hangs_up:
            assert server.transport is not None
            server.transport.abort()
            await asyncio.sleep(0)
        return self.data_answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def mail_server(box: Mailbox, **options: Any) -> Iterator[int]:
    """The port of a server that puts what it gets into `box`."""
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port, **options)
    controller.start()
    yield port
    controller.stop()
