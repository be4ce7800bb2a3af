"""Checks documents of Dutch teacher-training partnerships (Opleiden in de School).

>>> import twentse_kubus as tk
>>> report = tk.validate('{"format": "twentse-kubus/portfolio@1"}', as_of="2026-05-01")
>>> report.verdict
'undecided'
"""

from ._kubus import Finding, Report, Summary, Validator, __version__, explain, frameworks, labels, rules, schema, validate
from .errors import KubusError
from .insight import (
    Coming,
    CompetenceCoverage,
    Coverage,
    CoverageCell,
    HandOver,
    LastAdvice,
    NextStep,
    NextSteps,
    OpenGoal,
    PlacementSoFar,
    StepFinding,
    Thing,
    Trace,
    TracedRule,
)
from .values import (
    FINDING_COLUMNS,
    Batch,
    Card,
    Counts,
    DocumentRef,
    FindingRecord,
    Framework,
    FrameworkItem,
    Labels,
    Outcome,
    Place,
    Related,
    Subject,
    Unchecked,
    Waiver,
)

__all__ = [
    "FINDING_COLUMNS",
    "Batch",
    "Card",
    "Coming",
    "CompetenceCoverage",
    "Counts",
    "Coverage",
    "CoverageCell",
    "DocumentRef",
    "Finding",
    "FindingRecord",
    "Framework",
    "FrameworkItem",
    "HandOver",
    "KubusError",
    "Labels",
    "LastAdvice",
    "NextStep",
    "NextSteps",
    "OpenGoal",
    "Outcome",
    "Place",
    "PlacementSoFar",
    "Related",
    "Report",
    "StepFinding",
    "Subject",
    "Summary",
    "Thing",
    "Trace",
    "TracedRule",
    "Unchecked",
    "Validator",
    "Waiver",
    "__version__",
    "explain",
    "frameworks",
    "labels",
    "rules",
    "schema",
    "validate",
]
