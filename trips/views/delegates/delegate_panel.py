"""The panel beside the list: one person, what is open first."""

from dataclasses import dataclass, replace
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from trips.domain.account.user import Action
from trips.domain.findings.codes import FindingCode
from trips.domain.findings.model import Finding, Subject
from trips.domain.mail import language_for
from trips.domain.pages.delegate_list import entry_of, interpreting_need
from trips.domain.pages.people_filter import Entry
from trips.domain.participation import (
    Consent,
    ConsentPurpose,
    Counts,
    DelegateStatus,
    Journey,
    Participation,
    Permission,
)
from trips.domain.snapshot import TripSnapshot
from trips.i18n import formats
from trips.i18n.enums import name_of, names_of
from trips.i18n.finding_wording import FindingWords, finding_words
from trips.i18n.letters.salutation import salutation
from trips.i18n.people_wording import STEPS, days_word, skills_words
from trips.views import guards
from trips.views.delegates.delegate_actions import Actions, actions_of
from trips.views.delegates.delegate_filters import address
from trips.views.delegates.sealed_panel import SealedSection, sealed_sections
from trips.views.finding_links import finding_url, still_open
from trips.views.preferences import locale

_REACHED = {
    DelegateStatus.INVITED: 0,
    DelegateStatus.STARTED: 1,
    DelegateStatus.SUBMITTED: 1,
    DelegateStatus.CONFIRMED: 2,
    DelegateStatus.ATTENDED: 3,
}


@dataclass(frozen=True)
class Panel:
    """What the panel shows of a person."""

    entry: Entry
    finding: Finding | None
    words: FindingWords | None
    url: str
    """Where the finding is mended."""
    edit_url: str
    steps: list[tuple[str, str]]
    facts: list[tuple[str, str]]
    actions: Actions | None
    sealed: tuple[SealedSection, ...]
    greetings: tuple[tuple[str, str], ...] = ()
    """How letters greet a delegate, by language."""


def panel_of(snapshot: TripSnapshot, uid: str | None) -> Panel | None:
    """The panel of a participation, none where nobody or a stranger is asked for."""
    participation = snapshot.participation_by_uid.get(uid or "")
    if participation is None:
        return None
    entry = entry_of(snapshot, participation)
    finding = _finding_of(snapshot, entry)
    return Panel(
        entry=entry,
        finding=finding,
        words=finding_words(finding, locale()) if finding else None,
        url=_mended_at(finding, snapshot.trip.slug, uid),
        edit_url=_edit_url(snapshot.trip.slug, uid),
        steps=_steps(entry.status),
        facts=[(term, text) for term, text in _facts(snapshot, entry) if text],
        actions=actions_of(snapshot, participation),
        sealed=sealed_sections(participation),
        greetings=_greetings(entry),
    )


def _finding_of(snapshot: TripSnapshot, entry: Entry) -> Finding | None:
    """The gravest finding about a person, told of this person alone."""
    uid = entry.participation.uid
    for finding in still_open(snapshot):
        if finding.code is FindingCode.CHANGED_SINCE:
            continue  # the panel says which answers, with the button
        subjects = [each for each in finding.subjects if each.kind == "participation"]
        if any(each.uid == uid for each in subjects):
            facts: dict[str, Any] = {**finding.facts}
            if "number" in facts:
                facts["number"] = 1
            if "names" in facts:
                facts["names"] = (entry.person.name,)
            others = tuple(each for each in finding.subjects if each.kind != "participation")
            about = (*others, Subject("participation", uid))
            return replace(finding, subjects=about, facts=facts)
    return None


def _mended_at(finding: Finding | None, slug: str, uid: str | None) -> str:
    """What the person has to answer is entered in their form, everything else where it is."""
    if finding and any(each.kind == "item" for each in finding.subjects):
        return finding_url(finding, slug, address(slug, person=uid))
    return _edit_url(slug, uid)


def _edit_url(slug: str, uid: str | None) -> str:
    """The form of a person, which leads back to the list as it is filtered, the person beside."""
    return url_for("delegate.edit", slug=slug, uid=uid, next=address(slug, person=uid))


def _steps(status: DelegateStatus | None) -> list[tuple[str, str]]:
    if status is None or status not in _REACHED:
        return []
    reached = _REACHED[status]
    return [
        (_(word), "done" if number < reached else "now" if number == reached else "")
        for number, word in enumerate(STEPS)
    ]


