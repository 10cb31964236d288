"""Of several mentions in a source the one that speaks: at its head, apposed to it, or what it speaks for."""

from __future__ import annotations

import re

from atstake.extract.coreference.sources.words import FORMER, SPEAKS_FOR, is_cut_name, is_in_clause, with_role
from atstake.facts.agents import meaning
from atstake.model.annotations import Attribution, Mention
from atstake.model.reading import Reading
from atstake.model.text import Span, Target

# Between an office and the name of its holder: the body that it is an office of.
_OFFICE_OF = re.compile(r"^ (?:of|to|at|on|for) (?:the )?$")
_SHORT_FORM = re.compile(r" \([A-Z][\w.]*\) ")
_WHOSE = re.compile(r"^ (?:of|to|at|on|for|with|from|in) [^,;:()\"“”]{2,70}$")


def of_several(reading: Reading, source: Target, inside: list[Mention], head: Span | None) -> Mention | None:
    """Of the mentions in a source, of which ``head`` is the governing word, the one that speaks."""
    named = [m for m in inside if m.type == "person" and m.form in ("name", "handle")]
    at_head = [m for m in inside if head is not None and m.target.whole.contains(head)]
    if not at_head and (called := _called(reading, source.whole, head, inside)):
        return called
    if not at_head and (last := _last_named(reading, source.whole, head, inside)):
        return last
    if not at_head:
        speaking = [m for m in named if not _owns(reading, m) and not _is_within(reading, source, m)]
        return speaking[0] if speaking else (_institution(reading, inside[0], inside) if inside else None)
    first = at_head[0]
    if (holder := _of_its_office(reading, source.whole, first, named)) is not None:
        return holder
    if first.form == "nominal" and (name := _named_behind(first, inside)):
        return name
    if first.form == "nominal" and first.type in ("organisation", "armed-group"):
        named_so = (m for m in inside if m.type == first.type and m.form in ("name", "acronym"))
        return next((m for m in named_so if not _IN_IT.match(reading.text, first.target.end)), first)
    if (bearer := _of_two_roles(reading, first, named)) is not None:
        return bearer
    if first.form in ("nominal", "title"):
        return _apposed(reading, first, named, inside) or _institution(reading, first, inside) or first
    return first


# "Critics in the Harbour Party" are not the party.
_IN_IT = re.compile(r" (?:in|inside|within|at|on) ")


def _of_two_roles(reading: Reading, first: Mention, named: list[Mention]) -> Mention | None:
    """Who has two titles before the name and no article: "Koro lawyer and former prosecutor Ada Holm"."""
    if first.form not in ("nominal", "title") or len(named) != 1 or _ARTICLE.match(first.target.quote):
        return None
    between = reading.text[first.target.end : with_role(named[0]).start]
    if any(reading.tokens[i].tag in ("NNS", "NNPS") for i in reading.tokens_in(first.head)):
        return None
    return named[0] if re.fullmatch(r" and (?:[\w-]+ )*", between) else None


_ARTICLE = re.compile(r"(?:the|an?|its|his|her|their|some|many|several|\w+['’]s)\b", re.IGNORECASE)


def _of_its_office(reading: Reading, source: Span, body: Mention, named: list[Mention]) -> Mention | None:
    """Who holds an office of a body with its short form: "Halden Council (HC) President Ada Holm"."""
    holder = named[-1] if named else None
    if holder is None or holder.role is None or body.type == "person" or holder.target.end < source.end:
        return None
    between = reading.text[body.target.end : holder.role.start]
    return holder if _SHORT_FORM.fullmatch(between) else None


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


def _last_named(reading: Reading, source: Span, head: Span | None, inside: list[Mention]) -> Mention | None:
    """The name that ends a source: apposed to what describes it ("Brenia's other main backer, Arland,")."""
    last = inside[-1] if inside else None
    if head is None or last is None or last.form not in ("name", "acronym") or last.type not in _BODIES:
        return None
    before = reading.text[source.start : last.target.start]
    rest = reading.text[last.target.end : source.end].strip(" ,")
    governing = reading.tokens[reading.tokens_in(head).start]
    one = governing.tag == "NN" and not governing.text.lower().startswith(SPEAKS_FOR)
    if is_cut_name(reading, source, last, head):
        return last
    apposed = not rest and one and governing.end <= last.target.start - 2
    return last if apposed and before.endswith(", ") and " and " not in before else None


_BODIES = frozenset({"organisation", "government", "armed-group"})


def run_on(reading: Reading, attribution: Attribution, inside: list[Mention]) -> Mention | None:
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


def _owns(reading: Reading, mention: Mention) -> bool:
    """Whether a possessive s follows: "some of Haddad's advisers" is not Haddad."""
    return reading.text[mention.target.end : mention.target.end + 2] in ("'s", "’s", "s ", "' ", "’ ")


def _is_within(reading: Reading, source: Target, mention: Mention) -> bool:
    """Whether the name only describes another word: "a Haddad-led bloc", "the new Haddad supporters"."""
    token = reading.tokens[reading.tokens_in(mention.head).start]
    target = mention.target
    if "-" in (
        reading.text[target.end : target.end + 1],
        reading.text[max(0, target.start - 1) : target.start],
    ):
        return True
    before = reading.text[source.start : target.start]
    return token.dep in ("compound", "amod", "nmod") and any(w.islower() for w in before.split())


def _apposed(
    reading: Reading, mention: Mention, named: list[Mention], inside: list[Mention]
) -> Mention | None:
    """The name in apposition to a title: "the minister, Jean Dupont,"; not "a spokesman for Jean Dupont"."""
    for other in named:
        between = reading.text[mention.target.end : with_role(other).start]
        if other.target.start >= mention.target.end and between.strip() in ("", ","):
            return other
        if other.target.start > mention.target.end and _holds_office(reading, mention, other, inside):
            return other
    return None


def _holds_office(reading: Reading, title: Mention, name: Mention, inside: list[Mention]) -> bool:
    """Whether a name follows an office and its body: "the ambassador to the United Nations, Ada Holm,".

    Without a comma only behind a title: "a spokesman for the Senate Ada Holm" is nobody's.
    """
    before = with_role(name)
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


def _named_behind(mention: Mention, inside: list[Mention]) -> Mention | None:
    """The body or state that stands right behind its description: "the country's southern neighbour Chad"."""
    for other in inside:
        if other.form in ("name", "acronym") and 0 <= other.target.start - mention.target.end <= 1:
            return other
    return None


def _institution(reading: Reading, mention: Mention, inside: list[Mention]) -> Mention | None:
    """Whom an unnamed speaker speaks for: "a spokesman for the ministry" is the ministry."""
    speaks = any(word in mention.target.quote.lower() for word in SPEAKS_FOR)
    if mention.form not in ("title", "nominal") or not speaks or mention.type == "organisation":
        return None
    if FORMER.search(mention.target.quote):
        return None
    for other in inside:
        if other is not mention and other.type in ("organisation", "government", "armed-group"):
            apart = other.form == "pronoun" or is_in_clause(reading, other, mention.head)
            return None if apart else other
    return None
