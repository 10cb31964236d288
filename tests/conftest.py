"""What all rooms' tests share: no network, and one reading of the sample coverage for the whole session."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A machine that is busy with something else is no failure: speed belongs in the benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

OFFLINE = str(Path(__file__).parent / "offline")
GOLDEN = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parents[1] / "src" / "atstake" / "sample"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(name, text)``: it is what ``tests/golden/<name>`` holds; --update-golden makes it so."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf8")
        assert text == path.read_text(encoding="utf8"), f"{path}: see `python3 dev.py golden`"

    return compare


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuses every connection that leaves the machine, in child processes too."""
    sys.path.insert(0, OFFLINE)
    sys.modules.pop("sitecustomize", None)
    import sitecustomize  # noqa: F401

    sys.path.remove(OFFLINE)
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(p for p in (OFFLINE, before) if p)
    yield
    os.environ.pop("PYTHONPATH")
    if before:
        os.environ["PYTHONPATH"] = before


@pytest.fixture(scope="session", autouse=True)
def true_words() -> Iterator[None]:
    """Whatever a resolver makes, in any test, is held against the texts: its words stand at its spans."""
    from atstake.pipeline.resolving import _resolvers

    with pytest.MonkeyPatch.context() as patch:
        for resolver in _resolvers():
            patch.setattr(type(resolver), "__call__", _held_against_the_texts(type(resolver).__call__))
        yield


def _held_against_the_texts(resolver: Callable[..., Any]) -> Callable[..., Any]:
    """The resolver, which fails where a target that it made is not its document's text."""
    from atstake.text.targets import targets_of, untrue

    def checked(self: Any, evidence: Any, so_far: Any) -> Any:
        made = resolver(self, evidence, so_far)
        before = set(targets_of(so_far))
        wrong = [t for t in untrue(made, evidence.documents) if t not in before]
        assert not wrong, f"{type(self).__name__} made words that stand nowhere: {wrong[:3]}"
        return made

    return checked


@pytest.fixture(scope="session")
def models() -> Iterator[None]:
    """Stories of this session share one reader: the models are loaded once."""
    from atstake.pipeline import filling

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "Reader", lru_cache(filling.Reader))
        yield


@pytest.fixture(scope="session")
def sample_dossier(models: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's first batch, read and written once. Never change it: ask for ``dossier``."""
    from atstake.config import Settings
    from atstake.pipeline import Story

    folder = tmp_path_factory.mktemp("sample")
    with Story.open(folder / "story.atstake", Settings(workers=1)) as story:
        added = story.add(SAMPLE / "first")
        assert not added.problems
        story.write(folder / "brief.html")
    return folder / "story.atstake"


@pytest.fixture
def dossier(sample_dossier: Path, tmp_path: Path) -> Path:
    """A copy of the sample's dossier that a test may change."""
    return Path(shutil.copy(sample_dossier, tmp_path / "story.atstake"))


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of the sample coverage."""
    return SAMPLE
