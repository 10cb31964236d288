"""To which family a signal of the dispute models belongs, for the table of ``evals.disputes --ablate``."""

from __future__ import annotations

import re

_FAMILIES = {
    "cue act": r"""act-\w+ is-(denial|refusal|doubt|reproof|counter) \w+-to-\w+ to-denial-against weak nested
        against""",
    "back reference": r"""refers strong-refers owned(-fits|-by-\w+)? weak-owned noun-\w+ pointing
        accusation-called inside(-owned)? opposed-other""",
    "similarity": r"""alike (near|sentence|tight)-alike \w-in-\w same-words same-charge apart told-(?!by)\w+
        (near|tight)-told""",
    "negation": r"negated alike-negated",
    "number": r"""ratio(-small)? bound percent money people length of-\w+ kind-differs means-\w+ harmed
        (un)?listed (large|small)-numbers (both|neither)-(main|single)""",
    "time and place": r"day gap week ahead-differs next-day time-\w+ places?-\w+ incident-\w+",
    "actor side": r"""names-b b-names-a (same|one|two)-speakers? kin shared-named outlet(-said)?
        nobody(-named|-said)? one-quoted home-two-speakers next-two""",
    "blame": r"""blame(-names)? wants both-want says (is|kin|tells-its)-answer denial-denied told-by accuser
        accused-unknown (short|lead|furniture)-said furniture""",
    "distance": r"""near next(-\w+)? ahead(-earlier)? abroad one-paragraph
        (weak-|pointing-)?after(-accusation)? hangs-on last-[\w-]+ said-between home(-against|-next)?""",
}
FAMILIES = tuple(_FAMILIES)
_EACH = {name: re.compile("|".join(signals.split())) for name, signals in _FAMILIES.items()}
# Days and tolls have weights of their own for the same signals.
_OWN = re.compile(r"(?:day|harmed)-(?=\w)")


def family(signal: str) -> str:
    """The family of a signal; "" of the constants."""
    bare = _OWN.sub("", signal, count=1)
    return next((name for name, pattern in _EACH.items() if pattern.fullmatch(bare)), "")
