"""What users give, on its way into the library: files as their bytes, objects as their JSON text."""

from __future__ import annotations

import json
import math
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import os

_KINDS = ("portfolio", "curriculum", "partnership", "knowledge-base")

_PIECE = 2**20
_PIECES = 1025
"""No rulebook lets a document have more than 1 GiB: what is longer is refused for that, whatever follows."""


def read(path: os.PathLike[str]) -> bytes:
    """The bytes of a file or a pipe. Of one without end, a bounded part is read."""
    with open(path, "rb") as file:
        return b"".join(islice(iter(partial(file.read, _PIECE), b""), _PIECES))


def written(given: dict[str, Any], is_document: bool) -> str:
    """The text that Python's own writer makes of a `dict`."""
    try:
        return json.dumps(given, ensure_ascii=False, allow_nan=False)
    except ValueError:
        # The writer says the same of several faults. What it writes with such numbers allowed has only this one.
        json.dumps(given)
        place = _where(_first_astray(given), is_document)
        raise ValueError(f"NaN and infinities are no JSON, and one is {place}: leave it out, or give None") from None


def _first_astray(given: dict[str, Any]) -> list[Any]:
    """The path to a number that JSON does not have, where there is one. It may be deep, hence no recursion."""
    ahead: list[tuple[list[Any], Any]] = [([], given)]
    while True:
        path, value = ahead.pop()
        if isinstance(value, float) and not math.isfinite(value):
            return path
        if isinstance(value, dict):
            ahead += [([*path, key], item) for key, item in reversed(value.items())]
            # A key may be such a number itself.
            ahead += [([*path, key], key) for key in value if isinstance(key, float)]
        elif isinstance(value, list | tuple):
            ahead += [([*path, at], item) for at, item in reversed([*enumerate(value)])]


def _where(path: list[Any], is_document: bool) -> str:
    """A path in words. A name that no document and no bundle has may be anybody's, and is left out."""
    known = max((_known(path, kind) for kind in (*_KINDS, "bundle")), key=len) if is_document else path
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in known)
    pointer = "".join(f"/{step}" for step in steps)
    if len(known) == len(path):
        return f"at `{pointer}`"
    return f"below `{pointer}`" if known else "in a member that no document has"


def _known(path: list[Any], kind: str) -> list[Any]:
    """As much of a path as a kind of document has, by its schema."""
    from ._kubus import schema

    whole = schema(kind)
    node: dict[str, Any] | None = whole
    for depth, step in enumerate(path):
        while node and not node.keys() & {"properties", "items"}:
            # Behind a reference, or the alternative to `null`.
            choices = [one for one in node.get("anyOf", []) if one.get("type") != "null"]
            node = whole["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else next(iter(choices), None)
        node = node and (node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step))
        if node is None:
            return path[:depth]
    return path
