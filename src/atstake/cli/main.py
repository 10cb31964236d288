"""The command ``atstake``: the group, and what all commands share."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module

import click

from atstake import __version__
from atstake.config import own_process
from atstake.errors import AtstakeError

# Command -> (module, one line for the list). The module is imported when its command is called.
_COMMANDS = {
    "brief": ("making", "Read coverage and write the explainer: the main job."),
    "demo": ("making", "The same on the sample coverage that ships with the package."),
    "add": ("making", "Read coverage into a dossier."),
    "watch": ("watching", "Read feeds again and again, add what is new, say what changed."),
    "rebuild": ("making", "Read all documents of a dossier anew."),
    "show": ("asking", "What a dossier holds; search its texts."),
    "actor": ("actor", "One actor's page: statements over time, itinerary, roles, names."),
    "claim": ("actor", "One claim's page: every telling, every answer."),
    "changes": ("asking", "What changed since the last build, or since a time."),
    "attributions": ("asking", "A page of one text with every attribution's parts coloured."),
    "export": (
        "asking",
        "The evidence for other programs: JSON, CSV, Parquet, ICS, GeoJSON and more.",
    ),
    "extract": ("extracting", "What is said, counted and ahead in a whole corpus, as Parquet."),
    "serve": ("serving", "The local app: brief, texts, search, coverage, decisions, in a browser."),
    "review": ("review", "An editor's decisions: merge, split, hide, note, withhold, redact, undo and more."),
}


class _Commands(click.Group):
    """Loads a command's module only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"atstake.cli.{_COMMANDS[cmd_name][0]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="atstake")
def group() -> None:
    """Who is involved, what each side says, who disputes it, and what happens next.

    From the coverage you have, every line tied to the exact words of its source.

    \b
    Example:
      atstake brief coverage/ -o brief.html
    """


def main(arguments: list[str] | None = None) -> None:
    """Runs the command; errors that are meant for the user come as one line."""
    own_process()
    try:
        code = group.main(arguments, prog_name="atstake", standalone_mode=False)
        _forget_interrupt()
        sys.exit(code if isinstance(code, int) else 0)
    except AtstakeError as error:
        _fail(str(error), error.exit_code)
    except click.ClickException as error:
        if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):
            error.show()
            sys.exit(2)
        _fail(_told(error), 2)
    except (click.Abort, KeyboardInterrupt):
        _forget_interrupt()
        _fail("interrupted; what was finished is kept", 130)
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)
    except OSError as error:
        _drop_output()
        place = f"{error.filename}: " if error.filename else ""
        _fail(f"{place}{error.strerror or error}; nothing more was written, what was read is kept", 1)


def _forget_interrupt() -> None:
    """Lets an interrupt that was heeded not end the process by a signal after all.

    CPython remembers one that came up while a string was executed (a dataclass being made, in an import) even
    where it was caught, and kills itself by it at the end; the next execution of a string forgets it.
    """
    exec("")


def _drop_output() -> None:
    """Lets go of what standard output cannot take, so that leaving does not fail on it again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(error: click.ClickException) -> str:
    """A wrong use of the command as one line: what is wrong, and where the right use is told."""
    line = " ".join(error.format_message().split())
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{line.rstrip('.')}; see `{context.command_path} --help`" if context else line


def _fail(line: str, code: int) -> None:
    click.echo(f"atstake: {line}", err=True)
    sys.exit(code)
