"""The word for every enumerated value: one name per member, wherever it is shown."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import LinkState
from trips.domain.account.user import InstanceRole, Theme, TripRole
from trips.domain.briefs.document import DocumentKind
from trips.domain.findings.model import Severity as FindingSeverity
from trips.domain.importing.workbook import Severity
from trips.domain.interpreter import InterpretingMode, WorkingLanguage
from trips.domain.item import HostStatus, ItemKind, ItemStatus, TransferMode
from trips.domain.job import JobState
from trips.domain.organisation import OrganisationKind
from trips.domain.participation import (
    Access,
    ConsentPurpose,
    Counts,
    DelegateStatus,
    Diet,
    Level,
    Role,
)
from trips.domain.person import FormOfAddress, LanguageLevel, Sex
from trips.domain.site import StepFree
from trips.domain.stop import BookingStatus, LegMode
from trips.domain.trip import TripKind, TripStatus
from trips.i18n.catalogue import N_, say
from trips.i18n.enum_names.delegates import DELEGATE_NAMES
from trips.i18n.enum_names.mails import MAIL_NAMES
from trips.i18n.formats import join_list

# Per type, because members of two StrEnums with the same value are equal.
_NAMES: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    **DELEGATE_NAMES,
    TripKind: {
        TripKind.STUDY_TOUR: N_("Study tour"),
        TripKind.INFORMATION_TOUR: N_("Specialist information tour"),
        TripKind.PEER_LEARNING: N_("Peer-learning trip"),
        TripKind.CONFERENCE: N_("Conference"),
        TripKind.DIALOGUE: N_("Dialogue event"),
        TripKind.TRAINING: N_("Training"),
        TripKind.WORKSHOP: N_("Workshop"),
        TripKind.MISSION: N_("Expert mission"),
    },
    TripStatus: {
        TripStatus.DRAFT: N_("Draft"),
        TripStatus.PLANNED: N_("Planned"),
        TripStatus.RUNNING: N_("Under way"),
        TripStatus.DONE: N_("Completed"),
        TripStatus.CANCELLED: N_("Cancelled"),
    },
    ItemKind: {
        ItemKind.VISIT: N_("Site visit"),
        ItemKind.WALK: N_("Guided walk"),
        ItemKind.TALK: N_("Talk"),
        ItemKind.WORKSHOP: N_("Workshop"),
        ItemKind.MEAL: N_("Meal"),
        ItemKind.RECEPTION: N_("Reception"),
        ItemKind.TRANSFER: N_("Transfer"),
        ItemKind.CHECK_IN: N_("Check-in/check-out"),
        ItemKind.FREE: N_("Free time"),
        ItemKind.INTERNAL: N_("Internal note"),
    },
    ItemStatus: {
        ItemStatus.IDEA: N_("Idea"),
        ItemStatus.REQUESTED: N_("Requested"),
        ItemStatus.CONFIRMED: N_("Confirmed"),
        ItemStatus.CANCELLED: N_("Cancelled"),
    },
    HostStatus: {
        HostStatus.OPEN: N_("Not yet asked"),
        HostStatus.REQUESTED: N_("Requested"),
        HostStatus.CONFIRMED: N_("Confirmed"),
        HostStatus.DECLINED: N_("Declined"),
    },
    TransferMode: {
        TransferMode.WALK: N_("On foot"),
        TransferMode.BUS: N_("Bus"),
        TransferMode.TRAM: N_("Tram"),
        TransferMode.TAXI: N_("Taxi"),
        TransferMode.TRAIN: N_("Train"),
    },
    LegMode: {
        LegMode.TRAIN: N_("Train"),
        LegMode.BUS: N_("Bus"),
        LegMode.FLIGHT: N_("Flight"),
        LegMode.CAR: N_("Car"),
        LegMode.SHIP: N_("Ship"),
        LegMode.WALK: N_("On foot"),
    },
    BookingStatus: {
        BookingStatus.IDEA: N_("Idea"),
        BookingStatus.REQUESTED: N_("Requested"),
        BookingStatus.OPTION: N_("Option"),
        BookingStatus.BOOKED: N_("Booked"),
        BookingStatus.CANCELLED: N_("Booking cancelled"),
    },
    Role: {
        Role.DELEGATE: N_("Delegate"),
        Role.CLIENT: N_("Client"),
        Role.INVITING_BODY: N_("Inviting body"),
        Role.ORGANISER: N_("Organiser"),
        Role.ESCORT: N_("Escort"),
        Role.INTERPRETER: N_("Interpreter"),
        Role.SPEAKER: N_("Speaker"),
        Role.HOST: N_("Host"),
        Role.DRIVER: N_("Driver"),
    },
    Counts: {
        Counts.SEAT: N_("Seat in the vehicle"),
        Counts.MEAL: N_("Meals"),
        Counts.ROOM: N_("Hotel room"),
        Counts.ROSTER: N_("Roster"),
        Counts.STATISTICS: N_("Statistics"),
    },
    Level: {
        Level.NATIONAL: N_("National"),
        Level.REGIONAL: N_("Regional"),
        Level.MUNICIPAL: N_("Municipal"),
        Level.CIVIL_SOCIETY: N_("Civil society"),
        Level.PRIVATE: N_("Private sector"),
        Level.ACADEMIC: N_("Academia"),
        Level.INTERNATIONAL: N_("International"),
    },
    DelegateStatus: {
        DelegateStatus.NOMINATED: N_("Nominated"),
        DelegateStatus.APPROVED: N_("Approved"),
        DelegateStatus.INVITED: N_("Invited"),
        DelegateStatus.STARTED: N_("Started"),
        DelegateStatus.SUBMITTED: N_("Submitted"),
        DelegateStatus.CONFIRMED: N_("Confirmed"),
        DelegateStatus.WAITLISTED: N_("Waiting list"),
        DelegateStatus.REPLACED: N_("Replaced"),
        DelegateStatus.WITHDRAWN: N_("Withdrawn"),
        DelegateStatus.DECLINED: N_("Declined"),
        DelegateStatus.ATTENDED: N_("Attended"),
    },
    Diet: {
        Diet.VEGETARIAN: N_("Vegetarian"),
        Diet.VEGAN: N_("Vegan"),
        Diet.HALAL: N_("Halal"),
        Diet.KOSHER: N_("Kosher"),
        Diet.NO_PORK: N_("No pork"),
        Diet.NO_BEEF: N_("No beef"),
        Diet.LACTOSE_FREE: N_("Lactose-free"),
        Diet.GLUTEN_FREE: N_("Gluten-free"),
        Diet.NUT_ALLERGY: N_("Nut allergy"),
        Diet.OTHER: N_("Other diet"),
    },
    Access: {
        Access.WHEELCHAIR: N_("Wheelchair"),
        Access.STEP_FREE: N_("Step-free access"),
        Access.HEARING: N_("Hearing support"),
        Access.SIGHT: N_("Sight support"),
        Access.SHORT_WALKS: N_("Short walks only"),
        Access.OTHER: N_("Other need"),
    },
    ConsentPurpose: {
        ConsentPurpose.PARTICIPANT_LIST: N_("Participant list"),
        ConsentPurpose.CONTACT_LIST: N_("Contact list"),
        ConsentPurpose.PHOTO: N_("Photographs"),
        ConsentPurpose.NEEDS: N_("Diet and access needs"),
        ConsentPurpose.NETWORK: N_("Contact after the trip"),
    },
    FormOfAddress: {
        FormOfAddress.MS: N_("Ms"),
        FormOfAddress.MR: N_("Mr"),
        FormOfAddress.NEUTRAL: N_("No form of address"),
    },
    Sex: {
        Sex.FEMALE: N_("Female"),
        Sex.MALE: N_("Male"),
        Sex.DIVERSE: N_("Non-binary"),
        Sex.UNKNOWN: N_("Not stated"),
    },
    LanguageLevel: {
        **{level: level.value for level in LanguageLevel},
        LanguageLevel.NATIVE: N_("Mother tongue"),
    },
    OrganisationKind: {
        OrganisationKind.MINISTRY: N_("Ministry"),
        OrganisationKind.MUNICIPALITY: N_("Municipality"),
        OrganisationKind.REGION: N_("Regional authority"),
        OrganisationKind.AGENCY: N_("Agency"),
        OrganisationKind.NGO: N_("Non-governmental organisation"),
        OrganisationKind.COMPANY: N_("Company"),
        OrganisationKind.UNIVERSITY: N_("University"),
        OrganisationKind.INTERNATIONAL: N_("International organisation"),
        OrganisationKind.OTHER: N_("Other organisation"),
    },
    StepFree: {
        StepFree.YES: N_("Step-free"),
        StepFree.PARTLY: N_("Partly step-free"),
        StepFree.NO: N_("Not step-free"),
        StepFree.UNKNOWN: N_("Step-free access not known"),
    },
    InterpretingMode: {
        InterpretingMode.SIMULTANEOUS: N_("Simultaneous"),
        InterpretingMode.CONSECUTIVE: N_("Consecutive"),
        InterpretingMode.WHISPERED: N_("Whispered"),
        InterpretingMode.LIAISON: N_("Liaison"),
        InterpretingMode.TOUR_GUIDE: N_("Tour-guide system"),
    },
    WorkingLanguage: {
        WorkingLanguage.A: N_("A language"),
        WorkingLanguage.B: N_("B language"),
        WorkingLanguage.C: N_("C language"),
    },
    LinkPurpose: {
        LinkPurpose.PROGRAMME: N_("Programme"),
        LinkPurpose.CALENDAR: N_("Calendar"),
        LinkPurpose.PERSONAL_CALENDAR: N_("Personal calendar"),
        LinkPurpose.REGISTRATION: N_("Registration"),
        LinkPurpose.DELEGATION: N_("Registration of a delegation"),
        LinkPurpose.HOST: N_("Confirmation by the host"),
    },
    LinkState: {
        LinkState.OPEN: N_("Valid"),
        LinkState.EXPIRED: N_("Expired"),
        LinkState.REVOKED: N_("Revoked"),
    },
    DocumentKind: {
        DocumentKind.PROGRAMME: N_("Programme"),
        DocumentKind.CALENDAR: N_("Calendar"),
        DocumentKind.ROSTER: N_("Roster"),
        DocumentKind.WORKBOOK: N_("Workbook to change"),
        DocumentKind.PARTICIPANTS: N_("List of participants on paper"),
        DocumentKind.VISA_LETTER: N_("Visa letters"),
        DocumentKind.VISA_LETTER_WORD: N_("Visa letters for Word"),
        DocumentKind.VISA_LETTERS: N_("Visa letters, one file each"),
    },
    FindingSeverity: {
        FindingSeverity.BLOCKS: N_("Blocks"),
        FindingSeverity.WARNS: N_("Warns"),
        FindingSeverity.INFORMS: N_("Informs"),
    },
    JobState: {
        JobState.WAITING: N_("Waiting"),
        JobState.RUNNING: N_("In progress"),
        JobState.DONE: N_("Ready"),
        JobState.FAILED: N_("Failed"),
    },
    **MAIL_NAMES,
    InstanceRole: {
        InstanceRole.MEMBER: N_("Member"),
        InstanceRole.ORGANISER: N_("Organiser"),
        InstanceRole.ADMIN: N_("Administrator"),
    },
    TripRole: {
        TripRole.VIEWER: N_("Viewer"),
        TripRole.WRITER: N_("Documentation"),
        TripRole.ORGANISER: N_("Organiser"),
    },
    Theme: {
        Theme.AUTO: N_("Device"),
        Theme.LIGHT: N_("Light"),
        Theme.DARK: N_("Dark"),
    },
    Severity: {
        Severity.ERROR: N_("Error"),
        Severity.ASSUMED: N_("Assumed"),
        Severity.NOTICE: N_("Notice"),
    },
}


def name_of(member: StrEnum, locale: str) -> str:
    """Word an enumerated value, capitalised as in a label. Raises `KeyError` for an unknown one."""
    return say(_NAMES[type(member)][member], locale)


def names_of(members: Iterable[StrEnum], locale: str) -> str:
    """Several values as a list in one line: Vegetarisch, Halal und Kein Rindfleisch."""
    return join_list([name_of(member, locale) for member in members], locale)
