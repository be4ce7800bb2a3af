"""Next steps, traces, hand-over pages, assessments, cards, coverage, bundles and replays: what goes in and what comes out."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import twentse_kubus as tk
from twentse_kubus import insight
from documents import AS_OF, MARKER, PORTFOLIO, ROOT, TEXT, sample

FAULTS = sample("faulty")
DAY = "2024-05-22"
"""Half-way the last term of that portfolio."""

RECORDS = {
    "NextSteps": "next-steps", "Trace": "trace", "HandOver": "hand-over", "ProgrammeAssessment": "assessment",
    "AssessmentCard": "assessment-card", "Coverage": "coverage", "CurriculumCoverage": "curriculum-coverage", "Bundle": "bundle",
    "Replay": "replay",
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


KEPT = ROOT / "tests" / "bundles" / "0.1.0"
"""A bundle that version 0.1.0 made, and the documents that it was made from."""


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


def test_a_card_says_what_is_assessed_by_whom() -> None:
    """Of study year 1 a mentor assesses, and one is with the placement: in the portfolio the result is not told."""
    [component] = CURRICULUM["assessment"]["components"]
    asked = component | {"assessors": ["mentor"], "leastEvidence": 2, "quarter": 3}
    curriculum = CURRICULUM | {"assessment": CURRICULUM["assessment"] | {"components": [asked]}}
    document = graded("6") | {"placements": [STUDENT["placements"][0] | {"mentors": [{"person": "m-1", "name": MARKER}]}]}
    told = tk.Validator(curricula=[curriculum]).card(document, "2024-11-01", "year-ended")
    assert (told.get("curriculum"), told["lens"]) == ({"kind": "curriculum", "id": "cur-1"}, "year-ended")
    [year] = told["years"]
    assert (year["studyYear"], year["people"]) == (1, [{"role": "mentor", "persons": ["m-1"]}])
    [part] = year["components"]
    assert (part["state"], part["attempts"], part.get("quarter"), part["assessors"]) == ("passed", 1, 3, ["mentor"])
    # Of study year 1 that is `ev-1` alone; what is missing undoes no pass.
    assert (part["evidence"], part.get("requiredEvidence")) == (1, [{"wanted": 2, "there": 1, "competence": "2017-pedagogical"}])
    assert MARKER not in json.dumps(told)
    without = tk.Validator().card(document, "2024-11-01")
    assert (without["years"], "curriculum" in without) == ([], False)


def test_a_curriculum_is_covered_with_a_portfolio_and_without() -> None:
    themes = [{"id": "th-1", "title": "Verschillen", "studyYears": [1], "competences": ["2017-pedagogical"]}]
    curriculum = CURRICULUM | {"themes": themes, "assignments": [{"id": "op-1", "studyYear": 1, "competences": ["2017-pedagogical"]}]}
    alone = tk.Validator().curriculum_coverage(curriculum)
    assert (alone["document"], alone["edition"]) == ({"kind": "curriculum", "id": "cur-1"}, "2017")
    served = {"competence": "2017-pedagogical", "assignments": 1}
    assert alone["themes"] == [{"id": "th-1", "title": "Verschillen", "studyYears": [1], "competences": [served]}]
    # Of the student one piece of evidence and the final assessment are of study year 1.
    told = tk.Validator(curricula=[curriculum]).coverage(STUDENT, "2024-11-01").get("curriculum")
    assert told is not None
    assert told["themes"][0]["competences"] == [served | {"evidence": 1, "finalAssessments": 1}]
    assert "curriculum" not in tk.Validator().coverage(STUDENT, "2024-11-01")


def test_a_bundle_is_made_again_from_what_it_was_made_from(tmp_path: Path) -> None:
    """As `dict` and as text: what a bundle says of a document is the hash of its text, whatever it was given as."""
    overlay = {"id": "own", "norms": {"TK-P105.grace_days": 7}}
    document = graded("6")
    validator = tk.Validator(overlay, [CURRICULUM])
    bundle = validator.bundle(document, "2024-11-01", "year-ended")
    assert (bundle["asOf"], bundle["lens"], bundle["engine"]) == ("2024-11-01", "year-ended", tk.__version__)
    assert bundle["rulebook"] == {"fingerprint": validator.fingerprint, "overlay": overlay}
    assert bundle["report"] == validator.validate(document, "2024-11-01", "year-ended").to_dict()["body"]
    assert bundle.get("assessment") == validator.assess(document, "2024-11-01", "year-ended")
    texts = [json.dumps(one, ensure_ascii=False) for one in (document, CURRICULUM)]
    hashes = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    assert [one["sha256"] for one in bundle["documents"]] == hashes
    assert MARKER not in json.dumps(bundle)
    file = tmp_path / "bundle.json"
    file.write_text(json.dumps(bundle, indent=2), encoding="utf-8")
    for given in (bundle, json.dumps(bundle), json.dumps(bundle).encode(), file):
        for documents in ((document, CURRICULUM), iter(reversed(texts)), [text.encode() for text in texts]):
            replay = tk.replay(given, documents)
            assert (replay["replayed"], replay["differences"]) == ("same", [])
    # By another result it is another document.
    differs = {"input": "document", "document": {"kind": "portfolio", "id": "s-1"}, "bundled": hashes[0]}
    other = tk.replay(bundle, [graded("7"), CURRICULUM])
    found = hashlib.sha256(json.dumps(graded("7"), ensure_ascii=False).encode()).hexdigest()
    assert (other["replayed"], other["differences"]) == ("not-replayed", [differs | {"found": found}])
    assert tk.replay(bundle, [CURRICULUM])["differences"] == [differs]


def test_the_kept_bundle_comes_out_again() -> None:
    bundle, documents = KEPT / "bundle.json", [KEPT / "curriculum.json", KEPT / "portfolio.json"]
    told = tk.replay(bundle, documents)
    assert (told["replayed"], told["document"]) == ("same", {"kind": "portfolio", "id": "st-2021-031"})
    assert {one["input"] for one in told["differences"]} <= {"engine", "rulebook"}
    # A space behind it says nothing, and yet it is not the document that was bundled.
    told = tk.replay(bundle, [documents[0], documents[1].read_bytes() + b" "])
    assert (told["replayed"], told["differences"][-1].get("document")) == ("not-replayed", {"kind": "portfolio", "id": "st-2021-031"})


def test_what_is_no_bundle_is_refused() -> None:
    bundle: dict[str, Any] = {**tk.Validator().bundle(STUDENT, AS_OF)}
    for nothing in ("", "{", "[]", b"\xff", {}, STUDENT, bundle | {"documents": []}, bundle | {"format": "twentse-kubus/bundle@2"}):
        assert refused(lambda nothing=nothing: tk.replay(nothing, [STUDENT])) == "invalid-bundle"
        assert refused(lambda nothing=nothing: tk.replay_text(nothing, [STUDENT])) == "invalid-bundle"
    with pytest.raises(TypeError, match="expected str, bytes"):
        tk.replay(None, [STUDENT])  # type: ignore[arg-type]
    for one in (STUDENT, json.dumps(STUDENT), b"{}", Path("portfolio.json")):
        with pytest.raises(TypeError, match="expected an iterable of documents"):
            tk.replay(bundle, one)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^documents\[1\]: expected str, bytes"):
        tk.replay(bundle, [STUDENT, 7])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="one is at `/report`"):
        tk.replay(bundle | {"report": float("nan")}, [STUDENT])
    # Of what cannot be read a bundle is made all the same: its report says why.
    torn = tk.Validator().bundle("{", AS_OF)
    assert (torn["report"]["verdict"], "assessment" in torn, tk.replay(torn, ["{"])["replayed"]) == ("undecided", False, "same")


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
        lambda **lang: validator.card_text(document, AS_OF, **lang),
        lambda **lang: validator.coverage_text(document, AS_OF, **lang),
        lambda **lang: validator.curriculum_coverage_text(CURRICULUM, **lang),
        lambda **lang: tk.replay_text(validator.bundle(document, AS_OF), [document], **lang),
    ]


def test_texts_are_dutch_unless_another_language_is_named() -> None:
    for text in texts(tk.Validator(), STUDENT):
        assert text() == text(lang="nl") == text(lang="nl-BE")
        assert len({text(lang=lang) for lang in ("nl", "nl-plain", "en")}) == 3
        assert refused(lambda text=text: text(lang="fy")) == "unknown-language"


def test_what_cannot_be_answered_is_refused() -> None:
    validator = tk.Validator()
    pages: list[Callable[..., object]] = [
        validator.hand_over, validator.hand_over_text, validator.assess, validator.assess_text, validator.card, validator.card_text,
        validator.coverage, validator.coverage_text,
    ]
    for page in pages:
        for nothing in ("", "{", "[]", b"\xff", '{"format": "twentse-kubus/curriculum@1"}'):
            assert refused(lambda page=page, nothing=nothing: page(nothing, AS_OF)) == "unreadable-document"
        assert refused(lambda page=page: page(TEXT, "1 mei")) == "invalid-date"
    of_curricula: list[Callable[..., object]] = [validator.curriculum_coverage, validator.curriculum_coverage_text]
    for of_curriculum in of_curricula:
        for nothing in ("", "{", "[]", b"\xff", TEXT):
            assert refused(lambda of_curriculum=of_curriculum, nothing=nothing: of_curriculum(nothing)) == "unreadable-document"
    assert refused(lambda: validator.bundle(TEXT, "1 mei")) == "invalid-date"
    traces: list[Callable[..., object]] = [validator.trace, validator.trace_text]
    for trace in traces:
        assert trace("{", AS_OF)
        assert refused(lambda trace=trace: trace(TEXT, "1 mei")) == "invalid-date"
        assert refused(lambda trace=trace: trace(TEXT, AS_OF, kind="diary")) == "unknown-kind"
    for through in (*traces, validator.assess, validator.assess_text, validator.card, validator.card_text, validator.bundle):
        assert refused(lambda through=through: through(TEXT, AS_OF, "tomorrow")) == "unknown-lens"
    assert MARKER not in str(validator.trace_text(TEXT, AS_OF))


def test_a_document_is_given_in_every_way(tmp_path: Path) -> None:
    validator = tk.Validator()
    file = tmp_path / "portfolio.json"
    file.write_text(json.dumps(STUDENT), encoding="utf-8")
    asked: list[Callable[[Any, str], object]] = [
        validator.trace, validator.trace_text, validator.hand_over, validator.hand_over_text, validator.assess, validator.assess_text,
        validator.card, validator.card_text, validator.coverage, validator.coverage_text, validator.bundle,
    ]
    for ask in asked:
        answers = [ask(given, AS_OF) for given in (STUDENT, json.dumps(STUDENT), json.dumps(STUDENT).encode(), file)]
        assert all(answer == answers[0] for answer in answers)
        with pytest.raises(ValueError, match="NaN and infinities"):
            ask(PORTFOLIO | {"goals": float("nan")}, AS_OF)
        with pytest.raises(TypeError):
            ask(None, AS_OF)
    file.write_text(json.dumps(CURRICULUM), encoding="utf-8")
    of_curricula: list[Callable[[Any], object]] = [validator.curriculum_coverage, validator.curriculum_coverage_text]
    for of_curriculum in of_curricula:
        answers = [of_curriculum(given) for given in (CURRICULUM, json.dumps(CURRICULUM), json.dumps(CURRICULUM).encode(), file)]
        assert all(answer == answers[0] for answer in answers)
        with pytest.raises(TypeError):
            of_curriculum(None)
