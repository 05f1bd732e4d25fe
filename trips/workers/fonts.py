"""Prepare the fonts for the browser: `python -m trips.workers.fonts static/fonts`.

The installed fonts are cut to the characters our pages need and written as WOFF2, with one
style sheet that says which file serves which characters, so that a phone loads only those.
Chinese, Japanese and Korean come from the reader's own system: their fonts are too large.
"""

import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SYSTEM_FONTS = Path("/usr/share/fonts")

# Latin as German and English pages use it, with punctuation, arrows and the marks of the line.
LATIN = "U+0000-00FF, U+0131, U+0152-0153, U+1E9E, U+2000-206F, U+20AC, U+2113, U+2190-2199"
LATIN += ", U+2212, U+2215, U+25CB, U+25CF, U+2713, U+2717, U+FEFF, U+FFFD"
# Names from everywhere else: Latin of other languages with Vietnamese, Greek, Cyrillic.
EXTENDED = "U+0100-0130, U+0132-0151, U+0154-03FF, U+0400-052F, U+1E00-1E9D, U+1E9F-1FFF"
EXTENDED += ", U+2070-209F, U+20A0-20AB, U+20AD-20BF, U+2C60-2C7F, U+A720-A7FF"
DEVANAGARI = "U+0900-097F, U+1CD0-1CF9, U+200C-200D, U+20B9, U+25CC, U+A8E0-A8FF"
ARABIC = "U+0600-06FF, U+0750-077F, U+200C-200E, U+25CC, U+FB50-FDFF, U+FE70-FEFC"


@dataclass(frozen=True)
class Face:
    """One file the browser may load."""

    family: str
    weight: int
    source: str
    """Path below the system's fonts."""
    name: str
    """File name without its ending."""
    characters: str
    """A CSS unicode-range."""


FACES = (
    Face("Inter", 400, "opentype/inter/Inter-Regular.otf", "inter-400", LATIN),
    Face("Inter", 600, "opentype/inter/Inter-SemiBold.otf", "inter-600", LATIN),
    Face("Inter", 400, "opentype/inter/Inter-Regular.otf", "inter-extended-400", EXTENDED),
    Face("Inter", 600, "opentype/inter/Inter-SemiBold.otf", "inter-extended-600", EXTENDED),
    Face(
        "Noto Sans Devanagari",
        400,
        "truetype/noto/NotoSansDevanagari-Regular.ttf",
        "noto-devanagari-400",
        DEVANAGARI,
    ),
    Face(
        "Noto Sans Arabic",
        400,
        "truetype/noto/NotoSansArabic-Regular.ttf",
        "noto-arabic-400",
        ARABIC,
    ),
)

# Tabular figures hold times in a column; the rest shapes scripts and sets fractions and cases.
FEATURES = ("tnum", "pnum", "case", "ccmp", "locl", "calt", "kern", "mark", "mkmk", "frac")


def codepoints(unicode_range: str) -> Iterable[int]:
    """Every code point of a CSS unicode-range."""
    for part in unicode_range.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def save(face: Face, installed: Path, folder: Path) -> None:
    """Cut the installed font to the face's characters, hinting left out, and write it."""
    options = Options(hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    options.layout_features = (
        [*FEATURES] if face.family == "Inter" else ["*"]  # other scripts need all their shaping
    )
    font = TTFont(installed / face.source)
    cutter = Subsetter(options)
    cutter.populate(unicodes=codepoints(face.characters))
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(folder / f"{face.name}.woff2")


def rule(face: Face) -> str:
    """Return the style rule that announces a face."""
    return (
        "@font-face {\n"
        f'  font-family: "{face.family}";\n'
        "  font-style: normal;\n"
        f"  font-weight: {face.weight};\n"
        "  font-display: swap;\n"
        f'  src: url("{face.name}.woff2") format("woff2");\n'
        f"  unicode-range: {face.characters};\n"
        "}\n"
    )


def prepare(folder: Path, installed: Path = SYSTEM_FONTS) -> None:
    """Write all faces and `fonts.css` into the folder.

    A font that is not installed is left out with a warning: the page then falls back to
    the reader's own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = [face for face in FACES if (installed / face.source).exists()]
    for face in FACES:
        if face not in found:
            sys.stderr.write(f"{face.source} is not installed; pages show another font.\n")
    try:
        with ProcessPoolExecutor() as pool:
            saved = [pool.submit(save, face, installed, folder) for face in found]
            for future in saved:
                future.result()
    except OSError:  # no shared memory for the processes: one after the other
        for face in found:
            save(face, installed, folder)
    (folder / "fonts.css").write_text("".join(map(rule, found)), encoding="utf-8")


if __name__ == "__main__":
    prepare(Path(sys.argv[1]))
