"""Who tries addresses of secret links that open nothing is soon asked to wait."""

from flask import Blueprint, Response

from trips.extensions import limiter

_WRONG = 404


def limit_guesses(blueprint: Blueprint) -> None:
    """Sixty wrong addresses a minute; whoever has a right one is never counted."""
    limiter.limit("60 per minute", deduct_when=_is_wrong)(blueprint)


def _is_wrong(response: Response) -> bool:
    return response.status_code == _WRONG
