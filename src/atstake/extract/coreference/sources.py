"""Which mention is the source of an attribution: the one at the head of the source's words."""

from __future__ import annotations

import re
from dataclasses import replace

from atstake.extract.coreference.barred import may_speak
from atstake.extract.coreference.bodies import body_in
from atstake.extract.mentions.persons import is_address, names_nobody
from atstake.facts.agents import meaning, sex_of
from atstake.facts.organisations import organisation_sector
from atstake.facts.spelling import families
from atstake.facts.states import demonyms
from atstake.facts.tables import plain, words
from atstake.model.annotations import Annotations, Attribution, Mention, MentionForm, MentionType
from atstake.model.provenance import target_id
from atstake.model.reading import Reading, Token
from atstake.model.text import Span

_SPEAKS_FOR = (
    "spokes", "official", "source", "representative", "aide", "statement", "report", "editorial",
    "director", "data", "figures", "statistics", "board", "management",
)  # fmt: skip
_KINDS_OF_BODY = (
    "agency", "newspaper", "group", "channel", "network", "paper", "daily", "outlet", "broadcaster",
    "station", "magazine", "organi", "website", "television", "ministry", "army",
)  # fmt: skip
_WORDS_OF = tuple("comment statement remark letter speech tweet op-ed testimony message".split())
_WRITTEN = (*_WORDS_OF, "report", "memo", "manuscript", "book", "column", "article", "interview", "oratory")
# Words of one's own, with whose they are behind or before them: "a letter from Holm", "Holm's last report".
_WORDS_FROM = re.compile(rf"\b(?:{'|'.join(_WRITTEN)})s? (?:from|by) (?:[A-Z][\w.]+ ){{0,3}}$")
_OWN_WORDS = re.compile(rf"^['’]s?(?: [\w-]+){{0,4}}? (?:{'|'.join(_WRITTEN)})s?\b")
# Between an office and the name of its holder: the body that it is an office of.
_OFFICE_OF = re.compile(r"^ (?:of|to|at|on|for) (?:the )?$")
_KIND_OF_IT = re.compile(r"(?:[Tt]he|[Aa]n?) (?:(?!of |to |at |on |for |by |from |in |with )[a-z-]+ ){1,4}")
_WHOSE = re.compile(r"^ (?:of|to|at|on|for|with|from|in) [^,;:()\"“”]{2,70}$")
# Who spoke for a body once does not speak for it now.
_FORMER = re.compile(r"\b(?:former|ex|onetime|one-time|retired)\b", re.IGNORECASE)
# Who is somebody of a body: "The paper's Ada Holm" is not the paper.
_OWNS_SOMEBODY = re.compile(r"['’]s? (?:[A-Z][\w.-]+ ?){2,4},?$")
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my"})


def source_mentions(reading: Reading, found: Annotations) -> dict[str, str]:
    """Attribution id to the id of the mention that is its source, for those that name one."""
    mentions = sorted(found.mentions, key=lambda m: m.target.start)
    chosen = {}
    for attribution in found.attributions:
        mention = _quoted(reading, attribution, mentions) or _of(reading, attribution, mentions)
        if mention is not None and may_speak(reading, attribution, mention):
            chosen[attribution.id] = mention.id
    return chosen


_QUOTES = re.compile(r"(?:quot|cit)(?:e[sd]?|ing)\b", re.IGNORECASE)
_AS_SAYING = re.compile(
    r"[^,;:.]{0,80}?\bas (?:saying|telling|having said|stating|warning|insisting|denying"
    r"|calling|adding|describing)\b"
)


def _quoted(reading: Reading, attribution: Attribution, mentions: list[Mention]) -> Mention | None:
    """Whom an outlet quotes: of "the agency quoted Holm as saying ..." the words are Holm's."""
    cue, content = attribution.cue, attribution.content
    if (
        cue is None
        or not _QUOTES.search(cue.quote)
        or _PASSIVE.search(reading.text, max(0, cue.start - 30), cue.end)
    ):
        return None
    begin = min(content.start, cue.end + 1)
    who = next((m for m in mentions if begin <= m.target.start <= begin + _TITLED), None)
    if who is None or "," in reading.text[cue.end : who.target.start]:
        return None
    outlet = attribution.source is not None and any(
        organisation_sector(m.known) == "MED" and attribution.source.whole.overlaps(m.target.whole)
        for m in mentions
    )
    if not outlet or who.form not in ("name", "acronym", "title"):
        return None
    return who if _AS_SAYING.match(reading.text, who.target.end) else None


