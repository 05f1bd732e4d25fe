"""Polite, simple greetings in other languages than German and English.

Ukrainian, Arabic, French and Spanish greet by offices as well (`offices_abroad.py`), and by
titles; the others name the person. Whoever knows better writes a greeting by hand.
"""

from dataclasses import dataclass
from typing import Final

from trips.domain.person import FormOfAddress, Predicate
from trips.domain.protocol.titles import Academic

_MS, _MR, _NEUTRAL = FormOfAddress.MS, FormOfAddress.MR, FormOfAddress.NEUTRAL


@dataclass(frozen=True)
class Greetings:
    """How a language greets; `{}` stands for the name."""

    ms: str
    mr: str
    neutral: str
    excellency: tuple[str, str] = ("", "")
    """To a woman, to a man; where there is none the name is used."""
    comma: str = ","
    by_family_name: bool = False
    majesty: str = ""
    doctor: tuple[str, str] = ("", "")
    professor: tuple[str, str] = ("", "")
    below: str = ""
    """A line of courtesy that follows the greeting."""

    def pattern(self, form: FormOfAddress) -> str:
        """The greeting of a form of address."""
        return {_MS: self.ms, _MR: self.mr, _NEUTRAL: self.neutral}[form]

    def titled(self, academic: Academic, form: FormOfAddress) -> str:
        """The greeting by the highest title, empty where the language greets without it."""
        if form is _NEUTRAL:
            return ""
        words = {Academic.DOCTOR: self.doctor, Academic.PROFESSOR: self.professor}
        return words.get(academic, ("", ""))[form is _MR]

    def honour(self, courtesy: Predicate, form: FormOfAddress) -> str:
        """The words for a Majesty or an Excellency, empty for everybody else."""
        if courtesy is Predicate.MAJESTY:
            return self.majesty
        return self.excellency[form is _MR] if courtesy is Predicate.EXCELLENCY else ""


GREETINGS: Final = {
    "ar": Greetings(
        "السيدة {} المحترمة",
        "السيد {} المحترم",
        "حضرة {}",
        ("صاحبة السعادة", "صاحب السعادة"),
        "،",
        majesty="جلالتكم",
        doctor=("السيدة الدكتورة {} المحترمة", "السيد الدكتور {} المحترم"),
        professor=("الأستاذة الدكتورة {} المحترمة", "الأستاذ الدكتور {} المحترم"),
        below="تحية طيبة وبعد،",
    ),
    "es": Greetings(
        "Estimada señora {}",
        "Estimado señor {}",
        "Buenos días, {}",
        ("Excelencia", "Excelencia"),
        ":",
        by_family_name=True,
        majesty="Majestad",
        doctor=("Estimada doctora {}", "Estimado doctor {}"),
        professor=("Estimada profesora {}", "Estimado profesor {}"),
    ),
    "fr": Greetings(
        "Madame",
        "Monsieur",
        "Bonjour {}",
        ("Excellence", "Excellence"),
        majesty="Votre Majesté",
        professor=("Madame la Professeure", "Monsieur le Professeur"),
    ),
    "id": Greetings("Yth. Ibu {}", "Yth. Bapak {}", "Yth. {}"),
    "it": Greetings(
        "Gentile Signora {}",
        "Gentile Signor {}",
        "Gentile {}",
        ("Eccellenza", "Eccellenza"),
        by_family_name=True,
    ),
    "nl": Greetings(
        "Geachte mevrouw {}",
        "Geachte heer {}",
        "Geachte {}",
        ("Excellentie", "Excellentie"),
        by_family_name=True,
    ),
    "pl": Greetings(
        "Szanowna Pani", "Szanowny Panie", "Dzień dobry, {}", ("Ekscelencjo", "Ekscelencjo")
    ),
    "pt": Greetings(
        "Prezada Senhora {}",
        "Prezado Senhor {}",
        "Bom dia, {}",
        ("Excelência", "Excelência"),
        by_family_name=True,
    ),
    "ru": Greetings(
        "Уважаемая госпожа {}",
        "Уважаемый господин {}",
        "Здравствуйте, {}",
        ("Ваше Превосходительство", "Ваше Превосходительство"),
    ),
    "tr": Greetings("Sayın {}", "Sayın {}", "Sayın {}", ("Ekselansları", "Ekselansları")),
    "uk": Greetings(
        "Шановна пані {}",
        "Шановний пане {}",
        "Добрий день, {}",
        ("Ваша Високоповажносте", "Ваша Високоповажносте"),
        "!",
        majesty="Ваша Величносте",
        professor=("Шановна пані професорко", "Шановний пане професоре"),
    ),
    "vi": Greetings("Kính gửi Bà {}", "Kính gửi Ông {}", "Kính gửi {}"),
    "zh": Greetings("尊敬的{}女士", "尊敬的{}先生", "{}，您好", ("阁下", "阁下"), "："),
}
