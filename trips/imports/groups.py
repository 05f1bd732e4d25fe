"""What several columns of a programme say together: groups and notes."""

import re

from trips.domain.notations.words import key, parts
from trips.imports.tables import Row

WORDS_OF_A_LIST = 2
EVERYONE = frozenset({"alle", "all", "everyone", "plenum", "plenary", "gesamt", "alle gruppen"})
NO_ONE = frozenset({"keine", "none", "nein", "no"})


IN_TITLE = re.compile(r"\(((?:Gruppen?|Groups?)\s[^()]{1,30})\)", re.IGNORECASE)


def groups_of(row: Row) -> tuple[str, ...]:
    """Return the groups of their column, else those that the title names in brackets."""
    found = []
    named = IN_TITLE.search(row.text("title"))
    for entry in parts(row.text("groups") or (named[1] if named else "")):
        if key(entry) in EVERYONE or key(entry) in NO_ONE:
            continue
        words = entry.split()
        is_named = len(words) > 1 and key(words[0]) in {
            "gruppe",
            "gruppen",
            "group",
            "groups",
            "gr",
            "grp",
        }
        found.append(" ".join(words[1:]) if is_named else entry)
    return tuple(dict.fromkeys(found))


def note_of(row: Row) -> str:
    """Return the note; how a language is interpreted is a note too."""
    pair = row.first("languages")
    note = row.text("note")
    is_phrase = pair is not None and len(pair[1].text.split()) > WORDS_OF_A_LIST
    if pair is not None and is_phrase and pair[1].text not in note:
        return f"{note}\n{pair[1].text}".strip()
    return note
