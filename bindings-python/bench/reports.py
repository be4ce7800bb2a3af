"""Text to full report, side by side with pydantic and jsonschema-rs, which check structure only.

Called by `cargo xtask bench` as `reports.py CORPUS DAY ROUNDS`. Prints one JSON object: seconds over the whole corpus per
contender, median of the rounds; the contenders take turns.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs

import twentse_kubus as tk
from structure import model


def main(corpus: str, day: str, rounds: str) -> None:
    documents = [line for line in Path(corpus).read_bytes().split(b"\n") if line]
    schema = tk.schema("portfolio")
    validator = tk.Validator()
    full, plain = (model(schema, patterns=patterns) for patterns in (True, False))
    structure = jsonschema_rs.validator_for(schema, validate_formats=True)
    contenders: dict[str, Callable[[bytes], Any]] = {
        "report": lambda document: validator.validate(document, day),
        "report_and_findings": lambda document: validator.validate(document, day).findings,
        "pydantic": full.model_validate_json,
        "pydantic_without_patterns": plain.model_validate_json,
        "jsonschema_rs": lambda document: structure.is_valid(json.loads(document)) or fail(),
    }
    seconds: dict[str, list[float]] = {name: [] for name in [*contenders, "report_bulk"]}
    for _ in range(int(rounds)):
        for name, contender in contenders.items():
            start = time.perf_counter()
            for document in documents:
                contender(document)
            seconds[name].append(time.perf_counter() - start)
        start = time.perf_counter()
        validator.validate_many(documents, day)
        seconds["report_bulk"].append(time.perf_counter() - start)
    print(json.dumps({name: statistics.median(times) for name, times in seconds.items()}))


def fail() -> None:
    raise ValueError("a document of the corpus is not in the format")


if __name__ == "__main__":
    main(*sys.argv[1:])
