"""Reports, summaries and batches as cards in a notebook."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

import twentse_kubus as tk
from documents import AS_OF, FAULTY, MARKER, PORTFOLIO, sample

DAY = "2024-05-15"
LANGUAGES = ("nl", "nl-plain", "en")
RULES = {rule["code"]: rule for rule in tk.rules()}


class Tags(HTMLParser):
    """Counts what is opened and closed, and keeps the text between."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def report() -> tk.Report:
    """That of a portfolio with many shortfalls, in which persons and schools have names."""
    return tk.validate(sample("faulty"), DAY)


@pytest.fixture(scope="module")
def batch() -> tk.Batch:
    return tk.Validator().validate_many([sample("faulty"), sample("graduate"), "[]"], DAY)


def read(sentence: str) -> str:
    """A sentence as a card shows it."""
    plain = sentence.replace("`", "")
    return plain[:1].upper() + plain[1:]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_shows_every_finding_and_what_to_do(report: tk.Report, lang: str) -> None:
    text = Tags(report.card(lang)).text
    for finding in report.findings:
        fix = read(RULES[finding.code]["fix"][lang])
        assert re.search(
            f"{re.escape(read(finding.message(lang)))}[^:]*: {re.escape(fix)}{finding.code} · {re.escape(finding.path)}", text
        )


def test_every_rule_has_something_to_do_in_every_language() -> None:
    assert all(rule["fix"][lang] for rule in RULES.values() for lang in LANGUAGES)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", ["voldoet niet", "Fouten", "Waarschuwingen", "Wat je eraan doet:"]),
        ("nl-plain", ["nog niet in orde", "In orde maken", "Nakijken", "Wat je doet:"]),
        ("en", ["falls short", "reference day 15 May 2024", "Errors", "Warnings", "How to fix it:"]),
    ],
)
def test_each_language_has_its_own_words(report: tk.Report, lang: str, words: list[str]) -> None:
    shown = {other: Tags(report.card(other)).text for other in LANGUAGES}
    for word in words:
        assert [other for other in LANGUAGES if word in shown[other]] == [lang] or (lang, word) == ("nl", "voldoet niet")
    assert all(word in shown[lang] for word in words)
    assert report.card(lang).startswith(f'<div lang="{lang[:2]}"')


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("lens", ["now", "graduating"])
def test_it_says_what_the_report_as_text_says(lang: str, lens: str) -> None:
    """Which document, on which day, with which verdict, and how much was found."""
    report = tk.validate(sample("faulty"), DAY, lens)
    text = Tags(report.card(lang)).text
    title, verdict, counts = report.render(lang).splitlines()[:3]
    whose, _, day = title.partition(" · ")
    assert whose in text and day in text and "15 " in day
    said = tk.labels(lang)["values"]["Verdict"][report.verdict]
    assert verdict.endswith(said) and text.startswith(said)
    assert f"{counts[:1].upper()}{counts[1:]}" in text
    assert (tk.labels(lang)["values"]["Lens"][lens] in text) == (lens != "now")


def test_dutch_is_what_a_notebook_shows(report: tk.Report, batch: tk.Batch) -> None:
    for shown in (report, batch, batch.summary):
        assert shown._repr_html_() == shown.card() == shown.card("nl") == shown.card("nl-BE")
        assert shown.card("en-US") == shown.card("en") != shown.card()
        assert shown.card()._repr_html_() == str(shown.card())
        with pytest.raises(tk.KubusError) as refused:
            shown.card("fy")
        assert refused.value.code == "unknown-language"


def test_a_card_is_short_where_it_is_no_html(report: tk.Report) -> None:
    assert len(repr(report.card())) < 40


def test_the_lens_is_said() -> None:
    lenses = {lens: Tags(tk.validate(PORTFOLIO, DAY, lens).card("en")).text for lens in ("now", "year-ended", "graduating")}
    said = {lens: "as if" in text for lens, text in lenses.items()}
    assert said == {"now": False, "year-ended": True, "graduating": True}
    assert len(set(lenses.values())) == 3


def test_days_and_waivers_are_written_out() -> None:
    """One school in two study years, which is TK-P101, and is waived for the second."""
    schools = [{"id": f"pl-{at}", "studyYear": at, "schoolYear": f"202{at}-202{at + 1}", "school": "sch-a"} for at in (1, 2)]
    about = {"document": {"kind": "portfolio", "id": "s-1"}, "subject": {"kind": "placement", "id": "pl-2"}}
    waiver = about | {"rule": "TK-P101", "reason": "merger", "owner": "office", "until": "2026-07-31"}
    validator = tk.Validator({"waive": [waiver], "only": ["TK-P101"]})
    batch = validator.validate_many([PORTFOLIO | {"placements": schools}], AS_OF)
    texts = {lang: Tags(batch.reports[0].card(lang)).text for lang in LANGUAGES}
    assert "ontheffing tot en met 31 juli 2026" in texts["nl"] and "et ontheffing: 1" in texts["nl"]
    assert "hoeft niet tot en met 31 juli 2026" in texts["nl-plain"] and "oeft niet (ontheffing): 1" in texts["nl-plain"]
    assert "waived until 31 July 2026" in texts["en"] and "aived: 1" in texts["en"]
    assert all("aived: 1" in Tags(shown.card("en")).text for shown in (batch, batch.summary))


