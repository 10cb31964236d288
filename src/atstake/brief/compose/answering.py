"""Whether an answer can stand without what it answers: it says that, says what, and is the speaker's own.

A page shows such an answer alone, so its words must carry all of it. A word of answering is taken only where
it is a finite verb of who answers: not a noun ("after his denial"), not what may or might be ("if the house
refuses it"), not what is done to somebody ("was refused a visa"), not what a speaker says of others. To
refuse is to answer only where something was wanted; what lies more than a year back answers nothing now.
"""

from __future__ import annotations

import re

from atstake.brief.compose import lines
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.wording import days_between
from atstake.facts.held import PRONOUNS, holder
from atstake.facts.silence import NO_ANSWER
from atstake.facts.tables import alternatives
from atstake.facts.withheld import withheld
from atstake.model.annotations import Mention
from atstake.model.brief import Line
from atstake.model.text import Span, Target

_SAYS_ITSELF = 6
"""Content words from which on an answer can say what it answers."""
_BACKGROUND = 365
"""Days back from which on an answer is history."""
_NAMED = 60
"""Characters behind "dismissed" in which whoever is dismissed is named."""
# "can decide this.", "denied the accusation": the answer needs what it answers.
_POINTS_BACK = re.compile(
    r"\b(?:this|that|it|so|them|these|those|(?:the|this|that|these|those|such|all|any|both) "
    r"(?:accusation|allegation|charge|claim|report|suggestion|assertion|demand|proposal|offer|call|request|"
    r"figure|number|estimate|account|version|description|criticism)s?)\W*$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:e|es|ed)|disput(?:e|es|ed)|rebuff(?:s|ed)?"
    r"|oppos(?:e|es|ed)|object(?:s|ed)? to|(?:push|hit|fir)(?:es|ed|ing)? back|refus(?:e|es|ed)(?= to\b)"
    r"|contradict(?:s|ed)?|(?<=, )(?:deny|reject|dismiss|refut|disput|rebuff|contradict)ing)\b",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*|disputed)\b", re.IGNORECASE
)
# Between a subject and its verb: auxiliaries and adverbs; "did reject" but not "did not".
_BEFORE_VERB = r"(?:(?:has|have|had|is|are|also|\w+ly|long|since|again|both|all|twice|repeatedly)\s+)*"
_NOT_SO = re.compile(
    r"\b(?:(?<!quick )(?<!swift )(?<!went on )(?<!continued )(?<!continues )to|would|could|may|might|should"
    r"|will|can|must|cannot|not|never|nor|nobody|no one|\w+n[’']t|confirm(?:s|ed)? (?:or|nor)|almost"
    r"|(?:those|people|anyone|any|some|many) who|implicitly|often|usually|generally|typically|sometimes)\s+"
    + _BEFORE_VERB
    + r"$",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:if|unless|whether|should|in case)\b[^,;:.]*$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+)*$", re.IGNORECASE)
_TO_VERB = re.compile(r"\s+" + _BEFORE_VERB, re.IGNORECASE)
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
# What is said of a claim held to be wrong, as what it is: "is a lie", "called it nonsense", “baseless”.
# In "false claims" it is said in passing.
_FALSE = re.compile(
    r"(?:(?:\b(?:is|are|was|were|be|being|as)|[’'](?:s|re))\s+"
    r"(?:[“\"‘']?(?:\w+ly|all|just|an?|both|such|pure|total|complete|utter|very|so|load of)[,”\"]?\s+"
    r"(?:and\s+)?){0,4}"
    r"|\b(?:call|brand|label|describ)\w*\b[^.;:]{0,80}?|(?<!\w)[“\"‘'](?:[\w-]+\s+){0,2})"
    r"[“\"‘']?(?:false(?:hoods?)?|untrue|baseless|unfounded|groundless|fabricat\w+|nonsense|lies?|hoax|absurd"
    r"|ridiculous|ludicrous|laughable|preposterous|bogus|incorrect|inaccurate|misleading|malicious|slander\w*"
    r"|not true|not accurate|no truth|made[- ]up|invented)\b",
    re.IGNORECASE,
)
# "That's absurd": the claim is what was said before.
_THAT = re.compile(r"\b(?:that|this|which)\s*$", re.IGNORECASE)
_CALLS_THAT = re.compile(r"\w+ (?:that|this)\b", re.IGNORECASE)
# "For Ruiz to claim ... is ridiculous" is said of Ruiz.
_OF_A_SPEAKER = re.compile(r"\bfor\b[^.;,]*\bto (?:claim|say|suggest|argue|insist)\b", re.IGNORECASE)
# The claim that it is said of.
_CLAIM = re.compile(
    r"\b(?:accusation|allegation|charge|claim|report|stor(?:y|ies)|suggestion|assertion|comment|remark|statement"
    r"|rumou?r|theory|idea|notion|contention|insinuation|account|version|narrative|testimony|in response"
    r"|responded)\w*",
    re.IGNORECASE,
)
# Whoever is mentioned behind this stands in a clause on somebody else: "nonprofits who sued the ministry".
_IN_A_CLAUSE = re.compile(r"\b(?:who|which|whose)(?:[’']\w+)?(?:\s+[^\s,;]+)+\s+$", re.IGNORECASE)
# What can be turned down as something said or wanted: no laws, cases, groups, addresses.
_SAID_OR_WANTED = re.compile(
    r"^\s+(?:against|on|at)?\s*(?:what|this|that|it|so|them|these|those)\b"
    rf"|\b(?:{alternatives('answers', 'turned')}"
    r"|possibilit(?:y|ies)|prospects?|assertions?|contentions?|distinctions?|rhetoric|comments?|remarks?|words"
    r"|statements?|efforts?|attempts?|moves?|bills?|deals?|measures?|amendments?|options?|advice|compromises?"
    r"|recommendations?|resolutions?|mandates?|outlines?|provisions?|labels?|designations?|narratives?"
    r"|versions?|stor(?:y|ies)|theor(?:y|ies)|arguments?|findings?|assessments?|conclusions?|characteri[sz]ations?"
    r"|comparisons?|approach(?:es)?|fact that|speculation|talk|polls?|views?)\b|\bas (?:an? )?[“\"‘]",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.] ")
