"""Signing in and out, the own account, language and theme."""

from flask import Blueprint, abort, flash, g, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips import clock
from trips.domain.account.password import PasswordFlaw
from trips.domain.account.user import Theme
from trips.domain.values.times import to_wall
from trips.extensions import limiter
from trips.forms.account import FLAWS, PasswordForm, SignInForm
from trips.i18n.catalogue import LOCALES
from trips.queries.account import list_devices
from trips.services import account
from trips.services.account import Credentials
from trips.views import guards, preferences
from trips.views.edge import demo_accounts, device
from trips.views.edge.origin import local_target, readable
from trips.views.edge.security_log import note

bp = Blueprint("account", __name__)

Answer = str | Response | tuple[str, int]
AFTER_SIGN_IN = "trip.index"
HOME_ZONE = "Europe/Berlin"
MORNING_BEGINS, NOON_BEGINS, EVENING_BEGINS = 4, 12, 18


@bp.get("/sign-in")
def sign_in() -> Answer:
    """The sign-in page; whoever has signed in already goes on."""
    if guards.current_actor():
        return redirect(_next())
    return _sign_in_page(SignInForm())


@bp.post("/sign-in")
@limiter.limit("20 per minute; 200 per hour")
def open_session() -> Answer:
    """Sign in. One answer to every refusal, so that nobody learns who has an account."""
    form = SignInForm()
    if not form.validate():
        return _sign_in_page(form), 422
    return _try(Credentials(email=form.email.data or "", password=form.password.data or ""), form)


@bp.post("/sign-in/demo")
@limiter.limit("20 per minute")
def open_demo_session() -> Answer:
    """Sign in as one of the demo accounts, on this machine only."""
    found = demo_accounts.find(request.form.get("email", ""))
    if found is None:
        abort(404)
    return _try(found, SignInForm(formdata=None))


@bp.post("/sign-out")
def sign_out() -> Answer:
    """End this session."""
    token = request.cookies.get(guards.session_cookie())
    if token:
        account.sign_out(token, clock.now())
    session.clear()
    return _leave()


@bp.get("/forgotten-password")
def forgotten_password() -> Answer:
    """What to do without a password."""
    return render_template("auth/forgotten_password.html")


@bp.get("/account")
@guards.signed_in
def index() -> Answer:
    """The own account: sessions, password, language, theme."""
    return _account_page(PasswordForm())


@bp.post("/account/password")
@guards.signed_in
@limiter.limit("10 per minute; 50 per hour")
def change_password() -> Answer:
    """Change the own password; every other session ends."""
    actor, form = guards.require_actor(), PasswordForm()
    if not form.validate():
        return _account_page(form), 422
    old, new = form.old.data or "", form.new.data or ""
    result = account.change_password(actor, old, new, _user_agent(), clock.now())
    if result is None:
        form.old.errors = [_("This is not your current password.")]
    elif isinstance(result, PasswordFlaw):
        form.new.errors = [FLAWS[result]]
    else:
        note("password_changed", actor=actor.uid)
        flash(_("Your password is changed. All other devices are signed out."))
        return _with_token(redirect(url_for("account.index"), 303), result)
    return _account_page(form), 422


@bp.post("/account/sessions/<uid>/end")
@guards.signed_in
def end_session(uid: str) -> Answer:
    """Sign out one of the own devices."""
    account.end_session(guards.require_actor(), uid, clock.now())
    flash(_("The device is signed out."))
    return redirect(url_for("account.index"), 303)


@bp.post("/account/sessions/end")
@guards.signed_in
def end_all_sessions() -> Answer:
    """Sign out everywhere."""
    actor = guards.require_actor()
    account.end_all_sessions(actor, clock.now())
    note("signed_out_everywhere", actor=actor.uid)
    session.clear()
    flash(_("You are signed out on all devices."))
    return _leave()


@bp.post("/language")
def set_language() -> Answer:
    """Choose the language of the pages, for this device and the account."""
    lang = request.form.get("lang", "")
    if lang not in LOCALES:
        abort(400)
    actor = guards.current_actor()
    if actor and actor.locale != lang:
        account.set_locale(actor, lang, clock.now())
    answer = redirect(preferences.without_lang(_next()), 303)
    preferences.keep(answer, preferences.LANG_COOKIE, lang)
    return answer


@bp.post("/theme")
def set_theme() -> Answer:
    """Choose light, dark or the device's own, for this device and the account."""
    theme = request.form.get("theme", "")
    if theme not in list(Theme):
        abort(400)
    actor = guards.current_actor()
    if actor and actor.theme != theme:
        account.set_theme(actor, Theme(theme), clock.now())
    answer = redirect(_next(), 303)
    preferences.keep(answer, preferences.THEME_COOKIE, theme)
    return answer


def _leave() -> Response:
    """Back to the sign-in page; the browser forgets its session and what it has seen."""
    answer = redirect(url_for("account.sign_in"), 303)
    answer.delete_cookie(guards.session_cookie(), **guards.cookie_flags())
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def _try(credentials: Credentials, form: SignInForm) -> Answer:
    token = account.sign_in(credentials, _user_agent(), clock.now())
    if token is None:
        note("sign_in_refused", account=credentials.email)
        form.form_errors.append(
            _(
                "E-mail address and password do not match, or there were too many attempts. "
                "Please check both, or try again in a few minutes."
            )
        )
        return _sign_in_page(form), 422
    note("signed_in", account=credentials.email)
    session.clear()
    return _with_token(redirect(_next(), 303), token)


def _sign_in_page(form: SignInForm) -> str:
    form.next.data = local_target(request.values.get("next"), "")
    return render_template(
        "auth/sign_in.html",
        form=form,
        greeting=_greeting(),
        stations=device.stations(preferences.locale()),
        demo_accounts=demo_accounts.list_accounts(preferences.locale()),
        forgot_url=url_for("account.forgotten_password"),
    )


def _greeting() -> str:
    hour = to_wall(clock.now(), HOME_ZONE).hour
    if MORNING_BEGINS <= hour < NOON_BEGINS:
        return _("Good morning.")
    return _("Good afternoon.") if NOON_BEGINS <= hour < EVENING_BEGINS else _("Good evening.")


def _account_page(form: PasswordForm) -> str:
    actor = guards.require_actor()
    devices = list_devices(actor, str(g.session_uid), clock.now())
    return render_template("account/index.html", form=form, actor=actor, devices=devices)


def _next() -> str:
    otherwise = url_for(AFTER_SIGN_IN)
    return readable(local_target(request.values.get("next"), otherwise), otherwise)


def _user_agent() -> str:
    return request.user_agent.string


def _with_token(answer: Response, token: str) -> Response:
    answer.set_cookie(guards.session_cookie(), token, **guards.cookie_flags())
    return answer
