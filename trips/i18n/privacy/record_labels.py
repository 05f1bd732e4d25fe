"""What the columns about the house's own people are called; only the record names them."""

from collections.abc import Mapping
from typing import Final

from trips.i18n.catalogue import N_, say
from trips.i18n.privacy.column_labels import own_label

_HOUSE: Final[Mapping[str, str]] = {
    "text": N_("Text"),
    "entered_by": N_("Entered by"),
    "filename": N_("Name of the file"),
    "payload": N_("What was asked for"),
    "stored": N_("File"),
    "search_text": N_("Words for the search"),
    "words": N_("Words for the search"),
    "token_hash": N_("Hash of the secret"),
    "sealed_token": N_("Secret, encrypted"),
    "actor_uid": N_("Who"),
    "actor_name": N_("Who"),
    "actor": N_("Who"),
    "user_id": N_("Account"),
    "owner_id": N_("Who cares for it"),
    "done_by": N_("Finished by"),
    "accepted_by": N_("Accepted by"),
    "author": N_("Released by"),
    "password_hash": N_("Hash of the password"),
    "theme": N_("Colours"),
    "created_at": N_("Created"),
    "disabled_at": N_("Closed"),
    "user_agent": N_("Browser"),
    "seen_at": N_("Last seen"),
    "email_hash": N_("Hash of the address"),
    "failures": N_("Failed attempts"),
    "waits_until": N_("Locked until"),
    "last_at": N_("Last attempt"),
    "reason": N_("Reason"),
    "emergency_phone": N_("Telephone in an emergency"),
    "data_protection": N_("Who answers for the data"),
    "website": N_("Website"),
    "letter_foot": N_("Foot of letters"),
    "reply_to": N_("Answers to"),
    "sender_name": N_("Sent by"),
    "issued_by": N_("Issued by"),
}


def record_label(column: str, locale: str) -> str:
    """What a column is called in the record of processing."""
    words = _HOUSE.get(column)
    return say(words, locale) if words else own_label(column, locale)