_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?(?:quot|cit)ed$", re.IGNORECASE)
_TITLED = 60
"""Characters of a title before the name of who is quoted."""


def with_subjects(reading: Reading, found: Annotations) -> Annotations:
    """The attributions, their source the subject of the verb where a heading before it was taken for it.

    "Reply The minister said ...": headings run into texts that have lost their lines.
    """
    heads = [m.head for m in found.mentions]
    made = []
    for a in found.attributions:
        subject = _subject(reading, a)
        if subject is None or a.source is None or any(a.source.whole.overlaps(h) for h in heads):
            made.append(a)
        else:
            made.append(replace(a, source=reading.target(subject)))
    return replace(found, attributions=tuple(made))


def _subject(reading: Reading, attribution: Attribution) -> Span | None:
    """The subject of a verb of saying that stands between the source, one capitalised word, and the cue."""
    tokens, source, cue = reading.tokens, attribution.source, attribution.cue
    if (
        source is None
        or cue is None
        or cue.start < source.end
        or not source.quote.istitle()
        or " " in source.quote
    ):
        return None
    for verb in reading.tokens_in(cue.whole):
        for index in reading.children.get(verb, ()) if tokens[verb].pos == "VERB" else ():
            held = [tokens[i] for i in reading.subtree(index) if tokens[i].start >= source.end]
            capital = bool(held) and held[0].text[:1].isupper() and held[-1].end <= cue.start
            if tokens[index].dep == "nsubj" and capital:
                return Span(held[0].start, held[-1].end)
    return None


def unnamed_sources(reading: Reading, found: Annotations) -> Annotations:
    """The mentions, with names that only their being a source shows to be names of actors."""
    taken = [_with_role(m) for m in found.mentions]
    more: dict[str, Mention] = {}
    for attribution in found.attributions:
        source = attribution.source
        if source is not None and (body := body_in(reading, source.whole)):
            if not any(source.whole.contains(m.head) and m.type != "place" for m in found.mentions):
                more[body.id] = body
            continue
        if source is None or any(s.overlaps(t) for s in source.spans for t in taken):
            continue
        mention = _nation_in(reading, source.whole) or _name_in(reading, source.whole)
        if mention is not None:
            more[mention.id] = mention
    return Annotations(found.document, mentions=(*found.mentions, *more.values()))


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


def _name_in(reading: Reading, span: Span) -> Mention | None:
    """The capitalised found at the head of a source, as a person, or a body where the recogniser says so."""
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
    if names_nobody(" ".join(t.text for t in found)):
        return None
    after = tokens[last].text.lower() if last < indices.stop else ""
    if (
        not 1 <= len(found) <= 4
        or after not in ("", ",", "'s", "’s", "who", "of")
        or (found[-1].entity in _NO_ACTORS and not article)
        or (len(found) == 1 and not addressed and _is_a_word(reading, found[0]))
    ):
        return None
    personal = addressed or (not article and _personal(found))
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


