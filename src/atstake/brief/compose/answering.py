"""Whether an answer can stand without what it answers: it says that, says what, and is the speaker's own.

A page shows such an answer alone, so its words must carry all of it. A word of answering is taken only where
it is a finite verb of who answers: not a noun ("after his denial"), not what may or might be ("if the house
refuses it"), not what is done to somebody ("was refused a visa"), not what a speaker says of others. To
refuse is to answer only where something was wanted; what lies more than a year back answers nothing now.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from atstake.brief.compose import answer_words as forms
from atstake.brief.compose import lines
from atstake.brief.compose.belying import SUPPOSED, called_false, is_of_claim, is_turned_down
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.dated import is_dated_back
from atstake.brief.compose.likeness import content_words
from atstake.brief.compose.subjects import PARTICIPLE, is_by, is_participle, is_subject
from atstake.facts.silence import NO_ANSWER
from atstake.facts.withheld import withheld
from atstake.model.brief import Line
from atstake.model.text import Span, Target

_SAYS_ITSELF, _BRIEFLY = 4, 6
"""Content words from which on an answer can say what it answers, and does although it points at something."""
_NAMED = 60
"""Characters behind "dismissed" in which whoever is dismissed is named."""


def points_back(words: str) -> bool:
    """Whether the words end in "this", "the accusation" or the like."""
    return forms.POINTS_BACK.search(words) is not None


def refers(words: str) -> bool:
    """Whether the words point, anywhere in them, at something said before."""
    return forms.REFERS.search(words) is not None


def says_itself(coverage: Coverage, line: Line, speaker: str | None) -> bool:
    """Whether an answer's own words answer, say what, and are the speaker's own, not told by them."""
    target = line.quotes[-1].target
    words = target.quote
    said = len(lines.words_of(line))
    if points_back(words) or NO_ANSWER.search(words) or said < (_BRIEFLY if refers(words) else _SAYS_ITSELF):
        return False
    actor = coverage.actors.get(speaker or "")
    if actor is not None and actor.kind == "population":
        return False
    return is_answer(coverage, target, speaker)


class Answered(NamedTuple):
    """What an answer is taken to answer: the words, and whether these surely want what it turns down."""

    words: str = ""
    wanted: bool = False


NOTHING = Answered()


def is_answer(coverage: Coverage, target: Target, speaker: str | None, to: Answered = NOTHING) -> bool:
    """Whether the words answer something, and it is the speaker who does.

    A thing is turned down as something wanted where what is answered (``to``) speaks of it.
    """
    sentences = coverage.sentences(target)
    around = Span(min(s.start for s in sentences), max(s.end for s in sentences))
    whole = Target.of(coverage.documents[target.document], around)
    words = (m for m in forms.ANSWERS.finditer(whole.quote) if _is_shown(target, whole.start + m.start()))
    if any(_is_answer(coverage, whole, m, speaker, to) for m in words):
        return True
    return any(_is_shown(target, end - 1) for end in called_false(coverage, whole, speaker))


def _is_shown(target: Target, at: int) -> bool:
    """Whether an offset is one of the target's own words, and in no gap of it ("Holm … said it")."""
    return any(s.start <= at < s.end for s in target.spans)


def relation(words: str) -> Literal["denies", "rejects"]:
    """Whether an answer turns something down, or says that something told is not so."""
    verb = next(
        (m for m in forms.ANSWERS.finditer(words) if not forms.NOT_SO.search(words[: m.start()])), None
    )
    if verb is None:
        return "rejects" if is_turned_down(words) else "denies"
    what = forms.CLAUSE.split(words[verb.end() :])[0]
    return "denies" if forms.SAYS_NOT_SO.match(verb.group()) or is_of_claim(what) else "rejects"


def is_of_told(words: str) -> bool:
    """Whether what an answer turns down was told and not wanted: "disagreed with that description"."""
    verb = forms.ANSWERS.search(words)
    return verb is not None and forms.OF_TOLD.match(words, verb.end()) is not None


def is_said_plainly(coverage: Coverage, target: Target, speaker: str | None) -> bool:
    """Whether the speaker is the subject of a word of answering, right before it, or calls a claim false.

    What no attribution tells as a denial needs more than a word of it: "said that the quarrel is in dispute".
    """
    verbs = forms.ANSWERS.finditer(target.quote)
    return any(is_subject(coverage, target, m, speaker) for m in verbs) or bool(
        called_false(coverage, target, speaker)
    )


def first_answer(words: str) -> int | None:
    """Where the first word of answering stands in the words, nouns among them."""
    found = forms.ANSWERING.search(words)
    return found.start() if found else None


def _is_answer(
    coverage: Coverage, target: Target, word: re.Match[str], speaker: str | None, to: Answered
) -> bool:
    """Whether a word of answering is the speaker's, meant, and answers what was said or wanted."""
    before, after = target.quote[: word.start()], target.quote[word.end() :]
    verb = word.group().casefold()
    if any(sign.search(before) for sign in (forms.NOT_SO, SUPPOSED)) or forms.APPLIED_FOR.match(after):
        return False
    if verb.startswith(("denie", "deny")) and withheld(after) == "favour":
        return False
    if verb.endswith("ed") and forms.PASSIVE.search(before):
        return False
    if is_participle(word) and not PARTICIPLE.search(before):
        return False
    if verb.startswith("oppos") and not (forms.FIRST_PERSON.search(before) or forms.JUST_THAT.match(after)):
        return False
    if verb in ("dispute", "disputes") and forms.NOUN.search(before):
        return False
    if verb.startswith("disagree") and (forms.OF_A_THING.search(before) or forms.ON_A_THING.match(after)):
        return False
    if verb.startswith("refus") and not (forms.YIELDS.match(after) or forms.WANTED.search(target.quote)):
        return False
    if forms.TURNS_DOWN.match(verb) and (
        _is_of_somebody(coverage, target, word.end()) or not _is_of_words(forms.CLAUSE.split(after)[0], to)
    ):
        return False
    if is_dated_back(coverage, target, target.start + word.start()):
        return False
    return is_by(coverage, target, word, speaker)


def _is_of_words(what: str, to: Answered) -> bool:
    """Whether what is turned down was said or wanted: by its noun, or because what is answered has it."""
    if to.wanted or forms.SAID_OR_WANTED.search(what):
        return True
    return not content_words(what).isdisjoint(content_words(to.words))


def _is_of_somebody(coverage: Coverage, target: Target, answer: int) -> bool:
    """Whether a person is dismissed or not wanted, which answers nothing that they said."""
    text, start = coverage.text(target.document), target.start + answer
    named = coverage.mentions(target.document, Span(start, min(target.end, start + _NAMED)))
    people = [m for m in named if m.type == "person" and m.form == "name"]
    behind = next((m for m in people if not text[start : m.target.start].strip()), None)
    sacked = behind is not None and text[behind.target.end : behind.target.end + 1] not in ("'", "’")
    return sacked or any(text[m.target.end :].lstrip().startswith("as ") for m in people)


def is_history(coverage: Coverage, target: Target) -> bool:
    """Whether the first word of answering, nouns among them, is dated over a year before its article."""
    answer = forms.ANSWERING.search(target.quote)
    return answer is not None and is_dated_back(coverage, target, target.start + answer.start())
