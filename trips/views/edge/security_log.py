"""One line of JSON per event: no secrets, no addresses of people, no line breaks from outside."""

import hashlib
import json
import logging
import re
import sys
from time import perf_counter

from flask import Flask, Response, g, request

logger = logging.getLogger("lernreise")
_WHOLE_ROW = re.compile(r"^DETAIL:.*$\n?", re.MULTILINE)
"""What PostgreSQL adds to a refusal: the values of the row, so people's data."""


class JsonLine(logging.Formatter):
    """Everything in one line; JSON escapes what could start another."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            line["trace"] = _WHOLE_ROW.sub("", self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=True)


def bind(app: Flask) -> None:
    """Write the events of `app` to standard error."""
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(JsonLine())
        logger.addHandler(handler)
        logger.propagate = False
    logger.setLevel(app.config["LOG_LEVEL"])
    app.logger.handlers[:] = logger.handlers
    app.logger.propagate = False
    logging.getLogger("trips").handlers[:] = logger.handlers
    app.before_request(_start)
    app.after_request(_note_answer)


def note(event: str, **facts: str) -> None:
    """Write a security event. An `account` is an e-mail address and goes in as a short hash."""
    if "account" in facts:
        address = facts["account"].strip().casefold().encode()
        facts["account"] = hashlib.sha256(address).hexdigest()[:12]
    logger.info(event, extra={"facts": {**facts, "from": request.remote_addr or ""}})


def _start() -> None:
    g.started = perf_counter()


def _note_answer(response: Response) -> Response:
    is_worth = request.method not in {"GET", "HEAD"} or response.status_code >= 500  # noqa: PLR2004 server errors
    facts = {
        "method": request.method,
        # The rule, not the path: paths of secret links hold their token.
        "route": str(request.url_rule or "-"),
        "status": response.status_code,
        "ms": round((perf_counter() - g.get("started", perf_counter())) * 1000),
        "actor": g.actor.uid if g.get("actor") else "",
    }
    logger.log(logging.INFO if is_worth else logging.DEBUG, "answered", extra={"facts": facts})
    return response
