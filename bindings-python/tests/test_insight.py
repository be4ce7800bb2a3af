"""Next steps, traces, hand-over pages, assessments, cards, coverage, the cube, what is just in time, bundles and replays: what goes in
and what comes out."""

import copy
import hashlib
import json
import pickle
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
    "AssessmentCard": "assessment-card", "Coverage": "coverage", "CurriculumCoverage": "curriculum-coverage", "Cube": "cube",
    "JustInTime": "just-in-time", "Network": "network", "WhereNext": "where-next", "ProposalCheck": "proposal-check",
    "Overview": "overview", "Comparison": "comparison", "Bundle": "bundle", "Replay": "replay",
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


BASE: dict[str, Any] = {
    "format": "twentse-kubus/knowledge-base@1",
    "id": "kb-1",
    "levels": ["individual", "team"],
    "themes": [{"id": "bullying", "name": "Pesten"}],
    "materials": [
        {"id": "m-1", "kind": "ktp", "title": "Wie zit waar?", "places": [{"theme": "bullying", "stages": ["student-2"], "levels": ["team"]}]},
        {"id": "m-2", "kind": "ktp", "places": [{"theme": "bullying", "stages": ["student-2", "teacher"], "levels": ["individual"]}]},
        {"id": "m-3", "kind": "ktp", "places": [{"theme": "bullying"}], "period": {"from": "2023-08-01", "until": "2024-08-31"}},
    ],
}
"""Two learning materials are in force for the student below, in study year 2, the second at the nearer level; the third no more."""

PARTNERSHIP: dict[str, Any] = {"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025"}

SCHOOLS: dict[str, Any] = PARTNERSHIP | {"schools": [{"id": "sch-a", "places": 4}, {"id": "sch-b", "places": 2}]}

PROPOSAL: dict[str, Any] = {
    "format": "twentse-kubus/proposal@1", "schoolYear": "2024-2025", "placements": [{"student": "s-1", "school": "sch-b"}],
}
"""The student below goes to the second school of the partnership above."""

OTHERS: dict[str, tuple[str, dict[str, Any]]] = {
    "curricula": ("curriculum", CURRICULUM), "partnerships": ("partnership", PARTNERSHIP), "knowledge_bases": ("knowledge-base", BASE),
}
"""One of each kind that portfolios are compared with: the parameter that takes it, its kind, the document."""


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


@pytest.mark.parametrize("name", OTHERS)
def test_documents_are_taken_in_every_form_and_kept(name: str, tmp_path: Path) -> None:
    kind, document = OTHERS[name]
    text = json.dumps(document)
    file = tmp_path / "document.json"
    file.write_text(text, encoding="utf-8")
    expected = tk.Validator(**{name: [text]})  # type: ignore[arg-type]
    report = expected.validate(STUDENT, AS_OF)
    assert [used.kind for used in report.used] == [kind]
    for given in (document, text.encode(), bytearray(text.encode()), memoryview(text.encode()), file):
        validator = tk.Validator(None, **{name: iter([given])})
        assert (getattr(validator, name), validator.rulebook_source, validator) == ([text], None, expected)
        assert validator.validate(STUDENT, AS_OF) == report
    assert expected != tk.Validator() and len({expected, tk.Validator(), tk.Validator(**{name: [text]})}) == 2  # type: ignore[arg-type]
    assert getattr(tk.Validator(**{name: []}), name) == getattr(tk.Validator(), name) == []  # type: ignore[arg-type]
    assert repr(expected) == f"Validator({name}=...)"
    assert repr(tk.Validator({}, **{name: [text]})) == f"Validator(rulebook=..., {name}=...)"
    # Many documents are compared with it too.
    batch = expected.validate_many([STUDENT, STUDENT], AS_OF)
    assert batch.reports == (report, report)


