"""The interface: what goes in, what comes out, and how Python objects are expected to behave."""

import datetime
import doctest
import json
import pickle
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import twentse_kubus as tk
import usage
from documents import AS_OF, FAULTY, MARKER, PORTFOLIO, TEXT

OVERLAY = {"extends": "twente", "severity": {"TK-P609": "warning"}}


@pytest.fixture
def report() -> tk.Report:
    return tk.validate(TEXT, AS_OF)


def test_the_example_of_the_package_holds() -> None:
    tried = doctest.testmod(tk)
    assert tried.attempted and not tried.failed


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
    with pytest.raises(ValueError, match="NaN and infinities are no JSON"):
        tk.Validator({"norms": {"TK-P203.pool": json.loads(number)}})


def test_a_dict_is_judged_as_its_text() -> None:
    assert tk.validate(FAULTY, AS_OF) == tk.validate(json.dumps(FAULTY, ensure_ascii=False), AS_OF)


@pytest.mark.parametrize("document", [None, 3, [PORTFOLIO], {"a"}, {"a": {1, 2}}])
def test_what_is_no_document_is_a_type_error(document: Any) -> None:
    with pytest.raises(TypeError):
        tk.validate(document, AS_OF)


def test_a_day_is_a_date_or_its_text(report: tk.Report) -> None:
    assert tk.validate(TEXT, datetime.date(2026, 5, 1)) == report
    assert report.as_of == AS_OF


@pytest.mark.parametrize("day", ["2026-5-1", "", "1 mei", "\ud800", "2026-05-01T00:00", datetime.datetime(2026, 5, 1)])
def test_what_is_no_day_is_refused(day: Any) -> None:
    refusals = [
        refused(lambda: tk.validate(TEXT, day)),
        refused(lambda: tk.Validator().validate(TEXT, day)),
        refused(lambda: tk.Validator().validate_many([], day)),
    ]
    assert {refusal.code for refusal in refusals} == {"invalid-date"}
    assert all("`as_of`" in str(refusal) and "asOf" not in str(refusal) for refusal in refusals)


def test_a_moment_is_refused_with_the_reason() -> None:
    """A class of somebody's own that is a `datetime`, as `pandas.Timestamp` is, is a moment too."""

    class Timestamp(datetime.datetime):
        pass

    for moment in (datetime.datetime(2026, 5, 1), datetime.datetime.now(datetime.UTC), Timestamp(2026, 5, 1)):
        refusal = refused(lambda moment=moment: tk.validate(TEXT, moment))
        assert str(refusal) == "`as_of`: a datetime is a moment; give `.date()`"
        assert tk.validate(TEXT, moment.date())
    with pytest.raises(TypeError, match="`as_of`: expected datetime.date or str, not int"):
        tk.validate(TEXT, 20260501)  # type: ignore[arg-type]


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
    for thing in [tk.Validator(), validator, batch, *parts(batch), *batch.reports[0].places(TEXT)]:
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
    assert [(of.reason, of.path) for of in report.unchecked] == [(of["reason"], of["path"]) for of in body["unchecked"]]
    assert all(of.rules == () for of in report.unchecked)
    assert json.loads(report.to_json()) == {
        "body": body,
        "producer": {"engine": report.engine, "fingerprint": report.fingerprint},
    }


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
    # Those for every kind of document, then those of portfolios, then those of knowledge bases.
    assert codes == sorted(codes, key=lambda code: ("RPK".index(code[3]), code))
    assert tk.schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", ["LICENSE-MIT", "LICENSE-APACHE"])
def test_the_licences_are_in_the_package(name: str) -> None:
    [licence] = [file for file in metadata.files("twentse-kubus") or [] if file.name == name]
    assert licence.read_text() == (Path(__file__).parents[2] / name).read_text(encoding="utf-8")


def refused(call: Any) -> tk.KubusError:
    with pytest.raises(tk.KubusError) as caught:
        call()
    return caught.value
