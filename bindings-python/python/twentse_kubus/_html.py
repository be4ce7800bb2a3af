"""Reports, summaries and batches as cards in a notebook.

Every style is inline, since a notebook may drop a style sheet, and none sets a colour for text or ground: both are those of
the page, so that a card is at home in a light and in a dark theme. Every value is escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from . import _kubus
from .values import Card

if TYPE_CHECKING:
    from ._kubus import Finding, Report, Summary
    from .values import Batch

_SHOWN = 100
_RULES_SHOWN = 20


class _Words:
    """What the core calls things in one language: a card has no words of its own."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._labels = _kubus.labels(lang)

    def phrase(self, key: str) -> str:
        """One of the fixed phrases of a report."""
        return self._labels["phrases"][key]

    def value(self, of: str, key: str) -> str:
        """A value of a closed list."""
        return self._labels["values"][of][key]

    def kind(self, key: str) -> str:
        """A kind of document that can be checked."""
        return self._labels["kinds"][key]

    def counted(self, phrase: str, number: int) -> str:
        """How many there are, in words that fit any number: `fouten: 1`."""
        return f"{self.phrase(phrase)}: {number}"

    def day(self, iso: str) -> str:
        """An ISO date as a reader writes it: `15 mei 2024`."""
        year, month, day = iso.split("-")
        return f"{int(day)} {self._labels['months'][int(month) - 1]} {year}"


_words = cache(_Words)
_RULES: dict[str, dict[str, Any]] = {rule["code"]: rule for rule in _kubus.rules()}
# A severity, and the phrase for findings of it.
_SEVERITIES = {"error": "errors", "warning": "warnings", "info": "infos"}

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
    words = _words(lang)
    names = _Names(of, document)
    title = f"{_capital(words.kind(of.document_kind))} {of.document_id or words.phrase('without-id')}"
    lens = f" · {words.value('Lens', of.lens)}" if of.lens != "now" else ""
    name = f" · {escape(names.whose)}" if names.whose else ""
    shown = of.findings[:_SHOWN]
    return _card(
        words,
        f'<div style="{_HEAD}">{_badge(of.verdict, words.value("Verdict", of.verdict))}<strong>{escape(title)}</strong>'
        f"<span>{words.phrase('as-of')} {words.day(of.as_of)}{lens}{name}</span></div>",
        _tally_line(asdict(of.counts), words),
        *(_group(severity, shown, words, names) for severity in _SEVERITIES),
        _more(len(of.findings) - len(shown), "report.findings", words),
        _faint(
            " · ".join(
                [
                    *([words.counted("not-checked", len(of.unchecked))] if of.unchecked else []),
                    words.counted("rules", len(of.outcomes)),
                    f"twentse-kubus {escape(of.engine)}",
                    f"{words.phrase('rulebook')} {escape(of.fingerprint[:12])}",
                ]
            )
        ),
    )


def batch(of: Batch, lang: str) -> Card:
    """The card of many reports: their summary, and a line for each."""
    words = _words(lang)
    shown = of.reports[:_SHOWN]
    lines = (
        f"<span>{_dot(one.verdict)} <strong>{escape(one.document_id or words.phrase('without-id'))}</strong></span>"
        f"<span>{words.value('Verdict', one.verdict)}</span>"
        f'<span style="{_FAINT}">{_tally(asdict(one.counts), words)}</span>'
        for one in shown
    )
    more = _more(len(of.reports) - len(shown), "batch.reports", words)
    return _card(words, *_summed(of.summary, words), _lines(words.phrase("documents"), lines), more)


def summary(of: Summary, lang: str) -> Card:
    """The card of a summary."""
    words = _words(lang)
    return _card(words, *_summed(of, words))


def line(of: Summary) -> str:
    """A summary as one line for whoever programs."""
    all_ = of.to_dict()
    verdicts = ", ".join(f"{number} {verdict}" for verdict, number in all_["verdicts"].items())
    return f"<Summary of {all_['documents']} document{'s' * (all_['documents'] != 1)}: {verdicts}>"


