"""What a cue does with its content: the speech act, its polarity, and whether it is hedged.

The lexicon gives each cue word an act; the words around it correct that. "Rejected claims that"
denies, "rejected the plan" rejects; "refused to confirm" confirms nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from atstake.extract.attributions import content_acts
from atstake.facts import cues
from atstake.facts.withheld import withheld
from atstake.model.annotations import Act

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_NEGATIONS = frozenset(
    "not no never neither nor without cannot hardly barely refuse refused refuses refusing decline declined "
    "declines declining fail failed fails failing unable".split()
)
_STOPS = re.compile(r"stop(?:s|ped|ping)? short of|not yet|yet to|rather than")
_GENERIC = frozenset({"says", "other"})
_BELIEFS = frozenset("believe think feel consider see view expect".split())
_WANTS = frozenset("want wish like intend plan seek".split())
_TALK = re.compile(
    r"^(?:to )?(?:publicly |immediately |further )?(?:comment|say|answer|respond|discuss|elaborate|speculate|"
    r"talk|speak|disclose|reveal|specify|identify|name|give (?:details|a reason)|"
    r"provide (?:details|a reason)|be drawn)\b"
)
_BETWEEN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later also again "
    "repeatedly publicly immediately".split()
)
"""What may stand between the words of a phrase: "called Sunday on", "called again for"."""
_PLEA = re.compile(r"\b(?:plead(?:s|ed|ing)?|pled) (not )?guilty\b")
_SILENT = re.compile(
    r"^(?:that )?(?:he|she|it|they|i|we)(?: would| will|['’]d|['’]ll| could| can)(?: not|n['’]t) comment\b"
)
_OPPOSITES: dict[str, Act] = {"agrees": "rejects", "rejects": "agrees", "praises": "other"}


@dataclass(frozen=True)
class _Hit:
    """A cue word of the lexicon: where in the cue it stands, its lemma, its act, and how much it counts."""

    at: int
    lemma: str
    act: Act
    weight: int


def act_of(cue: str, content: str) -> Act:
    """The speech act of a cue in front of its content. An empty cue says."""
    words = _words(cue)
    said = content.strip().lstrip("“\"‘'").lower()
    if (plea := _PLEA.search(f"{' '.join(words)} {said}")) is not None:
        return "denies" if plea[1] else "confirms"
    hit = _choose(_hits(words))
    if hit is None:
        # "Reportedly", a name in front of a quotation: no verb, but somebody says it.
        plain = not words or content.lstrip()[:1] in '“"' or not cues.hedges().isdisjoint(words)
        return content_acts.said(said) if plain else "other"
    if _negated(words, hit.at):
        return _undone(hit, words)
    denies = hit.lemma in ("deny", "denial")
    if denies and (kept := withheld(content.lstrip().removeprefix("of "))) is not None:
        return "rejects" if kept == "request" else "other"
    return _corrected(hit, words, said)


def is_negated(cue: str) -> bool:
    """Whether the cue itself is negated ("did not say")."""
    words = _words(cue)
    hit = _choose(_hits(words))
    return _negated(words, len(words) if hit is None else hit.at)


def is_hedged(cue: str, content: str) -> bool:
    """Whether it is said with reserve, by the cue ("suggested") or the content ("may have")."""
    words = [w.lower() for w in _WORD.findall(cue)]
    if any(w in cues.hedges() or cues.verbs().get(w) in cues.hedging_verbs() for w in words):
        return True
    if any(w in cues.verbs() and cues.verbs()[w] in cues.asking() for w in words):
        return False
    clause = content_acts.main_clause(content)
    return any(w.lower() in cues.hedges() for w in _WORD.findall(clause)[:25])


def _words(cue: str) -> list[str]:
    found = [w.lower().replace("’", "'") for w in _WORD.findall(cue)]
    return [w for w in found if w not in _BETWEEN] or found


def _hits(words: list[str]) -> list[_Hit]:
    """All cue words; a phrase ("called for") hides the words it is made of."""
    found: list[_Hit] = []
    taken: set[int] = set()
    for at, word in enumerate(words):
        for phrase, act in cues.phrases().get(word, ()):
            if at not in taken and tuple(words[at : at + len(phrase)]) == phrase:
                taken.update(range(at, at + len(phrase)))
                found.append(_Hit(at, " ".join(phrase), _act(act), 3 if act != "says" else 1))
    for at, word in enumerate(words):
        if at not in taken and (hit := _single(at, word)) is not None:
            found.append(hit)
    return found


def _single(at: int, word: str) -> _Hit | None:
    lemma = cues.verbs().get(word)
    if lemma is not None:
        act = _act(cues.acts("verb").get(lemma, "says"))
        return _Hit(at, lemma, act, 1 if act in _GENERIC else 4)
    for kind in ("noun", "adjective"):
        found = cues.acts(kind).get(word)
        if found is not None:
            return _Hit(at, word, _act(found), 0 if found in _GENERIC else 2)
    return None


def _choose(hits: list[_Hit]) -> _Hit | None:
    """The weightiest; of two verbs the later, for it is governed by the other ("went on to accuse")."""
    verbs = [h for h in hits if h.weight >= 3]
    if len(verbs) > 1 and verbs[0].lemma in ("refuse", "decline"):
        return max(verbs[1:], key=lambda h: h.at)
    return max(hits, key=lambda h: (h.weight, -h.at if h.weight == 4 else h.at), default=None)


def _negated(words: list[str], at: int) -> bool:
    before = words[max(0, at - 5) : at]
    return any(w in _NEGATIONS or w.endswith("n't") for w in before) or bool(_STOPS.search(" ".join(before)))


def _undone(hit: _Hit, words: list[str]) -> Act:
    if hit.act in _OPPOSITES:
        return _OPPOSITES[hit.act]
    if hit.lemma in _BELIEFS:
        return "doubts"
    if hit.lemma in _WANTS:
        return "rejects"
    if hit.act == "says" and "never" in words[: hit.at]:
        return "denies"
    return "other"


def _corrected(hit: _Hit, words: list[str], said: str) -> Act:
    rest = " ".join([*words[hit.at + 1 :], said])
    if _SILENT.match(said):
        return "other"
    if hit.lemma in ("decline", "refuse") and _TALK.match(rest):
        return "other"
    if hit.lemma in cues.asking() and not _asks_for(words, said):
        return "other"
    if hit.act == "rejects" and content_acts.is_of_claim(said):
        return "denies"
    if hit.lemma == "want":
        return "demands" if re.search(r"\bto\b", said) else "other"
    if hit.lemma == "suggest" and content_acts.is_advice(said):
        return "proposes"
    if hit.lemma in ("warn", "caution", "warning"):
        return content_acts.warned(said)
    return content_acts.said(said) if hit.act == "says" else hit.act


def _asks_for(words: list[str], said: str) -> bool:
    """Whether "asked" is a request and no question."""
    if "about" in words or "whether" in words or {"was", "were", "when"} & set(words):
        return False
    if words[-1] in ("for", "to") or said.startswith(("for ", "to ", "that ")):
        return True
    return "?" not in said and bool(re.match(r"(?:\S+ ){1,6}to \w+", said))


def _act(name: str) -> Act:
    return name  # type: ignore[return-value]
