"""The conformance vectors: the body of every report and every other answer, byte for byte, from text, bytes and `dict`."""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import twentse_kubus as tk

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors"
HASHES = ROOT / "target" / "vectors" / "python.sha256"


Given = str | bytes | dict[str, Any]

CALLS: dict[str, list[str]] = {"validate": [], "assess": ["assessment.json"], "card": ["assessment-card.json"]}
"""What a case may ask besides the report, and the file that keeps the answer."""


def written(plain: object) -> str:
    """Plain data as JSON without white space, as the core writes it."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


@dataclass
class Case:
    """One folder of vectors: what is asked, of which documents, and the exact answers."""

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

    def others(self, form: Callable[[bytes], Given]) -> dict[str, list[Given]]:
        """The documents that a portfolio is compared with, by kind and in the order of their files' names, each in a form."""
        if self.kind != "portfolio":
            return {}
        kinds = {"curricula": "curriculum", "partnerships": "partnership", "knowledge_bases": "knowledge-base"}
        found = {name: sorted(self.folder.glob(f"{kind}*.json")) for name, kind in kinds.items()}
        return {name: [form(path.read_bytes()) for path in paths] for name, paths in found.items()}

    @property
    def call(self) -> str:
        return str(self.asked.get("call", "validate"))

    @property
    def answers(self) -> bytes:
        """The body of the report, and behind it what is asked besides."""
        return b"".join((self.folder / name).read_bytes() for name in ["report.json", *CALLS[self.call]])

    def judge(self, form: Callable[[bytes], Given]) -> bytes:
        only = {"only": self.asked["only"]} if self.asked.get("only") else {}
        validator = tk.Validator({**(self.asked.get("rulebook") or {}), **only}, **self.others(form))
        document = form(self.document)
        as_of, lens = self.asked["asOf"], self.asked.get("lens", "now")
        text = validator.validate(document, as_of, lens, kind=self.kind).body_json()
        match self.call:
            case "assess":
                text += written(validator.assess(document, as_of, lens))
            case "card":
                text += written(validator.card(document, as_of, lens))
        return text.encode()


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
    produced[case.name] = case.judge(bytes)
    assert produced[case.name].decode() == case.answers.decode()


@each_case
def test_text(case: Case) -> None:
    try:
        case.document.decode()
    except UnicodeDecodeError:
        pytest.skip("the document is not UTF-8, so there is no text of it")
    assert case.judge(bytes.decode) == case.answers


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
        json.loads(case.document)
    except ValueError:
        pytest.skip("the document is no JSON, so there is no object of it")
    assert case.judge(json.loads) == case.answers
