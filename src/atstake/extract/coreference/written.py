"""What somebody wrote or said, by the words for it: "a letter from Holm", "Holm's last report"."""

from __future__ import annotations

import re

from atstake.model.annotations import Mention
from atstake.model.reading import Reading

WORDS_OF = tuple("comment statement remark letter speech tweet op-ed testimony message".split())
_WRITTEN = (
    *WORDS_OF,
    *"report memo manuscript book column article interview oratory account".split(),
)
_PART = frozenset({"compound", "poss", "nmod", "amod"})
_WHOSE = (
    r"from|(?:(?:signed|issued|released|posted|written|published|read) )?by"
    r"|(?:attributed|credited|ascribed) to"
)
_WORDS_FROM = re.compile(rf"\b(?:{'|'.join(_WRITTEN)})s? (?:{_WHOSE}) (?:[A-Z][\w.]+ ){{0,3}}$")
_OWN_WORDS = re.compile(rf"['’]s?(?: [\w-]+){{0,4}}? (?:{'|'.join(_WRITTEN)})s?\b")


def has_own_words(reading: Reading, mention: Mention) -> bool:
    """Whether the text there is of words of the mention's own: its report, a letter from it."""
    if mention.type == "place" or mention.form == "pronoun":
        return False
    if _OWN_WORDS.match(reading.text, mention.target.end):
        return True
    start = min(mention.target.start, mention.role.start if mention.role else mention.target.start)
    token = reading.tokens[reading.tokens_in(mention.head).start]
    # "A letter from Holm adviser Ada Berk" is hers.
    return token.dep not in _PART and bool(_WORDS_FROM.search(reading.text, max(0, start - 60), start))
