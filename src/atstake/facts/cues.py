"""Cue words of English news prose, and the speech act of each (``cues.tsv`` says where they are from)."""

from __future__ import annotations

from functools import cache

from atstake.facts.tables import lexicon

VOWELS = "aeiou"

# The last consonant is doubled before -ed and -ing.
_DOUBLING = frozenset(
    "admit ban beg commit permit plan rap rebut rip slam pan submit tar trim ram nod refer".split()
)

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "speak": "spoke spoken", "think": "thought",
    "feel": "felt", "see": "saw seen", "show": "shown showed", "find": "found", "read": "read", "put": "put",
    "know": "knew known", "mean": "meant", "understand": "understood", "forget": "forgot forgotten",
    "undertake": "undertook undertaken", "swear": "swore sworn", "hold": "held", "cast": "cast", "hit": "hit",
    "uphold": "upheld", "plead": "pleaded pled", "learn": "learned learnt", "seek": "sought",
    "foresee": "foresaw foreseen", "beseech": "besought", "forecast": "forecast", "broadcast": "broadcast",
}  # fmt: skip


@cache
def verbs() -> dict[str, str]:
    """Every form of every cue verb, to its lemma."""
    found: dict[str, str] = {}
    for _, kind, lemmas in _rows():
        if kind == "verb":
            for lemma in lemmas:
                for form in verb_forms(lemma):
                    found.setdefault(form, lemma)
    return found


@cache
def acts(kind: str) -> dict[str, str]:
    """Lemmas (verb), forms (noun, adjective, adverb) or phrases with spaces, to their act.

    A lemma that stands in two acts has the first one's here; "question" and "hedge" are not acts.
    """
    found: dict[str, str] = {}
    for act, row, lemmas in _rows():
        if row != kind or act in ("hedge", "question"):
            continue
        for lemma in lemmas:
            for form in noun_forms(lemma) if kind == "noun" else (lemma,):
                found.setdefault(form, act)
    return found


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Cue phrases by their first word: each as its words, with its act."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, act in acts("phrase").items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, act))
    return {first: tuple(sorted(items, key=lambda i: -len(i[0]))) for first, items in found.items()}


@cache
def hedges() -> frozenset[str]:
    """Forms that say something with reserve, apart from verbs of belief."""
    return frozenset(x for act, kind, lemmas in _rows() if act == "hedge" and kind != "verb" for x in lemmas)


@cache
def hedging_verbs() -> frozenset[str]:
    """Lemmas of verbs that say something with reserve."""
    return frozenset(x for act, kind, lemmas in _rows() if act == "hedge" and kind == "verb" for x in lemmas)


@cache
def asking() -> frozenset[str]:
    """Lemmas of verbs that ask a question."""
    return frozenset(x for act, _, lemmas in _rows() if act == "question" for x in lemmas)


def tells_a_deed(cue: str) -> bool:
    """Whether a cue is of a verb by which somebody acts and says nothing: "ordered strikes", "signed it"."""
    return not _deeds().isdisjoint(cue.casefold().split())


@cache
def _deeds() -> frozenset[str]:
    verbs = "order direct instruct require sign task assign file launch vote move".split()
    return frozenset(form for verb in verbs for form in verb_forms(verb))


def verb_forms(lemma: str) -> tuple[str, ...]:
    """A verb's forms by English spelling: itself, -s, -ed (or its own past), -ing."""
    if lemma.endswith("e") and not lemma.endswith("ee"):
        third, past, going = lemma + "s", lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        third, past, going = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    else:
        stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
        third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
        past, going = (lemma + "d" if lemma.endswith("e") else stem + "ed"), stem + "ing"
    irregular = tuple(_IRREGULAR.get(lemma, "").split())
    return (lemma, third, going, *(irregular or (past,)))


def noun_forms(lemma: str) -> tuple[str, str]:
    """A noun, and its plural."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma, lemma[:-1] + "ies"
    return lemma, lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple(
        (act, kind, tuple(x.replace("_", " ") for x in lemmas.split()))
        for act, kind, lemmas in lexicon("cues")
    )