def test_documents_of_every_kind_are_compared_with_at_once() -> None:
    given = {name: [document] for name, (_, document) in OTHERS.items()}
    validator = tk.Validator({"id": "own"}, **given)
    report = validator.validate(STUDENT, AS_OF)
    assert [(used.kind, used.id, used.school_year) for used in report.used] == [
        ("curriculum", "cur-1", None), ("partnership", "oost", "2024-2025"), ("knowledge-base", "kb-1", None),
    ]
    assert validator == tk.Validator({"id": "own"}, [CURRICULUM], [PARTNERSHIP], [BASE])
    assert validator == pickle.loads(pickle.dumps(validator)) == copy.deepcopy(validator)
    for left_out in OTHERS:
        assert validator != tk.Validator({"id": "own"}, **{name: several for name, several in given.items() if name != left_out})
    # A bundle names all of them, and is made again from them in any order.
    bundle = validator.bundle(STUDENT, AS_OF)
    assert [one["kind"] for one in bundle["documents"]] == ["portfolio", "curriculum", "partnership", "knowledge-base"]
    assert bundle["documents"][2].get("schoolYear") == "2024-2025"
    assert tk.replay(bundle, [BASE, STUDENT, PARTNERSHIP, CURRICULUM])["replayed"] == "same"
    without = tk.replay(bundle, [BASE, STUDENT, CURRICULUM])
    assert [(one["input"], one.get("document")) for one in without["differences"]] == [
        ("document", {"kind": "partnership", "id": "oost"}),
    ]


@pytest.mark.parametrize("name", OTHERS)
def test_documents_that_cannot_be_used_are_refused_all_at_once(name: str) -> None:
    _, document = OTHERS[name]
    # The last is for the same students, school year or partnership as the first.
    with pytest.raises(tk.KubusError) as caught:
        tk.Validator(**{name: [document, "{", document, PORTFOLIO]})  # type: ignore[arg-type]
    assert caught.value.code == "invalid-documents"
    assert [detail.partition(":")[0] for detail in caught.value.details] == [f"{name}[{at}]" for at in (1, 2, 3)]
    for one in (document, json.dumps(document), b"{}", Path("document.json")):
        with pytest.raises(TypeError, match=f"`{name}`: expected an iterable of documents"):
            tk.Validator(**{name: one})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=rf"^{name}\[1\]: expected str, bytes"):
        tk.Validator(**{name: [document, 7]})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=rf"^{name}\[0\]: .*one is at `/id`"):
        tk.Validator(**{name: [document | {"id": float("nan")}]})  # type: ignore[arg-type]
    with pytest.raises(OSError, match="nowhere"):
        tk.Validator(**{name: [Path("nowhere.json")]})  # type: ignore[arg-type]


def test_curricula_that_are_for_the_same_students_are_refused() -> None:
    with pytest.raises(tk.KubusError) as caught:
        tk.Validator(curricula=[CURRICULUM, CURRICULUM | {"id": "cur-2"}])
    assert [detail[:12] for detail in caught.value.details] == ["curricula[1]"]


def test_a_knowledge_base_fills_the_cube() -> None:
    cube = tk.Validator().cube(BASE, "2024-11-01")
    assert (cube["document"], cube["asOf"], cube["levels"]) == ({"kind": "knowledge-base", "id": "kb-1"}, "2024-11-01", ["individual", "team"])
    [line] = cube["themes"]
    # At every other stage there is nothing, so that the line is broken; the third material is in force no more.
    assert (line["theme"], line.get("name"), line["continuous"]) == ("bullying", "Pesten", False)
    filled = {(row["stage"], cell["level"]): cell["materials"] for row in line["stages"] for cell in row["levels"] if cell["materials"]}
    assert filled == {("student-2", "team"): ["m-1"], ("student-2", "individual"): ["m-2"], ("teacher", "individual"): ["m-2"]}
    assert len(cube["empty"]) == 2 * len(cube["stages"]) - len(filled)
    before = tk.Validator().cube(BASE, "2024-08-31")
    assert (before["themes"][0]["continuous"], before["empty"]) == (True, [])