_TURNS_DOWN = ("dismiss", "reject", "object")
"""Verbs of which a person may be the object, who is then not wanted and not answered."""
# "had no knowledge of it", "was not involved".
_CLEARS = re.compile(
    r"\b(?:I|we|he|she|they|it)\b[’']?\W?(?:\w+\W+){0,4}?(?:no|not|never|nothing|n[’']t)\W+(?:\w+\W+){0,3}?"
    r"(?:knowledge|recollection|memory|involve\w*|responsib\w+|role|aware|guilty|wrong\w*|to do with)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:and|,|or)(?:\s+(?:[\w.’']+,?\s+){0,4}|\s*)", re.IGNORECASE)


def points_back(words: str) -> bool:
    """Whether the words end in "this", "the accusation" or the like."""
    return _POINTS_BACK.search(words) is not None


def says_itself(coverage: Coverage, line: Line, speaker: str | None) -> bool:
    """Whether an answer's own words answer, say what, and are the speaker's own, not told by them."""
    target = line.quotes[-1].target
    words = target.quote
    if points_back(words) or NO_ANSWER.search(words) or len(lines.words_of(line)) < _SAYS_ITSELF:
        return False
    actor = coverage.actors.get(speaker or "")
    if actor is not None and actor.kind == "population":
        return False
    return is_answer(coverage, target, speaker)


def is_answer(coverage: Coverage, target: Target, speaker: str | None) -> bool:
    """Whether the words answer something, and it is the speaker who does."""
    sentences = coverage.sentences(target)
    around = Span(min(s.start for s in sentences), max(s.end for s in sentences))
    whole = Target.of(coverage.documents[target.document], around)
    words = (
        m for m in _ANSWERS.finditer(whole.quote) if target.start <= whole.start + m.start() < target.end
    )
    return any(_is_answer(coverage, whole, m, speaker) for m in words) or _calls_false(
        coverage, whole, speaker
    )


def is_theirs(coverage: Coverage, target: Target, answer: int, speaker: str | None) -> bool:
    """Whether it is the speaker who answers, by who is named last before the word (at ``answer``) that does.

    "Weil said that the prince denied it" is the prince's denial; "the king and the prince deny it" is both's.
    """
    if _is_only_told(coverage, target.document, target.start + answer, speaker):
        return False
    if _is_anothers_verb(coverage, target, answer, speaker):
        return False
    named = _named(coverage, target, answer)
    who = [actor.id if (actor := coverage.actor_of(m)) else None for m in named]
    if not who or who[-1] == speaker:
        return True
    if speaker not in who:
        return speaker not in coverage.actors
    between = coverage.text(target.document)[named[who.index(speaker)].target.end : named[-1].target.start]
    return bool(_AND.fullmatch(between))


def _is_only_told(coverage: Coverage, document: str, at: int, speaker: str | None) -> bool:
    """Whether the words at an offset are another's, and the speaker only tells of them."""
    around = [
        a for a in coverage.attributions(document) if any(s.start <= at < s.end for s in a.content.spans)
    ]
    inner = min(around, key=lambda a: (len(a.content.whole), a.id), default=None)
    if inner is None or coverage.attributed.get(inner.id) == speaker:
        return False
    return any(a.id == inner.via and coverage.attributed.get(a.id) == speaker for a in around)


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


