"""A report as a card in a notebook: inline styles that follow the light or dark theme, and every value escaped."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._kubus import Finding, Report
    from .values import Counts

_SHOWN = 100

_VERDICTS = {
    "meets": ("voldoet", "#1a7f37"),
    "falls-short": ("voldoet niet", "#c4262e"),
    "undecided": ("geen oordeel mogelijk", "#6b5b95"),
}
_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()
)
_SEVERITIES = {
    "error": ("fout", "fouten", "#c4262e"),
    "warning": ("waarschuwing", "waarschuwingen", "#b35900"),
    "info": ("ter informatie", "ter informatie", "#0969a8"),
}

_CARD = (
    "font-family:system-ui,sans-serif;font-size:14px;line-height:1.45;max-width:64em;padding:14px 18px;"
    "border:1px solid rgba(128,128,128,.35);border-radius:8px"
)
_BADGE = "color:#fff;border-radius:999px;padding:2px 12px;font-weight:600;white-space:nowrap"
_TABLE = "border-collapse:collapse;border:none;margin:10px 0 0;width:100%;font-size:inherit"
_ROW = "background:none;border-top:1px solid rgba(128,128,128,.2)"
_CELL = "text-align:left;vertical-align:top;padding:5px 14px 5px 0;border:none;white-space:normal"
_CODE = "font-family:ui-monospace,monospace;font-size:12px;white-space:nowrap"
_FAINT = "opacity:.7;font-size:12px"


def card(report: Report) -> str:
    """The whole card."""
    label, colour = _VERDICTS[report.verdict]
    return (
        f'<div lang="nl" style="{_CARD}">'
        f'<span style="{_BADGE};background:{colour}">{label}</span> '
        f"<strong>{escape(report.document_id or 'zonder id')}</strong> · peildatum {escape(_day(report.as_of))}"
        f'<div style="margin-top:6px">{" · ".join(_tally(report.counts))}</div>'
        f"{_table(report.findings)}"
        f'<div style="{_FAINT};margin-top:10px">{"".join(_notes(report))}</div>'
        "</div>"
    )


def _day(iso: str) -> str:
    """An ISO date as a Dutch reader writes it: `15 mei 2024`."""
    year, month, day = iso.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def _tally(counts: Counts) -> Iterator[str]:
    for severity, (one, many, _) in _SEVERITIES.items():
        amount: int = getattr(counts, severity)
        yield f"{amount} {one if amount == 1 else many}"
    if counts.waived:
        yield f"{counts.waived} met ontheffing"


def _table(findings: list[Finding]) -> str:
    shown = findings[:_SHOWN]
    groups = (_group(severity, [f for f in shown if f.severity == severity]) for severity in _SEVERITIES)
    rest = len(findings) - len(shown)
    more = f'<div style="{_FAINT};margin-top:6px">en nog {rest}, zie <code>report.findings</code></div>' if rest else ""
    return f'<table style="{_TABLE}">{"".join(groups)}</table>{more}' if shown else ""


def _group(severity: str, findings: list[Finding]) -> str:
    if not findings:
        return ""
    _, name, colour = _SEVERITIES[severity]
    dot = f'<span style="color:{colour}" aria-hidden="true">●</span>'
    head = f'<th colspan="3" scope="rowgroup" style="{_CELL};padding-top:10px">{dot} {name.capitalize()}</th>'
    return f'<tbody><tr style="background:none">{head}</tr>{"".join(map(_row, findings))}</tbody>'


def _row(finding: Finding) -> str:
    due = f"uiterlijk {escape(_day(finding.due))}" if finding.due else ""
    tail = f"ontheffing tot en met {escape(_day(finding.waiver['until']))}" if finding.waiver else due
    sentence = re.sub(r"`([^`]*)`", r"<b>\1</b>", escape(finding.message("nl")))
    return (
        f'<tr style="{_ROW}">'
        f'<td style="{_CELL};{_CODE}" title="{escape(finding.name)}">{escape(finding.code)}</td>'
        f'<td style="{_CELL};width:100%">{sentence}'
        f'<div style="{_CODE};opacity:.7;white-space:normal">{escape(finding.path or "/")}</div></td>'
        f'<td style="{_CELL};{_FAINT};white-space:nowrap">{tail}</td>'
        "</tr>"
    )


def _notes(report: Report) -> Iterator[str]:
    if report.unchecked:
        parts = len(report.unchecked)
        yield f"{parts} {'onderdeel' if parts == 1 else 'onderdelen'} niet gecontroleerd · "
    yield f"{len(report.outcomes)} regels · twentse-kubus {escape(report.engine)}"
    yield f" · regelboek {escape(report.fingerprint[:12])}"
