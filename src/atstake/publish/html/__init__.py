"""The brief as one self-contained HTML file: no request leaves it, and it reads without scripts."""

from atstake.publish.html.page import render

__all__ = ["render"]
