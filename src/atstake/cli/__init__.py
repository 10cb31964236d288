"""The command. Its modules import nothing heavy before a command needs it: ``--help`` must be instant."""

from atstake.cli.main import main

__all__ = ["main"]
