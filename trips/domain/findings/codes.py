"""The names of everything that can be wrong, and of every way to mend it."""

from enum import StrEnum


class Severity(StrEnum):
    """How grave: blocks a release, warns, or informs. The order is the order of lists."""

    BLOCKS = "blocks"
    WARNS = "warns"
    INFORMS = "informs"


class FindingCode(StrEnum):
    """Every rule by its name; each has a wording in every language of the interface."""

    HOST_UNCONFIRMED = "host_unconfirmed"
    ITEM_REQUESTED = "item_requested"
    ITEM_WITHOUT_PLACE = "item_without_place"
    GROUP_OVERLAP = "group_overlap"
    PERSON_OVERLAP = "person_overlap"
    OUTSIDE_STOP = "outside_stop"
    WAY_TOO_TIGHT = "way_too_tight"
    TEXT_UNTRANSLATED = "text_untranslated"
    NOT_UNDERSTOOD = "not_understood"
    ACCESS_UNKNOWN = "access_unknown"
    LEG_MISSING = "leg_missing"
    LEG_UNBOOKED = "leg_unbooked"
    HOTEL_MISSING = "hotel_missing"
    ROOMS_SHORT = "rooms_short"
    ARRIVAL_MISSING = "arrival_missing"
    ANSWER_MISSING = "answer_missing"
    CONSENT_MISSING = "consent_missing"
    HEAD_MISSING = "head_missing"


class FixCode(StrEnum):
    """Every way to mend a finding; each has the words of a button."""

    END_EARLIER = "end_earlier"
    START_LATER = "start_later"
    MOVE_TO_GAP = "move_to_gap"
    ADD_TRANSFER = "add_transfer"
    ADD_LUNCH = "add_lunch"
    ADD_DINNER = "add_dinner"
    ADD_BREAK = "add_break"
    SWAP_GROUPS = "swap_groups"
    ASK_HOST = "ask_host"
    OPEN_FORM = "open_form"
