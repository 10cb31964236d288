"""The head of a page: its title, what it rests on, and the key points."""

from atstake.brief.compose.opening.key_points import key_points
from atstake.brief.compose.opening.title import standfirst, title

__all__ = ["key_points", "standfirst", "title"]
