"""Errors that a user sees: one line each, saying what to do."""

from __future__ import annotations


class AtstakeError(Exception):
    """Base of all errors with a message meant for the user. ``exit_code`` is the command's."""

    exit_code = 1


class InputError(AtstakeError):
    """An input that cannot be read; the message names it and says why."""


class ModelError(AtstakeError):
    """A model whose files are missing, or are not the ones that its description names."""


class DossierError(AtstakeError):
    """A dossier that cannot be opened or written."""


class CheckError(AtstakeError):
    """A line of a brief whose quote is not at its span; nothing is published."""


class UsageError(AtstakeError):
    """A command that cannot be carried out as asked."""

    exit_code = 2
