"""Whether the only mention in a source is who speaks: its head, or whom that speaks for, not a mere part."""

from __future__ import annotations

import re

from atstake.extract.coreference.sources.words import FORMER, SPEAKS_FOR, is_cut_name, is_in_clause, with_role
from atstake.extract.coreference.written import WORDS_OF, has_own_words
from atstake.extract.mentions.persons import is_address
from atstake.facts.agents import meaning
from atstake.facts.organisations import organisation_sector
from atstake.model.annotations import Mention
from atstake.model.reading import Reading
from atstake.model.text import Span, Target

_KINDS_OF_BODY = (
    "agency", "newspaper", "group", "channel", "network", "paper", "daily", "outlet", "broadcaster",
    "station", "magazine", "organi", "website", "television", "ministry", "army",
)  # fmt: skip
_PAPERS = ("newspaper", "paper", "daily", "magazine", "website", "channel", "station", "broadcaster")
_KIND_OF_IT = re.compile(r"(?:[Tt]he|[Aa]n?) (?:(?!of |to |at |on |for |by |from |in |with )[a-z-]+ ){1,4}")
# Who is somebody of a body: "The paper's Ada Holm" is not the paper.
_OWNS_SOMEBODY = re.compile(r"['’]s? (?:[A-Z][\w.-]+ ?){2,4},?$")
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my"})


def only_describes(mention: Mention) -> bool:
    """Possessive pronouns and places in a source are not who speaks ("his lawyer", "officials in Ankara")."""
    return mention.type == "place" or (
        mention.form == "pronoun" and mention.target.quote.lower() in _POSSESSIVES
    )


def speaks(reading: Reading, source: Target, mention: Mention, head: Span | None) -> bool:
    """Whether the only mention in a source is its head, or who the head speaks for; not a mere part of it."""
    alone = len(source.whole) - len(mention.target.whole) <= 2
    if only_describes(mention):
        return alone and mention.type != "place"
    if _OWNS_SOMEBODY.match(reading.text[mention.target.end : source.end]):
        return False
    if head is None or with_role(mention).overlaps(head) or _is_addressed(reading, source, mention):
        return True
    whole = source.whole
    if _is_called(reading, whole, mention) or _is_defined(reading, whole, mention):
        return True
    if is_cut_name(reading, whole, mention, head):
        return True
    word = reading.text[head.start : head.end].lower()
    if word.startswith(_KINDS_OF_BODY):
        named = mention.form in ("name", "acronym") and mention.type in ("organisation", "armed-group")
        # "The Labour Party newspaper" is not the party.
        owner = word.startswith(_PAPERS) and _has_papers(mention)
        return named and not owner and not is_in_clause(reading, mention, head)
    if has_own_words(reading, mention):
        return mention.form != "handle"
    if word.startswith((*WORDS_OF, "analysis", "memo")):
        behind = reading.text[mention.target.end : head.start]
        body = mention.type in ("organisation", "government", "armed-group")
        return mention.form != "handle" and (behind.startswith(("'s", "’s")) or (body and behind == " "))
    if word.startswith(SPEAKS_FOR):
        if FORMER.search(reading.text[source.start : head.start]) or _is_a_partys_aide(source, mention):
            return False
        return (
            mention.form != "pronoun"
            and mention.type != "person"
            and not is_in_clause(reading, mention, head)
        )
    indices = reading.tokens_in(mention.head)
    if reading.tokens[indices.start].dep in ("compound", "poss", "amod", "nmod"):
        return False
    before = reading.text[source.start : mention.target.start].strip().lower()
    return before in ("", "the", "a", "by", "to", "according to", "and", "even")


def _has_papers(mention: Mention) -> bool:
    """Whether a body is no paper or channel itself, by the table or the last word of its name."""
    kind = meaning(mention.target.quote.split()[-1], "body", "government")
    sector = organisation_sector(mention.known) or (kind.sector if kind is not None else "")
    return sector not in ("", "MED")


# "A Republican aide": one of hundreds, who speaks for himself.
_ONE_AIDE = re.compile(r"(?:an?|one|another) .*\b(?:aide|source)\b", re.IGNORECASE)


def _is_a_partys_aide(source: Target, mention: Mention) -> bool:
    """Whether one unnamed aide of a party, or of its half of a chamber, speaks."""
    party = organisation_sector(mention.known) in ("PTY", "LEG")
    return party and _ONE_AIDE.match(source.quote) is not None


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


def _is_addressed(reading: Reading, source: Target, mention: Mention) -> bool:
    """Whether all that a source holds besides the name is a form of address ("MS. OKAFOR")."""
    before = reading.text[source.start : mention.target.start].strip()
    return is_address(before) and source.end - mention.target.end <= 1
