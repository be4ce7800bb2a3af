"""Checks documents of Dutch teacher-training partnerships (Opleiden in de School).

>>> import twentse_kubus as tk
>>> report = tk.validate('{"format": "twentse-kubus/portfolio@1"}', as_of="2026-05-01")
>>> report.verdict
'undecided'
"""

from ._kubus import Finding, Report, Summary, Validator, explain, rules, schema, validate
from .errors import KubusError
from .values import Batch, Counts, DocumentRef, Outcome, Place, Related, Subject, Unchecked, Waiver

__all__ = [
    "Batch",
    "Counts",
    "DocumentRef",
    "Finding",
    "KubusError",
    "Outcome",
    "Place",
    "Related",
    "Report",
    "Subject",
    "Summary",
    "Unchecked",
    "Validator",
    "Waiver",
    "explain",
    "rules",
    "schema",
    "validate",
]
