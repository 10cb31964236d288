"""Whether an answer can stand without what it answers: it says that, says what, and is the speaker's own.

A page shows such an answer alone, so its words must carry all of it. A word of answering is taken only where
it is a finite verb of who answers: not a noun ("after his denial"), not what may or might be ("if the house
refuses it"), not what is done to somebody ("was refused a visa"), not what a speaker says of others. To
refuse is to answer only where something was wanted; what lies more than a year back answers nothing now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from atstake.brief.compose import lines
from atstake.brief.compose.belying import SUPPOSED, called_false, is_called_unfair, is_of_claim
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import content_words
from atstake.brief.compose.whose import is_dated_back, is_only_told, meant, own_words
from atstake.facts.silence import NO_ANSWER
from atstake.facts.tables import alternatives
from atstake.facts.withheld import withheld
from atstake.model.annotations import Mention
from atstake.model.brief import Line
from atstake.model.text import Span, Target

_SAYS_ITSELF, _BRIEFLY = 4, 6
"""Content words from which on an answer can say what it answers, and does although it points at something."""
_NAMED = 60
"""Characters behind "dismissed" in which whoever is dismissed is named."""
# "can decide this.", "denied the accusation": the answer needs what it answers.
_POINTS_BACK = re.compile(
    r"\b(?:this|that|it|so|them|these|those|(?:the|this|that|these|those|such|all|any|both) "
    r"(?:accusation|allegation|charge|claim|report|suggestion|assertion|demand|proposal|offer|call|request|"
    r"figure|number|estimate|account|version|description|criticism)s?|(?:any )?such \w+)\W*$"
    r"|\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|contradict(?:s|ed)?|disput(?:e|es|ed))"
    r" (?:this|that|it|them)"
    r"(?=[,;.]| (?:in|on|at|to|as|when|while|and|but|again|too)\b)",
    re.IGNORECASE,
)
# "said that was false", "rejected such a plan", "the notion": somewhere it points at what it answers.
_REFERS = re.compile(
    r"\b(?:this|these|those|such)\b|\bthat(?=\W|\s+(?:is|was|were|are|claim|account|charge|report|suggestion)\b)"
    r"|\b(?:the|any)\s+(?:\w+\s+)?(?:idea|notion|suggestion|report|account|charge|claim|plan|proposal|offer|request|demand|theory"
    r"|characteri[sz]ation|description|assertion|story|criticism|concern)s?\b|\b\w+[’']s?\s+(?:characteri[sz]ation|account|claim)s?\b"
    r"|\bdisagree|\b(?:push|hit|fir|shot|shoot)\w* back\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:e|es|ed)|disput(?:e|es|ed)|rebuff(?:s|ed)?"
    r"|rebut(?:s|ted)?|repudiat(?:e|es|ed)|oppos(?:e|es|ed)|object(?:s|ed)? to"
    r"|(?:push|hit|fir|punch)(?:es|ed|ing)? back|sh(?:oot|oots|ot) back|(?:take|takes|took) issue with"
    r"|disagree[sd]?(?! (?:about|over|on)\b)|declin(?:e|es|ed)(?= (?:the|an?|any|that|this)\b)"
    r"|refus(?:e|es|ed)(?= to\b)"
    r"|contradict(?:s|ed)?"
    rf"|{alternatives('answers', 'turning')}"
    r"|(?:deny|reject|dismiss|refut|disput|contradict)ing)\b",
    re.IGNORECASE,
)
# A participle is a verb of its sentence only behind a comma or "is"; in "a man dismissing it" it is none.
_PARTICIPLE = re.compile(r"(?:, |\b(?:is|are|was|were) (?:\w+ly )*)$", re.IGNORECASE)
_SAYS_NOT_SO = re.compile(r"den|refut|disput|contradict|rebut|repudiat", re.IGNORECASE)
_ANSWERING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*|disputed)\b", re.IGNORECASE
)
# Between a subject and its verb: auxiliaries and adverbs; "did reject" but not "did not".
_BEFORE_VERB = (
    r"(?:(?:has|have|had|is|are|also|[“\"]?\w+ly,?[”\"]?|long|since|again|both|all|twice|repeatedly)\s+)*"
)
_NOT_SO = re.compile(
    r"\b(?:(?<!quick )(?<!swift )(?<!went on )(?<!continued )(?<!continues )to|would|could|may|might|should"
    r"|will|can|must|cannot|not|never|nor|nobody|no one|\w+n[’']t|confirm(?:s|ed)? (?:or|nor)|almost"
    r"|(?:those|people|anyone|any|some|many) who|implicitly|often|usually|generally|typically|sometimes)\s+"
    + _BEFORE_VERB
    + r"$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+)*$", re.IGNORECASE)
_TO_VERB = re.compile(
    r"\s+(?:(?:was|is|were|are) (?:quick|swift) to |went on to |continue[sd] to )?" + _BEFORE_VERB,
    re.IGNORECASE,
)
_OWN_SUBJECT = re.compile(r"\b(?:I|we|he|she|they|it)\s+" + _BEFORE_VERB + r"$", re.IGNORECASE)
# To be against something answers nobody; who says so of themselves does.
_FIRST_PERSON = re.compile(r"\b(?:I|we)\s+" + _BEFORE_VERB + r"$", re.IGNORECASE)
_JUST_THAT = re.compile(r"\s+(?:this|that|it|them|these|those|the idea)\b\W*$", re.IGNORECASE)
# What is denied, refused or thrown out as an application is, not as a claim is; or so many of them.
_APPLIED_FOR = re.compile(
    r"^\s+(?:(?:nearly|about|some|over|more than|only)\s+)?\d|^\s+(?:sleep|food|water|medicine|treatment)\b"
    r"|^\s+(?:(?!(?:and|that|but)\b)[\w’'.-]+\s+){0,5}?(?:access|entry|permission|funding|bail|bond|visas?|waivers?"
    r"|services?|coverage|care|due process|asylum|motions?|appeals?"
    r"|petitions?|applications?|lawsuits?|suits?|cases?|nominees?|nominations?|choices?|ads?|bids?)\b",
    re.IGNORECASE,
)
# After "refused to": verbs that yield to what somebody wants, ...
_YIELDS = re.compile(
    r"^ to (?:\w+ly )?(?:accept|agree|consider|concede|negotiate"
    r"|(?:bow|cave|yield|give (?:in|up|way)|comply|compromise|budge|back down) (?:to|with|on|over)\b|talk to"
    r"|recogni[sz]e|withdraw|resign|step (?:down|aside)|allow|permit|lift|meet)\b",
    re.IGNORECASE,
)
# ... and nouns for what is wanted.
_WANTED = re.compile(
    r"\b(?:demand(?!ed)|calls?(?= (?:for|to|from|by)\b)|request|propos|offer(?!ed|ing)|ultimatum|condition"
    r"|appeal)\w*",
    re.IGNORECASE,
)
# "there is still a dispute".
_NOUN = re.compile(
    r"\b(?:an?|the|any|no|this|that|his|her|its|their|of|in|over)\s+(?:\w+\s+)?$", re.IGNORECASE
)
# "disagrees with her on taxes" says where somebody stands, and answers nothing.
_ON_A_THING = re.compile(r"\s*with\s+(?:him|her|them|(?:[A-Z][\w.-]+\s+){1,3}?)\s*(?:on|about|over)\b")
# "with a message he disagrees with": said of the message.
_OF_A_THING = re.compile(
    r"\b(?:an?|the|any|every|some)\s+\w+\s+(?:that\s+)?(?:he|she|they|it|we|I)\s+" + _BEFORE_VERB + r"$"
)
# Whoever is mentioned behind this stands in a clause on somebody else: "nonprofits who sued the ministry".
_IN_A_CLAUSE = re.compile(r"\b(?:who|which|whose)(?:[’']\w+)?(?:\s+[^\s,;]+)+\s+$", re.IGNORECASE)
# What can be turned down as something said or wanted: no laws, cases, groups, addresses.
_SAID_OR_WANTED = re.compile(
    r"^\s+(?:against|on|at)?\s*(?:what|this|that|it|so|them|these|those|such)\b"
    rf"|\b(?:{alternatives('answers', 'turned')}"
    r"|possibilit(?:y|ies)|prospects?|assertions?|contentions?|distinctions?|rhetoric|comments?|remarks?|words"
    r"|statements?|efforts?|attempts?|moves?|bills?|deals?|measures?|amendments?|options?|advice|compromises?"
    r"|recommendations?|resolutions?|mandates?|outlines?|provisions?|labels?|designations?|narratives?"
    r"|pledges?|promises?|versions?|stor(?:y|ies)|theor(?:y|ies)|arguments?|findings?|assessments?"
    r"|conclusions?|characteri[sz]ations?"
    r"|comparisons?|approach(?:es)?|fact that|speculation|talk|polls?|views?)\b|\bas (?:an? )?[“\"‘]",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.][”’\"']*\s")
_TURNS_DOWN = (
    "dismiss",
    "reject",
    "object",
    "spurn",
    "balk",
    "baulk",
    "bristl",
    "scoff",
    "shrug",
    "wav",
    "brush",
    "declin",
)
"""Verbs of which a person or a thing may be the object, which is then not wanted and not answered."""
# "Ruiz, the oldest member of the Brenian council, denied it".
_PARENTHESIS = re.compile(r",\s[^,;:“”\"]*,\s+" + _BEFORE_VERB, re.IGNORECASE)
# "As the king sailed, ...": whom a sentence names first in a clause before its own is not its subject.
_ASIDE_FIRST = re.compile(
    r"(?:just\s+)?(?:as|while|when|after|before|although|though|since|asked|pressed|despite|with|in|on|at)\b[^,]*,\s",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*(?:…\s*)?\([^()]*\)\s+" + _BEFORE_VERB, re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|,|or)(?:\s+(?:[\w.’']+,?\s+){0,4}|\s*)", re.IGNORECASE)


def points_back(words: str) -> bool:
    """Whether the words end in "this", "the accusation" or the like."""
    return _POINTS_BACK.search(words) is not None


def refers(words: str) -> bool:
    """Whether the words point, anywhere in them, at something said before."""
    return _REFERS.search(words) is not None


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
    words = (m for m in _ANSWERS.finditer(whole.quote) if _is_shown(target, whole.start + m.start()))
    if any(_is_answer(coverage, whole, m, speaker, to) for m in words):
        return True
    return any(_is_shown(target, end - 1) for end in called_false(coverage, whole, speaker))


def _is_shown(target: Target, at: int) -> bool:
    """Whether an offset is one of the target's own words, and in no gap of it ("Holm … said it")."""
    return any(s.start <= at < s.end for s in target.spans)


