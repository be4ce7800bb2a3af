"""Findings as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .values import FindingRecord

if TYPE_CHECKING:
    from ._kubus import Report


def rows(report: Report, lang: str, position: int = 0) -> list[FindingRecord]:
    """A row for each finding of a report, in its order."""
    document, found = report.document_id, []
    for finding in report.findings:
        subject, waiver = finding.subject, finding.waiver
        row = FindingRecord(
            position=position,
            document=document,
            code=finding.code,
            name=finding.name,
            severity=finding.severity,
            path=finding.path,
            subject_kind=subject.kind,
            subject=subject.id,
            due=finding.due,
            draft=finding.draft,
            waived_until=waiver["until"] if waiver else None,
            message=finding.message(lang),
        )
        found.append(row)
    return found
