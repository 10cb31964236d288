"""The words that tell of what is ahead, by what they say of how certain it is.

The lists are of common English verbs and nouns of announcing, planning, asking and calling off, made for
this from general knowledge (Quirk et al. 1985, 4.41-4.48 on ways to express future time).
"""

from __future__ import annotations

from atstake.facts.occasions import gatherings
from atstake.facts.saying import saying
from atstake.model.annotations import Certainty

WILL = frozenset("will shall 'll ’ll wo".split())
MAYBE = frozenset("may might could can".split())
OUGHT = frozenset("should must ought".split())

FIXED = frozenset("schedule slate set due expect book poise bind destine ready line tee suppose mean".split())
"""With an infinitive or "for": put on a date ("is due to meet")."""
MEANT = frozenset("suppose mean".split())
"""Of these the ones that are as often said of a purpose, or of what did not come."""
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
WISHES = frozenset(
    "hope hopeful want wish urge call ask press propose suggest demand recommend advise appeal "
    "request".split()
)
"""What governs a wish for something to happen."""
THREATEN = frozenset("threaten warn".split())
ORDER = frozenset("order direct instruct".split())
"""What one has others do."""
CANCEL = frozenset(
    "cancel postpone scrap scuttle delay suspend abandon terminate defer shelve axe abort call-off "
    "put-off pull-out hold-off drop".split()
)
MOVE = frozenset("move postpone reschedule delay defer adjourn shift".split())
"""Verbs that put an event on another day; ``MOVE_WITH`` need "back" or the like behind them."""
MOVE_WITH = frozenset("put push bring pull".split())
CALLING_OFF = frozenset("cancellation postponement scuttling scrapping cancelation deferral".split())
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
TERMS = frozenset("hour day week month year".split())
"""Units of a time in which something is to be done: "a week to comply"."""
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
GATHERINGS = gatherings()
"""Nouns that name something that happens on a day."""
EVENTS: dict[str, frozenset[str]] = {
    "meeting": frozenset(
        "meet talk host convene gather attend join visit hold receive welcome greet reconvene brief "
        "address speak testify appear debate discuss consult negotiate mediate tour campaign "
        "rally".split()
    ),
    "moving": frozenset(
        "travel fly arrive leave return depart head go come send dispatch sail land step".split()
    ),
    "deciding": frozenset(
        "vote decide rule elect nominate appoint confirm ratify approve reject veto adopt enact pass sign "
        "certify "
        "consider review choose sentence charge try convict inaugurate resign".split()
    ),
    "force": frozenset(
        "strike attack bomb deploy withdraw retaliate respond invade intervene target hit punish raid fight "
        "launch evacuate execute free destroy seize".split()
    ),
    "law": frozenset(
        "impose introduce raise ban sanction cut tax lift suspend expel deport extradite sue appeal file "
        "block "
        "prosecute investigate search inspect probe examine conduct carry undertake issue extend "
        "restore".split()
    ),
    "telling": frozenset(
        "announce unveil release publish present report submit deliver broadcast air screen reveal "
        "hand".split()
    ),
    "course": frozenset(
        "begin start open close end finish resume restart continue expire take complete reopen shut adjourn "
        "run play compete march protest celebrate reach build expand increase follow kick effect go".split()
    ),
}
"""Verbs of public doings, what an editor would put in a diary, by their kind."""
DOINGS = frozenset().union(*EVENTS.values())
REPORTS = saying("report")
FORECASTS = saying("forecast") | frozenset("anticipate bet envision imagine".split())
"""Whoever says so does not know that it will come."""
STATES = frozenset(
    "be have know think believe see want need like love hate feel seem look mean matter happen remain stay "
    "become get make understand remember forget depend belong contain include consist show prove hurt "
    "benefit suffer affect cost lead cause require tell say admit agree find keep let allow lose win".split()
)
"""Verbs whose future is a forecast or an opinion rather than an event."""
EFFECTS = frozenset(
    "add affect aid alienate allow anger appeal benefit boost bring burden cause complicate cost "
    "create damage deepen deprive drain drive embolden enable encourage endanger ensure erode "
    "exacerbate force free fuel generate give harm help hinder hurt impact influence inspire invite "
    "jeopardize lead lower make mean offset pave permit prevent produce prompt provoke push reduce "
    "resonate reverberate save shape shore slow spark spell spur stimulate strain strengthen "
    "threaten trigger undermine weaken worsen yield".split()
)
"""Verbs of what one thing does to another: with a thing for a subject they tell a consequence, no deed."""
HARMS = frozenset("affect burden damage harm hinder hurt impact influence undermine weaken".split())
"""Of these what befalls whoever they are said of: "will be hurt by the duties"."""
OUTCOMES = frozenset(
    "win lose clinch breeze equal amount prevail triumph romp suffer struggle matter deserve regret enjoy "
    "cost outweigh exceed total average".split()
)
"""Verbs of how things turn out, whoever they are said of."""
COPULAS = frozenset("be become remain stay seem look feel get prove".split())
AT_HAND = frozenset(
    "open closed free ready present available effective due back absent public final complete able live "
    "shut over out off in home subject".split()
)
"""Adjectives that tell a change or a place, not how something is judged to be: "will be open on Friday"."""
CONDITIONS = frozenset("if unless once should provided assuming until depending".split())
SOON = frozenset(
    "soon shortly immediately immediate urgently urgent imminently imminent promptly prompt".split()
)
