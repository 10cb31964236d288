"""The command of the local app."""

from __future__ import annotations

from pathlib import Path

import click

from atstake.config import ModelName, Settings
from atstake.errors import UsageError


@click.command()
@click.argument(
    "dossiers", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Default: 8765, or a free one where that is taken."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Another address of this machine; whoever reaches it may read and decide: there is no password.",
)
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
@click.option("--model", type=click.Choice(["best", "fast"]), default="best", show_default=True,
              help="Which attribution model reads what is added.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Do not print the address.")
def serve(
    dossiers: tuple[Path, ...], port: int | None, host: str, no_open: bool, model: ModelName, quiet: bool
) -> int:
    """The local app: read, search, add coverage, decide, download; in a browser, on this machine alone.

    \b
    Examples:
      atstake serve story.atstake
      atstake serve desk/*.atstake --port 9000 --no-open
    """
    try:
        from atstake.web.serving import LOCAL
        from atstake.web.serving import serve as run
    except ModuleNotFoundError as error:
        raise UsageError(f"the app needs {error.name}: pip install --upgrade atstake") from error

    if host != LOCAL:
        click.echo(f"note: who reaches {host} may read and decide; there is no password", err=True)
    run(
        dossiers,
        Settings(model),
        host=host,
        port=port,
        opens=not no_open,
        say=(lambda line: None) if quiet else click.echo,
    )
    return 0
