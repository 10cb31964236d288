"""What an outlet says at the end of a text about who wrote it, and how to reach them.

"Jo Lind is a reporter for the Halden Post. Follow her on Twitter." names no party of the story and tells
nothing of it. A whole line is taken or none, and only among the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from atstake.intake.lines import Line, squeezed
from atstake.model.text import Furniture

_LAST = 6
"""Lines at the end of a text among which such a line is looked for."""
_LONGEST = 900
_NAME = r"(?:[A-Z][\w’'.-]*|de|van|von|bin|al)(?: (?:[A-Z][\w’'.-]*|de|van|von|bin|al|[IVX]+)){1,4}"
_HANDLE = r"(?:Twitter|Facebook|Instagram|LinkedIn|X\b|@\w|\[email)"
# "Follow him on Twitter", "She can be reached at jo@post.example", "Email him at ...".
_REACH = re.compile(
    rf"(?:\b(?:[Ff]ollow|FOLLOW|[Ee]-?mail|[Cc]ontact|[Rr]each|[Ww]rite to)\b[^.!?“”\"]{{1,60}}?"
    rf"(?:\b(?:on|at|via|in)\b|:)?\W{{0,3}}(?:{_HANDLE}|\S+@\S+\.\w|\S+\.com\b)"
    rf"|\bcan be (?:reached|followed|found|contacted|e-?mailed) (?:at|on|via|by)\b"
    r"|\b(?:[Ff]ollow|[Ee]-?mail) (?:him|her|them|me)\b)"
)
_TRADE = (
    r"reporter|journalist|columnist|correspondent|editor|writer|author|contributor|blogger|commentator|host|producer"
    r"|fellow|professor|lecturer|attorney|director|consultant|strategist|analyst|scholar"
)
# "Jo Lind is a reporter ...", "Jo Lind, a columnist for the Post, is ...", "The author is ...".
_ABOUT = re.compile(
    rf"[•⦁*—–\- ]*(?:The (?:author|writer)|{_NAME})"
    rf"(?:,[^.!?“”\"]{{2,160}},)? (?:is|was|are|has been|served as|covers|covered|writes|hosts"
    r"|edits|reports|teaches)\b"
)
_IS_OF_THE_TRADE = re.compile(rf"\b(?:{_TRADE})s?(?:-at-large)?\b|\b(?:covers|hosts|edits|writes)\b", re.I)
# The reporter's own telling of somebody, and not a note on who writes.
_TELLS = re.compile(
    r"[“”]|\b(?:said|says|told|asked|announced|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def blurbs(lines: Sequence[Line], authors: Sequence[str]) -> list[Furniture]:
    """Notes on the author among the last lines: those that say how to reach them, and the author's own.

    A line without an address has to be about somebody whom no other line names, or who wrote the text.
    """
    return [Furniture(line.span, "byline") for line in lines[-_LAST:] if _is_blurb(line, lines, authors)]


def _is_blurb(line: Line, lines: Sequence[Line], authors: Sequence[str]) -> bool:
    about = _ABOUT.match(line.text)
    if len(line.text) > _LONGEST or _TELLS.search(line.text) or len(lines) <= 1:
        return False
    if _REACH.search(line.text) and (about or _begins_with_reach(line)):
        return True
    if about is None or not _IS_OF_THE_TRADE.search(line.text):
        return False
    named = re.match(rf"[•⦁*—–\- ]*({_NAME})", line.text)
    if named is None or line.text.lstrip("•⦁*—–- ").startswith(("The author", "The writer")):
        return True
    name = squeezed(named.group(1))
    if any(name in squeezed(a) or squeezed(a) in name for a in authors if a):
        return True
    surname = named.group(1).split()[-1]
    return line in lines[-2:] and not any(surname in other.text for other in lines if other is not line)


def _begins_with_reach(line: Line) -> bool:
    """Whether a line does nothing but say how somebody is reached."""
    found = _REACH.search(line.text)
    return found is not None and len(line.text[: found.start()].split()) <= len("You can also".split()) + 2
