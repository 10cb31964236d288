"""The lines of a text that are no part of the reading: buttons, advertisements, links, captions.

Every rule takes a whole line (or a line's leading run of buttons): a rule that cut into prose could
lose a sentence, and a sentence lost is worse than a button kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from atstake.intake import words
from atstake.intake.lines import Cover, Line, squeezed
from atstake.model.text import Furniture, FurnitureKind, Link, Span


def _any(patterns: Sequence[str]) -> str:
    return "(?:" + "|".join(sorted(patterns, key=lambda p: (-len(p), p))) + ")"


_SHARE = re.compile(rf"(?:{_any(words.SHARE_PHRASES + words.SHARE_WORDS)}[\s|•·,/]*)+", re.I)
_SHARE_SURE = re.compile(_any(words.SHARE_PHRASES), re.I)
_SHARE_ITEM = re.compile(_any(words.SHARE_PHRASES + words.SHARE_WORDS), re.I)
_ADVERTISEMENT = re.compile(_any(words.ADVERTISEMENTS), re.I)
_LEADING_LABEL = re.compile(rf"(?i:{_any(words.LEADING_LABELS)})\s+(?=[A-Z0-9“‘\"'])")
_COPYRIGHT = re.compile(
    r"copyright|(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?(?:19|20)?[\w ,.&/'’-]{2,120}"
    r"(?:\. (?:all rights reserved|click here|this material|visit our)[^\n]{0,200})?"
    r"|copyright (?:©\s*)?(?:19|20)\d\d\b[^\n]{0,250}|all rights reserved\.?",
    re.I,
)
_RELATED = re.compile(rf"{_any(words.RELATED_HEADINGS)}\s*[:.…]*", re.I)
_LABELLED = re.compile(rf"(?P<label>{_any(words.LINK_LABELS)})\s*[:|»>]+\s*(?P<title>[^\n]{{3,180}})", re.I)
_BRACKETED = re.compile(rf"[(\[]\s*{_any(words.LINK_LABELS)}\s*:[^()\n]{{2,160}}[)\]]", re.I)
# "Harbour fire:Council meets again": a headline set against its label without a space.
_GLUED_LABEL = re.compile(r"[A-Z][\w ’',&-]{2,50}:(?=[‘'“\"A-Z])[^\n]{12,170}(?<![.])(?<![.][”\"])")
_LINK = re.compile(rf"{_any(words.LINK_VERBS)}\b[^\n.!?“”\"]{{3,140}}\bhere\W{{0,3}}", re.I)
_FINITE = re.compile(r"\b(?:said|says|is|are|was|were|has|have|had|will|would|not|you will|can)\b")
"""Verbs that make a sentence of what looks like a link; orders to the reader have none."""
_CLICK = re.compile(
    r"(?:click|tap) (?:here|for|to)\b[^\n“”\"]{2,160}|(?:read|see) more(?: here)?\W{0,3}", re.I
)
_READ_OR_SHARE = re.compile(r"read or share this story:?\s*\S*|more on this\.{3}[^\n]{0,120}", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_FOLLOW = re.compile(
    r"[-–•* ]*(?:follow|like|join|find) (?:@\w+|[^\n.“”\"]{1,80} (?:on|at|in) "
    r"(?:twitter|facebook|instagram|x|linkedin|youtube|telegram)\b[^\n“”\"]{0,60})(?:\s*follow @\w+)*",
    re.I,
)
_NEWSLETTER = re.compile(rf"{_any(words.NEWSLETTER_VERBS)}\b[^\n]{{0,260}}", re.I)
_NEWSLETTER_WORD = re.compile(_any(words.NEWSLETTER_WORDS), re.I)
# A whole form with all that it may answer.
_SIGN_UP_FORM = re.compile(r"newsletter sign up\b[^\n]{0,900}\bemail address\b[^\n]{0,900}", re.I)
_SIGN_UP = re.compile(r"(?:sign up|subscribe) (?:for|to) (?:the|our|daily)\b[^\n.“”\"]{0,100}[.!]?", re.I)
_CAPTION = re.compile(
    r"(?:file photo|file image|photos?|image|slideshow|gallery|video)\s*(?:\(\d+ images?\))?"
    r"|(?:prev(?:ious)?|next) image \d+ of \d+|image \d+ of \d+|enlarge this image\b[^\n]{0,300}"
    r"|toggle caption\b[^\n]{0,200}|file (?:photo|image)\s*(?::|[-–—])[^\n]{5,400}"
    r"|(?:just|must) watched\b[^\n]{0,300}(?:must watch|replay)[^\n]{0,200}",
    re.I,
)
# The words beside a video, behind its player's button: "CLOSE The mayor cut the ribbon on Monday. Newsreel".
_OVERLAY = re.compile(r"CLOSE(?:\s+[^\sa-z][^\n]{0,500})?")
_CREDITED = re.compile(rf"[^\n]{{0,400}}?{_any(words.PHOTO_CREDITS)}\s*\.?")
_GALLERY = re.compile(r"\bhide caption \d+ of \d+", re.I)
_EMBED = re.compile(
    rf"(?:{words.TAG}|//\s*[-–]+>|<!\s*[-–]+|\[/?(?:embed\w*|pullquote|audio-clip|summary|image|caption|video)"
    r"[^\]\n]{0,120}\]|(?:poster|src|href|data-\w+)=\"[^\"\n]{0,300}\"|\s)+",
    re.I,
)
_WHEN = r"(?:\d[\d:/.]*(?:[ap]\.?m\.?)?|[ap]\.?m\.?|noon|midnight|at|on|[A-Z]{2,4}|[A-Z][a-z]{2,8}\.?)"
_NOTICE = re.compile(
    rf"(?:Live )?[Uu]pdate:? \d{{1,2}}:?\d\d ?(?:[AaPp][Mm])?(?: [A-Z]{{2,4}})?"
    rf"|(?:Last |First )?[Uu]pdated:?(?:[\s,]+{_WHEN}){{0,12}}\W*"
    r"|\W*(?:[Tt]his|[Tt]he) (?:story|post|article|report|piece) (?:was|has been) (?:last )?updated\b"
    r"[^\n“”\"]{0,200}"
    r"|This is a rush transcript\.[^\n]{0,80}|This article is more than \w+ \w+ old\W*"
    r"|(?:about )?\d+ (?:years?|months?|weeks?|days?|hours?|minutes?) ago|Click to enlarge\W*"
    r"|\W*Sample text:[^\n]{0,200}|This site is protected by recaptcha[^\n]{0,200}"
)
_WHO = (
    r"(?:(?:[A-Z][\w.’'-]*|writers?|reporters?|correspondents?|staff|journalists?|producers?|editors?)[ ,]+"
    r"(?:of |and |the |de |al-|in (?=[A-Z]))?){1,18}"
)
_FROM = r"(?: (?:from|in) [A-Z][\w.,’' -]{2,60})?"
_GAVE = r"(?:also )?contributed(?: reporting)?(?: to this (?:report|article|story))?"
_CONTRIBUTED = re.compile(
    r"(?!\W*(?:He|She|They|We|I|It|Who|That|This)\b)"
    rf"[•⦁*—–\- (]*{_WHO}{_GAVE}{_FROM}\W*(?:{_WHO}(?:{_GAVE}|reported){_FROM}\W*){{0,4}}"
    r"|\W*(?:Contributing|With contributions from|Additional reporting by|Reporting by"
    r"|(?:Writing|Editing) by)\b:?[^\n“”\"]{3,200}"
)
_HEADLINE_END = re.compile(r"[.,;:…]$|[.][”\"’']$")

_FOOT = re.compile(r"[.!?][”\"')]*\s+(?P<rest>[^.!?]{2,400})$")
_SITE_LABEL = re.compile(_any(words.SITE_LABELS), re.I)
_SOURCE = re.compile(r"\((?:Source|With|Reporting|Agencies)\b[^()]{0,80}\)(?: (?:Twitter|Facebook))?")
_SIGN_OFF = re.compile(
    r"(?:[A-Z]{2,8}(?: \d{1,3})?|\d{2,3}(?:-\d{1,2})?)|Last Update:? [^.]{4,80}|Twitter|Facebook"
)
_HEADLINE = 28
"""Words of a headline with its label at most."""
_LIST = 40
"""Lines that a list of related headlines is looked for in."""

_RULES: tuple[tuple[FurnitureKind, Callable[[str], bool]], ...] = (
    ("share-buttons", lambda line: _is_share(line)),
    ("advertisement", lambda line: bool(_ADVERTISEMENT.fullmatch(line))),
    ("copyright-label", lambda line: _is_copyright(line)),
    ("embed-code", lambda line: bool(_EMBED.fullmatch(line))),
    ("byline", lambda line: len(line) < 260 and bool(_CONTRIBUTED.fullmatch(line))),
    ("caption", lambda line: _is_caption(line) or _is_credited(line) or _is_gallery(line)),
    ("other", lambda line: _is_newsletter(line) or bool(_NOTICE.fullmatch(line))),
    ("link-line", lambda line: _is_link(line)),
)


def line_furniture(lines: Sequence[Line]) -> list[Furniture]:
    """Furniture that a line shows by itself."""
    found = []
    for line in lines:
        kind = next((kind for kind, matches in _RULES if matches(line.text)), None)
        if kind:
            found.append(Furniture(line.span, kind))
        elif (run := _leading_share(line.text)) > 0:
            found.append(Furniture(line.part(0, run), "share-buttons"))
        elif label := _LEADING_LABEL.match(line.text):
            found.append(Furniture(line.part(0, label.end()), "other"))
    return found


def related(lines: Sequence[Line], taken: Sequence[Span]) -> tuple[list[Furniture], list[Link]]:
    """Headings such as "You might also like" with the headlines under them, which are kept as links too.

    ``taken`` are stretches known as something else (furniture, posts): they end no list.
    """
    found: list[Furniture] = []
    links: list[Link] = []
    cover = Cover(taken)
    for i, line in enumerate(lines):
        if not _RELATED.fullmatch(line.text) or (found and line.span.start < found[-1].span.end):
            continue
        under = _headlines_under(lines[i + 1 : i + 1 + _LIST], cover)
        if not under and line.text.isupper() is False and not line.text.endswith((":", "…", "...")):
            if _RELATED_ALONE.fullmatch(line.text):
                found.append(Furniture(line.span, "related-heading"))
            continue
        found.append(Furniture(line.span, "related-heading"))
        found += [Furniture(other.span, "related-link") for other in under]
        links += [Link(other.text, None, other.span) for other in under]
    return found, links


def foot(line: Line) -> list[Furniture]:
    """What stands behind the last sentence of a text's last line: the site's labels, a source, a sign-off."""
    match = _FOOT.search(line.text[-500:])
    if not match:
        return []
    rest, start = match["rest"].rstrip(), max(0, len(line.text) - 500) + match.start("rest")
    sure = _RELATED.fullmatch(rest) or _SOURCE.fullmatch(rest) or _SIGN_OFF.fullmatch(rest)
    if sure or len(_SITE_LABEL.findall(rest)) > 1:
        return [Furniture(line.part(start, start + len(rest)), "byline" if rest.startswith("(") else "other")]
    return []


def labelled_links(lines: Sequence[Line], furniture: Sequence[Furniture]) -> list[Link]:
    """The headlines of link lines such as "READ MORE: ..."."""
    places = {f.span for f in furniture if f.kind == "link-line"}
    found = []
    for line in lines:
        if (
            line.span in places
            and (match := _LABELLED.fullmatch(line.text))
            and " " in match["title"].strip()
        ):
            found.append(Link(match["title"].strip(), None, line.part(*match.span("title"))))
    return found


def repeated_titles(lines: Sequence[Line], title: str) -> list[Furniture]:
    """Lines that say the title once more, after the first that does."""
    wanted = squeezed(title)
    close = range(len(title) - 10, len(title) + 11)  # white space is all that may differ in length
    same = [line for line in lines if wanted and len(line.text) in close and squeezed(line.text) == wanted]
    return [Furniture(line.span, "repeated-title") for line in same[1:]]


_RELATED_ALONE = re.compile(
    r"you (?:might|may)(?: also)? like|related (?:articles|stories|content)|most read|read more", re.I
)


def _headlines_under(lines: Sequence[Line], taken: Cover) -> list[Line]:
    found: list[Line] = []
    for line in lines:
        if taken.touches(line.span):
            continue
        if not _is_headline(line.text):
            break
        found.append(line)
    # Before the article goes on, a lone short line may be the next section's heading.
    goes_on = len(found) < len(lines) and any(len(line.text) > 160 for line in lines)
    return (
        found[:1]
        if goes_on and len(found) == 1 and len(found[0].text) > 30
        else []
        if goes_on and len(found) < 2
        else found
    )


def _is_headline(line: str) -> bool:
    counted = len(line.split())
    return 3 <= counted <= 25 and len(line) <= 160 and not _HEADLINE_END.search(line)


def _is_share(line: str) -> bool:
    if len(line) > 300 or not _SHARE.fullmatch(line):
        return False
    return bool(_SHARE_SURE.search(line)) or len(_SHARE_ITEM.findall(line)) > 1


def _leading_share(line: str) -> int:
    """How far a run of at least three buttons, one of them sure, reaches into a line of prose."""
    match = _SHARE.match(line[:200])
    if not match or len(_SHARE_ITEM.findall(match[0])) < 3 or not _SHARE_SURE.search(match[0]):
        return 0
    rest = line[match.end() :]
    return match.end() if rest[:1].isupper() and match[0][-1:].isspace() else 0


def _is_copyright(line: str) -> bool:
    return bool(_COPYRIGHT.fullmatch(line)) and len(line) <= 320


def _is_caption(line: str) -> bool:
    return bool(_CAPTION.fullmatch(line) or _OVERLAY.fullmatch(line))


def _is_gallery(line: str) -> bool:
    """A gallery's captions run into one line, with a count behind each."""
    found = list(_GALLERY.finditer(line))
    return len(found) > 1 or (
        bool(found) and (line.startswith("Photos:") or not line[found[0].end() :].strip())
    )