def test_learning_materials_are_suggested_just_in_time() -> None:
    """The first goal is taken up by nothing, and no evidence is of the second competence."""
    goals = [STUDENT["goals"][0] | {"themes": ["bullying"]}, STUDENT["goals"][1]]
    told = tk.Validator(knowledge_bases=[BASE]).just_in_time(STUDENT | {"goals": goals}, "2024-11-01")
    assert (told.get("knowledgeBase"), told.get("stage"), "reason" in told) == ({"kind": "knowledge-base", "id": "kb-1"}, "student-2", False)
    of_goal, of_competence = told["needs"]
    assert (of_goal.get("goal"), of_goal.get("path"), of_competence.get("competence")) == ("g-1", "/goals/0", "2017-subject-didactics")
    assert of_goal["themes"] == [{"theme": "bullying", "name": "Pesten"}]
    # The nearest level first.
    place = {"theme": "bullying", "stage": "student-2"}
    assert of_goal["suggestions"] == [
        {"material": "m-2", "level": "individual", **place}, {"material": "m-1", "level": "team", "title": "Wie zit waar?", **place},
    ]
    assert (of_goal["more"], of_competence["suggestions"], MARKER in json.dumps(told)) == (False, [], False)
    assert tk.Validator().just_in_time(STUDENT, "2024-11-01").get("reason") == "needs-knowledge-base"


def test_a_dossier_has_documents_of_any_kind() -> None:
    """Each is known by its format; the portfolio is compared with the others as by a validator that is given them."""
    batch = tk.Validator().dossier((one for one in [STUDENT, CURRICULUM, SCHOOLS, BASE]), "2024-11-01")
    assert [report.document_kind for report in batch.reports] == ["portfolio", "curriculum", "partnership", "knowledge-base"]
    given = tk.Validator(curricula=[CURRICULUM], partnerships=[SCHOOLS], knowledge_bases=[BASE])
    assert batch.reports[0] == given.validate(STUDENT, "2024-11-01")
    assert batch.summary.to_dict()["documents"] == 4
    with pytest.raises(tk.KubusError) as caught:
        tk.Validator().dossier([CURRICULUM, CURRICULUM | {"id": "cur-2"}], "2024-11-01")
    assert caught.value.code == "invalid-documents"
    assert refused(lambda: tk.Validator().dossier([], "1 mei")) == "invalid-date"
    assert refused(lambda: tk.Validator().dossier([], AS_OF, "tomorrow")) == "unknown-lens"


def test_a_partnership_shows_how_it_is_organised() -> None:
    told = tk.Validator().network(SCHOOLS, "2024-11-01")
    # Nobody is placed, so that all six places are left.
    assert (told["totals"]["students"], told["totals"].get("places"), told["totals"].get("placesLeft")) == (0, 6, 6)
    assert [school["school"] for school in told["schools"]] == ["sch-a", "sch-b"]
    assert refused(lambda: tk.Validator().network(STUDENT, AS_OF)) == "unreadable-document"
    assert refused(lambda: tk.Validator().network(SCHOOLS, AS_OF, "tomorrow")) == "unknown-lens"


def test_next_year_of_students_is_told() -> None:
    told = tk.Validator().where_next((one for one in [STUDENT]), SCHOOLS, "2024-2025")
    [student] = told["students"]
    assert (student["student"], student.get("studyYear"), [one["school"] for one in student["schools"]]) == ("s-1", 2, ["sch-a", "sch-b"])
    assert MARKER not in json.dumps(told)
    check = tk.Validator().check_proposal([STUDENT], SCHOOLS, PROPOSAL)
    assert (check["document"], check["schoolYear"]) == ({"kind": "partnership", "id": "oost"}, "2024-2025")
    assert {finding.get("placement", 0) for finding in check["findings"]} <= {0} and MARKER not in json.dumps(check)
    validator = tk.Validator()
    for wrong in (lambda: validator.where_next([STUDENT], SCHOOLS, "2024"), lambda: validator.where_next_text([], SCHOOLS, "later")):
        assert refused(wrong) == "invalid-school-year"
    assert refused(lambda: validator.where_next([STUDENT], STUDENT, "2024-2025")) == "unreadable-document"
    assert refused(lambda: validator.check_proposal([STUDENT], SCHOOLS, "{}")) == "invalid-proposal"


