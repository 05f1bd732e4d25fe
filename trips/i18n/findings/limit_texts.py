"""What each threshold of the rules means, and where its usual value comes from."""

from trips.domain.findings.thresholds import LimitArea, Unit, clock_of
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import clock, number

PRACTICE = N_("Practice of agencies")
NO_SOURCE = N_("Our own estimate; please check it against your experience")

AREA_TEXTS: dict[LimitArea, str] = {
    LimitArea.DEADLINES: N_("Deadlines"),
    LimitArea.WAYS: N_("Ways"),
    LimitArea.DAY: N_("The day"),
    LimitArea.MEALS: N_("Meals"),
    LimitArea.INTERPRETING: N_("Interpreting"),
    LimitArea.PRIVACY: N_("Data protection"),
}

UNIT_TEXTS: dict[Unit, str] = {
    Unit.DAYS: N_("days ahead"),
    Unit.MINUTES: N_("minutes"),
    Unit.HOURS: N_("hours"),
    Unit.CLOCK: N_("o’clock"),
    Unit.KM: N_("kilometres"),
    Unit.KM_H: N_("km/h as the crow flies"),
    Unit.ITEMS: N_("items"),
    Unit.TIMES: N_("times"),
    Unit.DAYS_AFTER: N_("days after the trip"),
    Unit.DAYS_SINCE: N_("days"),
    Unit.PEOPLE: N_("people"),
}

