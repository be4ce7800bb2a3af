"""The Python block of the project's README runs."""

import re
import runpy
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"


def test_the_python_block_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert len(blocks) == 1, "the README has one block of Python"
    script = tmp_path / "readme.py"
    script.write_text(blocks[0], encoding="utf-8")
    monkeypatch.chdir(README.parent)
    runpy.run_path(str(script))
