"""The interface: what goes in, what comes out, and how Python objects are expected to behave."""

import copy
import datetime
import importlib
import inspect
import json
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import twentse_kubus as tk
import usage
from twentse_kubus import _given
from documents import AS_OF, FAULTY, MARKER, PORTFOLIO, TEXT

pandas: Any = importlib.import_module("pandas")
OVERLAY = {"extends": "twente", "severity": {"TK-P609": "warning"}}


@pytest.fixture
def report() -> tk.Report:
    return tk.validate(TEXT, AS_OF)


def test_usage() -> None:
    """The file that the type checker reads also runs."""
    assert usage.main()


@pytest.mark.parametrize(
    "document",
    [TEXT, TEXT.encode(), bytearray(TEXT.encode()), memoryview(TEXT.encode()), memoryview(b" " + TEXT.encode())[1:]],
)
def test_every_kind_of_text_gives_one_report(document: Any, report: tk.Report) -> None:
    assert tk.validate(document, AS_OF) == report


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_refused_in_a_dict(number: str) -> None:
    """Python's own writer makes text of it that is no JSON: as text that is a finding, as an object a mistake."""
    text = json.dumps(PORTFOLIO)[:-1] + f', "credits": [{number}]}}'
    assert [finding.code for finding in tk.validate(text, AS_OF).findings] == ["TK-R001"]
    with pytest.raises(ValueError, match="NaN and infinities are no JSON"):
        tk.validate(json.loads(text), AS_OF)


NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("members", "place"),
    [
        ({"placements": [{"id": "a"}, {"daysAtSchool": NAN}]}, "at `/placements/1/daysAtSchool`"),
        ({"placements": ({"period": {"from": -INFINITE}},)}, "at `/placements/0/period/from`"),
        ({"student": {"id": "s-1", "years": [{"studyYear": INFINITE}, {"studyYear": NAN}]}}, "at `/student/years/0/studyYear`"),
        ({"themes": [{"name": NAN}]}, "at `/themes/0/name`"),
        ({"student": NAN}, "at `/student`"),
        # A name that no document has may be anybody's.
        ({MARKER: NAN}, "in a member that no document has"),
        ({"placements": [{MARKER: [NAN]}]}, "below `/placements/0`"),
        ({"student": {"id": {"deeper": NAN}}}, "below `/student/id`"),
        ({"student": {NAN: 1}}, "below `/student`"),
        ({"placements": [NAN]}, "at `/placements/0`"),
    ],
)
def test_what_is_no_number_is_named_by_its_place(members: dict[str, Any], place: str) -> None:
    said = f"NaN and infinities are no JSON, and one is {place}: leave it out, or give None"
    document = PORTFOLIO | members
    calls: list[Callable[[], object]] = [
        lambda: tk.validate(document, AS_OF),
        lambda: tk.validate({}, AS_OF).places(document),
        lambda: tk.Validator().validate(document, AS_OF),
    ]
    for call in calls:
        with pytest.raises(ValueError) as caught:
            call()
        assert (type(caught.value), str(caught.value)) == (ValueError, said)
        assert caught.value.__cause__ is None and MARKER not in str(caught.value)
    with pytest.raises(ValueError) as caught:
        tk.Validator().validate_many(["{}", document], AS_OF)
    assert str(caught.value) == f"documents[1]: {said}"


def test_names_of_every_kind_of_document_are_known() -> None:
    """And every kind has its label."""

    def is_there(kind: str) -> bool:
        try:
            return bool(tk.schema(kind))
        except tk.KubusError:
            return False

    kinds = [kind for kind in ("portfolio", "curriculum", "partnership", "knowledge-base") if is_there(kind)]
    assert list(_given._KINDS) == kinds
    assert all(list(tk.labels(lang)["kinds"]) == kinds for lang in ("nl", "nl-plain", "en"))


def test_what_is_no_number_is_named_in_a_rulebook() -> None:
    """Its names are its author's own, and codes of rules."""
    with pytest.raises(ValueError, match="one is at `/norms/TK-P203.pool`"):
        tk.Validator({"norms": {"TK-P203.pool": NAN}})


