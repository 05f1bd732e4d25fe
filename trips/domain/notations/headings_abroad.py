"""Headings of lists of participants in the languages of those who nominate.

They say what a column is about and nothing of the language of its texts: those stay in the
language that the reader assumes, where somebody can see and translate them.
"""

from typing import Final

DELEGATES_ABROAD: Final[dict[str, str]] = {
    "form_of_address": "civilite|tratamiento|trato|tratamento|звертання|звернення|обращение",
    "academic_title": "titre|titulo|вчений ступінь|науковий ступінь|ученая степень",
    "given_name": (
        "prenom|prenoms|prenom s|nombre de pila|primeiro nome|ім я|імя|ім я по батькові|имя"
        "|имя отчество|імена"
    ),
    "family_name": (
        "nom de famille|apellido|apellidos|sobrenome|apelido|прізвище|фамилия|primer apellido"
    ),
    "name": (
        "nom|noms|nom et prenom|nom et prenoms|nom prenom|nom prenoms|nom complet|participant e"
        "|nombre|nombres|nombre completo|nombre y apellido|nombre y apellidos|apellidos y nombres"
        "|nome|nome completo|піб|прізвище ім я по батькові|прізвище та ім я|прізвище ім я"
        "|прізвище ім я та по батькові|учасник|учасниця|фио|ф и о|фамилия имя отчество|п і б"
    ),
    "sex": "sexe|genre|sexo|genero|стать|пол",
    "function": (
        "fonction|poste|titre du poste|qualite|cargo|puesto|funcion|funcao|посада|должность"
    ),
    "organisation": (
        "organisme|structure|employeur|ministere|collectivite|organizacion|institucion|entidad"
        "|empresa|organizacao|instituicao|організація|установа|місце роботи|організація установа"
        "|организация|учреждение|место работы"
    ),
    "country": "pays|pais|nationalite|nacionalidad|nacionalidade|країна|громадянство|страна",
    "city": "ville|ciudad|cidade|місто|город",
    "emails": (
        "courriel|adresse electronique|adresse e mail|adresse mail|mel|correo|correo electronico"
        "|correio eletronico|ел пошта|електронна пошта|електронна адреса|эл почта"
        "|электронная почта|пошта|імейл"
    ),
    "phone": "telephone|portable|tel portable|telefono|movil|celular|telefone|телефон|тел"
    "|мобільний|моб телефон|номер телефону",
    "languages": "langue|langues|langues parlees|idioma|idiomas|мова|мови|володіння мовами|языки",
    "delegation": "delegacion|delegacao|делегація|делегация",
    "diet": (
        "regime|regime alimentaire|restrictions alimentaires|alimentation|dieta|alimentacion"
        "|харчування|дієта|особливості харчування|питание"
    ),
    "access": "besoins particuliers|accessibilite|accesibilidad|доступність|особливі потреби",
    "present_from": "arrivee|date d arrivee|llegada|chegada|приїзд|дата приїзду|прибуття",
    "present_to": "date de depart|salida|partida|від їзд|дата від їзду|виїзд",
    "note": "remarque|remarques|observations|observaciones|observacoes|примітка|примітки",
    "own_script": "nom dans la langue d origine|ім я рідною мовою",
    "sealed": (
        "date de naissance|lieu de naissance|passeport|n passeport|no passeport|numero passeport"
        "|numero de passeport|n de passeport|n du passeport|numero du passeport|fecha de nacimiento"
        "|pasaporte|numero de pasaporte|дата народження|паспорт|номер паспорта|дата рождения"
        "|серія та номер паспорта|закордонний паспорт"
    ),
}
"""By field, words with `|` between them; spelt as `words.key` spells them or with accents."""
