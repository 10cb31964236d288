"""A guess at the language, cheap for English: the model is loaded for other texts alone."""

from __future__ import annotations

import re

# The ten most frequent words of English prose (British National Corpus).
_ENGLISH = frozenset("the of and to a in that it is was".split())
_SHARE = 0.12
_SAMPLE = 3000


def language_of(text: str) -> str:
    """ISO 639-1 code; "en" where the text is too short to tell."""
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    if len(words) < 12 or sum(word in _ENGLISH for word in words) >= _SHARE * len(words):
        return "en"
    from py3langid import classify

    return str(classify(text[:_SAMPLE])[0])
