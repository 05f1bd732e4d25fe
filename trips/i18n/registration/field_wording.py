"""What the registration asks, in plain words: stations, headings, labels, hints."""

from collections.abc import Mapping
from typing import Final

from trips.domain.privacy.retention import Due
from trips.domain.registration.catalogue import Section
from trips.domain.registration_setup import Station
from trips.i18n.catalogue import N_

SECTION_TEXTS: Final[Mapping[Section, str]] = {
    Section.NAME: N_("Your name"),
    Section.FUNCTION: N_("Your work"),
    Section.CONTACT: N_("How we reach you"),
    Section.LEARNING: N_("What you bring and want to see"),
    Section.LANGUAGES: N_("Languages you understand"),
    Section.FOOD: N_("Food"),
    Section.ACCESS: N_("Access"),
    Section.QUESTIONS: N_("More questions"),
    Section.TRAVEL: N_("Your journey"),
    Section.ROOM: N_("Your room"),
    Section.PASSPORT: N_("Passport and visa"),
    Section.EMERGENCY: N_("Whom we call in an emergency"),
    Section.AGREEMENTS: N_("What you agree to"),
}
TITLES: Final[Mapping[Station, str]] = {
    Station.PERSON: N_("Is this you, %(name)s?"),
    Station.NEEDS: N_("What should we know, %(name)s?"),
    Station.JOURNEY: N_("Before you travel, %(name)s"),
    Station.AGREEMENTS: N_("What do you agree to, %(name)s?"),
}
INTROS: Final[Mapping[Station, str]] = {
    Station.PERSON: N_("The name as in the passport."),
    Station.NEEDS: N_("Only for interpreters and meals."),
    Station.JOURNEY: N_(
        "Send what you know now. You can add the rest later. Your passport data is encrypted."
    ),
    Station.AGREEMENTS: N_("You decide. A no has no disadvantage. You can change it at any time."),
}
CONTINUE: Final[Mapping[Station, str]] = {
    Station.PERSON: N_("Continue to you"),
    Station.NEEDS: N_("Continue to languages"),
    Station.JOURNEY: N_("Continue to journey"),
    Station.AGREEMENTS: N_("Continue to agreements"),
}
LABELS: Final[Mapping[str, str]] = {
    "given_name": N_("Given names, as in the passport"),
    "family_name": N_("Family name, as in the passport"),
    "own_script": N_("Your name in your own script"),
    "academic_title": N_("Academic title"),
    "form_of_address": N_("How shall we address you?"),
    "badge_name": N_("Name on the badge"),
    "sex": N_("Sex"),
    "function": N_("Your position"),
    "organisation": N_("Where you work"),
    "level": N_("Kind of institution"),
    "country": N_("Country you come for"),
    "email": N_("E-mail"),
    "phone": N_("Mobile telephone"),
    "postal_address": N_("Postal address"),
    "brings": N_("A challenge or good practice that you bring"),
    "wants": N_("What you want to see and learn"),
    "languages": N_("Languages you understand"),
    "diet": N_("Food"),
    "diet_note": N_("Anything else about food"),
    "access": N_("Access"),
    "access_note": N_("Anything else that helps you"),
    "arrival": N_("Arrival"),
    "arrival_on": N_("Day of arrival"),
    "arrival_time": N_("Time"),
    "arrival_place": N_("Airport or station"),
    "arrival_number": N_("Flight or train"),
    "departure": N_("Departure"),
    "departure_on": N_("Day of departure"),
    "departure_time": N_("Time"),
    "departure_place": N_("Airport or station"),
    "departure_number": N_("Flight or train"),
    "travel_wish": N_("Wishes for the journey"),
    "room_wish": N_("Wishes for your room"),
    "nationality": N_("Nationality"),
    "document": N_("Kind of passport"),
    "permit": N_("Permit or visa for the Schengen area"),
    "permit_until": N_("Valid until"),
    "passport_number": N_("Passport number"),
    "passport_country": N_("Country that issued the passport"),
    "passport_issued_on": N_("Passport issued on"),
    "passport_expires_on": N_("Passport valid until"),
    "born_on": N_("Date of birth"),
    "birth_place": N_("Place of birth"),
    "birth_name": N_("Name at birth"),
    "emergency": N_("Emergency contact"),
    "emergency_name": N_("Name"),
    "emergency_phone": N_("Telephone"),
    "emergency_relation": N_("Who this is"),
    "participant_list": N_(
        "May the list of participants show your name, position and institution?"
    ),
    "contact_list": N_("May the other participants see your e-mail and phone?"),
    "photo": N_("May we take and use photographs of you?"),
    "network": N_("May we keep your contact and invite you again?"),
    "needs_agreed": N_(
        "You may keep these answers about food and access and use them for this trip."
    ),
}
SETUP_LABELS: Final[Mapping[str, str]] = {
    "participant_list": N_("List of participants"),
    "contact_list": N_("Contact list"),
    "photo": N_("Photographs"),
    "network": N_("Network after the trip"),
    "form_of_address": N_("Form of address"),
    "function": N_("Position"),
    "organisation": N_("Institution"),
    "country": N_("Country"),
    "own_script": N_("Name in own script"),
}
"""What organisers read where the question itself would be too long."""
HINTS: Final[Mapping[str, str]] = {
    "given_name": N_("All of them, spelt as in the passport: the visa depends on it."),
    "badge_name": N_("Only if it is not your whole name."),
    "sex": N_("Only for statistics."),
    "brings": N_("One sentence is enough. We pass it on to the hosts."),
    "arrival_number": N_("If you do not know it yet, leave it empty and come back."),
    "passport_expires_on": N_("It has to be valid longer than the trip."),
    "emergency_relation": N_("For example your wife or your brother."),
    "permit": N_("With one of these you may need no visa."),
}
"""By control."""
DELETED: Final[Mapping[Section, Due]] = {
    Section.FOOD: Due.NEEDS,
    Section.ACCESS: Due.NEEDS,
    Section.TRAVEL: Due.TRAVEL,
    Section.ROOM: Due.TRAVEL,
    Section.PASSPORT: Due.PASSPORT,
    Section.EMERGENCY: Due.EMERGENCY,
}
"""Sections whose answers go some days after the trip, as the page says beside them."""
