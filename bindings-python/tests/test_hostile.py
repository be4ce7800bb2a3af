"""Malformed and hostile input gives findings, never a crash."""

import json
from typing import Any

import pytest

import twentse_kubus as tk
from documents import AS_OF, PORTFOLIO, TEXT

UNREADABLE: dict[str, str | bytes | dict[str, Any]] = {
    "nothing": "",
    "10 MB of brackets": b"[" * 10_000_000,
    "cut off": TEXT[: len(TEXT) // 2],
    "not a number": json.dumps(PORTFOLIO | {"years": [float("nan")]}),
    "infinite": '{"format": Infinity}',
    "lone surrogate": '{"format": "\ud800"}',
    "lone surrogate in a dict": PORTFOLIO | {"x": "\udfff"},
    "lone surrogate as a key": PORTFOLIO | {"\udfff": 1},
    "not UTF-8": b'{"format": "\xff\xfe"}',
    "UTF-16": json.dumps(PORTFOLIO).encode("utf-16"),
    "zero bytes": bytes(1000),
    "another kind": "[]",
    "a number": "1e999999",
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_a_finding(what: str) -> None:
    report = tk.validate(UNREADABLE[what], AS_OF)
    assert report.verdict == "undecided"
    assert all(finding.code.startswith("TK-R") for finding in report.findings)
    assert all(finding.message() for finding in report.findings)
    assert report.places(UNREADABLE[what]) and report.render() and report._repr_html_()


@pytest.mark.parametrize("what", [what for what in UNREADABLE if what.startswith("lone surrogate")])
def test_half_a_surrogate_pair_is_no_text(what: str) -> None:
    """JSON in UTF-8 has none of it: the same answer as in every language, whichever way it is given."""
    text = UNREADABLE[what]
    judged = [tk.validate(text, AS_OF), *tk.Validator().validate_many([text], AS_OF).reports]
    assert [[finding.code for finding in report.findings] for report in judged] == [["TK-R001"]] * 2


def test_a_dict_without_text_is_pythons_own_error() -> None:
    ring: dict[str, Any] = {}
    ring["ring"] = ring
    with pytest.raises(ValueError, match="Circular"):
        tk.validate(ring, AS_OF)


@pytest.mark.parametrize("cut", range(0, len(TEXT), 7))
def test_every_truncation_gives_a_report(cut: int) -> None:
    assert tk.validate(TEXT[:cut], AS_OF).findings
