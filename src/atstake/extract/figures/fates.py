"""Words for people and for what befell them, as plain reports on conflict have them."""

from __future__ import annotations

import re

from atstake.model.annotations import FigureKind
from atstake.model.reading import Reading

# Words that tell what befell people, by stem of the lower-cased word.
_FATES: tuple[tuple[FigureKind, re.Pattern[str]], ...] = (
    ("casualties", re.compile(r"casualt(?:y|ies)$")),
    (
        "killed",
        re.compile(
            r"(?:kill(?:s|ed|ing|ings)?|die[sd]?|dying|dead|deaths?|fatalit(?:y|ies)|slain|slay(?:ing)?|"
            r"murder(?:ed|ing|s)?|"
            r"massacr(?:e|ed|ing)|execut(?:ed|ing|ions)|perish(?:ed)?|behead(?:ed|ing|ings)?|bod(?:y|ies)|corpses?|"
            r"martyrs?|martyred|lynched|drowned|assassinat(?:ed|ing|ions)|tolls?|victims|graves?|"
            r"burials?|buried)$"
        ),
    ),
    (
        "injured",
        re.compile(r"(?:injur(?:e|es|ed|ing|ies|y)|wound(?:ed|ing|s)?|hurt|maimed|gassed|hospitali[sz]ed|poisoned|burned|treated|patients)$"),
    ),
    ("missing", re.compile(r"(?:missing|unaccounted|disappear(?:ed|ances)|vanished)$")),
    (
        "displaced",
        re.compile(r"(?:displac(?:ed|ing)|fled|flee(?:ing)?|refugees?|evacuat(?:ed|ing|ion)|homeless|uprooted|expelled|deported)$"),
    ),
    (
        "detained",
        re.compile(
            r"(?:detain(?:ed|ing|ees)|detentions?|arrest(?:ed|ing|s)?|jail(?:ed|ing)?|imprison(?:ed|ing)?|custody|"
            r"prisoners?|captur(?:ed|ing)|kidnap(?:ped|ping)|abduct(?:ed|ing)|hostages?|captives?|rounded)$"
        ),
    ),
)  # fmt: skip
TROOPS = re.compile(
    r"(?:troops?|soldiers?|fighters?|militants?|servicemen|servicemembers|marines?|personnel|paratroopers?|mercenaries|"
    r"insurgents?|jihadists?|gunmen|reservists|peacekeepers?|guerrillas|militiamen|combatants)$"
)
_PEOPLE = re.compile(
    r"(?:people|persons?|civilians?|children|child|women|men|man|woman|boys?|girls?|residents?|others?|members?|"
    r"lives|victims?|citizens?|villagers?|students?|workers?|journalists?|activists?|"
    r"protest[eo]rs?|police|policemen|"
    r"officers?|officials?|migrants?|families|adults?|infants?|passengers?|medics|doctors|prisoners|"
    r"relatives|nationals|kurds|[a-z]+ians?|[a-z]+is|rebels|terrorists|more)$"
)  # fmt: skip


def is_person(reading: Reading, noun: int) -> bool:
    """Whether the word for the counted is one for people."""
    word = reading.tokens[noun].text.lower()
    return bool(_PEOPLE.search(word) or TROOPS.search(word) or fate_of(word))


def fate_of(word: str) -> FigureKind | None:
    """What a word tells to have befallen people; None where it tells nothing of the kind."""
    return next((kind for kind, pattern in _FATES if pattern.match(word)), None)