def _is_answer(coverage: Coverage, target: Target, word: re.Match[str], speaker: str | None) -> bool:
    """Whether a word of answering is the speaker's, meant, and answers what was said or wanted."""
    before, after = target.quote[: word.start()], target.quote[word.end() :]
    verb = word.group().casefold()
    if any(sign.search(before) for sign in (_NOT_SO, _SUPPOSED)) or _APPLIED_FOR.match(after):
        return False
    if verb.startswith(("denie", "deny")) and withheld(after) == "favour":
        return False
    if verb.endswith("ed") and _PASSIVE.search(before):
        return False
    if verb.startswith("oppos") and not (_FIRST_PERSON.search(before) or _JUST_THAT.match(after)):
        return False
    if verb.startswith("refus") and not (_YIELDS.match(after) or _WANTED.search(target.quote)):
        return False
    if verb.startswith(_TURNS_DOWN) and (
        _is_of_somebody(coverage, target, word.end()) or not _SAID_OR_WANTED.search(_CLAUSE.split(after)[0])
    ):
        return False
    at = Span(target.start + word.start(), target.start + word.end())
    if _is_history(coverage, target, at.start):
        return False
    own = _OWN_SUBJECT.search(before) or _stands_before(coverage, target, at, speaker)
    return bool(own) and is_theirs(coverage, target, word.start(), speaker)


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


def _calls_false(coverage: Coverage, target: Target, speaker: str | None) -> bool:
    """Whether the speaker calls a claim false, or clears themselves."""
    own = _own_words(coverage, target.document, target.whole, speaker)
    if not own or _SUPPOSED.search(target.quote) or _is_history(coverage, target, min(own).start):
        return False
    words = target.quote
    claim = _CLAIM.search(words) and not _OF_A_SPEAKER.search(words)
    false = (m for m in _FALSE.finditer(words) if claim or _is_about_it(words, m))
    clears = (m for m in _CLEARS.finditer(words) if _is_who(coverage, target, m, speaker))
    ends = (target.start + sign.end() for sign in (*false, *clears))
    return any(
        s.start < end <= s.end
        and not _is_anothers(coverage, target, s, end, speaker)
        and not _is_only_told(coverage, target.document, end - 1, speaker)
        for end in ends
        for s in own
    )


def _is_who(coverage: Coverage, target: Target, sign: re.Match[str], speaker: str | None) -> bool:
    """Whether nobody else is meant by the pronoun at the head of a sign."""
    at = target.start + sign.start()
    return not _meant(coverage, target, Span(at, at + 1)) - {speaker}


def _is_anothers(coverage: Coverage, target: Target, said: Span, end: int, speaker: str | None) -> bool:
    """Whether the speaker only says that another thinks or says so: "the king believes it is a hoax"."""
    found = holder(coverage.text(target.document)[said.start : said.end], end - said.start)
    if found is None:
        return False
    who = Span(said.start + found[0], said.start + found[1])
    meant = _meant(coverage, target, who)
    pronoun = coverage.text(target.document)[who.start : who.end].casefold() in PRONOUNS
    return speaker not in meant and not (pronoun and not meant)


def _meant(coverage: Coverage, target: Target, span: Span) -> set[str]:
    """The actors that are mentioned where a stretch of the target is."""
    here = coverage.mentions(target.document, target.whole)
    who = (coverage.actor_of(m) for m in here if m.target.whole.overlaps(span))
    return {actor.id for actor in who if actor is not None}


def _is_about_it(words: str, sign: re.Match[str]) -> bool:
    """Whether "that" is what is called false."""
    return bool(_THAT.search(words[: sign.start()]) or _CALLS_THAT.match(sign.group()))


def _is_said_by(coverage: Coverage, document: str, span: Span, speaker: str | None) -> bool:
    """Whether the word stands inside what the speaker says, not in the words that tell of it."""
    return any(s.contains(span) for s in _own_words(coverage, document, span, speaker))


def _own_words(coverage: Coverage, document: str, span: Span, speaker: str | None) -> list[Span]:
    """What the speaker is told to say in statements that the stretch meets."""
    said = (a for a in coverage.attributions(document) if a.whole.overlaps(span))
    return [s for a in said if coverage.attributed.get(a.id) == speaker for s in a.content.spans]


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
    return answer is not None and _is_history(coverage, target, target.start + answer.start())


def _is_history(coverage: Coverage, target: Target, answer: int) -> bool:
    """Whether a time over a year back stands before the answer: behind it, it dates the deed."""
    told = coverage.date(target.document)
    dating = (t for t in coverage.times(target.document) if target.start <= t.target.start < answer)
    return any(days_between(t.latest, told) > _BACKGROUND for t in dating)
