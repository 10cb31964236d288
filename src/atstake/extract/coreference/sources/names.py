"""Names that only their being a source shows to be names of actors."""

from __future__ import annotations

import re

from atstake.extract.coreference.bodies import body_in
from atstake.extract.coreference.home import sitting
from atstake.extract.coreference.sources.words import with_role
from atstake.extract.mentions.others import is_a_member, is_writing
from atstake.extract.mentions.persons import is_address, names_nobody
from atstake.facts.agents import meaning, sex_of
from atstake.facts.spelling import families
from atstake.facts.states import demonyms
from atstake.facts.tables import plain, words
from atstake.model.annotations import Annotations, Mention, MentionForm, MentionType
from atstake.model.provenance import target_id
from atstake.model.reading import Reading, Token
from atstake.model.text import Span

_THINGS = frozenset({"WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
_NO_ACTORS = frozenset(
    {"DATE", "TIME", "GPE", "LOC", "CARDINAL", "MONEY", "PERCENT", "NORP", "ORDINAL", "LANGUAGE"}
)


def unnamed_sources(reading: Reading, found: Annotations) -> Annotations:
    """The mentions, with names that only their being a source shows to be names of actors."""
    taken = [with_role(m) for m in found.mentions]
    more: dict[str, Mention] = {}
    for attribution in found.attributions:
        source = attribution.source
        if source is not None and (body := body_in(reading, source.whole)):
            if not any(source.whole.contains(m.head) and m.type != "place" for m in found.mentions):
                more[body.id] = body
            continue
        if source is None:
            continue
        if (seat := sitting(reading, source.whole)) and _is_free(found, seat):
            more[seat.id] = seat
            continue
        whole = _named_part(reading, source.whole)
        if any(whole.overlaps(t) for t in taken):
            continue
        aged = _AGED.match(reading.text, whole.end) is not None and whole != source.whole
        mention = _nation_in(reading, whole) or _name_in(reading, whole, aged)
        if mention is not None:
            more[mention.id] = mention
    return Annotations(found.document, mentions=(*found.mentions, *more.values()))


def _is_free(found: Annotations, seat: Mention) -> bool:
    """Whether nothing but places has been found where the new mention stands."""
    return all(m.type == "place" or not seat.target.whole.overlaps(m.target.whole) for m in found.mentions)


def _named_part(reading: Reading, source: Span) -> Span:
    """The name before the comma of "Ada Holm, a student of 20,"; else the whole."""
    found = _DESCRIBED.match(reading.text, source.start, source.end)
    return Span(source.start, source.start + len(found[1])) if found else source


_AGED = re.compile(r", (?:an? )?\d\d(?:-year-old|,)")
_DESCRIBED = re.compile(r"((?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+), (?:an?|the|who|\d\d,) ")


def _nation_in(reading: Reading, span: Span) -> Mention | None:
    """ "Russian" of "Russian objections": the government, where the noun is for what governments do."""
    indices = reading.tokens_in(span)
    code = demonyms().get(plain(reading.text[span.start : span.end].strip()))
    if code is None or len(indices) != 1:
        return None
    token = reading.tokens[indices.start]
    if reading.tokens[token.head].lemma not in words("metonymy")["noun_act"]:
        return None
    target = reading.target(Span(token.start, token.end))
    whole = target.whole
    return Mention(target_id("mention", target), target, "name", "government", whole, True, country=code)


def _name_in(reading: Reading, span: Span, aged: bool) -> Mention | None:
    """The capitalised found at the head of a source, as a person, or a body where the recogniser says so.

    Whose age is told behind it is a person, whatever the recogniser says.
    """
    tokens = reading.tokens
    indices = reading.tokens_in(span)
    first = indices.start
    while first < indices.stop and tokens[first].pos in ("DET", "PUNCT", "ADP"):
        first += 1
    addressed = first < indices.stop and is_address(tokens[first].text)
    while (
        addressed and first < indices.stop and (is_address(tokens[first].text) or tokens[first].text == ".")
    ):
        first += 1
    last = first
    article = first > indices.start and tokens[first - 1].pos == "DET"
    while last < indices.stop and (_in_name(tokens[last]) or (article and tokens[last].text[:1].isupper())):
        last += 1
    while last > first and not tokens[last - 1].text[:1].isupper():
        last -= 1
    found = tokens[first:last]
    named = " ".join(t.text for t in found)
    if names_nobody(named) or (named and (is_writing(named) or is_a_member(named))):
        return None
    after = tokens[last].text.lower() if last < indices.stop else ""
    if (
        not 1 <= len(found) <= 4
        or after not in ("", ",", "'s", "’s", "who", "of")
        or (found[-1].entity in _NO_ACTORS and not article and not aged)
        or (len(found) == 1 and not addressed and _is_a_word(reading, found[0]))
    ):
        return None
    personal = addressed or aged or (not article and _personal(found))
    kind: MentionType = "person" if personal else "organisation"
    target = reading.target(Span(found[0].start, found[-1].end))
    short = not addressed and len(found) == 1 and found[0].text.isupper()
    form: MentionForm = "acronym" if short else "name"
    return Mention(target_id("mention", target), target, form, kind, Span(found[-1].start, found[-1].end))


def _is_a_word(reading: Reading, token: Token) -> bool:
    """Whether a capital only opens a sentence: the word stands elsewhere without it ("Dredging is")."""
    sentence = reading.sentence_at(token.start)
    opens = sentence is not None and sentence.span.start == token.start
    small = re.search(rf"\b{re.escape(token.text.lower())}\b", reading.text) if opens else None
    return small is not None and not token.text.isupper()


def _personal(words: tuple[Token, ...]) -> bool:
    """Whether capitalised words are a person's name: a family or given name in front, or so recognised."""
    if len(words) == 1:
        return words[0].entity == "PERSON"
    eastern = len(words) > 2 and words[0].text.lower() in families()
    recognised = "PERSON" in (words[0].entity, words[-1].entity)
    return eastern or recognised or bool(sex_of(" ".join(w.text for w in words))) or _unlike_a_body(words)


def _unlike_a_body(words: tuple[Token, ...]) -> bool:
    """Whether two capitalised words were taken for a book or the like: who speaks is a person."""
    bodily = any(meaning(w.text, "body", "government") or w.tag == "NNPS" for w in words)
    return len(words) == 2 and not bodily and all(w.entity in _THINGS and w.text[1:].islower() for w in words)


def _in_name(token: Token) -> bool:
    return (token.pos == "PROPN" and token.text[:1].isupper()) or token.text in (
        "-",
        "al",
        "bin",
        "de",
        "van",
        "von",
    )
