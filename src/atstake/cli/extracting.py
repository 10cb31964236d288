"""The command for a whole corpus."""

from __future__ import annotations

from pathlib import Path

import click

from atstake.cli.progress import count
from atstake.config import ModelName, Settings


@click.command()
@click.argument("corpus", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True,
              help="A folder: a new one, or that of a run to go on with.")  # fmt: skip
@click.option("--model", type=click.Choice(["best", "fast"]), default="fast", show_default=True,
              help="Which attribution model reads.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1), help="Reading processes; default: one a core.")
@click.option(
    "--no-text", is_flag=True, help="Without the full texts, quotes clipped, for files that leave the desk."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def extract(
    corpus: tuple[str, ...], output: Path, model: ModelName, workers: int | None, no_text: bool, quiet: bool
) -> int:
    """Attributions, figures, events and events ahead of a whole corpus, as Parquet, document by document.

    CORPUS is as for `atstake add`: files, folders, JSONL. Nothing is resolved across documents. A run that
    was interrupted goes on where it stopped when it is called again; the files are the same as of one run.

    \b
    Example:
      atstake extract corpus.jsonl.gz more/ -o tables/
    """
    from atstake.batch import extract as run

    with count("read", quiet) as progress:
        made = run(corpus, output, Settings(model, workers=workers), text=not no_text, progress=progress)
    for line in made.problems:
        click.echo(f"atstake: {line}", err=True)
    if not quiet:
        rows = ", ".join(f"{made.rows[name]:,} {name}" for name in made.rows)
        click.echo(f"{output}: {rows or 'nothing'}; {made.known:,} twice, {len(made.problems):,} skipped")
    return 1 if made.problems else 0
