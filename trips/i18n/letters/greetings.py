"""Polite, simple greetings in other languages than German and English.

They name the person and no office, for offices would have to be declined and known in that
language; whoever knows better writes the greeting of the person by hand.
"""

from dataclasses import dataclass
from typing import Final

from trips.domain.person import FormOfAddress, Predicate

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

    def pattern(self, form: FormOfAddress) -> str:
        """The greeting of a form of address."""
        return {_MS: self.ms, _MR: self.mr, _NEUTRAL: self.neutral}[form]

    def honour(self, courtesy: Predicate, form: FormOfAddress) -> str:
        """The words for an Excellency, empty for everybody else."""
        if courtesy is not Predicate.EXCELLENCY:
            return ""
        return self.excellency[1 if form is _MR else 0]


GREETINGS: Final = {
    "ar": Greetings(
        "السيدة {} المحترمة",
        "السيد {} المحترم",
        "تحية طيبة، {}",
        ("صاحبة السعادة", "صاحب السعادة"),
        "،",
    ),
    "es": Greetings(
        "Estimada señora {}",
        "Estimado señor {}",
        "Buenos días, {}",
        ("Excelencia", "Excelencia"),
        ":",
        by_family_name=True,
    ),
    "fr": Greetings("Madame", "Monsieur", "Bonjour {}", ("Excellence", "Excellence")),
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
    ),
    "vi": Greetings("Kính gửi Bà {}", "Kính gửi Ông {}", "Kính gửi {}"),
    "zh": Greetings("尊敬的{}女士", "尊敬的{}先生", "{}，您好", ("阁下", "阁下"), "："),
}
