"""Runs the grammar over a text: candidates by rule, longest first, read in text order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from atstake.extract.times.grammar import RULES, Rule
from atstake.extract.times.meaning import Context, Match, Meaning
from atstake.extract.times.words import Word, words_of

_MONTH_WORDS = frozenset({"may", "march"})
_COUNTED = frozenset("$#%")


def read(
    text: str,
    published: date | None,
    toward: Callable[[int], int],
    told_on: Callable[[int], int | None] = lambda _: None,
) -> Iterator[tuple[int, int, Meaning, str]]:
    """Start, end, meaning and signal ("since", "by", ...) of each time expression of a text.

    ``toward`` gives the direction at an offset, ``told_on`` the weekday of the telling, see ``Context``.
    """
    words = words_of(text)
    letters = "".join(w.letter for w in words)
    context = Context(words, published, toward, told_on)
    done = 0
    for start, end, rule, match in _candidates(words, letters):
        if start < done or not _stands(words, start, end, rule):
            continue
        meaning = _meaning(rule, match, context)
        if meaning is None:
            continue
        context.learn(meaning, end)
        done = end
        yield words[start].start, words[end - 1].end, meaning, _signal(words, start)


def _candidates(words: list[Word], letters: str) -> list[tuple[int, int, Rule, Match]]:
    """All matches, by start, then longest first, then by the order of the rules."""
    found = []
    for order, rule in enumerate(RULES):
        for hit in rule.pattern.finditer(letters):
            groups = {name: words[hit.start(name)] for name, text in hit.groupdict().items() if text}
            found.append((hit.start(), -hit.end(), order, Match(hit.start(), hit.end(), groups)))
    found.sort(key=lambda f: f[:3])
    return [(start, -end, RULES[order], match) for start, end, order, match in found]


def _meaning(rule: Rule, match: Match, context: Context) -> Meaning | None:
    try:
        return rule.read(match, context)
    except (ValueError, OverflowError):
        # The calendar ends before year 1 and after year 9999; what lies beyond has no value.
        return None


def _stands(words: list[Word], start: int, end: int, rule: Rule) -> bool:
    """Whether the words around let a match be a time: no sums, ages, scores, names."""
    before = words[start - 1] if start else None
    after = words[end] if end < len(words) else None
    if before is not None and before.letter in "$#":
        return False
    match rule.name:
        case "year":
            return _is_year(words, start, end, before, after)
        case "month":
            return _is_month(words, start, end, before)
        case "ahead":
            return before is not None and before.text.lower() == "in"
        case "reference":
            as_soon_as = after is not None and after.text.lower() == "as"
            return not as_soon_as and words[start].text.lower() not in ("its", "his", "her", "their")
        case "duration" | "duration-vague":
            return not (after is not None and after.letter == "A") and not _is_age(words, end)
        case "clock":
            return words[start].letter in "B" or _is_clock(words, start, end, before)
    return True


def _is_age(words: list[Word], end: int) -> bool:
    return end + 1 < len(words) and words[end].letter == "-" and words[end + 1].letter == "A"


def _is_clock(words: list[Word], start: int, end: int, before: Word | None) -> bool:
    if any(w.letter in "mZ" for w in words[start:end]) or words[end - 1].text.lower() == "time":
        return True
    return before is not None and before.text.lower() in ("at", "by", "until", "from", "around", "till")


def _is_month(words: list[Word], start: int, end: int, before: Word | None) -> bool:
    word = next(w for w in words[start:end] if w.letter == "M")
    if word.text.lower() in _MONTH_WORDS and end - start == 1:
        return before is not None and before.letter in "iE&oel>,p"
    short = len(word.text) < 5 and word.text.lower() not in ("may", "june", "july")
    return not (short and end - start == 1)


def _is_year(words: list[Word], start: int, end: int, before: Word | None, after: Word | None) -> bool:
    word = next(w for w in words[start:end] if w.letter == "Y")
    number = word.value
    assert isinstance(number, int)
    if end - start > 1:
        return True
    if not 1800 <= number <= 2069 and not (before is not None and before.letter in "io"):
        return False
    if before is not None and (before.letter in "x-_/#" or before.text in (":", "(")) and number < 1900:
        return False
    if before is not None and before.letter == "x" and before.text.lower() not in ("over",):
        return False
    if after is not None and after.letter in "%/-" and after.text == "%":
        return False
    # "2000 people": a round number before a plural noun counts something.
    if number % 100 == 0 and after is not None and after.text.islower() and after.text.endswith("s"):
        return before is not None and before.letter in "ih"
    return not (after is not None and after.letter == "U")


_SIGNALS = frozenset(
    "since until till by before after from within through in on for over during at beyond".split()
)


def _signal(words: list[Word], start: int) -> str:
    """The preposition that stands before an expression (a TimeML SIGNAL), or ""."""
    for word in reversed(words[max(0, start - 2) : start]):
        low = word.text.lower()
        if low in _SIGNALS:
            return low
        if word.letter not in "ha":
            break
    if start and words[start - 1].text.lower() in ("starting", "beginning", "effective"):
        return "from"
    return ""
