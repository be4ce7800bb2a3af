"""Findings as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .values import FindingRecord

if TYPE_CHECKING:
    from ._kubus import Report


def rows(report: Report, lang: str, position: int = 0) -> list[FindingRecord]:
    """A row for each finding of a report, in its order."""
    return [
        FindingRecord(
            position=position,
            document=report.document_id,
            code=finding.code,
            name=finding.name,
            severity=finding.severity,
            path=finding.path,
            subject_kind=finding.subject.kind,
            subject=finding.subject.id,
            due=finding.due,
            waived_until=finding.waiver["until"] if finding.waiver else None,
            message=finding.message(lang),
        )
        for finding in report.findings
    ]
