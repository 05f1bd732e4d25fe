"""The word for every enumerated value about delegates, beside those of `i18n.enums`."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from trips.domain.participation import Capacity, Permission
from trips.domain.person import Predicate, ProtocolRank
from trips.domain.registration_setup import Demand, Preset, QuestionKind, Station
from trips.domain.visa.letter import Costs, LetterKind, MissionKind
from trips.domain.visa_case import TravelDocument, VisaStatus
from trips.i18n.catalogue import N_

DELEGATE_NAMES: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    Capacity: {
        Capacity.SELF: N_("in person"),
        Capacity.CONTACT: N_("by the contact person"),
        Capacity.ORGANISER: N_("entered by the organiser"),
    },
    Permission: {
        Permission.UNKNOWN: N_("Not known"),
        Permission.NOT_NEEDED: N_("Not needed"),
        Permission.ASKED: N_("Asked for"),
        Permission.GRANTED: N_("Granted"),
        Permission.REFUSED: N_("Refused"),
    },
    Predicate: {
        Predicate.NONE: N_("None"),
        Predicate.EXCELLENCY: N_("Excellency"),
        Predicate.HONOURABLE: N_("The Honourable"),
        Predicate.MAJESTY: N_("Majesty"),
    },
    ProtocolRank: {
        ProtocolRank.HEAD_OF_STATE: N_("Head of state"),
        ProtocolRank.HEAD_OF_GOVERNMENT: N_("Head of government"),
        ProtocolRank.MINISTER: N_("Minister"),
        ProtocolRank.AMBASSADOR: N_("Ambassador"),
        ProtocolRank.DEPUTY_MINISTER: N_("Deputy minister, state secretary"),
        ProtocolRank.GOVERNOR: N_("Governor, premier of a region"),
        ProtocolRank.MEMBER_OF_PARLIAMENT: N_("Member of parliament"),
        ProtocolRank.MAYOR: N_("Mayor"),
        ProtocolRank.DEPUTY_MAYOR: N_("Deputy mayor"),
        ProtocolRank.COUNCILLOR: N_("Councillor"),
        ProtocolRank.HEAD_OF_DEPARTMENT: N_("Head of department"),
        ProtocolRank.NONE: N_("No rank of protocol"),
    },
    Demand: {
        Demand.OFF: N_("Not asked"),
        Demand.OPTIONAL: N_("Optional"),
        Demand.REQUIRED: N_("Required"),
    },
    Preset: {
        Preset.STUDY_TOUR: N_("Study tour"),
        Preset.CONFERENCE: N_("Conference"),
    },
    QuestionKind: {
        QuestionKind.TEXT: N_("One line"),
        QuestionKind.LONG_TEXT: N_("Several lines"),
        QuestionKind.CHOICE: N_("One of several"),
        QuestionKind.CHOICES: N_("Several of several"),
        QuestionKind.NUMBER: N_("A number"),
        QuestionKind.DATE: N_("A day"),
        QuestionKind.YES_NO: N_("Yes or no"),
    },
    Station: {
        Station.PERSON: N_("You"),
        Station.NEEDS: N_("Languages"),
        Station.JOURNEY: N_("Journey"),
        Station.AGREEMENTS: N_("Agreements"),
    },
    TravelDocument: {
        TravelDocument.ORDINARY_PASSPORT: N_("Passport"),
        TravelDocument.SERVICE_PASSPORT: N_("Service passport"),
        TravelDocument.DIPLOMATIC_PASSPORT: N_("Diplomatic passport"),
        TravelDocument.RESIDENCE_PERMIT: N_("Residence permit of a Schengen state"),
        TravelDocument.SCHENGEN_VISA: N_("Schengen visa"),
    },
    VisaStatus: {
        VisaStatus.OPEN: N_("Nothing done yet"),
        VisaStatus.NOT_NEEDED: N_("No visa needed"),
        VisaStatus.LETTER_SENT: N_("Invitation letter sent"),
        VisaStatus.APPOINTMENT: N_("Appointment made"),
        VisaStatus.APPLIED: N_("Applied for"),
        VisaStatus.GRANTED: N_("Visa granted"),
        VisaStatus.REFUSED: N_("Visa refused"),
    },
    LetterKind: {
        LetterKind.INVITATION: N_("Invitation letter for a person"),
        LetterKind.NOTE: N_("Note verbale for a delegation"),
    },
    MissionKind: {
        MissionKind.EMBASSY: N_("Embassy"),
        MissionKind.CONSULATE_GENERAL: N_("Consulate General"),
        MissionKind.CONSULATE: N_("Consulate"),
        MissionKind.FOREIGN_MINISTRY: N_("Ministry of Foreign Affairs"),
    },
    Costs: {
        Costs.ORGANISER: N_("We pay everything"),
        Costs.SENDER: N_("The sending authority pays everything"),
        Costs.SHARED: N_("The sender pays the flight, we pay the stay"),
    },
}