LIMIT_TEXTS: dict[str, tuple[str, str]] = {
    "host_due_days": (
        N_("Hosts have agreed"),
        N_("Practice: papers are printed two weeks ahead"),
    ),
    "host_blocks_days": (
        N_("An open host blocks from"),
        N_("Milestone “All hosts have agreed”, four weeks ahead"),
    ),
    "interpreting_due_days": (
        N_("Interpreting is planned"),
        N_("Practice: interpreters get their papers a week ahead"),
    ),
    "booking_due_days": (
        N_("Rooms and journeys are booked"),
        N_("Practice: options of hotels and groups by rail end about two weeks ahead"),
    ),
    "arrival_due_days": (N_("Arrivals and contacts are known"), PRACTICE),
    "answer_due_days": (
        N_("Registrations are complete"),
        N_("Visa Code of the EU, Article 9: apply at least 15 days before the trip"),
    ),
    "translation_due_days": (N_("Texts are translated"), PRACTICE),
    "consent_due_days": (N_("Answers about photos are there"), PRACTICE),
    "walking_km_h": (
        N_("A group on foot"),
        N_("4.5 km/h on the pavement, a quarter of detours (planning guides reckon 1 to 1.5 m/s)"),
    ),
    "transit_km_h": (
        N_("Underground, tram, city train"),
        N_("17 km/h from door to door, two fifths of detours; our own estimate"),
    ),
    "driving_km_h": (
        N_("A coach in the city"),
        N_("25 km/h in traffic, two fifths of detours; our own estimate"),
    ),
    "walking_limit_km": (
        N_("Farther than this a group is driven"),
        N_("About 20 minutes on foot; our own estimate"),
    ),
    "boarding_minutes": (
        N_("Getting in and out"),
        N_("Practice: a group of 24 into and out of a coach"),
    ),
    "hopeless_factor": (
        N_("A way cannot be made at all if it would have to be faster"),
        NO_SOURCE,
    ),
    "station_minutes": (
        N_("At the platform before departure"),
        N_("Practice: railways ask groups with reservations to come 15 minutes ahead"),
    ),
    "airport_minutes": (
        N_("At the airport before departure"),
        N_("The usual advice of airports: two hours"),
    ),
    "leaving_minutes": (N_("From the platform to the forecourt"), NO_SOURCE),
    "day_hours": (
        N_("Longest day without free time"),
        N_("Working Hours Act § 5, by analogy: eleven hours of rest leave thirteen"),
    ),
    "visits_per_day": (
        N_("Most visits and walks a day"),
        N_("Planners of routes reckon with five at the most; ours is one less"),
    ),
    "break_hours": (
        N_("Longest time without a break"),
        N_("Associations of interpreters: a break every 2 to 2½ hours; three at the most"),
    ),
    "break_minutes": (
        N_("What counts as a break"),
        N_("Associations of interpreters: 15 to 20 minutes"),
    ),
    "lunch_from": (
        N_("Lunch at the earliest"),
        N_("Planners of routes: an hour between 11:30 and 14:00"),
    ),
    "lunch_until": (
        N_("Lunch at the latest"),
        N_("Planners of routes: an hour between 11:30 and 14:00, and half an hour of grace"),
    ),
    "lunch_minutes": (
        N_("Shortest meal"),
        N_("Working Hours Act § 4: 30 minutes in a day of more than six hours"),
    ),
    "dinner_from": (N_("Dinner at the earliest"), PRACTICE),
    "dinner_until": (
        N_("Dinner at the latest"),
        N_("Practice: kitchens take the last order at half past nine"),
    ),
    "solo_minutes": (
        N_("One interpreter alone, simultaneous or whispering"),
        N_("AIIC Canada 2014: at most 40 minutes, whispering included"),
    ),
    "solo_most_minutes": (
        N_("Simultaneous work alone blocks from"),
        N_("Associations in Spain (AICE) and Greece (SYDISE): at most 90 minutes"),
    ),
    "solo_pause_minutes": (
        N_("One interpreter alone in other modes"),
        N_("Association in Greece (SYDISE): three hours; tour-guide systems by practice as long"),
    ),
    "interpreter_day_hours": (
        N_("Longest day of an interpreter"),
        N_("Associations in Portugal (APIC) and Spain (AICE): seven hours for a team of two"),
    ),
    "interpreter_rest_hours": (
        N_("Rest of an interpreter at night"),
        N_("Working Hours Act § 5, by analogy; freelancers are not bound by it"),
    ),
    "needs_days": (
        N_("Diet and access needs are kept"),
        N_("They have served by then; the registration names the day"),
    ),
    "passport_days": (
        N_("Passport data are kept"),
        N_("Passport Act § 18: for the application only"),
    ),
    "emergency_days": (
        N_("Emergency contacts are kept"),
        N_("As long as insurers and hospitals may still ask"),
    ),
    "visa_days": (
        N_("Visa steps and what letters said are kept"),
        N_("Overstays and refusals are settled with the mission by then"),
    ),
    "travel_days": (
        N_("Journeys, rooms and answers are kept"),
        N_("Federal Travel Expenses Act § 3: claims end after six months"),
    ),
    "contact_days": (
        N_("Addresses of people without an agreement are kept"),
        N_("A year to ask what became of it"),
    ),
    "people_days": (
        N_("Names are kept; then people are anonymous"),
        N_("General terms of grants (ANBest-P) no. 6.5: five years of proof"),
    ),
    "history_days": (
        N_("Personal values are kept in the history"),
        N_("A year to clear up mistakes"),
    ),
    "mail_days": (N_("The wording of mails is kept after sending"), PRACTICE),
    "link_days": (N_("Secret links are kept after their end"), PRACTICE),
    "fewest_people": (
        N_("Public figures leave out cells of fewer"),
        N_("Official statistics: cells of one and two are not published"),
    ),
}


def limit_name(name: str, locale: str) -> str:
    """What a threshold means."""
    return say(LIMIT_TEXTS[name][0], locale)


def limit_source(name: str, locale: str) -> str:
    """Where its usual value comes from."""
    return say(LIMIT_TEXTS[name][1], locale)


def limit_unit(unit: Unit, locale: str) -> str:
    """What it counts."""
    return say(UNIT_TEXTS[unit], locale)


def area_name(area: LimitArea, locale: str) -> str:
    """The heading of a group of thresholds."""
    return say(AREA_TEXTS[area], locale)


def limit_value(value: float, unit: Unit, locale: str) -> str:
    """A value as people write it: 1,2 or 11:30."""
    return clock(clock_of(value)) if unit is Unit.CLOCK else number(value, locale)