def relation(words: str) -> Literal["denies", "rejects"]:
    """Whether an answer turns something down, or says that something told is not so."""
    verb = next((m for m in _ANSWERS.finditer(words) if not _NOT_SO.search(words[: m.start()])), None)
    if verb is None:
        return "rejects" if is_called_unfair(words) else "denies"
    what = _CLAUSE.split(words[verb.end() :])[0]
    return "denies" if _SAYS_NOT_SO.match(verb.group()) or is_of_claim(what) else "rejects"


def is_said_plainly(coverage: Coverage, target: Target, speaker: str | None) -> bool:
    """Whether the speaker is the subject of a word of answering, right before it, or calls a claim false.

    What no attribution tells as a denial needs more than a word of it: "said that the quarrel is in dispute".
    """
    verbs = _ANSWERS.finditer(target.quote)
    return any(_is_subject(coverage, target, m, speaker) for m in verbs) or bool(
        called_false(coverage, target, speaker)
    )


def _is_subject(coverage: Coverage, target: Target, word: re.Match[str], speaker: str | None) -> bool:
    """Whether the speaker stands right before a verb, or first in a sentence that ends in a participle."""
    text, at = coverage.text(target.document), target.start + word.start()
    if _is_participle(word):
        return _is_first(coverage, target, at, speaker)
    pronoun = _OWN_SUBJECT.search(target.quote[: word.start()])
    if pronoun and not meant(coverage, target, _first_word(target, pronoun)) - {speaker}:
        return True
    own = _mentions_of(coverage, target, word.start(), speaker)
    ends = [m.target.end for m in own]
    ends += [m.target.end for m in _named(coverage, target, word.start()) if _are_joined(text, own, m)]
    ways = (_TO_VERB, _PARENTHESIS, _BRACKETS)
    return any(way.fullmatch(text, end, at) for end in ends for way in ways)


