"""Who is involved, what each side says, who disputes it and what happens next,
from the coverage you have, every line tied to the exact words of its source.
"""

__version__ = "0.1.0"
