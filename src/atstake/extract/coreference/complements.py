"""What stands with a verb or noun of speech: its subject or owner, the words of its cue, and what was said.

By the syntax alone, in the frames of ``facts/relayed.tsv``; where none fits, it tells of no speech.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from atstake.facts.relayed import frames
from atstake.facts.withheld import withheld
from atstake.model.reading import Reading
from atstake.model.text import Span

_ASIDES = frozenset({"relcl", "acl", "appos", "cc", "conj", "punct", "preconj"})
_RELATIVES = frozenset({"who", "which", "that"})
# Who of several is meant stands in what follows: "those officials who ...".
_SOME_OF = frozenset({"those", "these", "any", "such"})
# Characters between a subject and its verb, over an apposition.
_APART = 60
_BETWEEN = frozenset({"aux", "auxpass", "advmod", "punct", "neg", "npadvmod", "prep", "prt", "mark", "intj"})


@dataclass(frozen=True)
class Frame:
    """Who is told to speak (the index of the noun at its head and its words), the cue, what is said."""

    speaker: int
    source: Span
    cue: Span
    content: Span


def of_verb(reading: Reading, verb: int) -> Frame | None:
    """The frame of a verb of speech with its subject right before it, or right behind it and the words."""
    subject = _subject(reading, verb)
    if subject is None:
        return _inverted(reading, verb)
    said = _said(reading, verb)
    if said is None:
        return None
    cue, content = said
    return _frame(reading, subject, cue, content)


def of_noun(reading: Reading, noun: int) -> Frame | None:
    """The frame of a noun of speech with its owner right before it ("the king's denial of any part")."""
    tokens = reading.tokens
    openers = frames("noun").get(tokens[noun].lemma.lower())
    if openers is None or tokens[noun].pos != "NOUN":
        return None
    owner = next((i for i in reading.children.get(noun, ()) if tokens[i].dep == "poss"), None)
    if owner is None or tokens[owner].pos == "PRON":
        return None
    content = _of_what(reading, noun, openers)
    word = Span(tokens[noun].start, tokens[noun].end)
    return _frame(reading, owner, word, content) if content else None


def stretch(reading: Reading, indices: list[int]) -> Span:
    """The words from the first to the last, without marks at the ends."""
    inside = [i for i in indices if reading.tokens[i].pos not in ("PUNCT", "SPACE")]
    while len(inside) > 1 and reading.tokens[inside[-1]].pos == "CCONJ":
        inside.pop()
    return Span(reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end)


def _frame(reading: Reading, speaker: int, cue: Span, content: Span) -> Frame | None:
    source = _source(reading, speaker)
    parts = sorted((source, cue, content))
    if any(a.overlaps(b) for a, b in pairwise(parts)):
        return None
    return Frame(speaker, source, cue, content)


def _subject(reading: Reading, verb: int) -> int | None:
    """The noun that is the verb's subject, with nothing of weight between them."""
    tokens = reading.tokens
    found = [i for i in reading.children.get(verb, ()) if tokens[i].dep == "nsubj"]
    if len(found) != 1 or found[0] > verb:
        return None
    subject = found[0]
    if tokens[subject].text.lower() in _RELATIVES:
        if tokens[verb].dep != "relcl" or tokens[subject].text.lower() != "who":
            return None
        noun = tokens[verb].head
        between = reading.text[tokens[noun].end : tokens[subject].start]
        # Right before the "who": of "the man from the ministry who said" the ministry is not known to speak.
        subject, near = noun, len(between.strip(" ,")) == 0
        if not near:
            return None
    elif tokens[verb].start - tokens[subject].end > _APART or not _is_near(reading, subject, verb):
        return None
    below = [tokens[i] for i in reading.children.get(subject, ())]
    if any(t.dep == "case" or t.text.lower() in _SOME_OF for t in below):
        return None
    return subject if tokens[subject].pos in ("NOUN", "PROPN", "PRON") else None


