"""Documents that several tests judge."""

import json
import re
from pathlib import Path
from typing import Any

AS_OF = "2026-05-01"

PORTFOLIO: dict[str, Any] = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
"""The least that can be read."""

MARKER = "Anneke&<script>"
FAULTY: dict[str, Any] = PORTFOLIO | {MARKER: MARKER, "placements": [{"id": MARKER, "from": "2026-02-30"}, {"id": "b"}]}
"""Several things that cannot be read, with a marker wherever a document can hold text of its own."""

TEXT = json.dumps(FAULTY, indent=2)

ROOT = Path(__file__).parents[2]
READMES = [ROOT / "README.md", ROOT / "bindings-python" / "README.md"]


def blocks(readme: Path) -> list[str]:
    """The blocks of Python in a README."""
    return re.findall(r"^```python\n(.*?)^```", readme.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def sample(name: str) -> dict[str, Any]:
    """One of the sample portfolios."""
    document: dict[str, Any] = json.loads((ROOT / "examples" / "data" / f"{name}.json").read_bytes())
    return document
