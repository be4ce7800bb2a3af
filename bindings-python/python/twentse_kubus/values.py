"""The plain values that a report is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NotRequired, TypedDict

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


class DocumentRef(TypedDict):
    """Which document: its kind, its id where it could be read, and of a partnership the school year."""

    kind: str
    id: str | None
    schoolYear: NotRequired[str]


class Related(TypedDict):
    """Another place that a finding is about, and the document that it is in where that is another one."""

    role: str
    document: NotRequired[DocumentRef]
    path: str


class Waiver(TypedDict):
    """The waiver that applies to a finding: its position in the rulebook, and its last day as an ISO date."""

    index: int
    until: str


@dataclass(frozen=True, slots=True)
class Place:
    """The position of a finding in the text. Line and column count from 1, the others from 0; an end is not included.

    `text[place.start:place.end]` is the text there; in the bytes of the text, `start_byte` and `end_byte` do.
    """

    line: int
    column: int
    start: int
    end: int
    start_byte: int
    end_byte: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule answered: `met`, `not-met`, `not-yet`, `not-applicable`, `not-assessable` or `disabled`."""

    code: str
    outcome: str
    reason: str | None
    """Why, where the answer is neither met nor a shortfall."""
    by: str | None
    """What the reason refers to: the id of an exemption, the code of another rule."""
    due: str | None
    """For `not-yet`: the last day on which it can be put right, as an ISO date."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that was not checked, and why."""

    reason: str
    path: str | None
    """The part that was left out, as a JSON Pointer, where it is one."""
    rules: tuple[str, ...]
    """The codes of the rules that were not checked because they need another document."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The result for many documents: one report per document, and a summary."""

    reports: tuple[Report, ...]
    summary: Summary