def test_what_is_no_number_is_found_at_any_depth() -> None:
    """Nearly as deep as the writer goes, where a search by recursion would go too deep; and in a long list."""
    deep: list[Any] = [NAN]
    for _ in range(sys.getrecursionlimit() - len(inspect.stack()) - 60):
        deep = [deep]
    with pytest.raises(ValueError, match="one is below `/placements/0`"):
        tk.validate(PORTFOLIO | {"placements": deep}, AS_OF)
    with pytest.raises(ValueError, match="below `/placements/99999`"):
        tk.validate(PORTFOLIO | {"placements": [{}] * 99_999 + [{"x": NAN}]}, AS_OF)


def test_a_file_is_read_by_its_path(tmp_path: Path, report: tk.Report) -> None:
    """Every class of somebody's own that is a path, too."""

    class Own:
        def __fspath__(self) -> str:
            return str(file)

    file = tmp_path / "portfolio.json"
    file.write_text(TEXT, encoding="utf-8")
    validator = tk.Validator()
    for path in (file, Own()):
        assert tk.validate(path, AS_OF) == validator.validate(path, AS_OF) == report
        assert validator.validate_many([TEXT, path], AS_OF).reports == (report, report)
        assert report.places(path) == report.places(TEXT)
        assert report.card(names_from=path) == report.card(names_from=TEXT)
    file.write_text(json.dumps(OVERLAY), encoding="utf-8")
    assert tk.Validator(file) == tk.Validator(OVERLAY)
    assert json.loads(tk.Validator(file).rulebook_source or "") == OVERLAY


