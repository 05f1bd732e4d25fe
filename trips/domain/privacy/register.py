"""Every column of every table, by the kind of data about people that it holds.

A table that says nothing of people stands in `IMPERSONAL`; everything else is classified column
by column. A test compares this with the tables themselves: what is new has to be entered here
before it can be kept.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from trips.domain.privacy.kinds import DataKind
from trips.domain.privacy.sealed import EMERGENCY, NEEDS, PASSPORT, SealedField

K = DataKind
Columns = Mapping[DataKind, str]

IMPERSONAL: Final = frozenset(
    {
        "day_note",
        "hotel",
        "item",
        "item_group",
        "leg",
        "old_slug",
        "project",
        "search_trigram",
        "site",
        "stop",
        "trip_group",
        "visa_rule",
    }
)
"""Tables about trips, places and rules, not about people."""

_TABLES: Final[Mapping[str, Columns]] = {
    "person": {
        K.NAME: "given_name family_name family_name_first own_script badge_name sort_key",
        K.OFFICE: "academic_title predicate office office_since protocol_rank function "
        "organisation_id salutation address_block wording_reason",
        K.CONTACT: "email phone postal_address letter_language",
        K.FACTS: "form_of_address sex country came_from",
        K.LANGUAGES: "languages",
        K.NOTES: "note",
        K.SEARCH: "search_text",
        K.TECHNICAL: "id uid is_sample anonymised_at version",
    },
    "participation": {
        K.PART: "trip_id person_id role present_from present_to counts group_id contact_for "
        "deleted_at",
        K.TRAVEL: "arrival_at arrival_place arrival_number departure_at departure_place "
        "departure_number",
        K.AGREEMENTS: "consents",
        K.NOTES: "note extra",
        K.TECHNICAL: "id uid changed_at version",
    },
    "delegate": {
        K.PART: "delegation_id status rank permission replaces_id status_at",
        K.FACTS: "level nationality",
        K.LEARNING: "brings wants",
        K.TRAVEL: "room_wish travel_wish",
        K.VISA: "documents visa",
        K.ANSWERS: "answers to_review",
        K.TECHNICAL: "participation_id",
    },
    "delegation": {
        K.PART: "name country seats head_id contact_id",
        K.NOTES: "note",
        K.TECHNICAL: "id uid trip_id version",
    },
    "registration_draft": {
        K.DRAFTS: "sealed station saved_at is_done",
        K.TECHNICAL: "participation_id key version",
    },
    "reading": {
        K.READINGS: "at actor_uid actor_name subject fields purpose",
        K.TECHNICAL: "id trip_id",
    },
    "purge_run": {K.READINGS: "at actor_name", K.TECHNICAL: "id uid counts"},
    "letter": {
        K.LETTERS: "participation_id delegation_id kind number reference locale dated issued_at "
        "issued_by has_passport facts revoked_at",
        K.TECHNICAL: "id uid trip_id",
    },
    "saved_list": {
        K.ACCOUNT: "user_id name",
        K.TECHNICAL: "id uid trip_id kind settings changed_at version",
    },
    "organisation": {
        K.CONTACT: "address email phone website letter_foot",
        K.TECHNICAL: "id uid name short kind city country is_sample sort_key search_text version",
    },
    "interpreter": {
        K.HOSTING: "person_id pairs classes modes availability city day_fee_minor currency",
        K.NOTES: "note",
        K.TECHNICAL: "id uid version",
    },
    "assignment": {
        K.HOSTING: "interpreter_id mode source target is_both_ways",
        K.TECHNICAL: "id uid item_id",
    },
    "item_host": {
        K.HOSTING: "person_id status",
        K.TECHNICAL: "item_id position organisation_id",
    },
    "item_speaker": {K.HOSTING: "person_id function", K.TECHNICAL: "item_id position"},
    "mail": {
        K.MAILS: "person_id recipient recipient_name subject body changes reply_to sender_name",
        K.TECHNICAL: "id uid trip_id release_id kind state key locale is_edited message_id "
        "attempts error created_at due_at sent_at version",
    },
    "link": {
        K.LINKS: "subject label token_hash sealed_token",
        K.TECHNICAL: "id uid trip_id purpose created_at expires_at revoked_at",
    },
    "source": {
        K.FILES: "subject text entered_by",
        K.TECHNICAL: "id uid trip_id entered_at attachment_id",
    },
    "attachment": {
        K.FILES: "filename",
        K.TECHNICAL: "id uid trip_id content_type size sha256 purpose added_at purge_on",
    },
    "job": {
        K.FILES: "payload filename stored",
        K.ACCOUNT: "user_id",
        K.TECHNICAL: "id uid kind key state due_at leased_until attempts error trip_id "
        "content_type created_at finished_at",
    },
    "release": {
        K.ACCOUNT: "author",
        K.TECHNICAL: "id uid trip_id number name note made_at revision bundle digest calendar",
    },
    "search_entry": {K.SEARCH: "title words", K.TECHNICAL: "id kind uid trip_id"},
    "history": {
        K.HISTORY: "at verb actor before after",
        K.TECHNICAL: "id trip_id subject_kind subject_uid step undoes",
    },
    "task": {
        K.ACCOUNT: "owner_id done_by",
        K.NOTES: "title note",
        K.TECHNICAL: "id uid trip_id due_on milestone offset_days created_at done_at deleted_at "
        "version",
    },
    "finding_mark": {
        K.ACCOUNT: "owner_id accepted_by",
        K.NOTES: "reason",
        K.TECHNICAL: "id uid trip_id key due_on accepted_facts accepted_at version",
    },
    "trip": {
        K.CONTACT: "emergency_phone data_protection",
        K.TECHNICAL: "id uid slug kind title subtitle summary starts_on ends_on zone status "
        "project_id inviting_body_id client_id contractor_id number aims learning_questions "
        "practical languages provenance limits registration is_template is_sample pretend_now "
        "revision changed_at version",
    },
    "user": {
        K.ACCOUNT: "email name password_hash role locale theme created_at disabled_at",
        K.TECHNICAL: "id uid",
    },
    "user_session": {
        K.SESSIONS: "user_id token_hash user_agent created_at seen_at",
        K.TECHNICAL: "id uid",
    },
    "sign_in_attempt": {K.SESSIONS: "email_hash failures waits_until last_at"},
    "trip_role": {K.ACCOUNT: "user_id role", K.TECHNICAL: "trip_id"},
    "sealed_value": {
        K.TECHNICAL: "id participation_id field sealed key changed_at",
    },
}
"""Names of columns by kind. What a sealed value holds depends on its field: see SEALED."""

SEALED: Final[Mapping[SealedField, DataKind]] = {
    **dict.fromkeys(PASSPORT, K.PASSPORT),
    **dict.fromkeys(EMERGENCY, K.EMERGENCY),
    **dict.fromkeys(NEEDS, K.NEEDS),
}
"""The kind of every encrypted field."""

REGISTER: Final[Mapping[str, Mapping[str, DataKind]]] = {
    table: {name: kind for kind, names in columns.items() for name in names.split()}
    for table, columns in _TABLES.items()
}
"""The kind of every column of every table about people."""


def fields_of(kind: DataKind) -> Iterator[tuple[str, str]]:
    """Table and column of everything of a kind, encrypted fields under `sealed_value`."""
    for table, columns in REGISTER.items():
        yield from ((table, name) for name, each in columns.items() if each is kind)
    yield from (("sealed_value", field.value) for field, each in SEALED.items() if each is kind)
