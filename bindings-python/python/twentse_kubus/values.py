"""The plain values that a report is made of."""

from __future__ import annotations

from collections.abc import Sequence
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
class UsedDocument:
    """A document of another kind that a report used: its kind, its id, and of a partnership the school year."""

    kind: str
    id: str | None
    school_year: str | None
    sha256: str
    """Of its bytes, as 64 hexadecimal digits."""


class Labels(TypedDict):
    """What people call the parts of documents and reports, in one language, as `labels` gives it."""

    fields: dict[str, str]
    """The fields of documents, by name; one that a record calls something else also by record and name: `Assessment.of`."""
    items: dict[str, str]
    """One item of the fields that are lists, in the same way."""
    values: dict[str, dict[str, str]]
    """The values of the closed lists, by list and key; the lists are called as in `schema`."""
    kinds: dict[str, str]
    """The kinds of document that can be checked."""
    phrases: dict[str, str]
    """The fixed phrases of a report, as text and as a card."""
    months: list[str]
    """The months, from January on."""


class FrameworkItem(TypedDict):
    """An item of reference data: what it is called and where that comes from."""

    key: str
    """The key in a document."""
    number: int | None
    """The source's own number, if it has one."""
    letter: str | None
    """The source's own letter, if it has one."""
    nl: str
    en: str
    source: str
    """Where it was read: an article, or chapter and heading of the booklet."""
    basis: str
    """What that source is: `seed` (the booklet), `statute`, `secondary`, `inferred` or `unknown`."""
    validFrom: str | None
    """First day on which it holds, as an ISO date; `None`: not limited."""
    validUntil: str | None
    """Last day on which it holds, as an ISO date; `None`: not limited."""


class Framework(TypedDict):
    """A list of reference data, as `frameworks` gives it."""

    name: str
    """Name of the list, such as `age_bands`."""
    list: str
    """Name of the closed list that its keys are the values of, such as `AgeBand`."""
    items: Sequence[FrameworkItem]
    """In the order of the source."""


class Card(str):
    """HTML that a notebook shows as a card; being a `str`, it can be written to a file.

    It has the colours of the page around it, light or dark, no script, and none of the document's texts but the names
    that were asked for.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)

    def __repr__(self) -> str:
        return f"<Card of {len(self)} characters>"


class FindingRecord(TypedDict):
    """A finding as a row of a table: texts, whole numbers, `True` or `False`, and `None` only."""

    position: int
    """Which document of the batch it is about, from 0."""
    document: str | None
    """Id of the document, where it could be read."""
    code: str
    """Code of the rule, such as `TK-P609`."""
    name: str
    """Name of the rule."""
    severity: str
    """`error`, `warning` or `info`."""
    path: str
    """Its place in the document, as a JSON Pointer."""
    subject_kind: str
    """The kind of item that it is about."""
    subject: str | None
    """The id of that item, where it has one."""
    due: str | None
    """The last day on which it can still be fixed in time, as an ISO date."""
    draft: bool
    """Whether it is only information because what it is about is still a draft."""
    waived_until: str | None
    """The last day of the waiver that applies to it, as an ISO date."""
    message: str
    """The sentence for people."""


FINDING_COLUMNS = tuple(FindingRecord.__annotations__)
"""The columns of a table of findings, in order: an empty table has them too."""


@dataclass(frozen=True, slots=True, repr=False)
class Batch:
    """The result for many documents: one report per document, in the order given, and a summary.

    A notebook shows it as a card; `repr` is one line.
    """

    reports: tuple[Report, ...]
    summary: Summary

    def to_records(self, lang: str = "nl") -> list[FindingRecord]:
        """Every finding as a row, for a table of pandas, polars or another library.

        The messages are in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`). Raises `KubusError`, code
        `unknown-language`.

        >>> import twentse_kubus as tk
        >>> batch = tk.Validator().validate_many(["{}", "[]"], "2026-05-01")
        >>> [(row["position"], row["code"]) for row in batch.to_records("en")]
        [(0, 'TK-R002'), (1, 'TK-R005')]

        With pandas: `pd.DataFrame(batch.to_records("en"), columns=tk.FINDING_COLUMNS)`.
        """
        from . import _kubus, _rows

        # A language is refused also where there is no finding to tell of.
        tag = _kubus._language(lang)
        return [row for at, report in enumerate(self.reports) for row in _rows.rows(report, tag, at)]

    def card(self, lang: str = "nl") -> Card:
        """The batch as HTML for a notebook or a page, in `nl`, `nl-plain` or `en`: the summary, and a row per document.

        Of more than 100 documents, the first 100. Raises `KubusError`, code `unknown-language`.

        >>> import twentse_kubus as tk
        >>> "Documents: 1" in tk.Validator().validate_many(["{}"], "2026-05-01").card("en")
        True
        """
        from . import _html, _kubus

        return _html.batch(self, _kubus._language(lang))

    def _repr_html_(self) -> str:
        return self.card()

    def __repr__(self) -> str:
        return repr(self.summary).replace("Summary", "Batch", 1)
