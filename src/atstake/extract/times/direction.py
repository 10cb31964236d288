"""Which way an expression points: ahead where its verb speaks of what is to come, behind where of what was.

"Will meet on Tuesday" is ahead, "met on Tuesday" behind; of "a meeting planned for Tuesday" the participle
decides, of "Tuesday's vote" the verb that governs the noun.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from atstake.facts.saying import saying
from atstake.model.reading import Reading, Token

_MODALS = frozenset("will shall 'll ’ll wo may might can could must should ought".split())
_PLANS = frozenset(
    "schedule slate plan set expect due intend hope aim prepare propose book pencil vow pledge promise "
    "want seek agree decide need ready go poise arrange arm threaten urge ask call invite await anticipate "
    "postpone delay reschedule offer consider request demand look like gear brace bind consent summon task "
    "order".split()
)
"""Verbs and adjectives whose complement or participle lies ahead of them."""
_HOPES = frozenset("expect anticipate like want hope need look await".split())
"""Of these the ones that fix nothing."""
_TO_A_DATE = frozenset("for until till to".split())
_MOVES = frozenset(
    "postpone delay extend schedule reschedule set plan push move put book call slate summon invite "
    "give".split()
)
"""Verbs that, with one of these prepositions, put something on a date ahead, whenever they did so."""
_NEARS = frozenset("near approach loom await".split())
"""What does so is still to come, also where a text tells it of the past."""
_OCCASIONS = frozenset(
    "election elections midterm midterms primary primaries caucus caucuses referendum runoff ballot deadline "
    "vote summit convention".split()
)
"""What one speaks of before it comes: "the November election" is the one that the verb points to."""
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_FUTURE = re.compile(
    r"\b(?:will|shall|['’]ll|won['’]t|going to|(?:is|are|was|were) (?:set|due|expected|scheduled|slated|to)"
    r"|plans? to|planned for|scheduled for|set for|slated for|ahead of|expected|upcoming|by|until"
    r"|may|might|could|would|should|must)\b(?:\W+\w+){0,7}\W*$",
    re.I,
)
_PAST = re.compile(
    r"\b(?:\w+ed|said|told|was|were|had|held|met|took|came|went|began|last)\W*(?:\w+\W+){0,3}$", re.I
)

# What a day's name in front of it says is there already: acts done and what came of them.
_DONE = frozenset(
    "deal agreement accord bill attack shooting killing bombing blast crash raid arrest ruling verdict "
    "decision announcement remark comment report indictment resignation victory defeat loss".split()
)
# "Up from 22 percent in December".
_FROM = re.compile(r"\b(?:up|down|\w+(?:ed|ing)|rose|fell|grew|shrank) from [^.;,]*\d[^.;,]* in $")


class Direction:
    """Reads the direction at a character offset of one reading: 1 ahead, -1 behind, 0 not said."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._starts = [t.start for t in reading.tokens]

    def __call__(self, offset: int) -> int:
        """The direction of the expression that begins at the offset."""
        if not self._starts:
            return self._from_words(offset)
        index = max(0, bisect_right(self._starts, offset) - 1)
        if self._is_when_said(index) or self._is_told_after(index) or self._is_of_what_is_done(index):
            return -1
        if _FROM.search(self._reading.text[max(0, offset - 90) : offset]):
            return -1
        if (noun := self._named_by(index)) is not None:
            if self._reading.tokens[noun].lemma.lower() in _OCCASIONS:
                return self._of_occasion(noun)
            return self._of_noun(noun) or self._of_setting(noun)
        return self._of_token(index, 0)

    def told_on(self, offset: int) -> int | None:
        """Where the weekday begins that dates what stands above the deed of the weekday at an offset.

        "Said on Friday that it would shut on Sunday", "the decision Friday to shut on Sunday".
        """
        tokens = self._reading.tokens
        at = max(0, bisect_right(self._starts, offset) - 1)
        own = deed = self._governor(at)
        while deed is not None:
            days = (d for d in self._weekdays_of(deed) if d != at and (deed != own or self._is_when_said(d)))
            if (day := next(days, None)) is not None:
                return tokens[day].start
            deed = tokens[deed].head if tokens[deed].head != deed else None
        return None

    def _governor(self, index: int) -> int | None:
        """The verb or noun that a weekday belongs to, its preposition passed over."""
        tokens = self._reading.tokens
        above = tokens[index].head
        if above != index and tokens[above].tag == "IN":
            above = tokens[above].head
        return above if above != index else None

    def _weekdays_of(self, index: int) -> list[int]:
        """The weekdays that belong to a word, with "on" or without."""
        tokens, children = self._reading.tokens, self._reading.children
        below = children.get(index, ())
        on = [p for c in below if tokens[c].text.lower() == "on" for p in children.get(c, ())]
        return [d for d in (*below, *on) if tokens[d].text.casefold() in _WEEKDAYS]

    def _is_when_said(self, index: int) -> bool:
        """ "Said on Saturday he was looking at it": the day beside "said" is that of the saying."""
        tokens = self._reading.tokens
        if tokens[index].text.casefold() not in _WEEKDAYS or not index:
            return False
        before = tokens[index - 1 - (tokens[index - 1].text.lower() == "on" and index > 1)]
        apart = "\n" in self._reading.text[before.end : tokens[index].start]
        return before.tag == "VBD" and before.lemma.lower() in saying("dated") and not apart

    def _is_told_after(self, index: int) -> bool:
        """ "Called for talks to be held Saturday after Holm met Berg": what follows a deed told is behind."""
        tokens = self._reading.tokens
        if tokens[index].text.casefold() not in _WEEKDAYS or index + 1 >= len(tokens):
            return False
        after = tokens[index + 1]
        deed = tokens[after.head]
        if after.text.lower() != "after" or after.dep != "mark" or deed.tag != "VBD":
            return False
        sentence = self._reading.sentence_at(after.start)
        words = tokens[sentence.first : index] if sentence else ()
        return bool(words) and not any(w.tag == "MD" for w in words) and any(w.tag == "VBD" for w in words)

    def _is_of_what_is_done(self, index: int) -> bool:
        """ "Friday's deal allows for more": what is there as a deal or an attack is behind."""
        token = self._reading.tokens[index]
        if token.text.casefold() not in _WEEKDAYS or token.dep != "poss":
            return False
        noun = self._reading.tokens[token.head]
        return noun.dep == "nsubj" and noun.lemma.lower() in _DONE

    def _named_by(self, index: int) -> int | None:
        """The noun that a month only names ("to punish them for the August attack"): no verb points it."""
        token = self._reading.tokens[index]
        if token.text.casefold() not in _MONTHS or token.dep not in ("compound", "nmod", "amod"):
            return None
        noun = self._reading.tokens[token.head]
        return token.head if token.head > index and noun.tag in ("NN", "NNS") else None

    def _of_occasion(self, noun: int) -> int:
        """ "Until the November election" is ahead, whatever the verb tells."""
        above = self._reading.tokens[self._reading.tokens[noun].head]
        if above.tag == "IN" and above.text.lower() in ("until", "till", "before", "for", "into", "toward"):
            return 1
        return self._of_noun(noun) or self._of_token(noun, 0)

    def _of_setting(self, noun: int) -> int:
        """ "At a June hearing she asked Holm": -1, where its verb is behind; else 0.

        A subject is no setting: "the June meeting was called off" is ahead.
        """
        tokens = self._reading.tokens
        above = tokens[tokens[noun].head]
        if tokens[noun].dep != "pobj" or above.text.lower() not in ("at", "during") or above.dep != "prep":
            return 0
        return min(0, self._of_token(above.head, 0)) if tokens[above.head].pos in ("VERB", "AUX") else 0

    def _from_words(self, offset: int) -> int:
        before = self._reading.text[max(0, offset - 90) : offset]
        before = re.split(r"[.!?;\n]\s", before)[-1]
        if _FUTURE.search(before):
            return 1
        return -1 if _PAST.search(before) else 0

    def _of_token(self, index: int, depth: int, via: str = "", after: bool = True) -> int:
        token = self._reading.tokens[index]
        if depth > 12:
            return 0
        if token.pos in ("VERB", "AUX"):
            if self._is_as_it_was(index):
                return self._climb(index, depth)
            if via in _TO_A_DATE and after and token.lemma.lower() in _MOVES:
                return 1
            return self._of_verb(index, depth)
        if token.pos == "ADJ" and token.lemma.lower() in _PLANS:
            return 1
        own = self._of_preposition(token) or self._of_noun(index)
        if token.lemma.lower() == "after" and token.tag == "IN" and token.head != index:
            # "Will know after Friday's vote", "resigned after Friday's vote": its verb says which.
            return self._of_token(token.head, depth + 1, "after", index > token.head) or -1
        if own:
            return own
        if token.dep == "nsubj" and self._reading.tokens[token.head].lemma.lower() in _NEARS:
            return 1
        via = token.text.lower() if token.tag in ("IN", "TO") else via
        if token.head == index:
            return 0
        return self._of_token(token.head, depth + 1, via, index > token.head)

    def _of_preposition(self, token: Token) -> int:
        if token.tag not in ("IN", "RB"):
            return 0
        word = token.lemma.lower()
        if word == "since":
            return -1
        if word == "ahead":
            return 1
        return 0

    def _of_noun(self, index: int) -> int:
        """ "The upcoming vote on Tuesday", "talks planned for Tuesday" as read from their noun."""
        for child in self._reading.children.get(index, ()):
            token = self._reading.tokens[child]
            if token.text.lower() in (
                "upcoming",
                "planned",
                "scheduled",
                "forthcoming",
                "proposed",
                "expected",
            ):
                return 1
        return 0

    def _of_verb(self, index: int, depth: int) -> int:
        tokens, token = self._reading.tokens, self._reading.tokens[index]
        helpers = [
            tokens[c] for c in self._reading.children.get(index, ()) if tokens[c].dep in ("aux", "auxpass")
        ]
        words = {h.text.lower() for h in helpers}
        if words & {"could"} and self._negated(index):
            return -1
        if words & _MODALS:
            return -1 if words & {"have"} and words & {"may", "might", "could", "must", "should"} else 1
        if "would" in words or "'d" in words or "’d" in words:
            return -1 if "have" in words else 1
        if any(h.tag == "TO" for h in helpers):
            return self._of_infinitive(index, depth)
        return self._of_form(index, token, words, depth)

    def _negated(self, index: int) -> bool:
        """ "Could not be reached", "neither could be found": told of what was, not of what will be."""
        tokens, children = self._reading.tokens, self._reading.children
        below = [c for s in children.get(index, ()) for c in (s, *children.get(s, ()))]
        return any(
            tokens[c].dep == "neg" or tokens[c].text.lower() in ("neither", "no", "none") for c in below
        )

    def _of_infinitive(self, index: int, depth: int) -> int:
        token = self._reading.tokens[index]
        head = self._reading.tokens[token.head]
        if token.head < index and any(
            self._reading.tokens[c].text.lower() == "only" for c in self._reading.children.get(index, ())
        ):
            # "Called it off, only to give fresh hope on Friday" tells what came of it.
            return self._of_token(token.head, depth + 1)
        if token.dep in ("acl", "relcl") and self._singled_out(token.head):
            return self._of_token(token.head, depth + 1) if head.head != token.head else -1
        if (
            token.dep in ("xcomp", "acl", "ccomp", "relcl", "ROOT")
            or head.lemma in _PLANS
            or head.lemma == "be"
        ):
            if head.lemma in _PLANS or head.pos in ("NOUN", "PROPN", "AUX") or head.lemma == "be":
                return 1
            return self._of_token(token.head, depth + 1) if token.head != index else 1
        return self._of_token(token.head, depth + 1) if token.head != index else 1

    def _singled_out(self, noun: int) -> bool:
        """ "The first to resign": an infinitive that tells of a deed done."""
        words = {self._reading.tokens[c].text.lower() for c in self._reading.children.get(noun, ())}
        return bool((words | {self._reading.tokens[noun].text.lower()}) & {"first", "last", "latest", "only"})

    def _of_form(self, index: int, token: Token, helpers: set[str], depth: int) -> int:
        lemma = token.lemma.lower()
        if lemma in (
            "schedule",
            "slate",
            "plan",
            "set",
            "expect",
            "due",
            "book",
            "pencil",
            "tee",
            "line",
        ) and (token.tag == "VBN" or token.dep == "acl"):
            return 1
        if token.tag == "VBD" or helpers & {"was", "were", "had", "has", "have", "did", "been"}:
            if (
                token.tag == "VBG"
                and helpers & {"was", "were"}
                and lemma in _PLANS | {"head", "travel", "meet"}
            ):
                return 1
            # What is planned for a day is not in the past: "has been invited to a meeting on Friday".
            return 1 if helpers & {"has", "have"} and lemma in _PLANS - _HOPES else -1
        if token.tag in ("VBZ", "VBP"):
            return 0 if lemma in saying("dated") else 1
        if token.tag == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "’re", "be"}:
            return 1
        if token.tag == "VBN" and helpers & {"is", "are", "be", "being"}:
            return 1
        if token.tag == "VBN":
            return 1 if lemma in _PLANS else -1
        if token.tag == "VBG" and token.dep in ("xcomp", "pcomp") and self._planned_by(token):
            return 1
        if token.tag == "VB":
            return 1 if token.dep == "ROOT" else self._climb(index, depth)
        return self._climb(index, depth)

    def _is_as_it_was(self, index: int) -> bool:
        """ "She left as planned": a remark on what the verb above tells, whichever way that points."""
        tokens = self._reading.tokens
        below = self._reading.children.get(index, ())
        if tokens[index].tag != "VBN":
            return False
        marked = any(tokens[c].text.lower() == "as" and tokens[c].dep in ("mark", "advmod") for c in below)
        return marked and tokens[index].dep in ("advcl", "acl", "prep")

    def _planned_by(self, token: Token) -> bool:
        """ "Proposed meeting by Monday", "tasked them with finding a way by Friday"."""
        above = self._reading.tokens[token.head]
        if above.tag == "IN" and above.text.lower() in ("with", "on"):
            above = self._reading.tokens[above.head]
        return above.pos == "VERB" and above.lemma.lower() in _PLANS

    def _climb(self, index: int, depth: int) -> int:
        head = self._reading.tokens[index].head
        return 0 if head == index else self._of_token(head, depth + 1)
