"""How hard tests try: for every commit enough to notice, with `--full` enough to be sure."""

import os

IS_FULL = "LERNREISE_FULL_TESTS" in os.environ
"""Set by `tests/conftest.py` for `--full`, before any test is read."""


def examples(few: int, many: int) -> int:
    """How many examples a property is tried on."""
    return many if IS_FULL else few
