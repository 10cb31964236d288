"""The words that tell of what is ahead, by what they say of how certain it is.

The lists are of common English verbs and nouns of announcing, planning, asking and calling off, made for
this from general knowledge (Quirk et al. 1985, 4.41-4.48 on ways to express future time).
"""

from __future__ import annotations

from atstake.model.annotations import Certainty

WILL = frozenset("will shall 'll ’ll wo".split())
MAYBE = frozenset("may might could can".split())
OUGHT = frozenset("should must ought".split())

FIXED = frozenset("schedule slate set due expect book poise bind destine ready line tee".split())
"""With an infinitive or "for": put on a date ("is due to meet")."""
PLAN = frozenset(
    "plan intend aim prepare vow pledge promise agree decide commit undertake resolve arrange elect opt "
    "volunteer choose determine gear move propose-to swear".split()
)
"""What somebody means to do himself: a stated intention is as good as scheduled."""
ASK = frozenset(
    "hope want wish seek urge call ask press invite propose suggest demand recommend advise push appeal "
    "request encourage implore beg beseech lobby offer consider mull weigh discuss require insist "
    "like".split()
)
"""What is wished of oneself or others."""
THREATEN = frozenset("threaten warn".split())
CANCEL = frozenset(
    "cancel postpone scrap scuttle delay suspend abandon terminate defer shelve axe abort call-off "
    "put-off pull-out hold-off drop".split()
)
PLAN_NOUNS: dict[str, Certainty] = {
    "plan": "scheduled",
    "intention": "scheduled",
    "intent": "scheduled",
    "decision": "scheduled",
    "pledge": "scheduled",
    "promise": "scheduled",
    "vow": "scheduled",
    "agreement": "scheduled",
    "deal": "scheduled",
    "threat": "conditional",
    "proposal": "proposed",
    "call": "proposed",
    "request": "proposed",
    "demand": "proposed",
    "offer": "proposed",
    "appeal": "proposed",
    "bid": "proposed",
    "push": "proposed",
    "willingness": "proposed",
    "readiness": "proposed",
    "hope": "proposed",
}
AHEAD_ADJECTIVES: dict[str, Certainty] = {
    "upcoming": "scheduled",
    "forthcoming": "scheduled",
    "planned": "scheduled",
    "scheduled": "scheduled",
    "impending": "scheduled",
    "looming": "scheduled",
    "proposed": "proposed",
    "possible": "tentative",
    "potential": "tentative",
    "prospective": "tentative",
    "likely": "tentative",
}
GATHERINGS = frozenset(
    "meeting summit talk talks conference vote election elections referendum hearing trial session debate "
    "negotiation negotiations visit trip tour address speech deadline strike protest rally march "
    "inauguration ceremony convention forum congress assembly primary runoff ballot poll launch opening "
    "anniversary deployment withdrawal operation offensive raid ceasefire truce sanctions tariff tariffs "
    "round consultation consultations presentation briefing interview broadcast announcement ruling verdict "
    "sentencing inspection inspections investigation inquiry probe search exercise exercises drill drills "
    "mission delegation delivery shipment exchange release resolution report test events event".split()
)
"""Nouns that name something that happens on a day."""
DOINGS = frozenset(
    "meet talk discuss visit travel fly arrive leave return depart hold host convene gather attend join "
    "address speak brief testify appear vote decide rule announce unveil release publish present report "
    "submit deliver sign launch begin start open close end finish resume restart continue impose introduce "
    "raise cut ban sanction strike attack bomb deploy send dispatch withdraw respond retaliate investigate "
    "search inspect probe examine sentence elect inaugurate nominate appoint resign step march protest rally "
    "celebrate negotiate mediate ratify approve reject block veto debate consider review file sue appeal "
    "extradite deport evacuate reopen shut expire take come go head broadcast air screen play compete run "
    "follow complete destroy hand give tour reach transfer swear seek work act bring help set move build "
    "expand increase lower reduce charge try execute free exchange extend issue pass adopt enact "
    "prosecute intervene invade target hit punish answer tour land sail pay receive welcome greet receive "
    "conduct carry undertake stage organise organize call raise put tour convene reconvene adjourn "
    "certify".split()
)
"""Verbs of public doings: what an editor would put in a diary."""
STATES = frozenset(
    "be have know think believe see want need like love hate feel seem look mean matter happen remain stay "
    "become get make understand remember forget depend belong contain include consist show prove hurt "
    "benefit suffer affect cost lead cause require tell say admit agree find keep let allow lose win".split()
)
"""Verbs whose future is a forecast or an opinion rather than an event."""
UNSURE = frozenset(
    "tentatively provisionally possibly perhaps maybe likely unlikely probably potentially hopefully "
    "presumably".split()
)
UNSURE_PHRASES = (
    "pencilled in", "penciled in", "not clear", "unclear", "no one is sure", "not sure", "not certain",
    "uncertain", "in doubt", "still possible", "could change", "may change", "is considering",
    "are considering", "was considering", "considered delaying", "not yet decided", "has yet to decide",
    "expected to", "looking at", "plans are afoot", "under consideration", "on the table", "if it happens",
    "if it does happen", "we'll see", "we’ll see",
)  # fmt: skip
CONDITIONS = frozenset("if unless once should provided assuming until depending".split())
SOON = frozenset("soon shortly immediately urgently imminently promptly".split())
