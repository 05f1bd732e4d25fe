"""The milestones as tasks: what is to be done, in both languages of the house."""

from trips.domain.readiness.milestones import Milestone
from trips.domain.values.text import Text
from trips.i18n.catalogue import LOCALES, N_, say

MILESTONE_TEXTS: dict[Milestone, str] = {
    Milestone.NOMINATIONS: N_("Ask the partners for their nominations"),
    Milestone.HOTEL_OPTIONS: N_("Get options from hotels, with their cancellation deadlines"),
    Milestone.VENUE: N_("Secure the venue"),
    Milestone.HOSTS_ASKED: N_("Ask the hosts"),
    Milestone.PROGRAMME_ANNOUNCED: N_("Announce the programme"),
    Milestone.INVITATIONS: N_("Send invitations and letters for visas"),
    Milestone.INTERPRETERS: N_("Book the interpreters"),
    Milestone.TRANSPORT: N_("Reserve trains and coaches"),
    Milestone.HOTEL_DEADLINE: N_("Book the rooms before the options end"),
    Milestone.HOSTS_CONFIRMED: N_("All hosts have agreed"),
    Milestone.REGISTRATION_CLOSED: N_("Close the registration"),
    Milestone.CASES: N_("Collect the cases that delegates bring"),
    Milestone.VISAS: N_("Check that everyone has a visa"),
    Milestone.TRANSLATION: N_("Have the programme translated"),
    Milestone.PAPERS: N_("Print booklet, lists and badges"),
    Milestone.INTERPRETERS_PAPERS: N_("Send papers and glossary to the interpreters"),
    Milestone.ARRIVALS: N_("Compare arrivals with the transfers"),
    Milestone.BRIEFING: N_("Brief the team, hand out telephone numbers"),
    Milestone.THANKS: N_("Thank hosts and speakers"),
    Milestone.EVALUATION: N_("Evaluate the questionnaires"),
    Milestone.INVOICES: N_("Check and pay the invoices"),
    Milestone.REPORT: N_("Write the documentation"),
    Milestone.PROOF: N_("Hand in the proof of use with lists and receipts"),
}


def milestone_titles() -> dict[str, Text]:
    """The title of every milestone, in all languages at once."""
    return {
        milestone.value: Text({locale: say(words, locale) for locale in LOCALES})
        for milestone, words in MILESTONE_TEXTS.items()
    }
