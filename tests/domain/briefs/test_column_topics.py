from trips.domain.briefs.column_topics import OFFERED, columns_by_topic, in_order, moved


def test_every_column_that_may_be_chosen_has_one_subject() -> None:
    sorted_keys = sorted(each.key for _, columns in columns_by_topic() for each in columns)
    assert sorted_keys == sorted(column.key for column in OFFERED)


def test_what_nobody_placed_stands_last() -> None:
    chosen = {"phone", "family_name", "city", "uid", "shoe_size"}
    assert in_order(chosen, ["phone", "uid", "email", "phone"]) == ("phone", "family_name", "city")


def test_a_column_moves_to_an_end_and_no_further() -> None:
    keys = ("a", "b", "c")
    assert moved(keys, "b", -1) == ("b", "a", "c")
    assert moved(keys, "c", 1) == moved(keys, "x", 1) == keys