def test_a_file_that_cannot_be_read_is_pythons_own_error(tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"
    calls: list[Callable[[], object]] = [
        lambda: tk.validate(missing, AS_OF),
        lambda: tk.Validator().validate_many([TEXT, missing], AS_OF),
        lambda: tk.Validator(missing),
    ]
    for call in calls:
        with pytest.raises(FileNotFoundError) as caught:
            call()
        assert caught.value.filename == str(missing)
    with pytest.raises(OSError):
        tk.validate(tmp_path, AS_OF)
    with pytest.raises(TypeError, match="an iterable of documents, not "):
        tk.Validator().validate_many(missing, AS_OF)  # type: ignore[arg-type]


def test_a_str_is_text_and_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise text of a stranger could name a file. The finding says what it is instead of JSON."""
    monkeypatch.chdir(tmp_path)
    Path("portfolio.json").write_text(TEXT, encoding="utf-8")
    for name in ("portfolio.json", str(tmp_path / "portfolio.json"), "C:\\portfolios\\noor.json"):
        [finding] = tk.validate(name, AS_OF).findings
        assert (finding.code, finding.facts["why"]) == ("TK-R001", "file-name")
        assert "it is the name of a file" in finding.message("en")
        [fault] = refused(lambda name=name: tk.Validator(name)).details
        assert fault.startswith("not JSON, at line 1 column ") and fault.endswith("; instead it is: `file-name`")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name there")
def test_a_pipe_is_read_too(tmp_path: Path, report: tk.Report) -> None:
    """It has no size to be known beforehand."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(TEXT, encoding="utf-8"))
    writer.start()
    assert tk.validate(pipe, AS_OF) == report
    writer.join()


def test_of_a_file_without_end_a_bounded_part_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many pieces as make up what a document can be at most, and one more, which makes it too large (TK-R010)."""
    assert _given._PIECE * (_given._PIECES - 1) == 2**30
    monkeypatch.setattr(_given, "_PIECE", 10)
    monkeypatch.setattr(_given, "_PIECES", 3)
    file = tmp_path / "file"
    file.write_bytes(bytes(range(100)))
    assert _given.read(file) == bytes(range(30))


def test_many_files_are_taken_one_by_one(tmp_path: Path) -> None:
    """A file is made only when the ones before it were judged: so never are all in memory."""
    made = 0

    def files() -> Iterator[Path]:
        nonlocal made
        for number in range(12):
            (tmp_path / "document.json").write_text(json.dumps(PORTFOLIO).ljust(400_000), encoding="utf-8")
            made = number + 1
            yield tmp_path / "document.json"

    batch = tk.Validator().validate_many(files(), AS_OF)
    assert len(batch.reports) == made == 12
    with pytest.raises(TypeError, match=r"documents\[3\]"):
        tk.Validator().validate_many([*["x" * 600_000] * 3, None], AS_OF)  # type: ignore[list-item]


def test_a_dict_is_judged_as_its_text() -> None:
    assert tk.validate(FAULTY, AS_OF) == tk.validate(json.dumps(FAULTY, ensure_ascii=False), AS_OF)


@pytest.mark.parametrize("document", [None, 3, [PORTFOLIO], {"a"}, {"a": {1, 2}}])
def test_what_is_no_document_is_a_type_error(document: Any) -> None:
    with pytest.raises(TypeError):
        tk.validate(document, AS_OF)


def test_a_day_is_a_date_or_its_text(report: tk.Report) -> None:
    assert tk.validate(TEXT, datetime.date(2026, 5, 1)) == report
    assert report.as_of == AS_OF


@pytest.mark.parametrize("day", ["2026-5-1", "", "1 mei", "\ud800", "2026-05-01T00:00", pandas.NaT])
def test_what_is_no_day_is_refused(day: Any) -> None:
    refusals = [
        refused(lambda: tk.validate(TEXT, day)),
        refused(lambda: tk.Validator().validate(TEXT, day)),
        refused(lambda: tk.Validator().validate_many([], day)),
    ]
    assert {refusal.code for refusal in refusals} == {"invalid-date"}
    assert all("`as_of`" in str(refusal) and "asOf" not in str(refusal) for refusal in refusals)


EAST, WEST = datetime.timezone(datetime.timedelta(hours=14)), datetime.timezone(-datetime.timedelta(hours=12))


@pytest.mark.parametrize(
    "moment",
    [
        datetime.datetime(2026, 5, 1),
        datetime.datetime(2026, 5, 1, 23, 59, 59, 999_999),
        datetime.datetime(2026, 5, 1, 0, 30, tzinfo=EAST),
        datetime.datetime(2026, 5, 1, 23, 30, tzinfo=WEST),
        pandas.Timestamp("2026-05-01"),
        pandas.Timestamp("2026-05-01 23:59", tz="Europe/Amsterdam"),
        *pandas.Series(["2026-05-01"], dtype="datetime64[ns]"),
    ],
)
def test_a_moment_is_its_date(moment: datetime.datetime, report: tk.Report) -> None:
    """As it is written, in whatever time zone."""
    assert tk.validate(TEXT, moment) == tk.Validator().validate(TEXT, moment) == report
    assert tk.Validator().validate_many([TEXT], moment).reports == (report,)


def test_what_is_no_day_at_all_is_a_type_error() -> None:
    for wrong in (20260501, None, datetime.time(12)):
        with pytest.raises(TypeError, match="`as_of`: expected datetime.date, datetime.datetime or str, not "):
            tk.validate(TEXT, wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("lens", ["now", "year-ended", "graduating"])
def test_a_lens_and_a_kind_can_be_named_everywhere(lens: str) -> None:
    validator = tk.Validator()
    report = tk.validate(PORTFOLIO, AS_OF, lens)
    assert report.lens == lens
    assert report == tk.validate(PORTFOLIO, AS_OF, lens=lens, kind="portfolio")
    assert report == validator.validate(PORTFOLIO, AS_OF, lens)
    assert (report,) == validator.validate_many([PORTFOLIO], AS_OF, lens).reports
    assert refused(lambda: tk.validate(PORTFOLIO, AS_OF, f"{lens}!")).code == "unknown-lens"
    knowledge = {"format": "twentse-kubus/knowledge-base@1", "id": "kb"}
    assert tk.validate(knowledge, AS_OF, lens, kind="knowledge-base").document_kind == "knowledge-base"
    assert refused(lambda: tk.validate(knowledge, AS_OF, kind="diary")).code == "unknown-kind"


def test_a_kind_of_document_is_named(report: tk.Report) -> None:
    assert tk.Validator().validate(TEXT, AS_OF, kind="portfolio") == report
    assert tk.Validator().validate_many([TEXT], AS_OF, kind="portfolio").reports == (report,)
    assert report.document_kind == "portfolio"
    assert refused(lambda: tk.Validator().validate(TEXT, AS_OF, kind="diary")).code == "unknown-kind"
    assert refused(lambda: tk.Validator().validate_many([TEXT], AS_OF, kind="diary")).code == "unknown-kind"


def test_codes_of_refusals(report: tk.Report) -> None:
    assert refused(lambda: tk.Validator("{")).code == "invalid-rulebook"
    assert refused(lambda: tk.Validator().validate(TEXT, AS_OF, "tomorrow")).code == "unknown-lens"
    assert refused(lambda: report.render("fy")).code == "unknown-language"
    assert refused(lambda: report.findings[0].message("fy")).code == "unknown-language"
    assert refused(lambda: tk.explain("TK-P609", "fy")).code == "unknown-language"
    assert refused(lambda: tk.explain("TK-P000")).code == "unknown-rule"
    assert refused(lambda: tk.schema("diary")).code == "unknown-kind"
    for stored in (tk.Report, tk.Finding, tk.Summary):
        assert refused(lambda: stored.from_json("{}")).code == "invalid-report"


def test_a_bad_rulebook_tells_all_faults_and_survives_pickling() -> None:
    error = refused(lambda: tk.Validator({"severity": {"TK-P000": "error", "TK-P001": "error"}}))
    assert error.code == "invalid-rulebook"
    assert len(error.details) >= 2
    assert all(fault in str(error) for fault in error.details)
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.details, str(again)) == (error.code, error.details, str(error))


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_kind_of_text_gives_one_rulebook(mark: str) -> None:
    """A byte order mark is skipped, as it is in a document."""
    text = mark + json.dumps(OVERLAY)
    validators = [tk.Validator(given) for given in (OVERLAY, text, text.encode(), bytearray(text.encode()))]
    assert len(set(validators)) == 1
    assert all(json.loads(validator.rulebook_source or "") == OVERLAY for validator in validators)


@pytest.mark.parametrize("overlay", [b"\xff", "\ud800", '{"id": "\udfff"}', json.dumps(OVERLAY).encode("utf-16"), b"", "{"])
def test_a_rulebook_that_cannot_be_read_is_refused(overlay: str | bytes) -> None:
    refusal = refused(lambda: tk.Validator(overlay))
    assert (refusal.code, len(refusal.details)) == ("invalid-rulebook", 1)


def test_validators_are_equal_when_they_judge_alike() -> None:
    one, same, other = tk.Validator(OVERLAY), tk.Validator(json.dumps(OVERLAY, indent=4)), tk.Validator()
    assert one == same and hash(one) == hash(same) and one.fingerprint == same.fingerprint
    assert one != other and one.fingerprint != other.fingerprint
    assert other == tk.Validator({}) and other != {}
    assert other.fingerprint == other.validate(TEXT, AS_OF).fingerprint


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_everything_pickles(protocol: int) -> None:
    validator = tk.Validator(OVERLAY)
    batch = validator.validate_many([TEXT, PORTFOLIO], AS_OF)
    error = refused(lambda: tk.Validator("{"))
    curriculum = {"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2010-2011"}
    held = tk.Validator(OVERLAY, [curriculum])
    assert copy.deepcopy(held) == copy.copy(held) == held != validator
    for thing in [tk.Validator(), validator, held, batch, *parts(batch), *batch.reports[0].places(TEXT)]:
        again = pickle.loads(pickle.dumps(thing, protocol))
        assert again == thing and hash(again) == hash(thing)
    again = pickle.loads(pickle.dumps(error, protocol))
    assert (again.code, again.details, str(again)) == (error.code, error.details, str(error))
    again = pickle.loads(pickle.dumps(validator, protocol))
    assert again.rulebook_source == validator.rulebook_source
    assert again.validate(TEXT, AS_OF) == batch.reports[0]


def test_equal_values_have_equal_hashes() -> None:
    one, same, other = (tk.Validator().validate_many([text], AS_OF) for text in (FAULTY, json.dumps(FAULTY), PORTFOLIO))
    assert set(parts(one)) == set(parts(same))
    assert [hash(part) for part in parts(one)] == [hash(part) for part in parts(same)]
    report = one.reports[0]
    assert len(set(report.findings)) == len(report.findings) > 1
    assert len({one.summary, other.summary}) == len({report, *other.reports}) == len({report.counts, other.reports[0].counts}) == 2


def parts(batch: tk.Batch) -> list[Any]:
    """One of everything that a batch is made of, and all findings."""
    report = batch.reports[0]
    first = [report.outcomes[0], report.unchecked[0], report.counts, report.findings[0].subject]
    return [batch.summary, report, *report.findings, *first]


def test_nothing_can_be_changed(report: tk.Report) -> None:
    things: list[Any] = [report, report.findings[0], report.counts, report.findings[0].subject, tk.Validator()]
    for thing in things:
        with pytest.raises((AttributeError, TypeError)):
            thing.verdict = "meets"


def test_a_report_gives_the_same_objects_at_every_access(report: tk.Report) -> None:
    for part in ("findings", "outcomes", "unchecked"):
        first = getattr(report, part)
        assert first and first is getattr(report, part) and isinstance(first, tuple)
    again = pickle.loads(pickle.dumps(report))
    assert again.findings == report.findings and again.findings is not report.findings
    with ThreadPoolExecutor(8) as pool:
        fresh = tk.validate(TEXT, AS_OF)
        assert len({id(findings) for findings in pool.map(lambda _: fresh.findings, range(100))}) == 1


def test_the_version_is_that_of_the_package(report: tk.Report) -> None:
    assert tk.__version__ == metadata.version("twentse-kubus") == report.engine


def test_a_finding_about_a_draft_says_so() -> None:
    designs = [{"id": "d-1", "state": "draft"}, {"id": "d-2"}]
    report = tk.Validator({"only": ["TK-P303"]}).validate(PORTFOLIO | {"designs": designs}, AS_OF)
    assert [(finding.severity, finding.draft) for finding in report.findings] == [("info", True), ("error", False)]
    assert [finding.to_dict().get("draft") for finding in report.findings] == [True, None]
    assert [row["draft"] for row in report.to_records()] == [True, False]
    draft = report.findings[0]
    for lang, remark in {"nl": "(nog in concept)", "nl-plain": "(dit is nog een concept)", "en": "(still a draft)"}.items():
        assert draft.message(lang).endswith(remark)


def test_findings_are_rows_of_a_table() -> None:
    batch = tk.Validator().validate_many([FAULTY, "[]", PORTFOLIO], AS_OF)
    frame = pandas.DataFrame(batch.to_records("en"), columns=tk.FINDING_COLUMNS)
    found = [(at, report, finding) for at, report in enumerate(batch.reports) for finding in report.findings]
    assert len(frame) == len(found) > 3
    for row, (at, report, finding) in zip(batch.to_records("en"), found, strict=True):
        assert tuple(row) == tk.FINDING_COLUMNS
        assert (row["position"], row["document"]) == (at, report.document_id)
        assert (row["code"], row["name"], row["severity"]) == (finding.code, finding.name, finding.severity)
        assert (row["path"], row["message"]) == (finding.path, finding.message("en"))
        assert (row["subject_kind"], row["subject"]) == (finding.subject.kind, finding.subject.id)
        assert (row["due"], row["draft"]) == (finding.due, finding.draft)
        assert row["waived_until"] == (finding.waiver and finding.waiver["until"])
    amounts = {at: len(report.findings) for at, report in enumerate(batch.reports) if report.findings}
    assert frame.groupby("position")["code"].count().to_dict() == amounts
    assert list(frame["document"].dropna().unique()) == ["s-1"]
    assert batch.reports[1].to_records("en") == [row | {"position": 0} for row in batch.to_records("en") if row["position"] == 1]
    assert batch.to_records() == batch.to_records("nl-BE") != batch.to_records("en")
    for table in (batch.to_records, batch.reports[0].to_records, tk.Validator().validate_many([], AS_OF).to_records):
        assert refused(lambda table=table: table("fy")).code == "unknown-language"


def test_a_table_without_findings_has_its_columns() -> None:
    batch = tk.Validator({"only": ["TK-P609"]}).validate_many([PORTFOLIO], AS_OF)
    frame = pandas.DataFrame(batch.to_records(), columns=tk.FINDING_COLUMNS)
    assert len(frame) == 0 and list(frame.columns) == list(tk.FINDING_COLUMNS)
    assert {"code", "severity", "path", "document", "message"} <= set(frame.columns)


def test_a_report_is_what_its_body_says(report: tk.Report) -> None:
    body = json.loads(report.body_json())
    assert report.verdict == body["verdict"]
    assert report.document_id == body["document"]["id"]
    assert [finding.to_dict() for finding in report.findings] == body["findings"]
    assert [outcome.outcome for outcome in report.outcomes] == [outcome["outcome"] for outcome in body["outcomes"]]
    assert {name: getattr(report.counts, name) for name in body["counts"]} == body["counts"]
    first = body["findings"][0]
    finding = report.findings[0]
    assert (finding.code, finding.path, finding.facts) == (first["code"], first["path"], first["facts"])
    unchecked = [(of.get("reason"), of.get("path"), of.get("rules", [])) for of in body["unchecked"]]
    assert [(of.reason, of.path, list(of.rules)) for of in report.unchecked] == unchecked
    assert json.loads(report.to_json()) == {
        "body": body,
        "producer": {"engine": report.engine, "fingerprint": report.fingerprint},
    }
    assert report.to_dict() == json.loads(report.to_json())


def test_a_finding_names_other_places_and_its_waiver() -> None:
    twice = PORTFOLIO | {"studios": [{"id": "a", "date": "2026-01-10"}, {"id": "a", "date": "2026-01-10"}]}
    [finding] = [finding for finding in tk.validate(twice, AS_OF).findings if finding.code == "TK-R011"]
    assert finding.related == ({"role": "first", "path": "/studios/0/id"},)
    assert finding.waiver is None
    schools = [{"id": f"pl-{at}", "studyYear": at, "schoolYear": f"202{at}-202{at + 1}", "school": "sch-a"} for at in (1, 2)]
    document = {"kind": "portfolio", "id": "s-1"}
    waive = {"rule": "TK-P101", "document": document, "subject": {"kind": "placement", "id": "pl-2"}}
    waive |= {"reason": "merger", "owner": "office", "until": "2026-07-31"}
    report = tk.Validator({"waive": [waive], "only": ["TK-P101"]}).validate(PORTFOLIO | {"placements": schools}, AS_OF)
    assert [finding.waiver for finding in report.findings] == [{"index": 0, "until": "2026-07-31"}]
    assert "ontheffing tot en met 31 juli 2026" in report._repr_html_()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_point_into_the_text(mark: str) -> None:
    """In characters, of which those outside the first plane are one in Python, and in bytes."""
    name = "\U0001f9ca Zoë"
    text = f'{mark}{{"format": "twentse-kubus/portfolio@1",\n"student": {{"id": "s-1", "name": "{name}", "cohort": "ooit"}}}}'
    report = tk.validate(text, AS_OF)
    [at] = [at for at, finding in enumerate(report.findings) if finding.path == "/student/cohort"]
    for place in (report.places(text)[at], report.places(text.encode())[at]):
        assert text[place.start : place.end] == '"ooit"'
        assert text.encode()[place.start_byte : place.end_byte] == b'"ooit"'
        assert place.line == 2 and place.column == text.splitlines()[1].index('"ooit"') + 1
    report = tk.validate(TEXT, AS_OF)
    assert len(report.places(TEXT)) == len(report.findings)
    unknown = report.places(TEXT)[[finding.code for finding in report.findings].index("TK-R004")]
    assert TEXT[unknown.start : unknown.end] == json.dumps(MARKER)


def test_text_for_people(report: tk.Report) -> None:
    assert str(report) == report.render() == report.render("nl")
    assert len({report.render("nl"), report.render("en")}) == 2
    assert report.render("nl-BE") == report.render("nl-NL") == report.render("NL") == report.render("nl")
    assert report.render("en-US") == report.render("en")
    assert report.findings[0].message("nl-NL") == report.findings[0].message()
    assert tk.explain("TK-P609", "en-GB") == tk.explain("TK-P609", "en")
    assert repr(report).startswith("<Report of ")
    assert tk.explain("TK-P609", "en") == tk.explain("theme-not-recognised-in-own-group", "en")


def test_many_documents_come_with_a_summary() -> None:
    validator = tk.Validator()
    documents: list[str | dict[str, Any]] = [TEXT, FAULTY, PORTFOLIO]
    reports = validator.validate_many(iter(documents), AS_OF).reports
    assert list(reports) == [validator.validate(document, AS_OF) for document in documents]
    whole = validator.validate_many([TEXT, PORTFOLIO], AS_OF).summary
    left, right = (validator.validate_many([text], AS_OF).summary for text in (TEXT, PORTFOLIO))
    assert left + right == right.merge(left) == sum([left, right]) == whole
    assert whole.to_dict()["documents"] == 2
    assert validator.validate_many([], AS_OF).reports == ()


def test_many_documents_are_judged_in_slices() -> None:
    """More than a slice holds, in reports and in the summary: a slice is one mebibyte."""
    large = json.dumps(PORTFOLIO).ljust(300_000)
    documents = [TEXT, large, large, large, large, "{", "x".ljust(3_000_000), TEXT]
    validator = tk.Validator()
    batch = validator.validate_many(documents, AS_OF)
    assert list(batch.reports) == [validator.validate(document, AS_OF) for document in documents]
    assert batch.summary == sum((validator.validate_many([document], AS_OF).summary for document in documents), 0)


@pytest.mark.parametrize("one", [TEXT, TEXT.encode(), PORTFOLIO, PORTFOLIO | {"x": float("nan")}])
def test_one_document_is_not_many(one: Any) -> None:
    with pytest.raises(TypeError, match="an iterable of documents"):
        tk.Validator().validate_many(one, AS_OF)


def test_what_is_no_document_is_named_among_many() -> None:
    validator = tk.Validator()
    for wrong in (None, 3.5, ["{}"]):
        documents: list[Any] = ["{}", wrong, "{}"]
        with pytest.raises(TypeError, match=r"documents\[1\]: expected str, bytes, .* not "):
            validator.validate_many(documents, AS_OF)
    with pytest.raises(TypeError, match=r"documents\[2\]: .* not JSON serializable"):
        validator.validate_many(["{}", "{}", {"a": {1}}], AS_OF)
    with pytest.raises(ValueError, match=r"documents\[0\]: NaN"):
        validator.validate_many([{"a": float("nan")}], AS_OF)


def test_an_error_of_the_iterable_goes_through() -> None:
    def documents() -> Any:
        yield TEXT
        raise ValueError("the file ended too early")

    with pytest.raises(ValueError, match="^the file ended too early"):
        tk.Validator().validate_many(documents(), AS_OF)


def test_rules_and_schema_are_plain_data() -> None:
    codes = [rule["code"] for rule in tk.rules()]
    assert len(codes) == len(set(codes))
    # Those for every kind of document, then those of portfolios, of curricula, of partnerships and of knowledge bases.
    assert codes == sorted(codes, key=lambda code: ("RPXCNK".index(code[3]), code))
    assert tk.schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", ["LICENSE-MIT", "LICENSE-APACHE"])
def test_the_licences_are_in_the_package(name: str) -> None:
    [licence] = [file for file in metadata.files("twentse-kubus") or [] if file.name == name]
    assert licence.read_text() == (Path(__file__).parents[2] / name).read_text(encoding="utf-8")


def refused(call: Any) -> tk.KubusError:
    with pytest.raises(tk.KubusError) as caught:
        call()
    return caught.value
