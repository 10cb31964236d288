"""The page of one actor, from what was read and resolved. Pure: the same input, the same page."""

from atstake.brief.actor.page import actor_page

__all__ = ["actor_page"]
