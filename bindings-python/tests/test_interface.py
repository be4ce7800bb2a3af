"""The interface: what goes in, what comes out, and how Python objects are expected to behave."""

import datetime
import doctest
import json
import pickle
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import twentse_kubus as tk
import usage
from documents import AS_OF, FAULTY, PORTFOLIO, TEXT


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


def test_a_dict_is_judged_as_its_text() -> None:
    assert tk.validate(FAULTY, AS_OF) == tk.validate(json.dumps(FAULTY, ensure_ascii=False), AS_OF)


@pytest.mark.parametrize("document", [None, 3, [PORTFOLIO], {"a"}, {"a": {1, 2}}])
def test_what_is_no_document_is_a_type_error(document: Any) -> None:
    with pytest.raises(TypeError):
        tk.validate(document, AS_OF)


def test_a_day_is_a_date_or_its_text(report: tk.Report) -> None:
    assert tk.validate(TEXT, datetime.date(2026, 5, 1)) == report
    assert report.as_of == AS_OF
    with pytest.raises(TypeError):
        tk.validate(TEXT, 20260501)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["2026-5-1", "", "1 mei", "\ud800", datetime.datetime(2026, 5, 1)])
def test_what_is_no_day_is_refused(day: Any) -> None:
    assert refused(lambda: tk.validate(TEXT, day)).code == "invalid-date"


def test_codes_of_refusals(report: tk.Report) -> None:
    assert refused(lambda: tk.Validator("{")).code == "invalid-rulebook"
    assert refused(lambda: tk.Validator().validate(TEXT, AS_OF, "tomorrow")).code == "unknown-lens"
    assert refused(lambda: report.render("fy")).code == "unknown-language"
    assert refused(lambda: report.findings[0].message("fy")).code == "unknown-language"
    assert refused(lambda: tk.explain("TK-P609", "fy")).code == "unknown-language"
    assert refused(lambda: tk.explain("TK-P000")).code == "unknown-rule"
    assert refused(lambda: tk.schema("diary")).code == "unknown-schema"
    for stored in (tk.Report, tk.Finding, tk.Summary):
        assert refused(lambda: stored.from_json("{}")).code == "invalid-report"


def test_a_bad_rulebook_tells_all_faults_and_survives_pickling() -> None:
    error = refused(lambda: tk.Validator({"severity": {"TK-P000": "error", "TK-P001": "error"}}))
    assert error.code == "invalid-rulebook"
    assert len(error.details) >= 2
    assert all(fault in str(error) for fault in error.details)
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.details, str(again)) == (error.code, error.details, str(error))


def test_a_rulebook_that_is_not_utf8_is_pythons_own_error() -> None:
    with pytest.raises(UnicodeDecodeError):
        tk.Validator(b"\xff")


def test_validator_and_values_pickle(report: tk.Report) -> None:
    validator = tk.Validator({"extends": "twente", "severity": {"TK-P609": "warning"}})
    batch = validator.validate_many([TEXT, PORTFOLIO], AS_OF)
    for thing in (report, report.findings, report.outcomes, report.unchecked, report.counts, batch, batch.summary):
        assert pickle.loads(pickle.dumps(thing)) == thing
    again = pickle.loads(pickle.dumps(validator))
    assert again.rulebook_source == validator.rulebook_source
    assert again.validate(TEXT, AS_OF) == batch.reports[0]


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
    assert json.loads(report.to_json()) == {
        "body": body,
        "producer": {"engine": report.engine, "fingerprint": report.fingerprint},
    }


def test_places_point_into_the_text(report: tk.Report) -> None:
    places = report.places(TEXT)
    assert len(places) == len(report.findings)
    text = TEXT.encode()
    for place in places:
        assert text[: place.start].count(b"\n") == place.line - 1
        assert place.start < place.end <= len(text)


def test_text_for_people(report: tk.Report) -> None:
    assert str(report) == report.render() == report.render("nl")
    assert len({report.render("nl"), report.render("en")}) == 2
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
    with pytest.raises(TypeError):
        validator.validate_many(TEXT, AS_OF)


def test_rules_and_schema_are_plain_data() -> None:
    codes = [rule["code"] for rule in tk.rules()]
    assert len(codes) == len(set(codes))
    assert codes == sorted(codes, key=lambda code: (not code.startswith("TK-R"), code))
    assert tk.schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_threads_share_one_validator() -> None:
    validator = tk.Validator()
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(lambda _: validator.validate(TEXT, AS_OF), range(200)))
    assert all(report == reports[0] for report in reports)


def test_other_threads_run_while_documents_are_judged() -> None:
    """Threads take turns only where a call gives way: so what the other one counts, it counted during the call."""
    counted, done = [0], threading.Event()

    def count() -> None:
        while not done.wait(0.0001):
            counted[0] += 1

    evidence = [{"id": f"e-{number}"} for number in range(2000)]
    documents = [json.dumps(PORTFOLIO | {"evidence": evidence}).encode()] * 50
    interval = sys.getswitchinterval()
    counter = threading.Thread(target=count)
    counter.start()
    sys.setswitchinterval(60)
    try:
        before = counted[0]
        tk.Validator().validate_many(documents, AS_OF)
        during = counted[0] - before
    finally:
        sys.setswitchinterval(interval)
        done.set()
        counter.join()
    assert during > 10


def refused(call: Any) -> tk.KubusError:
    with pytest.raises(tk.KubusError) as caught:
        call()
    return caught.value
