"""Findings in two or three words, for the small room on a card of the board."""

from typing import Final

from trips.domain.findings.codes import FindingCode
from trips.domain.findings.model import Finding
from trips.i18n.catalogue import N_, say
from trips.i18n.finding_wording import finding_words
from trips.i18n.formats import language_names

_MARKS: Final = {
    FindingCode.HOST_UNCONFIRMED: N_("No commitment"),
    FindingCode.ITEM_REQUESTED: N_("Not confirmed"),
    FindingCode.ITEM_WITHOUT_PLACE: N_("No place"),
    FindingCode.CONTACT_MISSING: N_("No contact"),
    FindingCode.GROUP_OVERLAP: N_("Overlap"),
    FindingCode.PERSON_OVERLAP: N_("Planned twice"),
    FindingCode.INTERPRETER_OVERLAP: N_("Interpreter twice"),
    FindingCode.DELEGATE_OVERLAP: N_("Delegates twice"),
    FindingCode.ROOM_OVERLAP: N_("Room taken"),
    FindingCode.VEHICLE_OVERLAP: N_("Vehicle taken"),
    FindingCode.OUTSIDE_STOP: N_("Wrong day"),
    FindingCode.ENDS_BEFORE_START: N_("Ends too early"),
    FindingCode.TIME_SKIPPED: N_("Clocks change"),
    FindingCode.TIME_REPEATED: N_("Clocks change"),
    FindingCode.AT_NIGHT: N_("At night"),
    FindingCode.WAY_IMPOSSIBLE: N_("Way impossible"),
    FindingCode.WAY_TOO_TIGHT: N_("Way too tight"),
    FindingCode.PERSON_WAY_TIGHT: N_("Way too tight"),
    FindingCode.INTERPRETER_ABSENT: N_("Interpreter away"),
    FindingCode.INTERPRETER_UNAVAILABLE: N_("Interpreter has no time"),
    FindingCode.INTERPRETER_ALONE: N_("No relief"),
    FindingCode.INTERPRETER_DAY_LONG: N_("Interpreter's long day"),
    FindingCode.INTERPRETER_BREAK_MISSING: N_("No break to interpret"),
    FindingCode.INTERPRETER_REST_SHORT: N_("Short night"),
    FindingCode.INTERPRETER_UNSUITED: N_("Wrong languages"),
    FindingCode.DURING_LEG: N_("Under way then"),
    FindingCode.TRANSFER_MISSING: N_("No transfer"),
    FindingCode.CLOSED_FOR_WHILE: N_("Closed"),
    FindingCode.CLOSED_ON_HOLIDAY: N_("Closed: holiday"),
    FindingCode.CLOSED_THAT_DAY: N_("Closed that day"),
    FindingCode.OUTSIDE_HOURS: N_("Outside hours"),
    FindingCode.ON_SUNDAY: N_("Sunday"),
    FindingCode.ON_HOLIDAY: N_("Public holiday"),
    FindingCode.ON_LOCAL_HOLIDAY: N_("Local holiday"),
    FindingCode.LUNCH_MISSING: N_("No lunch"),
    FindingCode.DINNER_MISSING: N_("No dinner"),
    FindingCode.DAY_TOO_LONG: N_("Long day"),
    FindingCode.VISITS_TOO_MANY: N_("Many visits"),
    FindingCode.BREAK_MISSING: N_("No break"),
    FindingCode.CAPACITY_EXCEEDED: N_("Too small"),
    FindingCode.TEXT_UNTRANSLATED: N_("Translation missing"),
    FindingCode.NOT_UNDERSTOOD: N_("%(languages)s missing"),
    FindingCode.FLOOR_UNKNOWN: N_("Language open"),
    FindingCode.ACCESS_UNKNOWN: N_("Access"),
    FindingCode.LEG_UNBOOKED: N_("Not booked"),
    FindingCode.LEG_TOO_FAST: N_("Too fast"),
    FindingCode.LEG_OFF_DAY: N_("Wrong day"),
    FindingCode.AFTER_DEPARTURE: N_("After departure"),
    FindingCode.BEFORE_ARRIVAL: N_("Before arrival"),
    FindingCode.DEPARTURE_TIGHT: N_("Tight departure"),
    FindingCode.ARRIVAL_TIGHT: N_("Tight arrival"),
    FindingCode.ARRIVAL_LATE: N_("Late arrivals"),
    FindingCode.DEPARTURE_EARLY: N_("Early departures"),
}


def finding_mark(finding: Finding, locale: str) -> str:
    """What a card says of a finding; the whole title where no shorter words are known."""
    words = _MARKS.get(finding.code)
    if words is None:
        return finding_words(finding, locale).title
    codes = finding.facts.get("languages", ())
    return say(words, locale, languages=language_names(codes, locale))
