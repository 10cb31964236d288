"""PLOVER modes, where the words name one beyond doubt (codebook of Halterman et al. 2023)."""

from __future__ import annotations

import re

# Root -> mode -> words of the clause that tell it.
_MODES: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    root: tuple((mode, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for mode, words in modes)
    for root, modes in {
        "ASSAULT": (
            ("suicide-attack", r"suicide (?:bomb\w*|attack\w*)|blew (?:him|her|them)sel(?:f|ves) up"),
            ("heavy-weapons", r"air[- ]?strikes?|air raids?|shell(?:ed|ing|s)|artillery|rockets?|missiles?|"
             r"mortars?|tanks?|bombard\w*"),
            ("explosives", r"car bombs?|bomb(?:ed|ing|ings|s)?|explosi\w+|grenades?|mines?|detonat\w+"),
            ("firearms", r"shot|shoot(?:ing|s)?|gunned down|gunfire|opened fire|snipers?|gunm[ae]n"),
            ("torture", r"tortur\w+"),
            ("sexual", r"rap(?:ed|es?|ing)|sexually assault\w*"),
            ("execute", r"execut(?:ed|ing|ions?)|behead\w*|hanged"),
            ("assassinate", r"assassinat\w+"),
            ("beat", r"beat(?:en|ing|s)?|punch\w*|clubbed"),
        ),
        "PROTEST": (
            ("strike", r"(?:went|go|on|general|hunger) strike|walked out|walkout"),
            ("riot", r"riot(?:s|ed|ing)?|looted|torched"),
            ("boycott", r"boycott\w*"),
            ("obstruct", r"block(?:ed|ing|aded)|barricad\w+|sit-in"),
            ("demo", r"protest\w*|demonstrat\w+|march(?:ed|ing)?|rall(?:y|ied|ies)"),
        ),
        "COERCE": (
            ("arrest", r"arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|jail(?:ed|ing)?|imprison\w*|"
             r"captur(?:ed|ing)"),
            ("deport", r"deport\w*"),
            ("seize", r"seiz(?:ed|ing|es)|confiscat\w+|impound\w*"),
            ("ban", r"bann(?:ed|ing)|outlaw\w*"),
            ("censor", r"censor\w*"),
            ("curfew", r"curfew"),
            ("cyber", r"hack(?:ed|ing)|cyber-?attacks?"),
        ),
        "CONSULT": (
            ("phone", r"(?:tele)?phoned?|(?:tele)?phone call|by (?:tele)?phone"),
            ("visit", r"visit(?:ed|ing|s)?|travell?ed to|flew to|arrived in|hosted|toured"),
            ("third-party", r"mediat\w+|broker\w*"),
        ),
        "YIELD": (
            ("ceasefire", r"cease-?fires?|truce"),
            ("release", r"releas(?:ed|es|ing)|freed|frees"),
            ("withdraw", r"withdr[ae]w\w*|pull(?:ed|ing)? (?:out|back)|retreat\w*"),
            ("resign", r"resign(?:ed|s|ing)?|stepp(?:ed|ing) down"),
            ("return", r"returned|handed back|gave back"),
        ),
        "SANCTION": (
            ("expel", r"expel(?:led|ling|s)?"),
            ("convict", r"convict\w*|sentenced"),
            ("withdraw", r"withdr[ae]w\w*|pull(?:ed|ing)? out"),
            ("discontinue", r"suspend(?:ed|ing|s)?|halt(?:ed|ing|s)?|cut (?:off|ties|relations)|"
             r"sever(?:ed|ing)"),
        ),
        "MOBILIZE": (
            ("troops", r"troops?|soldiers?|forces|warships?|fleet|army|navy"),
            ("police", r"police"),
            ("militia", r"militias?|fighters"),
        ),
    }.items()
}  # fmt: skip


def mode_of(root: str, clause: str) -> str | None:
    """The first mode of the root that the clause names, or None."""
    return next((mode for mode, words in _MODES.get(root, ()) if words.search(clause)), None)
