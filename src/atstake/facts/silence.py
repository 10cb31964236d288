"""Set phrases of English news prose for an answer that is none: "declined to comment"."""

from __future__ import annotations

import re

NO_ANSWER = re.compile(
    r"\b(?:(?:declin|refus)(?:ed|es|ing) to (?:say|comment|answer|discuss|confirm|be)"
    r"|(?:did|does|do|ha[sd]|have) not (?:immediately |yet |publicly )?"
    r"(?:answer|respond|repl(?:y|ied)|comment|react)\w*"
    r"|(?:made|makes?|making) no (?:mention|comment|reference)|did not (?:mention|address)"
    r"|no (?:immediate |official |public )?(?:comment|response|reaction|reply|word)"
    r"|declin(?:ed|es|ing) (?:an?|the|any|all|several|repeated|multiple) (?:\w+ )?(?:interview requests?"
    r"|requests? (?:to (?:comment|elaborate|discuss|speak|be interviewed)"
    r"|for (?:comment|an? interview|interviews)))"
    r"|could not (?:immediately )?be reached)\b",
    re.IGNORECASE,
)
"""Says of somebody that they do not answer: neither a denial nor a reply."""