def _inverted(reading: Reading, verb: int) -> Frame | None:
    """The frame of "..., said Ada Holm": the words before the verb, the name right behind it."""
    tokens = reading.tokens
    below = reading.children.get(verb, ())
    subjects = [i for i in below if tokens[i].dep == "nsubj" and i > verb]
    clauses = [i for i in below if tokens[i].dep == "ccomp" and i < verb]
    known = "clause" in frames("verb").get(tokens[verb].lemma.lower(), frozenset())
    if len(subjects) != 1 or not clauses or not known or tokens[subjects[0]].pos != "PROPN":
        return None
    source = _source(reading, subjects[0])
    if source.start - tokens[verb].end > 1:
        return None
    content = stretch(reading, reading.subtree(clauses[0]))
    return _frame(reading, subjects[0], Span(tokens[verb].start, tokens[verb].end), content)


def _is_near(reading: Reading, subject: int, verb: int) -> bool:
    """Whether only the subject's own words, helpers and adverbs stand between it and its verb."""
    own = set(reading.subtree(subject))
    near = set()
    for child in reading.children.get(verb, ()):
        if reading.tokens[child].dep in _BETWEEN:
            near.update(reading.subtree(child))
    return all(i in own or i in near for i in range(subject + 1, verb))


def _source(reading: Reading, head: int) -> Span:
    """The words of who speaks, without clauses and appositions that hang on them."""
    tokens, indices, waiting = reading.tokens, [head], [head]
    while waiting:
        for child in reading.children.get(waiting.pop(), ()):
            if tokens[child].dep in _ASIDES or tokens[child].dep == "case":
                continue
            indices.append(child)
            waiting.append(child)
    return stretch(reading, sorted(indices))


def _said(reading: Reading, verb: int) -> tuple[Span, Span] | None:
    """The words of the cue and of what is said, in the first frame that fits."""
    tokens = reading.tokens
    lemma = tokens[verb].lemma.lower()
    below = [i for i in reading.children.get(verb, ()) if i > verb]
    word = Span(tokens[verb].start, tokens[verb].end)
    known = frames("verb").get(lemma, frozenset())
    for clause in (i for i in below if tokens[i].dep in ("ccomp", "xcomp")):
        frame = "infinitive" if _is_infinitive(reading, clause) else "clause"
        if frame == "infinitive" and tokens[verb].tag in ("VBZ", "VBP"):
            # "The group threatens to grow": no act of speech.
            continue
        if frame in known and _fits(reading, clause, frame) and not _is_about_another(reading, verb):
            return word, stretch(reading, _without_turn(reading, clause))
    for thing in (i for i in below if tokens[i].dep == "dobj" and tokens[i].pos != "PRON"):
        if "towards" in known and (whole := _blamed(reading, thing, below)):
            return word, whole
        if lemma == "deny" and withheld(reading.text[word.end : _end(reading, verb)]) == "favour":
            return None
        if "object" in known or ("held" in known and _is_held(reading, thing)):
            return word, stretch(reading, reading.subtree(thing))
    return _with_particle(reading, verb, lemma, below)


def _end(reading: Reading, index: int) -> int:
    """Where the words end that hang on a word."""
    return reading.tokens[reading.subtree(index)[-1]].end


def _is_about_another(reading: Reading, verb: int) -> bool:
    """Whether the clause tells of a noun before it: "the cuts that Brenia has offered to make"."""
    if reading.tokens[verb].dep != "relcl":
        return False
    first = reading.subtree(verb)[0]
    below = [reading.tokens[i] for i in reading.children.get(verb, ())]
    return not any(t.dep == "nsubj" and t.text.lower() in _RELATIVES for t in below) or first == verb


def _without_turn(reading: Reading, clause: int) -> list[int]:
    """A clause's words, an infinitive's up to where a finite verb goes on ("refused to go and blamed")."""
    tokens, indices = reading.tokens, reading.subtree(clause)
    joined = [i for i in reading.children.get(clause, ()) if tokens[i].dep == "conj"]
    finite = [i for i in joined if tokens[i].tag in ("VBD", "VBZ", "VBP")]
    if tokens[clause].tag != "VB" or not finite:
        return indices
    end = min(reading.subtree(finite[0]))
    kept = [i for i in indices if i < end]
    while len(kept) > 1 and tokens[kept[-1]].pos in ("CCONJ", "PUNCT"):
        kept.pop()
    return kept


