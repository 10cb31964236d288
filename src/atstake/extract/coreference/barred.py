"""What in a sentence says that a mention is not who speaks, although the reader took it for the source."""

from __future__ import annotations

import re

from atstake.extract.coreference.reporters import is_the_reporters
from atstake.extract.coreference.shares import is_share
from atstake.facts.cues import acts, verbs
from atstake.facts.saying import saying
from atstake.facts.withheld import is_recipient
from atstake.model.annotations import Attribution, Mention
from atstake.model.reading import Reading
from atstake.model.text import Span

LEAST = 0.5
"""Of attributions less likely than this most are none (it is calibrated): nobody is named for them."""


def may_speak(reading: Reading, attribution: Attribution, mention: Mention) -> bool:
    """Whether nothing in the sentence says that the words are not the mention's."""
    return attribution.probability >= LEAST and not (
        _is_told(reading, attribution, mention)
        or _is_part_of_subject(reading, attribution, mention)
        or _governs_its_cue(reading, attribution)
        or _is_owned_by_another(reading, attribution)
        or _stands_apart(reading, attribution)
        or _is_anothers_verb(reading, attribution)
        or is_the_reporters(reading, attribution, mention)
        or _is_recipient(attribution)
        or _is_conditional(reading, attribution)
        or _is_adrift(reading, attribution)
        or _is_either(attribution)
        or _is_entry(reading, attribution, mention)
        or is_share(reading, mention)
        or _is_of_their_people(reading, attribution, mention)
        or _TRAIT.match(reading.text, mention.target.end) is not None
    )


_NUMBERED = re.compile(r"(?:\(?\d{1,3}[.):]|[•*·▪–-])\s*$")


def _is_entry(reading: Reading, attribution: Attribution, mention: Mention) -> bool:
    """Whether a name and a colon open an entry of a list on somebody: "9. Ada Holm: Holm has ..."."""
    cue, content = attribution.cue, attribution.content
    if cue is None or cue.quote.strip() != ":" or content.quote.startswith(("“", '"')):
        return False
    begin = reading.text.rfind("\n", 0, mention.target.start) + 1
    numbered = _NUMBERED.search(reading.text, begin, mention.target.start) is not None
    return numbered or (
        mention.type == "person" and mention.target.quote.split()[-1] in content.quote.split("\n")[0]
    )


_EITHER = re.compile(
    r"(?:neither|either|nor|no|none|few|hardly any|not (?:one|all|every|a single))\b", re.IGNORECASE
)


def _is_either(attribution: Attribution) -> bool:
    """Whether it is said of none, of few or of one of two: "No senators voted against it"."""
    return attribution.source is not None and _EITHER.match(attribution.source.quote) is not None


# "The Karsa-led council refused": the council does.
_TRAIT = re.compile(
    r"[-‑–](?:controlled|led|backed|run|dominated|funded|allied|aligned|held|majority|appointed|leaning|owned|friendly"
    r"|supported|sponsored|based|trained)\b",
    re.IGNORECASE,
)
# "Holm’s and Brandt’s families", "the Ada Holm and Bo Brandt campaigns": neither of the two.
_THEIR_PEOPLE = re.compile(
    r"(?:['’]s?)?(?:,? and (?:[A-Z][\w.’'-]*\s?)+)?(?:['’]s?)?\s?\b"
    r"(?:campaigns|camps|families|teams|administrations|parents|relatives|supporters|allies|backers|aides|lawyers"
    r"|attorneys|advis[eo]rs|followers|fans|staff(?:ers)?|associates|defenders|critics|opponents|rivals)"
)


def _is_of_their_people(reading: Reading, attribution: Attribution, mention: Mention) -> bool:
    """Whether the source is somebody's people, by a plural at its end."""
    source = attribution.source
    if source is None or mention.type != "person" or mention.target.end >= source.end:
        return False
    return _THEIR_PEOPLE.fullmatch(reading.text, mention.target.end, source.end) is not None


_TELLS = saying("to")
_QUOTED_BY = re.compile(r"\b(quoted|cited) by (the )?$")


