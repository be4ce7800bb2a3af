"""What a user's typed code looks like: read by the type checker under `--strict`, and run by the tests."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path

import twentse_kubus as tk


def main() -> bool:
    """Judges a small portfolio in every way the package offers."""
    validator = tk.Validator({"extends": "twente"})
    document = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
    report: tk.Report = validator.validate(document, as_of=date(2026, 5, 1), lens="year-ended", kind="portfolio")

    sentences: list[str] = [finding.message("en") for finding in report.findings]
    due: list[str] = [finding.due for finding in report.findings if finding.due is not None]
    answers: Counter[str] = Counter(outcome.outcome for outcome in report.outcomes)
    lines: list[int] = [place.line for place in report.places(b"{}")]
    others: list[str] = [other["path"] for finding in report.findings for other in finding.related]
    waived: list[str] = [finding.waiver["until"] for finding in report.findings if finding.waiver]
    lost: list[str] = [part.path for part in report.unchecked if part.path is not None]
    kinds: dict[tk.Validator, str] = {validator: report.document_kind}
    whose: str | None = report.document_id
    errors: int = report.counts.error

    same: tuple[tk.Finding, ...] = report.findings
    plain: dict[str, object] = report.to_dict()
    shown: list[str] = [report.card("en"), report.card("nl", names_from=document), tk.__version__]

    batch: tk.Batch = validator.validate_many([b"{}", "{}", document], "2026-05-01")
    both: tk.Summary = batch.summary + batch.summary.merge(batch.summary)
    rows: list[tk.FindingRecord] = batch.to_records("en") + report.to_records()
    codes: list[str] = [row["code"] for row in rows]
    cards: list[tk.Card] = [batch.card("en"), both.card()]
    opened: tk.Report = tk.validate(Path(__file__), datetime(2026, 5, 1), "graduating", kind="portfolio")
    steps: tk.NextSteps = report.next_steps()
    next_first: list[tuple[str, str | None]] = [(step["step"], step["subject"].get("id")) for step in steps["steps"]]
    positions: list[int] = [found["finding"] for step in steps["steps"] for found in step["findings"]]
    traced: tk.Trace = validator.trace(document, date(2026, 5, 1), "year-ended", kind="portfolio")
    thanks_to: list[tk.Thing] = [thing for rule in traced["rules"] for thing in rule.get("metBy", [])]
    page: tk.HandOver = validator.hand_over(document, "2026-05-01", texts=True)
    advice: tk.LastAdvice | None = page.get("lastAdvice")
    missing: int = len(page["bandsMissing"])
    curriculum = {"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024"}
    held: tk.Validator = tk.Validator({"extends": "twente"}, (one for one in [curriculum]))
    assessed: tk.ProgrammeAssessment = held.assess(document, "2026-05-01", "graduating")
    parts: list[tk.ComponentAssessment] = [part for year in assessed["years"] for part in year["components"]]
    taken: list[str | None] = [part.get("taken") for part in parts]
    used: list[str] = [one.sha256 for one in held.validate(document, "2026-05-01").used] + held.curricula[1:]
    card: tk.AssessmentCard = held.card(document, "2026-05-01", "year-ended")
    asked_of: list[tk.CardComponent] = [one for year in card["years"] for one in year["components"]]
    evidence: list[int] = [needed["wanted"] for one in asked_of for needed in one.get("requiredEvidence", [])]
    who: list[str] = [person for year in card["years"] for role in year["people"] for person in role["persons"]]
    covered: tk.CurriculumCoverage = validator.curriculum_coverage(curriculum)
    of_themes: list[int] = [row["themes"] for row in covered["competences"]]
    base: dict[str, object] = {"format": "twentse-kubus/knowledge-base@1", "id": "kb-1"}
    of_all: tk.Validator = tk.Validator(curricula=[curriculum], partnerships=iter(["{}"][1:]), knowledge_bases=(base,))
    kept: list[str] = [*of_all.curricula, *of_all.partnerships, *of_all.knowledge_bases]
    cube: tk.Cube = validator.cube(base, date(2026, 5, 1))
    not_filled: list[tuple[str, str, str]] = [(cell["theme"], cell["stage"], cell["level"]) for cell in cube["empty"]]
    through: dict[str, bool] = {line["theme"]: line["continuous"] for line in cube["themes"]}
    in_time: tk.JustInTime = of_all.just_in_time(document, "2026-05-01")
    suggested: list[tuple[str, str | None]] = [(one["material"], one.get("title")) for need in in_time["needs"] for one in need["suggestions"]]
    shared: dict[str, object] = {"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025"}
    dossier: tk.Batch = validator.dossier([document, shared], date(2024, 10, 1), "now")
    network: tk.Network = validator.network(shared, date(2024, 10, 1), "now")
    free: int | None = network["totals"].get("placesLeft")
    next_year: tk.WhereNext = validator.where_next([document], shared, "2024-2025")
    access: list[str] = [school["access"] for student in next_year["students"] for school in student["schools"]]
    proposal: dict[str, object] = {"format": "twentse-kubus/proposal@1", "schoolYear": "2024-2025", "placements": []}
    proposed: tk.ProposalCheck = validator.check_proposal([document], shared, proposal)
    overview: tk.Overview = validator.overview([document], "2026-05-01", "now", k=5)
    comparison: tk.Comparison = tk.compare(None, {"extends": "twente"}, [document, shared], date(2026, 5, 1), "now", k=5)
    by_others: list[str] = [one["code"] for one in proposed["findings"]] + [rule["code"] for rule in comparison["rules"]]
    if access or free or by_others or len(dossier.reports) != 2 or overview["students"] != 1:
        return False
    bundle: tk.Bundle = held.bundle(document, date(2026, 5, 1), "year-ended")
    again: tk.Replay = tk.replay(bundle, [document, curriculum])
    differing: list[tuple[str, str | None]] = [(one["input"], one.get("found")) for one in again["differences"]]
    cells: tk.Coverage = validator.coverage(document, "2026-05-01")
    counts: list[int] = [cell["evidence"] for row in cells["competences"] for cell in row["years"]]
    told: list[str] = [
        report.next_steps_text("en"),
        validator.trace_text(document, "2026-05-01", lang="en"),
        validator.hand_over_text(document, "2026-05-01", texts=True, lang="en"),
        held.assess_text(document, "2026-05-01", "year-ended", lang="en"),
        held.card_text(document, "2026-05-01", "year-ended", lang="en"),
        validator.coverage_text(document, "2026-05-01", lang="en"),
        validator.curriculum_coverage_text(curriculum, lang="en"),
        validator.cube_text(base, "2026-05-01", lang="en"),
        of_all.just_in_time_text(document, "2026-05-01", lang="en"),
        tk.replay_text(bundle, (one for one in [document]), lang="en"),
    ]
    titles: list[str] = [rule["code"] for rule in tk.rules()]
    schema: dict[str, object] = tk.schema("portfolio")
    try:
        tk.explain("no-such-rule", lang="nl")
    except tk.KubusError as error:
        code: str = error.code
        details: tuple[str, ...] = error.details
        return code == "unknown-rule" and not details and bool(titles and schema and both.to_dict())
    answers.update(codes)
    if not (same == report.findings and plain and shown and cards and opened.findings):
        return False
    if not (next_first and positions and missing and told) or advice or counts or thanks_to or taken or used:
        return False
    if len(kept) != 2 or not not_filled or any(through.values()) or suggested:
        return False
    if evidence or who or any(of_themes) or differing or again["replayed"] != "same":
        return False
    return bool(sentences and due and answers and lines and whose and errors and kinds and not others + waived + lost)