def _summed(of: Summary, words: _Words) -> Iterator[str]:
    all_ = of.to_dict()
    badges = (_badge(key, f"{words.value('Verdict', key)}: {number}") for key, number in all_["verdicts"].items() if number)
    documents = _capital(words.counted("documents", all_["documents"]))
    yield f'<div style="{_HEAD}"><strong>{documents}</strong>{"".join(badges)}</div>'
    yield _tally_line(all_["severities"], words)
    found = sorted(all_["findings"].items(), key=lambda entry: (-entry[1], entry[0]))[:_RULES_SHOWN]
    lines = (
        f'<span style="{_CODE};white-space:nowrap">{code}</span>'
        f'<span style="flex:1 1 0">{escape(_title(code, words))}</span><span>{number}</span>'
        for code, number in found
    )
    yield _lines(words.phrase("findings-by-rule"), lines)
    yield _faint(words.counted("not-checked", all_["unchecked"]) if all_["unchecked"] else "")


def _card(words: _Words, *parts: str) -> Card:
    return Card(f'<div lang="{words.lang[:2]}" style="{_CARD}">{"".join(parts)}</div>')


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _badge(key: str, text: str) -> str:
    return f'<span style="{_BADGE};background:{_COLOURS[key]}">{text}</span>'


def _dot(key: str) -> str:
    return f'<span style="color:{_COLOURS[key]}" aria-hidden="true">●</span>'


def _faint(text: str) -> str:
    return f'<div style="{_FAINT};margin-top:10px">{text}</div>' if text else ""


def _more(rest: int, where: str, words: _Words) -> str:
    """How many are not listed here, and where they are."""
    return _faint(f"{_capital(words.phrase('more'))} {rest} (<code>{where}</code>)" if rest else "")


def _tally(counts: Mapping[str, int], words: _Words) -> str:
    """What was found of each severity; empty when nothing was."""
    phrases = {**_SEVERITIES, "waived": "waived"}
    return " · ".join(words.counted(phrase, counts[key]) for key, phrase in phrases.items() if counts[key])


def _tally_line(counts: Mapping[str, int], words: _Words) -> str:
    return f'<div style="margin-top:6px">{_capital(_tally(counts, words) or words.counted("errors", 0))}</div>'


def _heading(text: str) -> str:
    return f'<div role="heading" aria-level="4" style="{_HEADING}">{text}</div>'


def _lines(heading: str, lines: Iterable[str]) -> str:
    items = "".join(f'<li style="{_ITEM};{_HEAD}">{line}</li>' for line in lines)
    return f'{_heading(_capital(heading))}<ul style="{_LIST}">{items}</ul>' if items else ""


def _group(severity: str, findings: Iterable[Finding], words: _Words, names: _Names) -> str:
    items = "".join(_item(finding, words, names) for finding in findings if finding.severity == severity)
    heading = f"{_dot(severity)} {_capital(words.phrase(_SEVERITIES[severity]))}"
    return f'{_heading(heading)}<ul style="{_LIST}">{items}</ul>' if items else ""


def _item(finding: Finding, words: _Words, names: _Names) -> str:
    due = [f"{words.phrase('by')} {words.day(finding.due)}"] if finding.due else []
    waived = [f"{words.phrase('waived-until')} {words.day(finding.waiver['until'])}"] if finding.waiver else []
    place = [f'<span style="{_CODE}">{escape(finding.path)}</span>' if finding.path else words.phrase("whole-document")]
    code = f'<span style="{_CODE};white-space:nowrap" title="{escape(finding.name)}">{escape(finding.code)}</span>'
    fix = f"{_capital(words.phrase('fix'))}: {_sentence(_RULES[finding.code]['fix'][words.lang])}"
    return (
        f'<li style="{_ITEM}"><div>{_sentence(finding.message(words.lang))}</div>'
        f'<div style="opacity:.85">{fix}</div>'
        f'<div style="{_FAINT}">{" · ".join([code, *place, *map(escape, names.at(finding.path)), *(waived or due)])}</div></li>'
    )


def _sentence(text: str) -> str:
    """A sentence with a capital in front, and what it has in backticks in bold."""
    return re.sub(r"`([^`]*)`", r"<b>\1</b>", escape(_capital(text)))


def _title(code: str, words: _Words) -> str:
    title: str = _RULES[code]["title"][words.lang[:2]]
    return _capital(title)


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
