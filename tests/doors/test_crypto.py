"""What is sealed opens only where it was sealed, with a key of the ring."""

import pytest

from trips.config import FORMER_KEYS, read_settings
from trips.doors.crypto import KeyRing, SealBrokenError, key_id, seal

OLD, NEW, FOREIGN = b"o" * 32, b"n" * 32, b"f" * 32
PLACE = "participation:one:diet"


def test_the_newest_key_seals_and_every_key_opens() -> None:
    sealed, name = KeyRing([OLD]).seal("halal", place=PLACE)
    ring = KeyRing([NEW, OLD])
    assert (name, ring.current) == (key_id(OLD), key_id(NEW))
    assert ring.unseal(sealed, place=PLACE, key=name) == "halal"
    assert ring.unseal_any(sealed, place=PLACE) == ("halal", key_id(OLD))


@pytest.mark.parametrize("place", ["participation:two:diet", "participation:one:diet_note"])
def test_a_sealed_text_cannot_be_moved_to_another_row_or_field(place: str) -> None:
    ring = KeyRing([NEW])
    sealed, name = ring.seal("halal", place=PLACE)
    with pytest.raises(SealBrokenError):
        ring.unseal(sealed, place=place, key=name)
    with pytest.raises(SealBrokenError):
        ring.unseal_any(sealed, place=place)


def test_a_key_that_the_ring_has_not_opens_nothing() -> None:
    sealed = seal("halal", place=PLACE, key=FOREIGN)
    ring = KeyRing([NEW, OLD])
    for name in (key_id(FOREIGN), key_id(NEW)):
        with pytest.raises(SealBrokenError):
            ring.unseal(sealed, place=PLACE, key=name)


def test_equal_texts_are_sealed_differently() -> None:
    ring = KeyRing([NEW])
    assert ring.seal("halal", place=PLACE) != ring.seal("halal", place=PLACE)


def test_settings_see_keys_that_another_process_has_changed(tmp_path) -> None:
    settings = read_settings({"LERNREISE_INSTANCE": str(tmp_path)})
    first = settings.field_key
    (tmp_path / FORMER_KEYS).mkdir()
    (tmp_path / FORMER_KEYS / f"{key_id(first)}.key").write_bytes(first)
    assert settings.field_keys == (first,)
    (tmp_path / "field.key").write_bytes(NEW)
    assert settings.field_keys == (NEW, first)
    assert (tmp_path / "field.key").stat().st_mode & 0o077 == 0
