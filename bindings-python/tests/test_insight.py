"""Next steps, traces, hand-over pages, assessments and coverage: what goes in and what comes out."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import twentse_kubus as tk
from twentse_kubus import insight
from documents import AS_OF, MARKER, PORTFOLIO, TEXT, sample

FAULTS = sample("faulty")
DAY = "2024-05-22"
"""Half-way the last term of that portfolio."""

RECORDS = {
    "NextSteps": "next-steps", "Trace": "trace", "HandOver": "hand-over", "ProgrammeAssessment": "assessment", "Coverage": "coverage"
}

CURRICULUM: dict[str, Any] = {
    "format": "twentse-kubus/curriculum@1",
    "id": "cur-1",
    "firstCohort": "2023-2024",
    "assessment": {
        "scales": [{"id": "marks", "kind": "numeric", "least": 1, "most": 10}],
        "components": [
            {"id": "pedagogy", "studyYear": 1, "of": "competence", "competences": ["2017-pedagogical"], "leastResult": "5.5"}
        ],
    },
}
"""Its only part of study year 1 is the competence of which the student below has a final assessment."""

STUDENT: dict[str, Any] = {
    "format": "twentse-kubus/portfolio@1",
    "student": {
        "id": "s-1",
        "cohort": "2023-2024",
        "mode": "part-time",
        "years": [{"schoolYear": "2023-2024", "studyYear": 1}, {"schoolYear": "2024-2025", "studyYear": 2}],
    },
    "placements": [{"id": "pl-1", "school": "sch-a", "schoolYear": "2023-2024", "studyYear": 1, "groups": [3, 4]}],
    "goals": [
        {"id": "g-1", "kind": "learning-goal", "text": f"Rust in de les. {MARKER}", "setOn": "2024-09-10"},
        {"id": "g-2", "kind": "learning-question", "text": "Wie spreekt er?", "setOn": "2024-09-11"},
    ],
    "evidence": [
        {"id": "ev-1", "kind": "lesson-report", "date": "2023-11-01", "competences": ["2017-pedagogical"], "goals": ["g-2"]},
        {"id": "ev-2", "kind": "lesson-report", "date": "2024-10-01", "competences": ["2017-pedagogical", "2017-subject-matter"]},
    ],
    "assessments": [
        {
            "id": "as-1",
            "of": "competence",
            "date": "2024-06-10",
            "studyYear": 1,
            "isFinal": True,
            "competences": ["2017-pedagogical"],
            "mentorAdvice": {"date": "2024-06-05", "by": {"person": "m-1", "role": "mentor"}, "text": f"Ga zo door. {MARKER}"},
        }
    ],
}
"""A part-timer in study year 2, of whom two things are in the student's and the mentor's own words."""


def graded(result: str) -> dict[str, Any]:
    """The student with this result."""
    return STUDENT | {"assessments": [made | {"result": result} for made in STUDENT["assessments"]]}


def refused(call: Any) -> str:
    with pytest.raises(tk.KubusError) as caught:
        call()
    return caught.value.code


def test_the_types_are_those_of_the_schema() -> None:
    """Each record has the members, and the ones that are always there, that its schema says."""
    seen: set[str] = set()
    for kind in RECORDS.values():
        whole = tk.schema(kind)
        for name, record in [(whole["title"], whole), *whole["$defs"].items()]:
            if record.get("type") == "object":
                typed: Any = getattr(tk, name)
                assert typed.__required_keys__ == set(record["required"]), name
                assert typed.__required_keys__ | typed.__optional_keys__ == record["properties"].keys(), name
                seen.add(name)
    assert seen == {name for name, typed in vars(insight).items() if getattr(typed, "__module__", "") == insight.__name__}


def test_every_finding_is_in_one_step() -> None:
    report = tk.validate(FAULTS, DAY)
    told = report.next_steps()
    assert (told["document"], told["asOf"], told["lens"]) == ({"kind": "portfolio", "id": report.document_id}, DAY, "now")
    found = [finding for step in told["steps"] for finding in step["findings"]]
    assert sorted(one["finding"] for one in found) == list(range(len(report.findings)))
    for one in found:
        finding = report.findings[one["finding"]]
        assert (one["code"], one["path"]) == (finding.code, finding.path)
    labels = tk.labels("en")["values"]
    for step in told["steps"]:
        of = [report.findings[one["finding"]] for one in step["findings"]]
        assert {(finding.subject.kind, finding.subject.id) for finding in of} == {(step["subject"]["kind"], step["subject"].get("id"))}
        assert step["severity"] in {finding.severity for finding in of}
        assert labels["Step"][step["step"]] and all(labels["Actor"][actor] for actor in step["acts"])
    assert tk.Report.from_json(report.to_json()).next_steps() == told


def test_what_is_waived_asks_nothing() -> None:
    schools = [{"id": f"pl-{at}", "studyYear": at, "schoolYear": f"202{at}-202{at + 1}", "school": "sch-a"} for at in (1, 2)]
    document = PORTFOLIO | {"placements": schools}
    waive = {"rule": "TK-P101", "document": {"kind": "portfolio", "id": "s-1"}, "subject": {"kind": "placement", "id": "pl-2"}}
    waive |= {"reason": "merger", "owner": "office", "until": "2026-07-31"}
    only = {"only": ["TK-P101"]}
    [step] = tk.Validator(only).validate(document, AS_OF).next_steps()["steps"]
    assert step["subject"] == {"kind": "placement", "id": "pl-2"}
    report = tk.Validator(only | {"waive": [waive]}).validate(document, AS_OF)
    assert len(report.findings) == 1 and report.next_steps()["steps"] == []
    assert report.next_steps_text("en").endswith("\nThere is nothing to do now\n")


def test_a_trace_answers_as_the_report_does() -> None:
    validator = tk.Validator()
    for lens in ("now", "year-ended", "graduating"):
        report, trace = validator.validate(FAULTS, DAY, lens), validator.trace(FAULTS, DAY, lens)
        assert (trace["lens"], trace["asOf"]) == (lens, DAY)
        told = [(rule["code"], rule["outcome"], rule.get("reason"), rule.get("by")) for rule in trace["rules"]]
        assert told == [(outcome.code, outcome.outcome, outcome.reason, outcome.by) for outcome in report.outcomes]
        for rule in trace["rules"]:
            of = [at for at, finding in enumerate(report.findings) if finding.code == rule["code"]]
            falls_short = rule["outcome"] in ("not-met", "not-yet")
            assert [found["finding"] for found in rule.get("findings", [])] == (of if falls_short else [])
            assert rule.get("total", 0) >= len(rule.get("metBy", []))
    knowledge = sample("knowledge-base")
    assert validator.trace(knowledge, "2018-05-16", kind="knowledge-base")["document"]["kind"] == "knowledge-base"
    assert "TK-K101" in validator.trace_text(knowledge, "2018-05-16", kind="knowledge-base", lang="en")


def test_a_trace_names_what_a_rule_is_met_by() -> None:
    mentor = {"id": "pl-1", "schoolYear": "2024-2025", "studyYear": 1, "mentors": [{"person": "m-1"}]}
    alone = {"id": "pl-2", "schoolYear": "2024-2025", "studyYear": 1}
    only = tk.Validator({"only": ["TK-P105"]})
    [rule] = only.trace(PORTFOLIO | {"placements": [mentor]}, "2024-10-01")["rules"]
    assert rule == {"code": "TK-P105", "outcome": "met", "metBy": [{"kind": "placement", "id": "pl-1", "path": "/placements/0"}], "total": 1}
    [rule] = only.trace(PORTFOLIO | {"placements": [mentor, alone]}, "2024-10-01")["rules"]
    assert (rule["outcome"], [found["path"][:13] for found in rule["findings"]]) == ("not-met", ["/placements/1"])


def test_a_page_is_handed_over_with_own_words_only_where_they_are_asked_for() -> None:
    validator = tk.Validator()
    page = validator.hand_over(STUDENT, "2024-11-01")
    assert (page["mode"], page.get("studyYear")) == ("part-time", 2)
    # The age bands are groups 1 and 2, 3 to 5, and 6 to 8 (TK-P102).
    placement = {"id": "pl-1", "school": "sch-a", "schoolYear": "2023-2024", "groups": [3, 4], "bands": ["middle"]}
    assert page["placements"] == [placement]
    assert (page["bandsMet"], page["bandsMissing"]) == (["middle"], ["lower", "upper"])
    # `ev-1` takes up the question.
    assert page["openGoals"] == [{"id": "g-1", "kind": "learning-goal", "setOn": "2024-09-10"}]
    assert page.get("lastAdvice") == {"date": "2024-06-05", "role": "mentor"}
    assert page["nextSteps"] == validator.validate(STUDENT, "2024-11-01").next_steps()["steps"]
    with_texts = validator.hand_over(STUDENT, "2024-11-01", texts=True)
    assert with_texts["openGoals"][0].get("text") == f"Rust in de les. {MARKER}"
    assert with_texts.get("lastAdvice", {}).get("text") == f"Ga zo door. {MARKER}"
    for lang in ("nl", "nl-plain", "en"):
        assert MARKER in validator.hand_over_text(STUDENT, "2024-11-01", texts=True, lang=lang)
        assert MARKER not in validator.hand_over_text(STUDENT, "2024-11-01", lang=lang)
    assert MARKER not in json.dumps([page, validator.trace(STUDENT, "2024-11-01"), validator.coverage(STUDENT, "2024-11-01")])


def test_coverage_counts_by_study_year() -> None:
    told = tk.Validator().coverage(STUDENT, "2024-11-01")
    assert told["studyYears"] == [1, 2]
    rows = {row["competence"]: [(cell["evidence"], cell["finalAssessments"]) for cell in (*row["years"], row["noYear"])] for row in told["competences"]}
    assert rows["2017-pedagogical"] == [(1, 1), (1, 0), (0, 0)]
    assert rows["2017-subject-matter"] == [(0, 0), (1, 0), (0, 0)]
    assert rows["2017-subject-didactics"] == [(0, 0), (0, 0), (0, 0)]
    assert "unreadable" not in told
    # What cannot be read is named, and not counted.
    lost = STUDENT | {"evidence": [*STUDENT["evidence"], {"id": "ev-3", "kind": MARKER}]}
    told = tk.Validator().coverage(lost, "2024-11-01")
    assert all(path.startswith("/evidence/2") for path in told["unreadable"]) and told["unreadable"]
    assert MARKER not in json.dumps(told)


@pytest.mark.parametrize(("result", "outcome", "state"), [("5.5", "passed", "passed"), ("5.4", "not-passed", "short")])
def test_a_portfolio_is_assessed_by_the_curriculum_of_the_student(result: str, outcome: str, state: str) -> None:
    """5.5 is the least result that is a pass, and study year 1 has ended."""
    told = tk.Validator(curricula=[CURRICULUM]).assess(graded(result), "2024-11-01")
    assert (told.get("curriculum"), told["programme"]) == ({"kind": "curriculum", "id": "cur-1"}, "not-yet")
    [year] = told["years"]
    assert (year["studyYear"], year["rule"], year["outcome"]) == (1, "all", outcome)
    [part] = year["components"]
    assert (part["id"], part["state"], part.get("taken"), part.get("leastResult")) == ("pedagogy", state, "as-1", "5.5")
    attempt = {"id": "as-1", "path": "/assessments/0", "counts": True, "result": result, "date": "2024-06-10"}
    assert part["attempts"] == [attempt]
    assert MARKER not in json.dumps(told)


def test_a_report_says_which_curriculum_it_rests_on() -> None:
    text = json.dumps(CURRICULUM)
    report = tk.Validator(curricula=[text]).validate(STUDENT, "2024-11-01")
    assert report.used == (tk.UsedDocument("curriculum", "cur-1", None, hashlib.sha256(text.encode()).hexdigest()),)
    assert report.used is report.used
    assert report.to_dict()["body"]["scope"] == ["portfolio", "curriculum"]
    assert tk.Report.from_json(report.to_json()).used == report.used
    # Without one, or with one of another cohort, there are no study years.
    for curricula in ([], [CURRICULUM | {"firstCohort": "2024-2025"}]):
        validator = tk.Validator(curricula=curricula)
        assert validator.validate(STUDENT, "2024-11-01").used == ()
        told = validator.assess(STUDENT, "2024-11-01")
        assert (told["years"], "curriculum" in told) == ([], False)


def test_curricula_are_taken_in_every_form_and_kept(tmp_path: Path) -> None:
    text = json.dumps(CURRICULUM)
    file = tmp_path / "curriculum.json"
    file.write_text(text, encoding="utf-8")
    expected = tk.Validator(curricula=[text])
    for given in (CURRICULUM, text.encode(), bytearray(text.encode()), memoryview(text.encode()), file):
        validator = tk.Validator(None, iter([given]))
        assert (validator.curricula, validator.rulebook_source, validator) == ([text], None, expected)
        assert validator.assess(STUDENT, AS_OF) == expected.assess(STUDENT, AS_OF)
    assert expected != tk.Validator() and len({expected, tk.Validator(), tk.Validator(curricula=[text])}) == 2
    assert tk.Validator(curricula=[]).curricula == tk.Validator().curricula == []
    assert (repr(expected), repr(tk.Validator({}, [text]))) == ("Validator(curricula=...)", "Validator(rulebook=..., curricula=...)")
    # Many documents are held against them too.
    report = expected.validate(STUDENT, AS_OF)
    batch = expected.validate_many([STUDENT, STUDENT], AS_OF)
    assert report.used and batch.reports == (report, report)


def test_curricula_that_cannot_be_used_are_refused_all_at_once() -> None:
    with pytest.raises(tk.KubusError) as caught:
        tk.Validator(curricula=[CURRICULUM, "{", CURRICULUM, CURRICULUM | {"id": "cur-2"}])
    assert caught.value.code == "invalid-documents"
    assert [detail[:12] for detail in caught.value.details] == ["curricula[1]", "curricula[2]", "curricula[3]"]
    for one in (CURRICULUM, json.dumps(CURRICULUM), b"{}", Path("curriculum.json")):
        with pytest.raises(TypeError, match="`curricula`: expected an iterable of documents"):
            tk.Validator(curricula=one)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^curricula\[1\]: expected str, bytes"):
        tk.Validator(curricula=[CURRICULUM, 7])  # type: ignore[list-item]
    with pytest.raises(ValueError, match=r"^curricula\[0\]: .*one is at `/assessment/scales`"):
        tk.Validator(curricula=[CURRICULUM | {"assessment": {"scales": float("nan")}}])
    with pytest.raises(OSError, match="nowhere"):
        tk.Validator(curricula=[Path("nowhere.json")])


def texts(validator: tk.Validator, document: Any) -> list[Callable[..., str]]:
    """Every text for people, by its language."""
    return [
        lambda **lang: validator.validate(document, AS_OF).next_steps_text(**lang),
        lambda **lang: validator.trace_text(document, AS_OF, **lang),
        lambda **lang: validator.hand_over_text(document, AS_OF, **lang),
        lambda **lang: validator.assess_text(document, AS_OF, **lang),
        lambda **lang: validator.coverage_text(document, AS_OF, **lang),
    ]


def test_texts_are_dutch_unless_another_language_is_named() -> None:
    for text in texts(tk.Validator(), STUDENT):
        assert text() == text(lang="nl") == text(lang="nl-BE")
        assert len({text(lang=lang) for lang in ("nl", "nl-plain", "en")}) == 3
        assert refused(lambda text=text: text(lang="fy")) == "unknown-language"


def test_what_cannot_be_answered_is_refused() -> None:
    validator = tk.Validator()
    pages: list[Callable[..., object]] = [
        validator.hand_over, validator.hand_over_text, validator.assess, validator.assess_text, validator.coverage, validator.coverage_text
    ]
    for page in pages:
        for nothing in ("", "{", "[]", b"\xff", '{"format": "twentse-kubus/curriculum@1"}'):
            assert refused(lambda page=page, nothing=nothing: page(nothing, AS_OF)) == "unreadable-document"
        assert refused(lambda page=page: page(TEXT, "1 mei")) == "invalid-date"
    traces: list[Callable[..., object]] = [validator.trace, validator.trace_text]
    for trace in traces:
        assert trace("{", AS_OF)
        assert refused(lambda trace=trace: trace(TEXT, "1 mei")) == "invalid-date"
        assert refused(lambda trace=trace: trace(TEXT, AS_OF, kind="diary")) == "unknown-kind"
    for through in (*traces, validator.assess, validator.assess_text):
        assert refused(lambda through=through: through(TEXT, AS_OF, "tomorrow")) == "unknown-lens"
    assert MARKER not in str(validator.trace_text(TEXT, AS_OF))


def test_a_document_is_given_in_every_way(tmp_path: Path) -> None:
    validator = tk.Validator()
    file = tmp_path / "portfolio.json"
    file.write_text(json.dumps(STUDENT), encoding="utf-8")
    asked: list[Callable[[Any, str], object]] = [
        validator.trace, validator.trace_text, validator.hand_over, validator.hand_over_text, validator.assess, validator.assess_text,
        validator.coverage, validator.coverage_text,
    ]
    for ask in asked:
        answers = [ask(given, AS_OF) for given in (STUDENT, json.dumps(STUDENT), json.dumps(STUDENT).encode(), file)]
        assert all(answer == answers[0] for answer in answers)
        with pytest.raises(ValueError, match="NaN and infinities"):
            ask(PORTFOLIO | {"goals": float("nan")}, AS_OF)
        with pytest.raises(TypeError):
            ask(None, AS_OF)