def _facts(snapshot: TripSnapshot, entry: Entry) -> list[tuple[str, str]]:
    participation, person = entry.participation, entry.person
    delegate = participation.delegate
    return [
        (_("Understands"), skills_words(person.languages, locale())),
        (_("Needs"), _needs(snapshot, entry)),
        (_("Group"), participation.group),
        (_("Present"), _presence(snapshot, participation)),
        (_("Arrival"), _journey(participation.arrival)),
        (_("Departure"), _journey(participation.departure)),
        *(_private_facts(snapshot, entry) if guards.allows(Action.READ_NEEDS) else ()),
        (_("Visa"), _visa(entry)),
        (_("Travel permission"), _permission(entry)),
        (_("Replaces"), _replaced(snapshot, entry)),
        (_("Replaced by"), _substitute(snapshot, entry)),
        (_("Brings"), delegate.brings.shown(locale()).text if delegate else ""),
        (_("Ask about"), participation.contact_for.shown(locale()).text),
    ]


def _greetings(entry: Entry) -> tuple[tuple[str, str], ...]:
    """In German, English and the language of their letters; only organisers write any."""
    if entry.status is None or not guards.allows(Action.WRITE_TRIP):
        return ()
    langs = dict.fromkeys(("de", "en", language_for(entry.person)))
    return tuple((lang, salutation(entry.person, lang)) for lang in langs)


def _visa(entry: Entry) -> str:
    """How far the visa has come, where the desk knows anything; only for organisers."""
    delegate = entry.participation.delegate
    if delegate is None or delegate.visa is None or not guards.allows(Action.READ_NEEDS):
        return ""
    return name_of(delegate.visa.status, locale())


def _permission(entry: Entry) -> str:
    """Whether the employer agrees; nothing while nobody has asked."""
    delegate = entry.participation.delegate
    if delegate is None or delegate.permission is Permission.UNKNOWN:
        return ""
    return name_of(delegate.permission, locale())


def _replaced(snapshot: TripSnapshot, entry: Entry) -> str:
    delegate = entry.participation.delegate
    old = snapshot.participation_by_uid.get((delegate and delegate.replaces) or "")
    return snapshot.person_by_uid[old.person].name if old else ""


def _substitute(snapshot: TripSnapshot, entry: Entry) -> str:
    uid = entry.participation.uid
    found = (
        each for each in snapshot.participations if each.delegate and each.delegate.replaces == uid
    )
    new = next(found, None)
    return snapshot.person_by_uid[new.person].name if new else ""


def _private_facts(snapshot: TripSnapshot, entry: Entry) -> list[tuple[str, str]]:
    participation, person = entry.participation, entry.person
    delegate = participation.delegate
    wish = delegate.room_wish if delegate else ""
    room = wish or (_("yes") if Counts.ROOM in participation.counts else _("no room needed"))
    diet = names_of(participation.diet, locale())
    return [
        (_("Food"), _with_note(diet, participation.diet_note)),
        (_("Hotel room"), room),
        (_("E-mail"), person.email),
        (_("Phone"), person.phone),
        (_("Photos"), _photo(snapshot, participation)),
        (_("Note"), participation.note),
    ]


def _needs(snapshot: TripSnapshot, entry: Entry) -> str:
    parts = []
    lost, of = interpreting_need(snapshot, entry)
    if lost and entry.person.languages:
        parts.append(_("interpreting at %(lost)s of %(total)s items", lost=lost, total=of))
    if guards.allows(Action.READ_NEEDS):
        access = names_of(entry.participation.access, locale())
        parts.append(_with_note(access, entry.participation.access_note))
    return "; ".join(part for part in parts if part)


def _presence(snapshot: TripSnapshot, participation: Participation) -> str:
    first, last = participation.present_from, participation.present_to
    if (first, last) == (snapshot.trip.starts_on, snapshot.trip.ends_on):
        return ""
    return days_word(first, last, locale())


def _journey(journey: Journey | None) -> str:
    if journey is None:
        return ""
    when = ""
    if journey.at:
        when = f"{formats.day_short(journey.at.date(), locale())}, {formats.clock(journey.at)}"
    return ", ".join(part for part in (when, journey.place, journey.number) if part)


def _photo(snapshot: TripSnapshot, participation: Participation) -> str:
    answers = [each for each in participation.consents if each.purpose is ConsentPurpose.PHOTO]
    return _consent(snapshot, answers[-1]) if answers else _("not answered")


def _consent(snapshot: TripSnapshot, consent: Consent) -> str:
    parts = [_("yes") if consent.is_given else _("refused")]
    if consent.wording:
        parts.append(_("wording %(wording)s", wording=consent.wording))
    if consent.at:
        parts.append(formats.instant(consent.at, snapshot.trip.zone, locale()))
    return ", ".join(parts)


def _with_note(words: str, note: str) -> str:
    return f"{words} ({note})" if words and note else words or note


def status_word(entry: Entry) -> str:
    """The status of a delegate, or the role of anybody else."""
    return name_of(entry.status or entry.participation.role, locale())
