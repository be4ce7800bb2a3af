"""Checks documents of Dutch teacher-training partnerships (Opleiden in de School).

>>> import twentse_kubus as tk
>>> report = tk.validate('{"format": "twentse-kubus/portfolio@1"}', as_of="2026-05-01")
>>> report.verdict
'undecided'
"""

from ._kubus import Finding, Report, Summary, Validator, explain, rules, schema, validate
from .errors import KubusError
from .values import Batch, Counts, Outcome, Place, Subject, Unchecked

__all__ = [
    "Batch",
    "Counts",
    "Finding",
    "KubusError",
    "Outcome",
    "Place",
    "Report",
    "Subject",
    "Summary",
    "Unchecked",
    "Validator",
    "explain",
    "rules",
    "schema",
    "validate",
]
