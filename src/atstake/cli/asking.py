"""Commands that ask a dossier: show, changes, export; and the page of one text's attributions."""

from __future__ import annotations

from pathlib import Path

import click

from atstake.config import ModelName

_FORMATS = [
    "json",
    "csv",
    "parquet",
    "ics",
    "geojson",
    "jsonld",
    "plover",
    "md",
    "docx",
    "html",
    "rss",
    "jsonfeed",
]
KINDS = "actor claim dispute issue event figure place gap reason origin".split()
"""What has ids that commands take."""
_DOSSIER = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("dossier", type=_DOSSIER)
@click.option("--find", metavar="WORDS", help="Where these words stand in the texts (FTS5 query).")
@click.option(
    "--ids",
    type=click.Choice(KINDS),
    help="The ids of all objects of a kind, as `review`, `actor` and `claim` take them.",
)
@click.option("-n", "--limit", type=click.IntRange(1), default=20, show_default=True)
def show(dossier: Path, find: str | None, ids: str | None, limit: int) -> int:
    """What a dossier holds, or where words stand in its texts.

    \b
    Examples:
      atstake show story.atstake
      atstake show story.atstake --find "preconditions"
      atstake show story.atstake --ids dispute
    """
    from atstake.pipeline import Story, writing

    # Who asks for ids of what was not resolved yet has it resolved.
    with Story.open(dossier, create=False, readonly=not ids) as story:
        if ids:
            click.echo(writing.ids(story.desk(), ids))
        elif find:
            hits = story.search(find, limit)
            for hit in hits:
                click.echo(f"{hit.document}  {hit.title}")
                for target in hit.targets:
                    click.echo(f"    {target.start}-{target.end}: {target.quote}")
            if not hits:
                click.echo(f"{find}: no document holds these words")
        else:
            click.echo(writing.contents(story.dossier))
    return 0


@click.command()
@click.argument("dossier", type=_DOSSIER)
@click.option("--since", help="A time (ISO 8601); default: the build before the last.")
@click.option(
    "--format", "form", type=click.Choice(["text", "rss", "jsonfeed"]), default="text", show_default=True
)
def changes(dossier: Path, since: str | None, form: str) -> int:
    """What is new, answered, revised or withdrawn, by meaning and not by text.

    \b
    Examples:
      atstake changes story.atstake
      atstake changes story.atstake --since 2015-12-14
    """
    from atstake.pipeline import Story, writing

    if since is not None:
        writing.utc(since)
    with Story.open(dossier, create=False) as story:
        click.echo(writing.changes(story.changes(since), form))
    return 0


@click.command()
@click.argument("dossier", type=_DOSSIER)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="json", show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="A file (csv, parquet: a folder); default: output.",
)
@click.option("--no-text", is_flag=True, help="Without the full texts, for files that leave the desk.")
def export(dossier: Path, form: str, output: Path | None, no_text: bool) -> int:
    """Write the dossier's evidence for other programs.

    \b
    Examples:
      atstake export story.atstake --format json -o evidence.json
      atstake export story.atstake --format ics -o ahead.ics
    """
    from atstake.pipeline import Story

    with Story.open(dossier, create=False) as story:
        click.echo(story.export(form, output, text=not no_text), nl=False)
    return 0


@click.command()
@click.argument("text", metavar="INPUT")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("attributions.html"), show_default=True
)
@click.option("--model", type=click.Choice(["best", "fast"]), default="best", show_default=True)
def attributions(text: str, output: Path, model: ModelName) -> int:
    """A page of one text with source, cue and content of every attribution coloured.

    \b
    Example:
      atstake attributions article.txt -o article.html
    """
    from tempfile import TemporaryDirectory

    from atstake.config import Settings
    from atstake.errors import InputError
    from atstake.pipeline import Story, writing

    writing.must_be_writable(output)
    with TemporaryDirectory() as folder, Story.open(Path(folder) / "one.atstake", Settings(model)) as story:
        added = story.add(text)
        if not added.new:
            raise InputError(added.problems[0] if added.problems else f"{text}: nothing to read")
        count = story.attributions(output)
    click.echo(f"{output}: {count} attributions")
    return 0