def _is_participle(word: re.Match[str]) -> bool:
    return word.group().split()[0].casefold().endswith("ing")


def _is_first(coverage: Coverage, target: Target, at: int, speaker: str | None) -> bool:
    """Whether the speaker is whom the sentence around an offset names first."""
    document = target.document
    start = max((s.start for s in coverage.sentences(target) if s.start <= at), default=target.start)
    aside = _ASIDE_FIRST.match(coverage.text(document), start, at)
    start = aside.end() if aside else start
    named = (m for m in coverage.mentions(document, Span(start, at)) if m.type != "place")
    first = next((actor for m in named if (actor := coverage.actor_of(m)) is not None), None)
    return first is not None and first.id == speaker


def _first_word(target: Target, match: re.Match[str]) -> Span:
    """Where a match's first word stands in the document."""
    start = target.start + match.start()
    return Span(start, start + len(match.group().split()[0]))


def is_theirs(coverage: Coverage, target: Target, answer: int, speaker: str | None) -> bool:
    """Whether it is the speaker who answers, by who is named last before the word (at ``answer``) that does.

    "Weil said that the prince denied it" is the prince's denial; "the king and the prince deny it" is both's.
    """
    if is_only_told(coverage, target.document, target.start + answer, speaker):
        return False
    text, at = coverage.text(target.document), target.start + answer
    own = _mentions_of(coverage, target, answer, speaker)
    if any(_PARENTHESIS.fullmatch(text, m.target.end, at) for m in own):
        return True
    if _is_anothers_verb(coverage, target, answer, speaker):
        return False
    named = _named(coverage, target, answer)
    who = [actor.id if (actor := coverage.actor_of(m)) else None for m in named]
    if not who or who[-1] == speaker:
        return True
    if not own:
        return speaker not in coverage.actors
    return _are_joined(text, own, named[-1])