def _is_credited(line: str) -> bool:
    """Captions are one or two sentences that end in the picture's credit."""
    return len(line) <= 420 and bool(_CREDITED.fullmatch(line)) and not line.startswith(("“", '"', "—"))


def _is_newsletter(line: str) -> bool:
    if _SIGN_UP_FORM.fullmatch(line):
        return True
    if not _NEWSLETTER.fullmatch(line) or any(c in line for c in '“”"'):
        return False
    return bool(_NEWSLETTER_WORD.search(line) or _SIGN_UP.fullmatch(line)) and not re.search(
        r"\b(?:he|she|they|said)\b", line
    )


def _is_link(line: str) -> bool:
    if (
        _CLICK.fullmatch(line)
        or _READ_OR_SHARE.fullmatch(line)
        or _ADDRESS.fullmatch(line)
        or _BRACKETED.fullmatch(line)
        or (_GLUED_LABEL.fullmatch(line) and len(line.split()) <= _HEADLINE)
    ):
        return True
    link = _LINK.fullmatch(line) and not _FINITE.search(line)
    if (link or _FOLLOW.fullmatch(line)) and line[0].isupper() | (line[0] in "-–•*"):
        return True
    match = _LABELLED.fullmatch(line)
    # "More: ..." is a link; "Related: he said it was so." would be prose.
    return (
        bool(match)
        and line[0].isupper()
        and not re.search(r"[.]\s+[A-Z]|\.$|\bsaid\b", match["title"] if match else "")
    )
