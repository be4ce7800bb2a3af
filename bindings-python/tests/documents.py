"""Documents that several tests judge."""

import json
from typing import Any

AS_OF = "2026-05-01"

PORTFOLIO: dict[str, Any] = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
"""The least that can be read."""

MARKER = "Anneke&<script>"
FAULTY: dict[str, Any] = PORTFOLIO | {MARKER: MARKER, "placements": [{"id": MARKER, "from": "2026-02-30"}, {"id": "b"}]}
"""Several things that cannot be read, with a marker wherever a document can hold text of its own."""

TEXT = json.dumps(FAULTY, indent=2)