def test_counts_about_few_students_are_hidden() -> None:
    """One portfolio is of one student: fewer than five, and not fewer than one."""
    hidden, shown = tk.Validator().overview([STUDENT], AS_OF), tk.Validator().overview([STUDENT], AS_OF, k=1)
    assert (hidden["students"], hidden["smallestGroup"], "verdicts" in hidden, hidden["rules"]) == (1, 5, False, [])
    verdicts = shown["verdicts"]
    assert verdicts["meets"] + verdicts["fallsShort"] + verdicts["undecided"] == 1
    assert refused(lambda: tk.Validator().overview([], AS_OF, "tomorrow")) == "unknown-lens"


def test_other_rules_are_compared() -> None:
    """By the second rulebook, only one rule counts, of which the portfolio has no finding: what it had it has lost."""
    after = {"only": ["TK-P105"]}
    told = tk.compare(None, after, [STUDENT, SCHOOLS], AS_OF, k=1)
    assert (told["before"], told["after"]) == (tk.Validator().fingerprint, tk.Validator(after).fingerprint)
    found = {finding.code for finding in tk.Validator().validate(STUDENT, AS_OF).findings if finding.code != "TK-P105"}
    assert found and {rule["code"] for rule in told["rules"] if rule.get("lost")} == found
    assert tk.compare(None, None, [STUDENT], AS_OF, k=1)["rules"] == []
    assert refused(lambda: tk.compare({"norms": 3}, None, [], AS_OF)) == "invalid-rulebook"


def test_summaries_of_different_rulebooks_are_not_added() -> None:
    one, other = (tk.Validator(overlay).validate_many(["{}"], AS_OF).summary for overlay in (None, {"only": ["TK-P105"]}))
    assert refused(lambda: one + other) == refused(lambda: one.merge(other)) == "other-rulebook"
    assert list(one.to_dict())[0] == "rulebook" and one.to_dict()["rulebook"] == tk.Validator().fingerprint


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
        lambda **lang: validator.cube_text(BASE, AS_OF, **lang),
        lambda **lang: validator.just_in_time_text(document, AS_OF, **lang),
        lambda **lang: validator.network_text(PARTNERSHIP, AS_OF, **lang),
        lambda **lang: validator.where_next_text([document], PARTNERSHIP, "2024-2025", **lang),
        lambda **lang: validator.check_proposal_text([document], PARTNERSHIP, PROPOSAL, **lang),
        lambda **lang: validator.overview_text([document], AS_OF, **lang),
        lambda **lang: tk.compare_text(None, None, [document], AS_OF, **lang),
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
        validator.coverage, validator.coverage_text, validator.just_in_time, validator.just_in_time_text,
    ]
    for page in pages:
        for nothing in ("", "{", "[]", b"\xff", '{"format": "twentse-kubus/curriculum@1"}'):
            assert refused(lambda page=page, nothing=nothing: page(nothing, AS_OF)) == "unreadable-document"
        assert refused(lambda page=page: page(TEXT, "1 mei")) == "invalid-date"
    of_bases: list[Callable[..., object]] = [validator.cube, validator.cube_text]
    for of_base in of_bases:
        for nothing in ("", "{", "[]", b"\xff", TEXT):
            assert refused(lambda of_base=of_base, nothing=nothing: of_base(nothing, AS_OF)) == "unreadable-document"
        assert refused(lambda of_base=of_base: of_base(BASE, "1 mei")) == "invalid-date"
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
        validator.card, validator.card_text, validator.coverage, validator.coverage_text, validator.just_in_time,
        validator.just_in_time_text, validator.bundle,
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
    file.write_text(json.dumps(BASE), encoding="utf-8")
    of_bases: list[Callable[[Any, str], object]] = [validator.cube, validator.cube_text]
    for of_base in of_bases:
        answers = [of_base(given, AS_OF) for given in (BASE, json.dumps(BASE), json.dumps(BASE).encode(), file)]
        assert all(answer == answers[0] for answer in answers)
        with pytest.raises(ValueError, match="one is at `/materials`"):
            of_base(BASE | {"materials": float("nan")}, AS_OF)
        with pytest.raises(TypeError):
            of_base(None, AS_OF)
