"""The Python blocks of the project's README, and of the package's own, run."""

import runpy
from pathlib import Path

import pytest

from documents import READMES, blocks


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.parent.name)
def test_the_python_blocks_run(readme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = blocks(readme)
    assert found, "the README has blocks of Python"
    for number, block in enumerate(found):
        script = tmp_path / f"block{number}.py"
        script.write_text(block, encoding="utf-8")
        runpy.run_path(str(script))
