"""The conformance vectors: the body of every report, byte for byte, from text, bytes and `dict`."""

import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import twentse_kubus as tk

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors"
HASHES = ROOT / "target" / "vectors" / "python.sha256"


@dataclass
class Case:
    """One folder of vectors: what is asked, of which document, and the exact answer."""

    folder: Path
    asked: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def kind(self) -> str:
        return str(self.asked.get("judges", "portfolio"))

    @property
    def document(self) -> bytes:
        return (self.folder / f"{self.kind}.json").read_bytes()

    @property
    def body(self) -> bytes:
        return (self.folder / "report.json").read_bytes()

    def judge(self, document: str | bytes | dict[str, Any]) -> bytes:
        only = {"only": self.asked["only"]} if self.asked.get("only") else {}
        validator = tk.Validator({**(self.asked.get("rulebook") or {}), **only})
        lens = self.asked.get("lens", "now")
        return validator.validate(document, self.asked["asOf"], lens, kind=self.kind).body_json().encode()


CASES = [Case(found.parent, json.loads(found.read_bytes())) for found in sorted(VECTORS.glob("*/*/case.json"))]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@pytest.fixture(scope="module")
def produced() -> Iterator[dict[str, bytes]]:
    """Collects what this language made of each case, and writes down its hashes."""
    bodies: dict[str, bytes] = {}
    yield bodies
    HASHES.parent.mkdir(parents=True, exist_ok=True)
    lines = sorted(f"{name} {hashlib.sha256(body).hexdigest()}\n" for name, body in bodies.items())
    HASHES.write_text("".join(lines), encoding="utf-8")


def test_there_are_vectors() -> None:
    assert CASES, f"no vectors in {VECTORS}"


@each_case
def test_bytes(case: Case, produced: dict[str, bytes]) -> None:
    produced[case.name] = case.judge(case.document)
    assert produced[case.name].decode() == case.body.decode()


@each_case
def test_text(case: Case) -> None:
    try:
        text = case.document.decode()
    except UnicodeDecodeError:
        pytest.skip("the document is not UTF-8, so there is no text of it")
    assert case.judge(text) == case.body


@pytest.fixture(params=["UTC", "Pacific/Kiritimati"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@each_case
@pytest.mark.usefixtures("zone")
def test_object(case: Case) -> None:
    """As a `dict`, and in another time zone: neither may make a difference."""
    if case.asked.get("objects") is False:
        pytest.skip("the case says that it is about the text")
    try:
        document = json.loads(case.document)
    except ValueError:
        pytest.skip("the document is no JSON, so there is no object of it")
    assert case.judge(document) == case.body
