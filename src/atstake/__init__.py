"""Who is involved, what each side says, who disputes it and what happens next,
from the coverage you have, every line tied to the exact words of its source.

    import atstake

    with atstake.open("syria.atstake") as story:
        story.add("coverage/")
        story.write("brief.html")
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atstake.config import Settings
    from atstake.pipeline import Story

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: str | PathLike[str], settings: Settings | None = None) -> Story:
    """Opens the story kept in the dossier at ``path``, making the file where there is none."""
    from atstake.pipeline import Story

    return Story.open(path, settings)