def _mentions_of(coverage: Coverage, target: Target, answer: int, speaker: str | None) -> list[Mention]:
    """Where the speaker is mentioned before the word, in whatever form."""
    before = coverage.mentions(target.document, Span(target.start, target.start + answer))
    return [m for m in before if (actor := coverage.actor_of(m)) is not None and actor.id == speaker]


def _are_joined(text: str, own: Iterable[Mention], other: Mention) -> bool:
    """Whether a speaker and somebody named behind are one subject: "the king and the prince deny it"."""
    return any(_AND.fullmatch(text, m.target.end, other.target.start) for m in own)


def _is_anothers_verb(coverage: Coverage, target: Target, answer: int, speaker: str | None) -> bool:
    """Whether somebody described right before the word ("the ministry refused") is not the speaker."""
    text, at = coverage.text(target.document), target.start + answer
    before = coverage.mentions(target.document, Span(target.start, at))
    last = max(before, key=lambda m: m.target.end, default=None)
    if (
        last is None
        or last.form not in ("nominal", "title")
        or not _TO_VERB.fullmatch(text, last.target.end, at)
    ):
        return False
    if _are_joined(text, _mentions_of(coverage, target, answer, speaker), last):
        return False
    actor = coverage.actor_of(last)
    said = {
        a.mention for a in coverage.attributions(target.document) if coverage.attributed.get(a.id) == speaker
    }
    return speaker != (actor.id if actor else None) and last.id not in said