def _is_infinitive(reading: Reading, clause: int) -> bool:
    below = (reading.tokens[i] for i in reading.children.get(clause, ()))
    return reading.tokens[clause].tag == "VB" and any(
        t.text.lower() == "to" and t.dep == "aux" for t in below
    )


def _fits(reading: Reading, clause: int, frame: str) -> bool:
    """Whether a clause has a subject of its own and is no question, or an infinitive has none."""
    below = [reading.tokens[i] for i in reading.children.get(clause, ())]
    subject = any(t.dep in ("nsubj", "nsubjpass", "expl") for t in below)
    asks = any(t.text.lower() in ("if", "whether", "what", "how", "why", "who") for t in below)
    return (subject and not asks) if frame == "clause" else not subject


def _is_held(reading: Reading, thing: int) -> bool:
    return reading.tokens[thing].lemma.lower() in frames("held")


def _blamed(reading: Reading, thing: int, below: list[int]) -> Span | None:
    """Whom and of what: "(accused) the king of lying", "(urged) the king to go"; None where only whom."""
    tokens = reading.tokens
    behind = [i for i in below if i >= thing and tokens[i].dep in ("dobj", "prep", "xcomp", "ccomp")]
    behind = [i for i in behind if tokens[i].dep != "prep" or tokens[i].text.lower() in ("of", "for")]
    indices = sorted(i for b in behind for i in reading.subtree(b))
    words = {tokens[i].text.lower() for i in indices}
    if not words & {"of", "for", "to"} or indices[-1] == thing:
        return None
    return stretch(reading, indices)


def _with_particle(reading: Reading, verb: int, lemma: str, below: list[int]) -> tuple[Span, Span] | None:
    """The frames of verbs with a particle or preposition: "ruled out talks", "scoffed at the demand"."""
    tokens = reading.tokens
    particle = next((i for i in below if tokens[i].dep in ("prt", "advmod") and i == verb + 1), None)
    begun = [lemma] if particle is None else [lemma, f"{lemma} {tokens[particle].text.lower()}"]
    links = [i for i in below if tokens[i].dep == "prep"]
    for start in begun:
        if "object" in frames("verb").get(start, ()) and start != lemma:
            thing = next((i for i in below if tokens[i].dep == "dobj" and tokens[i].pos != "PRON"), None)
            if thing is not None and particle is not None:
                return Span(tokens[verb].start, tokens[particle].end), stretch(
                    reading, reading.subtree(thing)
                )
        for link in links:
            known = frames("verb").get(f"{start} {tokens[link].text.lower()}", ())
            things = [i for i in reading.children.get(link, ()) if tokens[i].dep in ("pobj", "pcomp")]
            if "object" in known and things and tokens[things[0]].pos != "PRON":
                indices = reading.subtree(things[0])
                return Span(tokens[verb].start, tokens[link].end), stretch(reading, indices)
    return None


def _of_what(reading: Reading, noun: int, openers: frozenset[str]) -> Span | None:
    """What was denied, promised or claimed, behind the word that opens it."""
    tokens = reading.tokens
    for child in (i for i in reading.children.get(noun, ()) if i > noun):
        indices = reading.subtree(child)
        opener = tokens[indices[0]].text.lower()
        if opener == "to" and _is_infinitive(reading, child):
            opener = "infinitive"
        if opener not in openers:
            continue
        if tokens[child].dep == "prep" and len(indices) > 1:
            return stretch(reading, indices[1:])
        if opener == "for" and len(indices) > 2 and tokens[child].dep in ("acl", "ccomp", "relcl", "advcl"):
            return stretch(reading, indices[1:])
        clause = opener == "that" and tokens[child].dep in ("acl", "ccomp", "relcl")
        if opener == "infinitive" or (clause and tokens[indices[0]].dep == "mark"):
            return stretch(reading, indices)
    return None
