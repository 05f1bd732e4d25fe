"""What a programme says about languages and about how soon something begins, in words."""

from datetime import timedelta
from typing import Final

from trips.domain.briefs.programme import ItemBrief
from trips.domain.interpreter import InterpretingMode
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.formats import join_list, language_names

_MODES: Final = {
    InterpretingMode.SIMULTANEOUS: N_("simultaneous"),
    InterpretingMode.CONSECUTIVE: N_("consecutive"),
    InterpretingMode.WHISPERED: N_("whispered"),
    InterpretingMode.LIAISON: N_("liaison interpreting"),
    InterpretingMode.TOUR_GUIDE: N_("tour-guide system"),
}
_TWO_HOURS: Final = timedelta(hours=2)
_A_DAY: Final = timedelta(days=1)


def languages_of(item: ItemBrief, locale: str) -> str:
    """Deutsch; gedolmetscht: Englisch und Ukrainisch (simultan). Empty if nothing is known."""
    floor = language_names(item.floor_languages, locale)
    if not item.interpreting:
        return floor
    targets = sorted({each.target for each in item.interpreting})
    modes = sorted({each.mode for each in item.interpreting})
    facts = {
        "floor": floor,
        "targets": language_names(targets, locale),
        "modes": join_list([say(_MODES[mode], locale) for mode in modes], locale),
    }
    if not floor:
        return say(N_("interpreted into %(targets)s (%(modes)s)"), locale, **facts)
    return say(N_("%(floor)s; interpreted into %(targets)s (%(modes)s)"), locale, **facts)


def next_in(left: timedelta, locale: str) -> str:
    """Als Nächstes, in 25 Minuten: minutes up to two hours, then hours, from a day on days."""
    if left < _TWO_HOURS:
        minutes = max(1, round(left / timedelta(minutes=1)))
        return say_n(*N_n("Next, in %(n)s minute", "Next, in %(n)s minutes"), minutes, locale)
    if left < _A_DAY:
        hours = round(left / timedelta(hours=1))
        return say_n(*N_n("Next, in %(n)s hour", "Next, in %(n)s hours"), hours, locale)
    days = round(left / _A_DAY)
    return say_n(*N_n("Next, in %(n)s day", "Next, in %(n)s days"), days, locale)