def _is_told(reading: Reading, attribution: Attribution, mention: Mention) -> bool:
    """Whether the words are who is told or who quotes, not who speaks ("told Reuters", "quoted by AFP")."""
    indices = reading.tokens_in(mention.head)
    token = reading.tokens[indices.start]
    verb = reading.tokens[token.head]
    if token.dep in ("dobj", "dative", "iobj") and verb.lemma in _TELLS:
        return attribution.cue is None or any(
            s.overlaps(Span(verb.start, verb.end)) for s in attribution.cue.spans
        )
    before = reading.text[max(0, mention.target.start - 14) : mention.target.start].lower()
    return bool(_QUOTED_BY.search(before)) or _is_asked(reading, attribution, mention)


_ASKED = re.compile(r"(?:asked|pressed|questioned|quizzed|told|challenged)\b", re.IGNORECASE)


def _is_asked(reading: Reading, attribution: Attribution, mention: Mention) -> bool:
    """Whether the cue is what was done to the source: "Holm, asked whether ...", "Holm was told that ..."."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or cue.start < source.end:
        return False
    asked = _ASKED.match(cue.quote)
    if asked is None:
        return bool(
            re.match(r"(?:was|were|been|is|are|being) (?:asked|told|questioned)\b", cue.quote.lower())
        )
    between = reading.text[mention.target.end : cue.start]
    if reading.text[: mention.target.start].rstrip().endswith(","):
        # "The minister, Ada Holm, told reporters": the second comma closes an apposition.
        return False
    return between.strip() == "," or bool(re.search(r"\b(?:was|were|been|being|when) $", between.lower()))


def _is_part_of_subject(reading: Reading, attribution: Attribution, mention: Mention) -> bool:
    """Whether another noun is the subject of the cue, and the mention a mere part of what belongs to it.

    "Its coverage, with pictures of the two leaders, praised ...": the leaders praise nothing.
    """
    tokens = reading.tokens
    source = attribution.source
    if attribution.cue is None or source is None:
        return False
    verbs = [
        i for s in attribution.cue.spans for i in reading.tokens_in(s) if tokens[i].pos in ("VERB", "AUX")
    ]
    subjects = [
        i for v in verbs for i in reading.children.get(v, ()) if tokens[i].dep in ("nsubj", "nsubjpass")
    ]
    at = reading.tokens_in(mention.head)
    for subject in subjects:
        covered = any(s.overlaps(Span(tokens[subject].start, tokens[subject].end)) for s in source.spans)
        if covered or tokens[subject].text.lower() in ("who", "which", "that") or not len(at):
            continue
        deps, i = [], at.start
        while i != subject and tokens[i].head != i:
            deps.append(tokens[i].dep)
            i = tokens[i].head
        if i == subject and not set(deps) <= {"conj", "appos", "compound", "flat", "nmod"}:
            return True
    return False


def _is_recipient(attribution: Attribution) -> bool:
    """Whether the source is whom it was done to: "Holm was denied a visa", "Holm was criticised for ..."."""
    source, cue, content = attribution.source, attribution.cue, attribution.content
    if source is None or cue is None or not source.end <= cue.start < content.start:
        return False
    done = _DONE_TO.search(cue.quote)
    if done is not None and acts("verb").get(verbs().get(done[1].lower(), "")) in _TO_SOMEBODY:
        return True
    return is_recipient(cue.quote, content.quote)


# "Was criticised for", "has been urged to": its subject is who it was done to.
_DONE_TO = re.compile(
    r"\b(?:is|are|was|were|be|been|being|got|gets)\s+(?:(?:\w+ly|also|long|now|twice|since)\s+){0,2}(\w+(?:ed|en|t))\b"
    r"(?!\s+(?:as saying|to have|by)\b)",
    re.IGNORECASE,
)
_TO_SOMEBODY = frozenset({"accuses", "praises", "demands"})


def _is_conditional(reading: Reading, attribution: Attribution) -> bool:
    """Whether the verb of saying stands in what is only supposed: "if the house approves the dam, ..."."""
    tokens, cue = reading.tokens, attribution.cue
    sentence = reading.sentence_at(cue.start) if cue is not None else None
    if cue is None or sentence is None or attribution.form == "direct":
        return False
    opens = _IF.match(reading.text, sentence.span.start, cue.start)
    if opens is not None and "," not in reading.text[opens.end() : cue.start]:
        return True
    said = (i for i in reading.tokens_in(cue.spans[0]) if tokens[i].pos == "VERB")
    below = (c for verb in said for c in reading.children.get(verb, ()) if c < verb)
    return any(tokens[c].dep == "mark" and tokens[c].text.lower() in _CONDITIONS for c in below)


_IF = re.compile(r"\W*(?:if|unless|in case)\b", re.IGNORECASE)
_CONDITIONS = frozenset({"if", "unless"})


def _is_adrift(reading: Reading, attribution: Attribution) -> bool:
    """Whether reported words begin in a sentence behind the one that has who says them and the cue."""
    source, cue, content = attribution.source, attribution.cue, attribution.content
    if source is None or cue is None or attribution.form != "indirect":
        return False
    said = reading.sentence_at(cue.start)
    behind = said is not None and content.start >= max(said.span.end, cue.end, source.end)
    return behind and not reading.text[cue.end : content.start].rstrip(' \n“"').endswith(":")


def _is_anothers_verb(reading: Reading, attribution: Attribution) -> bool:
    """Whether the verb of saying has a subject of its own, and no part of the source is it.

    "Holm's letter came a day after officials said that ...": Holm says nothing.
    """
    tokens, source, cue = reading.tokens, attribution.source, attribution.cue
    if source is None or cue is None:
        return False
    verbs = [i for s in cue.spans for i in reading.tokens_in(s) if tokens[i].pos in ("VERB", "AUX")]
    if not verbs or tokens[verbs[-1]].tag == "VBG" or _is_done_to(reading, verbs[-1]):
        return False
    subjects = [i for i in reading.children.get(verbs[-1], ()) if tokens[i].dep == "nsubj"]
    if len(subjects) != 1 or tokens[subjects[0]].pos not in ("NOUN", "PROPN"):
        return False
    held = {i for s in source.spans for i in reading.tokens_in(s)}
    below = set(reading.subtree(subjects[0]))
    within = any(s.overlaps(Span(tokens[subjects[0]].start, tokens[subjects[0]].end)) for s in cue.spans)
    return not within and not held & below


def _is_done_to(reading: Reading, verb: int) -> bool:
    """Whether a participle is no perfect ("the letter sent by Holm", "was sent"), whose subject does it."""
    tokens = reading.tokens
    perfect = any(tokens[i].lemma == "have" for i in reading.children.get(verb, ()) if tokens[i].dep == "aux")
    passive = any(tokens[i].dep == "auxpass" for i in reading.children.get(verb, ()))
    return tokens[verb].tag == "VBN" and (passive or not perfect)


def _governs_its_cue(reading: Reading, attribution: Attribution) -> bool:
    """Whether the cue is a noun that hangs on words of the content: these are then not what is said.

    "The ban came despite assurances from Arland that ...": the first half is the reporter's.
    """
    tokens = reading.tokens
    if attribution.cue is None or attribution.form == "direct" or len(attribution.content.spans) < 2:
        return False
    nouns = [i for s in attribution.cue.spans for i in reading.tokens_in(s) if tokens[i].pos == "NOUN"]
    for i in nouns:
        above = tokens[tokens[i].head]
        if tokens[i].dep in ("pobj", "dobj") and any(
            s.contains(Span(above.start, above.end)) for s in attribution.content.spans
        ):
            return True
    return False


def _stands_apart(reading: Reading, attribution: Attribution) -> bool:
    """Whether what is reported, and by which word, stands in other sentences than who is to have said it."""
    if attribution.source is None or attribution.cue is None or attribution.form == "direct":
        return False
    return reading.sentence_at(attribution.source.start) is not reading.sentence_at(attribution.cue.start)


_FROM = re.compile(r"\s+(?:made |given |offered )?(?:from|by) (?=(?:the |an? )?[A-Z])")


def _is_owned_by_another(reading: Reading, attribution: Attribution) -> bool:
    """Whether the words say whose the claim or promise is, and it is not the source's.

    "Holm told her party to vote for it, with the promise from Brandt that ...": Brandt promised it.
    """
    tokens, source, cue = reading.tokens, attribution.source, attribution.cue
    if source is None or cue is None or source.end > cue.start:
        return False
    nouns = [i for i in reading.tokens_in(cue.spans[-1]) if tokens[i].pos == "NOUN"]
    behind = _FROM.match(reading.text, cue.end)
    return bool(nouns) and behind is not None and attribution.content.start > behind.end()
