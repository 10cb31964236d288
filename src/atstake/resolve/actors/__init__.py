"""Who is who across documents: one actor for one real actor, with aliases, dated roles, codes and sides."""

from atstake.resolve.actors.resolver import Actors
from atstake.resolve.actors.sides import Sides

__all__ = ["Actors", "Sides"]
