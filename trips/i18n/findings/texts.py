"""What each finding says: a title, a line below it, and the verb of its button.

A title that counts is a pair; `%(number)s` decides.
"""

from trips.domain.findings.codes import FindingCode as Code
from trips.i18n.catalogue import N_, N_n
from trips.i18n.findings.delegate_texts import DELEGATE_TEXTS
from trips.i18n.findings.interpreter_texts import INTERPRETER_TEXTS
from trips.i18n.findings.people_texts import PEOPLE_TEXTS
from trips.i18n.findings.visa_texts import VISA_TEXTS

Title = str | tuple[str, str]

WHEN = N_("%(when)s")
BOTH = N_("%(first)s and %(second)s, %(when)s")
CHANGE_TIME = N_("Change the time")
CHANGE_DAY = N_("Change the day")
OPEN_ITEM = N_("Open the item")
OPEN_LEG = N_("Open the leg")
OPEN_DAY = N_("Open the day")
OPEN_HOURS = N_("%(title)s, %(when)s")

FINDING_TEXTS: dict[Code, tuple[Title, str, str]] = {
    **INTERPRETER_TEXTS,
    **VISA_TEXTS,
    **DELEGATE_TEXTS,
    Code.HOST_UNCONFIRMED: (
        N_("%(title)s – host has not agreed"),
        N_("%(when)s. Status: %(status)s."),
        N_("Ask the host"),
    ),
    Code.ITEM_REQUESTED: (N_("%(title)s – not confirmed yet"), WHEN, OPEN_ITEM),
    Code.ITEM_WITHOUT_PLACE: (
        N_n(
            "%(title)s – no place with an address",
            "%(number)s items without a place on %(day)s",
        ),
        N_("%(day)s. People must know where to go."),
        N_("Choose a site"),
    ),
    Code.CONTACT_MISSING: (
        N_n(
            "%(number)s host without telephone and e-mail",
            "%(number)s hosts without telephone and e-mail",
        ),
        N_("%(titles)s"),
        N_("Add the contact"),
    ),
    Code.GROUP_OVERLAP: (
        N_("%(second)s begins before %(first)s ends"),
        N_("%(when)s, but the item before it lasts until %(until)s."),
        CHANGE_TIME,
    ),
    Code.PERSON_OVERLAP: (N_("%(who)s is planned twice at the same time"), BOTH, CHANGE_TIME),
    Code.INTERPRETER_OVERLAP: (
        N_("%(who)s interprets at two places at once"),
        BOTH,
        N_("Change the assignment"),
    ),
    Code.DELEGATE_OVERLAP: (
        N_("%(who)s speaks while their own group is elsewhere"),
        BOTH,
        CHANGE_TIME,
    ),
    Code.ROOM_OVERLAP: (N_("%(who)s is taken twice"), BOTH, N_("Choose another room")),
    Code.VEHICLE_OVERLAP: (
        N_("%(who)s is under way twice at the same time"),
        BOTH,
        N_("Choose another vehicle"),
    ),
    Code.PERSON_WAY_TIGHT: (
        N_("%(who)s needs %(needed)s min to “%(second)s”: %(planned)s planned"),
        N_("%(when)s. From “%(first)s”, end %(ends)s."),
        CHANGE_TIME,
    ),
    Code.OUTSIDE_STOP: (N_("%(title)s lies outside the days in %(city)s"), WHEN, CHANGE_DAY),
    Code.ENDS_BEFORE_START: (
        N_("%(title)s ends before it begins"),
        N_("%(when)s until %(ends)s"),
        CHANGE_TIME,
    ),
    Code.TIME_SKIPPED: (
        N_("%(title)s: there is no %(at)s that night"),
        N_("%(when)s. The clocks are put forward by an hour."),
        CHANGE_TIME,
    ),
    Code.TIME_REPEATED: (
        N_("%(title)s: %(at)s comes twice that night"),
        N_("%(when)s. The clocks are put back by an hour; check which one is meant."),
        N_("Check the time"),
    ),
    Code.AT_NIGHT: (
        N_("%(title)s lies in the night"),
        N_("%(when)s until %(ends)s. Is it the right day?"),
        N_("Check the time"),
    ),
    Code.WAY_IMPOSSIBLE: (
        N_("Way to “%(second)s” cannot be made: %(planned)s min planned, %(needed)s needed"),
        N_("From “%(first)s”, end %(ends)s, %(km)s km as the crow flies"),
        N_("Change the times"),
    ),
    Code.WAY_TOO_TIGHT: (
        N_("Way to “%(second)s”: %(planned)s min planned, %(needed)s needed"),
        N_("From “%(first)s”, end %(ends)s"),
        N_("Change the times"),
    ),
    Code.TRANSFER_MISSING: (
        N_("No transfer to “%(second)s”: %(km)s km"),
        N_("From “%(first)s”, end %(ends)s. Too far for a group on foot."),
        N_("Plan the transfer"),
    ),
    Code.CLOSED_FOR_WHILE: (
        N_("%(site)s is closed for a while: %(name)s"),
        OPEN_HOURS,
        CHANGE_DAY,
    ),
    Code.CLOSED_ON_HOLIDAY: (
        N_("%(site)s is closed: %(name)s"),
        N_("%(title)s, %(when)s. Public holiday."),
        CHANGE_DAY,
    ),
    Code.CLOSED_THAT_DAY: (N_("%(site)s is closed on %(weekday)s"), OPEN_HOURS, CHANGE_DAY),
    Code.OUTSIDE_HOURS: (
        N_("%(site)s is open from %(opens)s to %(closes)s only"),
        N_("%(title)s, %(when)s until %(ends)s"),
        CHANGE_TIME,
    ),
    Code.ON_SUNDAY: (
        N_n("%(title)s on a Sunday", "%(number)s items on a Sunday"),
        N_("%(city)s, %(day)s. Offices are closed; ask the hosts whether they come."),
        N_("Ask the hosts"),
    ),
    Code.ON_HOLIDAY: (
        N_n("%(title)s on a public holiday", "%(number)s items on a public holiday"),
        N_("%(day)s is %(name)s in %(city)s."),
        CHANGE_DAY,
    ),
    Code.ON_LOCAL_HOLIDAY: (
        N_n(
            "%(title)s perhaps on a public holiday", "%(number)s items perhaps on a public holiday"
        ),
        N_("%(day)s is %(name)s in some municipalities there; ask in %(city)s."),
        N_("Ask the hosts"),
    ),
    Code.LUNCH_MISSING: (
        N_("No lunch on %(day)s"),
        N_("%(for_whom)s. Between %(opens)s and %(closes)s there is neither a meal nor free time."),
        N_("Plan the lunch"),
    ),
    Code.DINNER_MISSING: (
        N_n("Dinner is open on one evening", "Dinner is open on %(number)s evenings"),
        N_("%(days)s"),
        N_("Plan the dinner"),
    ),
    Code.DAY_TOO_LONG: (
        N_("%(day)s lasts %(length)s"),
        N_("%(for_whom)s, %(begins)s to %(until)s without free time. At most %(most)s."),
        N_("Shorten the day"),
    ),
    Code.VISITS_TOO_MANY: (
        N_("%(number)s visits on %(day)s"),
        N_("%(for_whom)s. At most %(limit)s."),
        OPEN_DAY,
    ),
    Code.BREAK_MISSING: (
        N_("%(length)s without a break from “%(title)s”"),
        N_("%(for_whom)s, %(day)s, %(begins)s to %(until)s"),
        N_("Plan a break"),
    ),
    Code.CAPACITY_EXCEEDED: (
        N_("%(title)s: %(places)s places, %(needed)s people"),
        N_("%(when)s. %(delegates)s delegates, %(staff)s staff, %(interpreters)s interpreters."),
        N_("Settle the places"),
    ),
    Code.TEXT_UNTRANSLATED: (
        N_n(
            "One item without a text in %(language)s",
            "%(number)s items without a text in %(language)s",
        ),
        N_("Readers see another language there, as in “%(title)s”."),
        N_("Translate"),
    ),
    Code.NOT_UNDERSTOOD: (
        N_("%(languages)s is not covered: %(where)s"),
        N_("%(when)s. Concerns %(people)s."),
        N_("Plan interpreting"),
    ),
    Code.FLOOR_UNKNOWN: (
        N_n(
            "Language unknown: %(titles)s",
            "Language unknown at %(number)s items",
        ),
        N_("%(titles)s"),
        N_("Enter the language"),
    ),
    Code.ACCESS_UNKNOWN: (
        N_("%(site)s: %(step_free)s"),
        N_("%(title)s, %(when)s. Concerns %(people)s."),
        N_("Settle the access"),
    ),
    Code.LEG_MISSING: (
        N_("No leg from %(first)s to %(second)s"),
        N_("The trip changes city on %(day)s."),
        N_("Add the leg"),
    ),
    Code.LEG_UNBOOKED: (
        N_("%(first)s – %(second)s is not booked"),
        N_("Departure %(when)s"),
        OPEN_LEG,
    ),
    Code.LEG_TOO_FAST: (
        N_("%(first)s – %(second)s cannot take %(length)s"),
        N_("Departure %(departs)s, arrival %(arrives)s. One of the times is wrong."),
        OPEN_LEG,
    ),
    Code.LEG_OFF_DAY: (
        N_("%(first)s – %(second)s is not on the day of the change"),
        N_("Departure %(when)s; the stops say %(left)s and %(reached)s."),
        OPEN_LEG,
    ),
    Code.DURING_LEG: (
        N_n(
            "%(title)s takes place while everyone is under way",
            "%(number)s items take place while everyone is under way",
        ),
        N_("%(when)s. %(first)s – %(second)s: departure %(departs)s, arrival %(arrives)s."),
        CHANGE_TIME,
    ),
    Code.AFTER_DEPARTURE: (
        N_n(
            "%(title)s goes on after the departure from %(first)s",
            "%(number)s items go on after the departure from %(first)s",
        ),
        N_("%(when)s until %(ends)s, departure %(departs)s"),
        CHANGE_TIME,
    ),
    Code.BEFORE_ARRIVAL: (
        N_n(
            "%(title)s begins before the arrival in %(second)s",
            "%(number)s items begin before the arrival in %(second)s",
        ),
        N_("%(when)s, arrival %(arrives)s"),
        CHANGE_TIME,
    ),
    Code.DEPARTURE_TIGHT: (
        N_("Departure from %(first)s: %(planned)s min at the station, %(needed)s needed"),
        N_("%(title)s ends at %(ends)s, departure %(departs)s"),
        N_("End earlier"),
    ),
    Code.ARRIVAL_TIGHT: (
        N_("Arrival in %(second)s: %(planned)s min until “%(title)s”, %(needed)s needed"),
        N_("Arrival %(arrives)s, start %(starts)s"),
        N_("Start later"),
    ),
    Code.HOTEL_MISSING: (N_("%(city)s: no hotel"), N_("%(in_nights)s"), N_("Add a hotel")),
    Code.ROOMS_SHORT: (
        N_("%(city)s: %(held)s rooms held, %(needed)s needed"),
        N_("%(in_nights)s"),
        N_("Open the hotel"),
    ),
    **PEOPLE_TEXTS,
}