_THINGS = frozenset({"WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})


_NO_ACTORS = frozenset(
    {"DATE", "TIME", "GPE", "LOC", "CARDINAL", "MONEY", "PERCENT", "NORP", "ORDINAL", "LANGUAGE"}
)


def _in_name(token: Token) -> bool:
    return (token.pos == "PROPN" and token.text[:1].isupper()) or token.text in (
        "-",
        "al",
        "bin",
        "de",
        "van",
        "von",
    )


def _of(reading: Reading, attribution: Attribution, mentions: list[Mention]) -> Mention | None:
    if attribution.source is None:
        return None
    spans = attribution.source.spans
    inside = [m for m in mentions if any(s.overlaps(m.head) for s in spans)]
    # What the reader cut short ("Russian President Vladimir") is still the mention that it is a part of.
    inside = inside or [m for m in mentions if any(s.overlaps(_with_role(m)) for s in spans)][-1:]
    if not inside:
        return _relative(reading, attribution.source.whole, mentions)
    inside = [m for m in inside if len(inside) == 1 or not _only_describes(m)]
    if (run_on := _run_on(reading, attribution, inside)) is not None:
        return run_on
    head = _head(reading, attribution.source.whole)
    if len(inside) == 1:
        return inside[0] if _speaks(reading, attribution, inside[0], head) else None
    named = [m for m in inside if m.type == "person" and m.form in ("name", "handle")]
    at_head = [m for m in inside if head is not None and m.target.whole.contains(head)]
    if not at_head and (called := _called(reading, attribution.source.whole, head, inside)):
        return called
    if not at_head:
        speaking = [m for m in named if not _owns(reading, m) and not _is_within(reading, attribution, m)]
        return speaking[0] if speaking else (_institution(reading, inside[0], inside) if inside else None)
    first = at_head[0]
    if first.form == "nominal" and (name := _named_behind(first, inside)):
        return name
    if first.form == "nominal" and first.type in ("organisation", "armed-group"):
        return next((m for m in inside if m.type == first.type and m.form in ("name", "acronym")), first)
    if first.form in ("nominal", "title"):
        return _apposed(reading, first, named, inside) or _institution(reading, first, inside) or first
    return first


def _called(reading: Reading, source: Span, head: Span | None, inside: list[Mention]) -> Mention | None:
    """The name right behind the noun at a source's head, last or apposed: "Okafor ally Ada Holm, a judge"."""
    if head is None or not reading.text[head.start : head.end].islower():
        return None
    for mention in inside:
        rest = reading.text[mention.target.end : source.end]
        last = not rest.strip(" ,") or rest.startswith(", ")
        behind = reading.text[head.end : mention.target.start] == " "
        if last and behind and mention.form in ("name", "acronym"):
            return mention
    return None


def _run_on(reading: Reading, attribution: Attribution, inside: list[Mention]) -> Mention | None:
    """The first of two names that a lost comma has joined: "according to the Monitor Brenia has lost ...".

    In the source of "according to" the second is the subject of what is said.
    """
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or len(inside) < 2 or not cue.quote.lower().startswith("according to"):
        return None
    first, second = inside[:2]
    joined = reading.text[first.target.end : second.target.start] == " "
    names = joined and all(m.form in ("name", "acronym") and m.type != "person" for m in (first, second))
    return first if names and first.target.start - source.start <= 4 else None


def _with_role(mention: Mention) -> Span:
    """The mention with the title in front of it or in apposition to it."""
    role = mention.role
    if role is None or not (
        0 <= mention.target.start - role.end <= 2 or 0 <= role.start - mention.target.end <= 8
    ):
        return mention.target.whole
    return Span(min(role.start, mention.target.start), max(role.end, mention.target.end))


def _relative(reading: Reading, span: Span, mentions: list[Mention]) -> Mention | None:
    """Whom "who" or "which" goes back to: the mention that the clause it opens hangs on."""
    indices = reading.tokens_in(span)
    if len(indices) != 1 or reading.tokens[indices.start].text.lower() not in ("who", "which", "that"):
        return None
    before = [m for m in mentions if 0 <= span.start - m.target.end <= 2]
    if before:
        return before[-1]
    index = reading.tokens[indices.start].head
    for _ in range(3):
        if reading.tokens[index].dep == "relcl":
            break
        index = reading.tokens[index].head
    if reading.tokens[index].dep != "relcl":
        return None
    noun = reading.tokens[reading.tokens[index].head]
    head = Span(noun.start, noun.end)
    return next((m for m in mentions if m.target.whole.overlaps(head) and m.target.start < span.start), None)


def _owns(reading: Reading, mention: Mention) -> bool:
    """Whether a possessive s follows: "some of Haddad's advisers" is not Haddad."""
    return reading.text[mention.target.end : mention.target.end + 2] in ("'s", "’s", "s ", "' ", "’ ")


def _is_within(reading: Reading, attribution: Attribution, mention: Mention) -> bool:
    """Whether the name only describes another word: "a Haddad-led bloc", "the new Haddad supporters"."""
    assert attribution.source is not None
    token = reading.tokens[reading.tokens_in(mention.head).start]
    target = mention.target
    if "-" in (
        reading.text[target.end : target.end + 1],
        reading.text[max(0, target.start - 1) : target.start],
    ):
        return True
    before = reading.text[attribution.source.start : target.start]
    return token.dep in ("compound", "amod", "nmod") and any(w.islower() for w in before.split())


def _only_describes(mention: Mention) -> bool:
    """Possessive pronouns and places in a source are not who speaks ("his lawyer", "officials in Ankara")."""
    return mention.type == "place" or (
        mention.form == "pronoun" and mention.target.quote.lower() in _POSSESSIVES
    )


def _speaks(reading: Reading, attribution: Attribution, mention: Mention, head: Span | None) -> bool:
    """Whether the only mention in a source is its head, or who the head speaks for; not a mere part of it."""
    assert attribution.source is not None
    alone = len(attribution.source.whole) - len(mention.target.whole) <= 2
    if _only_describes(mention):
        return alone and mention.type != "place"
    if _OWNS_SOMEBODY.match(reading.text[mention.target.end : attribution.source.end]):
        return False
    if head is None or _with_role(mention).overlaps(head) or _is_addressed(reading, attribution, mention):
        return True
    if _is_called(reading, attribution.source.whole, mention) or _is_defined(
        reading, attribution.source.whole, mention
    ):
        return True
    word = reading.text[head.start : head.end].lower()
    if word.startswith(_KINDS_OF_BODY):
        named = mention.form in ("name", "acronym") and mention.type in ("organisation", "armed-group")
        return named and not _is_in_clause(reading, mention, head)
    if _are_own_words(reading, mention):
        return mention.form != "handle"
    if word.startswith(_WORDS_OF):
        return mention.form != "handle" and reading.text[mention.target.end : mention.target.end + 2] in (
            "'s",
            "’s",
        )
    if word.startswith(_SPEAKS_FOR):
        if _FORMER.search(reading.text[attribution.source.start : head.start]):
            return False
        return (
            mention.form != "pronoun"
            and mention.type != "person"
            and not _is_in_clause(reading, mention, head)
        )
    indices = reading.tokens_in(mention.head)
    if reading.tokens[indices.start].dep in ("compound", "poss", "amod", "nmod"):
        return False
    before = reading.text[attribution.source.start : mention.target.start].strip().lower()
    return before in ("", "the", "a", "by", "to", "according to", "and", "even")


def _is_called(reading: Reading, source: Span, mention: Mention) -> bool:
    """Whether a body's name ends a source, right behind what it is: "the supermarket chain X"."""
    before = reading.text[source.start : mention.target.start]
    rest = reading.text[mention.target.end : source.end].strip(" ,")
    body = mention.form in ("name", "acronym") and mention.type == "organisation"
    return body and not rest and bool(_KIND_OF_IT.fullmatch(before))


def _is_defined(reading: Reading, source: Span, mention: Mention) -> bool:
    """Whether a name opens a source, and a clause without its comma follows: "the Monitor which ..."."""
    before = reading.text[source.start : mention.target.start].lower()
    behind = reading.text[mention.target.end : source.end]
    return before in ("", "the ") and behind.startswith((" which ", " that ", " who "))


def _is_in_clause(reading: Reading, mention: Mention, head: Span) -> bool:
    """Whether it only stands in a clause about who speaks: "officials who spoke to the agency"."""
    top, i = reading.tokens_in(head).start, reading.tokens_in(mention.head).start
    while i != top and reading.tokens[i].head != i:
        if reading.tokens[i].dep in ("relcl", "acl", "advcl", "ccomp"):
            return True
        i = reading.tokens[i].head
    return False


def _is_addressed(reading: Reading, attribution: Attribution, mention: Mention) -> bool:
    """Whether all that a source holds besides the name is a form of address ("MS. OKAFOR")."""
    assert attribution.source is not None
    before = reading.text[attribution.source.start : mention.target.start].strip()
    return is_address(before) and attribution.source.end - mention.target.end <= 1


def _head(reading: Reading, span: Span) -> Span | None:
    """The word of the stretch that governs the others."""
    indices = reading.tokens_in(span)
    best: tuple[int, int] | None = None
    for index in indices:
        token = reading.tokens[index]
        if token.pos in ("PUNCT", "ADP", "CCONJ") or (token.head in indices and token.head != index):
            continue
        rank = (0 if token.pos in ("NOUN", "PROPN", "PRON") else 1, index)
        best = rank if best is None else min(best, rank)
    if best is None:
        return None
    token = reading.tokens[best[1]]
    return Span(token.start, token.end)


def _apposed(
    reading: Reading, mention: Mention, named: list[Mention], inside: list[Mention]
) -> Mention | None:
    """The name in apposition to a title: "the minister, Jean Dupont,"; not "a spokesman for Jean Dupont"."""
    for other in named:
        between = reading.text[mention.target.end : _with_role(other).start]
        if other.target.start >= mention.target.end and between.strip() in ("", ","):
            return other
        if other.target.start > mention.target.end and _holds_office(reading, mention, other, inside):
            return other
    return None


def _holds_office(reading: Reading, title: Mention, name: Mention, inside: list[Mention]) -> bool:
    """Whether a name follows an office and its body: "the ambassador to the United Nations, Ada Holm,".

    Without a comma only behind a title: "a spokesman for the Senate Ada Holm" is nobody's.
    """
    before = _with_role(name)
    for body in inside:
        link = reading.text[title.target.end : body.target.start]
        gap = reading.text[body.target.end : before.start]
        named = body.type in ("organisation", "government") and body.form in ("name", "acronym")
        if named and _OFFICE_OF.match(link) and (gap == ", " or (gap == " " and title.form == "title")):
            return True
    return is_of_no_person(reading, title, before.start)


def is_of_no_person(reading: Reading, title: Mention, name: int) -> bool:
    """Whether a comma parts a name from a description of one person that ends in nobody else's office.

    "A lawyer for 30 families, Ada Holm,": she is the lawyer. "A lawyer for the minister, Ada Holm," may be
    the lawyer or the minister, and is left open.
    """
    whose = reading.text[title.head.end : name]
    heads = reading.tokens_in(title.head)
    if any(reading.tokens[i].tag in ("NNS", "NNPS") for i in heads) or not whose.endswith(", "):
        return False
    if whose == ", ":
        return True
    if not _WHOSE.match(whose[:-2]):
        return False
    last = reading.tokens[reading.tokens_in(Span(title.head.end, name - 2))[-1]]
    agent = meaning(last.text) if last.text.islower() else None
    one = agent is not None and agent.group in ("office", "rank", "person") and not agent.plural
    return not one


def _are_own_words(reading: Reading, mention: Mention) -> bool:
    """Whether the source is words of the mention's own: its report, a letter from it."""
    start = mention.target.start
    if mention.type == "place" or mention.form == "pronoun":
        return False
    behind = reading.text[mention.target.end : mention.target.end + 50]
    return bool(_OWN_WORDS.match(behind) or _WORDS_FROM.search(reading.text[max(0, start - 60) : start]))


def _named_behind(mention: Mention, inside: list[Mention]) -> Mention | None:
    """The body or state that stands right behind its description: "the country's southern neighbour Chad"."""
    for other in inside:
        if other.form in ("name", "acronym") and 0 <= other.target.start - mention.target.end <= 1:
            return other
    return None


def _institution(reading: Reading, mention: Mention, inside: list[Mention]) -> Mention | None:
    """Whom an unnamed speaker speaks for: "a spokesman for the ministry" is the ministry."""
    speaks = any(word in mention.target.quote.lower() for word in _SPEAKS_FOR)
    if mention.form not in ("title", "nominal") or not speaks or mention.type == "organisation":
        return None
    if _FORMER.search(mention.target.quote):
        return None
    for other in inside:
        if other is not mention and other.type in ("organisation", "government", "armed-group"):
            apart = other.form == "pronoun" or _is_in_clause(reading, other, mention.head)
            return None if apart else other
    return None
