"""Reports, summaries and batches as cards in a notebook.

Every style is inline, since a notebook may drop a style sheet, and none sets a colour for text or ground: both are those of
the page, so that a card is at home in a light and in a dark theme. Every value is escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from . import _kubus
from .values import Card

if TYPE_CHECKING:
    from ._kubus import Finding, Report, Summary
    from .values import Batch

_SHOWN = 100
_RULES_SHOWN = 20


@dataclass(frozen=True)
class _Words:
    """What a card says of its own, in one language; a pair is for one thing and for any other number."""

    lang: str
    months: str
    without_id: str
    as_of: str
    kinds: Mapping[str, str]
    verdicts: Mapping[str, str]
    lenses: Mapping[str, str]
    severities: Mapping[str, tuple[str, str]]
    headings: Mapping[str, str]
    waived: str
    waived_until: str
    due: str
    fix: str
    whole: str
    unchecked: tuple[str, str]
    more: tuple[str, str]
    rules: tuple[str, str]
    by_rule: str
    rulebook: str
    documents: tuple[str, str]

    def day(self, iso: str) -> str:
        """An ISO date as a reader writes it: `15 mei 2024`."""
        year, month, day = iso.split("-")
        return f"{int(day)} {self.months.split()[int(month) - 1]} {year}"


_DUTCH_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
_NL = _Words(
    lang="nl",
    months=_DUTCH_MONTHS,
    without_id="zonder id",
    as_of="peildatum",
    kinds={"portfolio": "Portfolio", "knowledge-base": "Kennisbank"},
    verdicts={"meets": "voldoet", "falls-short": "voldoet niet", "undecided": "geen oordeel mogelijk"},
    lenses={"year-ended": "alsof het studiejaar was afgelopen", "graduating": "alsof over het afstuderen werd besloten"},
    severities={
        "error": ("fout", "fouten"),
        "warning": ("waarschuwing", "waarschuwingen"),
        "info": ("ter informatie", "ter informatie"),
    },
    headings={"error": "Fouten", "warning": "Waarschuwingen", "info": "Ter informatie"},
    waived="met ontheffing",
    waived_until="ontheffing tot en met",
    due="uiterlijk",
    fix="Wat je eraan doet:",
    whole="het hele document",
    unchecked=("onderdeel niet gecontroleerd", "onderdelen niet gecontroleerd"),
    more=("bevinding meer in", "bevindingen meer in"),
    rules=("regel", "regels"),
    by_rule="Bevindingen per regel",
    rulebook="regelboek",
    documents=("document", "documenten"),
)
_NL_PLAIN = _Words(
    lang="nl",
    months=_DUTCH_MONTHS,
    without_id="zonder code",
    as_of="op",
    kinds={"portfolio": "Portfolio", "knowledge-base": "Kennisbank"},
    verdicts={"meets": "in orde", "falls-short": "nog niet in orde", "undecided": "nog niet te zeggen"},
    lenses={"year-ended": "alsof je studiejaar voorbij was", "graduating": "alsof je nu zou afstuderen"},
    severities={
        "error": ("punt om in orde te maken", "punten om in orde te maken"),
        "warning": ("punt om na te kijken", "punten om na te kijken"),
        "info": ("goed om te weten", "goed om te weten"),
    },
    headings={"error": "In orde maken", "warning": "Nakijken", "info": "Goed om te weten"},
    waived="hoeft nu niet",
    waived_until="hoeft niet tot en met",
    due="uiterlijk",
    fix="Wat je doet:",
    whole="het hele bestand",
    unchecked=("deel niet bekeken", "delen niet bekeken"),
    more=("punt meer in", "punten meer in"),
    rules=("regel", "regels"),
    by_rule="Punten per regel",
    rulebook="regelboek",
    documents=("bestand", "bestanden"),
)
_EN = _Words(
    lang="en",
    months="January February March April May June July August September October November December",
    without_id="without an id",
    as_of="as of",
    kinds={"portfolio": "Portfolio", "knowledge-base": "Knowledge base"},
    verdicts={"meets": "meets", "falls-short": "falls short", "undecided": "undecided"},
    lenses={"year-ended": "as if the study year had ended", "graduating": "as if graduation were decided"},
    severities={"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("note", "notes")},
    headings={"error": "Errors", "warning": "Warnings", "info": "Notes"},
    waived="waived",
    waived_until="waived until",
    due="by",
    fix="How to fix it:",
    whole="the whole document",
    unchecked=("part not checked", "parts not checked"),
    more=("more finding in", "more findings in"),
    rules=("rule", "rules"),
    by_rule="Findings per rule",
    rulebook="rulebook",
    documents=("document", "documents"),
)
_RULES: dict[str, dict[str, Any]] = {rule["code"]: rule for rule in _kubus.rules()}
_WORDS = {"nl": _NL, "nl-plain": _NL_PLAIN, "en": _EN}

_COLOURS = {
    **{"meets": "#1a7f37", "falls-short": "#c4262e", "undecided": "#6b5b95"},
    **{"error": "#d1383f", "warning": "#c26a00", "info": "#2f81d6"},
}
_LINE = "1px solid rgba(128,128,128,.3)"
_CARD = (
    "font-family:system-ui,sans-serif;font-size:14px;line-height:1.45;max-width:52em;padding:14px 16px;"
    f"box-sizing:border-box;border:{_LINE};border-radius:8px;text-align:left;overflow-wrap:anywhere"
)
_HEAD = "display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 10px"
_BADGE = "color:#fff;border-radius:999px;padding:2px 12px;font-weight:600;white-space:nowrap"
_HEADING = "margin:14px 0 2px;font-weight:600"
_LIST = "list-style:none;margin:0;padding:0"
_ITEM = f"margin:0;padding:8px 0;border-top:{_LINE}"
_CODE = "font-family:ui-monospace,monospace"
_FAINT = "opacity:.75;font-size:12px"


def report(of: Report, lang: str, document: bytes | None = None) -> Card:
    """The card of one report. The document is what names are taken from."""
    words = _WORDS[lang]
    names = _Names(of, document)
    title = f"{words.kinds.get(of.document_kind, of.document_kind)} {of.document_id or words.without_id}"
    lens = f" · {words.lenses[of.lens]}" if of.lens in words.lenses else ""
    name = f" · {escape(names.whose)}" if names.whose else ""
    shown = of.findings[:_SHOWN]
    rest = len(of.findings) - len(shown)
    more = f"{_counted(rest, words.more)} <code>report.findings</code>" if rest else ""
    return _card(
        words,
        f'<div style="{_HEAD}">{_badge(of.verdict, words.verdicts[of.verdict])}<strong>{escape(title)}</strong>'
        f"<span>{words.as_of} {words.day(of.as_of)}{lens}{name}</span></div>",
        _tally_line(asdict(of.counts), words),
        *(_group(severity, shown, lang, names) for severity in words.severities),
        _faint(more),
        _faint(
            " · ".join(
                [
                    *([_counted(len(of.unchecked), words.unchecked)] if of.unchecked else []),
                    _counted(len(of.outcomes), words.rules),
                    f"twentse-kubus {escape(of.engine)}",
                    f"{words.rulebook} {escape(of.fingerprint[:12])}",
                ]
            )
        ),
    )


def batch(of: Batch, lang: str) -> Card:
    """The card of many reports: their summary, and a line for each."""
    words = _WORDS[lang]
    shown = of.reports[:_SHOWN]
    rest = len(of.reports) - len(shown)
    more = f"+ {_counted(rest, words.documents)}: <code>batch.reports</code>" if rest else ""
    lines = (
        f"<span>{_dot(one.verdict)} <strong>{escape(one.document_id or words.without_id)}</strong></span>"
        f"<span>{words.verdicts[one.verdict]}</span>"
        f'<span style="{_FAINT}">{_tally(asdict(one.counts), words)}</span>'
        for one in shown
    )
    return _card(words, *_summed(of.summary, lang), _lines(words.documents[1], lines), _faint(more))


def summary(of: Summary, lang: str) -> Card:
    """The card of a summary."""
    return _card(_WORDS[lang], *_summed(of, lang))


def line(of: Summary) -> str:
    """A summary as one line for whoever programs."""
    all_ = of.to_dict()
    verdicts = ", ".join(f"{number} {verdict}" for verdict, number in all_["verdicts"].items())
    return f"<Summary of {_counted(all_['documents'], _EN.documents)}: {verdicts}>"


def _summed(of: Summary, lang: str) -> Iterator[str]:
    words, all_ = _WORDS[lang], of.to_dict()
    badges = (_badge(key, f"{number} {words.verdicts[key]}") for key, number in all_["verdicts"].items() if number)
    yield f'<div style="{_HEAD}"><strong>{_counted(all_["documents"], words.documents)}</strong>{"".join(badges)}</div>'
    yield _tally_line(all_["severities"], words)
    found = sorted(all_["findings"].items(), key=lambda entry: (-entry[1], entry[0]))[:_RULES_SHOWN]
    lines = (
        f'<span style="{_CODE};white-space:nowrap">{code}</span>'
        f'<span style="flex:1 1 0">{escape(_title(code, lang))}</span><span>{number}</span>'
        for code, number in found
    )
    yield _lines(words.by_rule, lines)
    yield _faint(_counted(all_["unchecked"], words.unchecked) if all_["unchecked"] else "")


def _card(words: _Words, *parts: str) -> Card:
    return Card(f'<div lang="{words.lang}" style="{_CARD}">{"".join(parts)}</div>')


def _counted(number: int, forms: tuple[str, str]) -> str:
    return f"{number} {forms[number != 1]}"


def _badge(key: str, text: str) -> str:
    return f'<span style="{_BADGE};background:{_COLOURS[key]}">{text}</span>'


def _dot(key: str) -> str:
    return f'<span style="color:{_COLOURS[key]}" aria-hidden="true">●</span>'


def _faint(text: str) -> str:
    return f'<div style="{_FAINT};margin-top:10px">{text}</div>' if text else ""


def _tally(counts: Mapping[str, int], words: _Words) -> str:
    """What was found of each severity; empty when nothing was."""
    parts = [_counted(counts[severity], forms) for severity, forms in words.severities.items() if counts[severity]]
    return " · ".join(parts + ([f"{counts['waived']} {words.waived}"] if counts["waived"] else []))


def _tally_line(counts: Mapping[str, int], words: _Words) -> str:
    return f'<div style="margin-top:6px">{_tally(counts, words) or _counted(0, words.severities["error"])}</div>'


def _heading(text: str) -> str:
    return f'<div role="heading" aria-level="4" style="{_HEADING}">{text}</div>'


def _lines(heading: str, lines: Iterable[str]) -> str:
    items = "".join(f'<li style="{_ITEM};{_HEAD}">{line}</li>' for line in lines)
    return f'{_heading(heading[:1].upper() + heading[1:])}<ul style="{_LIST}">{items}</ul>' if items else ""


def _group(severity: str, findings: Iterable[Finding], lang: str, names: _Names) -> str:
    items = "".join(_item(finding, lang, names) for finding in findings if finding.severity == severity)
    return f'{_heading(f"{_dot(severity)} {_WORDS[lang].headings[severity]}")}<ul style="{_LIST}">{items}</ul>' if items else ""


def _item(finding: Finding, lang: str, names: _Names) -> str:
    words = _WORDS[lang]
    due = [f"{words.due} {words.day(finding.due)}"] if finding.due else []
    waived = [f"{words.waived_until} {words.day(finding.waiver['until'])}"] if finding.waiver else []
    place = [f'<span style="{_CODE}">{escape(finding.path)}</span>' if finding.path else words.whole]
    code = f'<span style="{_CODE};white-space:nowrap" title="{escape(finding.name)}">{escape(finding.code)}</span>'
    fix = _RULES[finding.code]["fix"][lang]
    return (
        f'<li style="{_ITEM}"><div>{_sentence(finding.message(lang))}</div>'
        f'<div style="opacity:.85">{words.fix} {_sentence(fix)}</div>'
        f'<div style="{_FAINT}">{" · ".join([code, *place, *map(escape, names.at(finding.path)), *(waived or due)])}</div></li>'
    )


def _sentence(text: str) -> str:
    """A sentence with a capital in front, and what it has in backticks in bold."""
    return re.sub(r"`([^`]*)`", r"<b>\1</b>", escape(text[:1].upper() + text[1:]))


def _title(code: str, lang: str) -> str:
    title: str = _RULES[code]["title"][_WORDS[lang].lang]
    return title[:1].upper() + title[1:]


class _Names:
    """The names that a document has of what is on the way to a place."""

    def __init__(self, of: Report, document: bytes | None) -> None:
        self._root: Any = None
        self.whose: str | None = None
        # A document whose id could not be read has no names; the report says what is wrong with it.
        if document is None or of.document_id is None:
            return
        try:
            self._root = json.loads(document.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            self._root = None
        who = self._root.get("student", self._root) if isinstance(self._root, dict) else None
        if not isinstance(who, dict) or who.get("id") != of.document_id:
            raise ValueError("`names_from` is not the document that the report is about")
        self.whose = self._name(who)

    def at(self, path: str) -> Iterator[str]:
        """The names along a JSON Pointer, those of the whole document apart."""
        node = self._root
        for token in path.split("/")[1:]:
            try:
                node = node[int(token) if isinstance(node, list) else token.replace("~1", "/").replace("~0", "~")]
            except (IndexError, KeyError, TypeError, ValueError):
                return
            name = self._name(node)
            if name and name != self.whose:
                yield name

    @staticmethod
    def _name(node: object) -> str | None:
        names = (node.get(key) for key in ("name", "schoolName")) if isinstance(node, dict) else ()
        return next((name for name in names if isinstance(name, str)), None)
