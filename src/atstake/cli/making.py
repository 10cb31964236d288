"""Commands that read coverage and write: brief, demo, add, rebuild."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from atstake.cli.progress import bar
from atstake.config import ModelName, Settings
from atstake.errors import UsageError

if TYPE_CHECKING:
    from atstake.pipeline import Added, Story

_PATH = click.Path(path_type=Path)
_ENDINGS = "Where to write; .html, .md, .docx or .json decides the form."
F = TypeVar("F", bound=Callable[..., Any])


def _reading_options(command: F) -> F:
    """Options of every command that reads."""
    quiet = click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
    model = click.option("--model", type=click.Choice(["best", "fast"]), default="best", show_default=True,
                         help="Which attribution model reads.")  # fmt: skip
    path = click.option(
        "--model-path", type=click.Path(path_type=Path), help="Another model: its .json file."
    )
    workers = click.option(
        "--workers", type=click.IntRange(1), help="Reading processes; default: as many as pay."
    )
    return quiet(model(path(workers(command))))


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("-o", "--output", type=_PATH, default=Path("brief.html"), show_default=True, help=_ENDINGS)
@click.option(
    "--dossier", type=click.Path(path_type=Path), help="The story's file; default: beside the output."
)
@click.option("--since", help="Mark what changed since this time (ISO 8601) instead of since the last build.")
@click.option("--choices", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="A TOML file with an editor's choices.")  # fmt: skip
@_reading_options
def brief(
    inputs: tuple[str, ...],
    output: Path,
    dossier: Path | None,
    since: str | None,
    choices: Path | None,
    **reading: Any,
) -> int:
    """Read coverage and write the explainer.

    INPUTS are files (text, saved pages, JSONL records, feeds), folders of them, URLs, or - for standard
    input.

    \b
    Examples:
      atstake brief coverage/ -o brief.html
      atstake brief story.jsonl more/*.html -o brief.md --dossier story.atstake
    """
    return _make(inputs, output, dossier or output.with_suffix(".atstake"), since, choices, reading)


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("demo.html"), show_default=True)
@click.option(
    "--dossier", type=click.Path(path_type=Path), help="The story's file; default: beside the output."
)
@_reading_options
def demo(output: Path, dossier: Path | None, **reading: Any) -> int:
    """Write the explainer of the sample coverage that ships with the package (invented outlets).

    \b
    Example:
      atstake demo -o demo.html
    """
    from importlib.resources import as_file, files

    with as_file(files("atstake") / "sample" / "first") as folder:
        return _make((str(folder),), output, dossier or output.with_suffix(".atstake"), None, None, reading)


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("inputs", nargs=-1, required=True)
@click.option("--private", is_flag=True, help="Read for the desk alone: in no page and no export.")
@_reading_options
def add(dossier: Path, inputs: tuple[str, ...], private: bool, quiet: bool, **reading: Any) -> int:
    """Read coverage into a dossier; what it knows already is left alone.

    \b
    Examples:
      atstake add story.atstake today.jsonl
      atstake add story.atstake interviews/ --private
    """
    with opened(dossier, reading) as story:
        added = _added(story, inputs, quiet, getpass.getuser() if private else "")
        if not quiet:
            click.echo(f"{len(added.new)} documents new, {added.known} known")
    return _exit_code(added)


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path, exists=True))
@_reading_options
def rebuild(dossier: Path, quiet: bool, **reading: Any) -> int:
    """Read all documents of a dossier anew, with the version and model of today; judgements stay.

    \b
    Example:
      atstake rebuild story.atstake
    """
    with opened(dossier, reading) as story, bar("reading", quiet) as progress:
        read = _told(story.rebuild(progress), quiet)
    if not quiet:
        click.echo(f"{len(read.new)} documents read")
    return _exit_code(read)


def _make(
    inputs: tuple[str, ...],
    output: Path,
    dossier: Path,
    since: str | None,
    choices: Path | None,
    reading: dict[str, Any],
) -> int:
    quiet = reading.pop("quiet")
    from atstake.pipeline import forms, writing

    writing.must_be_writable(output)
    forms.must_be_installed(forms.of_ending(output))
    if since is not None:
        writing.utc(since)
    with opened(dossier, reading) as story:
        added = _added(story, inputs, quiet)
        if choices:
            story.choose(choices)
        if added.problems and not story.documents:
            return _exit_code(added)
        made = story.write(output, since=since)
        if not quiet:
            click.echo(writing.summary(made))
            click.echo(f"\n{output}  (dossier: {dossier})")
    return _exit_code(added)


@contextmanager
def opened(dossier: Path, reading: dict[str, Any]) -> Iterator[Story]:
    """The dossier; one that is made here and gets nothing to hold is gone again afterwards."""
    from atstake.pipeline import Story

    made_here = not dossier.exists()
    empty = False
    try:
        with Story.open(dossier, _settings(**reading)) as story:
            try:
                yield story
            finally:
                empty = made_here and story.is_empty
    finally:
        # Another program has the file open where its log is still there.
        if empty and not dossier.with_name(f"{dossier.name}-wal").exists():
            dossier.unlink(missing_ok=True)


def _settings(model: ModelName, model_path: Path | None, workers: int | None) -> Settings:
    if model_path and not model_path.is_file():
        raise UsageError(f"{model_path}: no such file; --model-path wants a model's .json file")
    return Settings(model, model_path, workers)


def _added(story: Story, inputs: tuple[str, ...], quiet: bool, private: str = "") -> Added:
    with bar("reading", quiet) as progress:
        added = story.add(*inputs, progress=progress, private=private)
    return _told(added, quiet)


def _told(added: Added, quiet: bool) -> Added:
    """Says what was noted and what went wrong."""
    for line in added.notes:
        if not quiet:
            click.echo(f"note: {line}", err=True)
    for line in added.problems:
        click.echo(f"atstake: {line}", err=True)
    return added


def _exit_code(added: Added) -> int:
    return 1 if added.problems else 0