def _named(coverage: Coverage, target: Target, answer: int) -> list[Mention]:
    """Who is named before the word."""
    before = coverage.mentions(target.document, Span(target.start, target.start + answer))
    return [m for m in before if m.form in ("name", "acronym") and m.type != "place"]


def first_answer(words: str) -> int | None:
    """Where the first word of answering stands in the words, nouns among them."""
    found = _ANSWERING.search(words)
    return found.start() if found else None


def _is_answer(
    coverage: Coverage, target: Target, word: re.Match[str], speaker: str | None, to: Answered
) -> bool:
    """Whether a word of answering is the speaker's, meant, and answers what was said or wanted."""
    before, after = target.quote[: word.start()], target.quote[word.end() :]
    verb = word.group().casefold()
    if any(sign.search(before) for sign in (_NOT_SO, SUPPOSED)) or _APPLIED_FOR.match(after):
        return False
    if verb.startswith(("denie", "deny")) and withheld(after) == "favour":
        return False
    if verb.endswith("ed") and _PASSIVE.search(before):
        return False
    if _is_participle(word) and not _PARTICIPLE.search(before):
        return False
    if verb.startswith("oppos") and not (_FIRST_PERSON.search(before) or _JUST_THAT.match(after)):
        return False
    if verb in ("dispute", "disputes") and _NOUN.search(before):
        return False
    if verb.startswith("disagree") and (_OF_A_THING.search(before) or _ON_A_THING.match(after)):
        return False
    if verb.startswith("refus") and not (_YIELDS.match(after) or _WANTED.search(target.quote)):
        return False
    if verb.startswith(_TURNS_DOWN) and (
        _is_of_somebody(coverage, target, word.end()) or not _is_of_words(_CLAUSE.split(after)[0], to)
    ):
        return False
    if is_dated_back(coverage, target, target.start + word.start()):
        return False
    return _is_by(coverage, target, word, speaker)


def _is_by(coverage: Coverage, target: Target, word: re.Match[str], speaker: str | None) -> bool:
    """Whether a verb is the speaker's: of what they say only what is said of themselves.

    "Okafor wrote that the law denies it" is no denial of Okafor's.
    """
    before, at = target.quote[: word.start()], Span(target.start + word.start(), target.start + word.end())
    if _is_participle(word) and before.endswith(", "):
        return _is_first(coverage, target, at.start, speaker)
    if not _OWN_SUBJECT.search(before) and not _stands_before(coverage, target, at, speaker):
        return False
    inside = _is_said_by(coverage, target.document, at, speaker)
    if inside and not _is_subject(coverage, target, word, speaker):
        return False
    return is_theirs(coverage, target, word.start(), speaker)


def _is_of_words(what: str, to: Answered) -> bool:
    """Whether what is turned down was said or wanted: by its noun, or because what is answered has it."""
    if to.wanted or _SAID_OR_WANTED.search(what):
        return True
    return not content_words(what).isdisjoint(content_words(to.words))


def _stands_before(coverage: Coverage, target: Target, word: Span, speaker: str | None) -> bool:
    """Whether the speaker is mentioned before the word, and not only within a clause on somebody else.

    "Skippers who know Okafor well rejected it" is not Okafor's rejection. Where the sentence does not mention
    the speaker, it is enough that the word is not inside what they say.
    """
    text, every = coverage.text(target.document), coverage.mentions(target.document, target.whole)
    theirs = [m for m in every if (actor := coverage.actor_of(m)) is not None and actor.id == speaker]
    if not theirs:
        return not _is_said_by(coverage, target.document, word, speaker)
    before = (m for m in theirs if m.target.start < word.start)
    return any(not _IN_A_CLAUSE.search(text[target.start : m.target.start]) for m in before)


def _is_said_by(coverage: Coverage, document: str, span: Span, speaker: str | None) -> bool:
    """Whether the word stands inside what the speaker says, not in the words that tell of it."""
    return any(s.contains(span) for s in own_words(coverage, document, span, speaker))


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
    answer = _ANSWERING.search(target.quote)
    return answer is not None and is_dated_back(coverage, target, target.start + answer.start())
