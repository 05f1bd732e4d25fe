"""Who may see a page. A foreign object is not there: 404, never 403."""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import NoReturn, ParamSpec, TypedDict, TypeVar, cast

from flask import Flask, abort, current_app, g, redirect, request, url_for

from trips import clock
from trips.domain.account.user import (
    Action,
    Actor,
    InstanceRole,
    TripAccess,
    TripRole,
    is_at_least,
    may,
)
from trips.queries.account import find_signed_in, find_trip_access
from trips.services.account import note_seen
from trips.views.edge import device
from trips.views.edge.origin import SAFE_METHODS

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")
View = Callable[Arguments, Answer]


def bind(app: Flask) -> None:
    """Find out before every request who is there."""
    app.before_request(_load_actor)


def signed_in(view: View[Arguments, Answer]) -> View[Arguments, Answer]:
    """Let in whoever has signed in; `g.actor` is theirs."""

    @wraps(view)
    def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        require_actor()
        return view(*args, **kwargs)

    return guarded


def instance_page(
    role: InstanceRole,
) -> Callable[[View[Arguments, Answer]], View[Arguments, Answer]]:
    """Let in whoever is at least `role` in the house; for everybody else there is no such page."""

    def decorate(view: View[Arguments, Answer]) -> View[Arguments, Answer]:
        @wraps(view)
        def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
            if not is_at_least(require_actor().role, role):
                abort(404)
            return view(*args, **kwargs)

        return guarded

    return decorate


def trip_page(
    role: TripRole,
) -> Callable[[View[Arguments, Answer]], View[Arguments, Answer]]:
    """Let in whoever is at least `role` on the trip at `<slug>`; `g.access` is the trip.

    An old address of the trip leads to the new one. A view that has no use for the slug need not
    take it.
    """

    def decorate(view: View[Arguments, Answer]) -> View[Arguments, Answer]:
        takes_slug = "slug" in signature(view).parameters

        @wraps(view)
        def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
            _enter(str(kwargs["slug"]), role)
            if not takes_slug:
                del kwargs["slug"]
            return view(*args, **kwargs)

        return guarded

    return decorate


def current_actor() -> Actor | None:
    """Whoever has signed in, or none."""
    return cast("Actor | None", g.get("actor"))


def current_access() -> TripAccess | None:
    """The trip of this page, or none on pages without one."""
    return cast("TripAccess | None", g.get("access"))


def require_actor() -> Actor:
    """Whoever has signed in; everybody else is led to the sign-in page and back."""
    actor = current_actor()
    if actor is None:
        here = request.full_path.rstrip("?") if request.method in SAFE_METHODS else None
        _leave_for(url_for("account.sign_in", next=here))
    return actor


def require_access() -> TripAccess:
    """The trip of this page. Raises `LookupError` outside `trip_page`."""
    access = current_access()
    if access is None:
        message = "this page has no trip"
        raise LookupError(message)
    return access


def allows(action: Action | str) -> bool:
    """True if whoever is here may do `action`, on this page's trip if there is one."""
    access = current_access()
    return may(current_actor(), Action(action), access.role if access else None)


def session_cookie() -> str:
    """The name of the cookie that holds the session's token."""
    return "__Host-sid" if current_app.config["SESSION_COOKIE_SECURE"] else "sid"


class CookieFlags(TypedDict):
    """How the session's cookie is set, and taken back."""

    httponly: bool
    samesite: str
    secure: bool
    path: str


def cookie_flags() -> CookieFlags:
    """Out of reach for scripts and for other sites' pages."""
    is_secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    return {"httponly": True, "samesite": "Lax", "secure": is_secure, "path": "/"}


def _load_actor() -> None:
    g.actor = g.access = None
    token = request.cookies.get(session_cookie())
    if not token or request.endpoint in {"static", "pages.healthz"}:
        return
    now = clock.now()
    found = find_signed_in(token, now)
    if found is None:
        return
    g.actor, g.session_uid = found.actor, found.session_uid
    if found.is_seen_due:
        note_seen(found.session_uid, now)


def _enter(slug: str, role: TripRole) -> None:
    access = find_trip_access(require_actor(), slug)
    if access is None or not is_at_least(access.role, role):
        abort(404)
    if access.slug != slug:
        _leave_for(_same_page(access.slug))
    g.access = access
    device.remember(access)


def _same_page(slug: str) -> str:
    values = {**(request.view_args or {}), **request.args.to_dict(flat=False), "slug": slug}
    return url_for(str(request.endpoint), **values)


def _leave_for(url: str) -> NoReturn:
    code = 302 if request.method in SAFE_METHODS else 303
    abort(redirect(url, code))