def test_the_day_by_which_it_can_be_fixed_is_written_out() -> None:
    """A placement may be without a mentor for some days (TK-P105): with two days from 1 February on, until the 3rd."""
    placement = {"id": "pl-1", "studyYear": 1, "schoolYear": "2023-2024", "period": {"from": "2024-02-01", "until": "2024-07-05"}}
    validator = tk.Validator({"only": ["TK-P105"], "norms": {"TK-P105.grace_days": 2}})
    report = validator.validate(PORTFOLIO | {"placements": [placement]}, "2024-02-01")
    [finding] = report.findings
    assert finding.due == "2024-02-03"
    assert f"{finding.path} · by 3 February 2024" in Tags(report.card("en")).text
    assert f"{finding.path} · uiterlijk 3 februari 2024" in Tags(report.card()).text


def test_it_holds_no_text_of_the_document_and_no_script(report: tk.Report) -> None:
    html = tk.validate(FAULTY, AS_OF)._repr_html_()
    assert MARKER not in html and "Anneke" not in html
    assert Tags(html).seen <= {"div", "span", "strong", "ul", "li", "b", "code"}
    assert not [name for name in names(sample("faulty")) if name in report.card()]


def names(node: Any) -> set[str]:
    """Every name of a person or a school in a document."""
    if isinstance(node, list):
        return {name for item in node for name in names(item)}
    if not isinstance(node, dict):
        return set()
    own = {node[key] for key in ("name", "schoolName") if key in node}
    return own.union(*(names(item) for item in node.values()))


def test_names_are_shown_where_they_are_asked_for() -> None:
    document = sample("faulty")
    report = tk.validate(document, DAY)
    cards = {report.card("en", names_from=given) for given in (document, json.dumps(document), json.dumps(document).encode())}
    text = Tags(cards.pop()).text
    assert not cards, "a dict, its text and its bytes are one document"
    assert document["student"]["name"] in text
    [assessor] = [finding.path for finding in report.findings if finding.code == "TK-P503"]
    assert assessor == "/assessments/2/assessors/1/role"
    assert f"{assessor} · {document['assessments'][2]['assessors'][1]['name']}" in text
    [school] = [finding.path for finding in report.findings if finding.code == "TK-P101"]
    assert school == "/placements/2/school"
    assert f"{school} · {document['placements'][2]['schoolName']}" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_knowledge_base_has_a_card_too(lang: str) -> None:
    document = sample("knowledge-base-faulty")
    report = tk.validate(document, DAY, kind="knowledge-base")
    text = Tags(report.card(lang, names_from=document)).text
    assert report.findings and document["name"] in text and document["name"] not in report.card(lang)
    assert "ortfolio" not in text
    assert all(f"{finding.code} · {finding.path}" in text for finding in report.findings if finding.path)


def test_a_name_is_escaped() -> None:
    document = PORTFOLIO | {"student": {"id": "s-1", "name": MARKER}}
    card = tk.validate(document, DAY).card(names_from=document)
    assert MARKER in Tags(card).text and "script" not in Tags(card).seen


def test_names_come_from_no_other_document() -> None:
    report = tk.validate(PORTFOLIO, DAY)
    other = PORTFOLIO | {"student": {"id": "s-2", "name": "Noor"}}
    for wrong in (other, json.dumps(other), "{", "[]", b"\xff", {}):
        with pytest.raises(ValueError, match="not the document that the report is about"):
            report.card(names_from=wrong)


@pytest.mark.parametrize("text", ["", "[" * 100_000, "[]", "{}", '{"student": 3}', b"\xff"])
def test_what_cannot_be_read_has_no_names(text: str | bytes) -> None:
    report = tk.validate(text, DAY)
    assert report.card(names_from=text) == report.card()


def test_it_stops_listing_at_a_hundred() -> None:
    report = tk.validate(PORTFOLIO | {"evidence": [{"id": f"e-{number}"} for number in range(500)]}, AS_OF)
    text = Tags(report._repr_html_()).text
    assert text.count("Wat je eraan doet:") == 100
    assert f"En nog {len(report.findings) - 100} (report.findings)" in text


def test_a_summary_shows_verdicts_and_the_rules_with_most_findings(batch: tk.Batch) -> None:
    """One sample falls short, one meets, and a list is no document."""
    text = Tags(batch.summary.card("en")).text
    assert all(part in text for part in ("Documents: 3", "meets: 1", "falls short: 1", "undecided: 1", "not checked: 1"))
    assert "Findings per rule" in text
    for code, number in batch.summary.to_dict()["findings"].items():
        assert f"{code}{read(RULES[code]['title']['en'])}{number}" in text


def test_a_batch_shows_its_summary_and_each_document(batch: tk.Batch) -> None:
    text = Tags(batch.card("en")).text
    for report in batch.reports:
        assert f"{report.document_id or 'without an id'}" in text
    assert "graduat" not in text
    many = tk.Validator().validate_many(["{}"] * 150, DAY)
    assert Tags(many.card("en")).text.count("without an id") == 100
    assert "And more: 50 (batch.reports)" in Tags(many.card("en")).text
    none = tk.Validator().validate_many([], DAY)
    assert Tags(none.card("en")).text == "Documents: 0Errors: 0"


def test_batches_and_summaries_are_one_line_for_whoever_programs(batch: tk.Batch) -> None:
    assert repr(batch) == "<Batch of 3 documents: 1 meets, 1 falls-short, 1 undecided>"
    assert repr(batch.summary) == "<Summary of 3 documents: 1 meets, 1 falls-short, 1 undecided>"
    assert repr(tk.Validator().validate_many(["{}"], DAY)) == "<Batch of 1 document: 0 meets, 0 falls-short, 1 undecided>"
