"""The plain values that a report is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._kubus import Report, Summary


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are of each severity; waived ones are counted apart."""

    error: int
    warning: int
    info: int
    waived: int


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: a kind of thing, and its id where it has one."""

    kind: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands in the text: line and column count from 1, start and end count bytes from 0."""

    line: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule answered: `met`, `not-met`, `not-yet`, `not-applicable`, `not-assessable` or `disabled`."""

    code: str
    outcome: str
    reason: str | None
    """Why, where the answer is neither met nor a shortfall."""
    by: str | None
    """What stands behind the reason: the id of an exemption, the code of another rule."""
    due: str | None
    """For `not-yet`: the last day on which it can be put right, as an ISO date."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that was not checked, and why."""

    reason: str
    path: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What comes of many documents: a report each, and their summary."""

    reports: tuple[Report, ...]
    summary: Summary
