"""The commands of one actor's page and one claim's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from atstake.cli.progress import bar
from atstake.config import ModelName, Settings
from atstake.errors import InputError

if TYPE_CHECKING:
    from atstake.pipeline import Story

_DOSSIER = b"SQLite format 3"
"""How a dossier's file begins."""


@click.command()
@click.argument("name")
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write; .html, .md, .txt or .json decides the form. Default: the terminal.",
)
@click.option(
    "--model",
    type=click.Choice(["best", "fast"]),
    default="best",
    show_default=True,
    help="Which attribution model reads, where there is something to read.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def actor(name: str, inputs: tuple[str, ...], output: Path | None, model: ModelName, quiet: bool) -> int:
    """One actor's page: statements over time, where and when, roles, names, and what was joined.

    NAME is an actor's name or id. INPUTS are a dossier, or coverage to read (files, folders, URLs, -).

    \b
    Examples:
      atstake actor "Sergey Lavrov" story.atstake -o lavrov.html
      atstake actor Kerry coverage/
    """
    from atstake.pipeline import forms, writing

    if output:
        writing.must_be_writable(output)
        forms.page_ending(output)
    with _opened(inputs, Settings(model), quiet) as story:
        if output is None:
            click.echo(writing.actor(story.actor(name)), nl=False)
        else:
            page = story.write_actor(name, output)
            click.echo(f"{output}: {page.name}, {page.quoted} statements, {len(page.stops)} stops")
    return 0


@click.command()
@click.argument("words")
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write; .html, .md, .txt or .json decides the form. Default: the terminal.",
)
@click.option("--model", type=click.Choice(["best", "fast"]), default="best", show_default=True)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def claim(words: str, inputs: tuple[str, ...], output: Path | None, model: ModelName, quiet: bool) -> int:
    """One claim's page: every telling by whom and when, every answer, and what it answers.

    WORDS are words of the coverage that tell the claim, or its id. INPUTS are a dossier, or coverage to read.

    \b
    Example:
      atstake claim "no preconditions" story.atstake -o claim.html
    """
    from atstake.pipeline import forms, writing

    if output:
        writing.must_be_writable(output)
        forms.page_ending(output)
    with _opened(inputs, Settings(model), quiet) as story:
        if output is None:
            click.echo(forms.claim(story.claim(words), ".md"), nl=False)
        else:
            page = story.write_claim(words, output)
            click.echo(f"{output}: {len(page.tellings)} tellings, {len(page.answers)} answers")
    return 0


@contextmanager
def _opened(inputs: tuple[str, ...], settings: Settings, quiet: bool) -> Iterator[Story]:
    """The dossier, or one for now with the coverage read into it."""
    from atstake.pipeline import Story

    first = Path(inputs[0])
    if len(inputs) == 1 and _is_dossier(first):
        with Story.open(first, settings, create=False) as story:
            yield story
        return
    with TemporaryDirectory() as folder, Story.open(Path(folder) / "DOSSIER", settings) as story:
        with bar("reading", quiet) as progress:
            added = story.add(*inputs, progress=progress)
        for line in added.problems:
            click.echo(f"atstake: {line}", err=True)
        if not added.new:
            raise InputError("nothing to read in what was given; name a dossier or coverage")
        yield story


def _is_dossier(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_DOSSIER)) == _DOSSIER
