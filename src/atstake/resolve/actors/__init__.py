"""Who is who across documents: one actor for one real actor, with aliases, dated roles, codes and sides."""

from atstake.resolve.actors.resolver import Actors

__all__ = ["Actors"]
