"""The only room that knows the order of stages: intake, extract, store, resolve, brief, publish.

import atstake

with atstake.open("syria.atstake") as story:
    story.add("coverage/")
    story.write("brief.html")
"""

from atstake.pipeline.added import Added
from atstake.pipeline.story import Story

__all__ = ["Added", "Story"]
