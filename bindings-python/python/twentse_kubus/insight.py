"""What can be asked about a document besides its report, as plain data: next steps, traces, hand-over pages, assessments,
assessment cards, coverage, the cube, what is just in time, bundles and replays.

`schema("next-steps")`, `schema("trace")`, `schema("hand-over")`, `schema("assessment")`, `schema("assessment-card")`,
`schema("coverage")`, `schema("curriculum-coverage")`, `schema("cube")`, `schema("just-in-time")`, `schema("bundle")` and
`schema("replay")` say the same for other languages.
"""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict


class Thing(TypedDict):
    """A thing in a document: its kind, its id or number where it has one, its place as a JSON Pointer where that is told."""

    kind: str
    id: NotRequired[str]
    path: NotRequired[str]


class StepFinding(TypedDict):
    """A finding, by its position in `Report.findings`; also the code of its rule and its place, as a JSON Pointer."""

    finding: int
    code: str
    path: str


class NextStep(TypedDict):
    """One step: of one kind, about one thing."""

    step: str
    """What kind of step it is, such as `arrange-people`: a value of the closed list `Step`."""
    acts: Sequence[str]
    """Who takes it: values of the closed list `Actor`."""
    subject: Thing
    """What it is about."""
    severity: str
    """The severity of the most serious of its findings."""
    findings: Sequence[StepFinding]
    """The findings that it mends, in the order of the report."""
    due: NotRequired[str]
    """The first day by which one of them is due, as an ISO date."""


class NextSteps(TypedDict):
    """What is to be done about the findings of a report, as `Report.next_steps` gives it."""

    format: str
    document: Thing
    asOf: str
    lens: str
    steps: Sequence[NextStep]
    """In order: overdue errors, then what is due on a day by that day, then warnings, then what is worth knowing."""


class TracedRule(TypedDict):
    """Why one rule answered as it did."""

    code: str
    outcome: str
    """Its answer: `met`, `not-met`, `not-yet`, `not-applicable`, `not-assessable` or `disabled`."""
    reason: NotRequired[str]
    """Why, where the answer is neither met nor a shortfall."""
    by: NotRequired[str]
    """What the reason refers to: the id of an exemption, the code of another rule."""
    metBy: NotRequired[Sequence[Thing]]
    """Where it is met: what suffices, in the order of the document; at most 20 are named."""
    total: NotRequired[int]
    """Where it is met: how many there are."""
    findings: NotRequired[Sequence[StepFinding]]
    """Where it falls short: its findings, which are what would mend it."""


class Trace(TypedDict):
    """Why each rule answered as it did, as `Validator.trace` gives it."""

    format: str
    document: Thing
    asOf: str
    lens: str
    rules: Sequence[TracedRule]
    """By code."""


class PlacementSoFar(TypedDict):
    """A placement that has begun."""

    id: str
    school: NotRequired[str]
    schoolYear: NotRequired[str]
    groups: NotRequired[Sequence[int]]
    bands: NotRequired[Sequence[str]]
    """The age bands of those groups."""


class OpenGoal(TypedDict):
    """A goal or question that no design, evidence or reflection takes up yet."""

    id: str
    kind: str
    competences: NotRequired[Sequence[str]]
    setOn: NotRequired[str]
    text: NotRequired[str]
    """The student's own words, where they were asked for."""


class LastAdvice(TypedDict):
    """The last advice of a mentor: the day, and the role of who gave it."""

    date: NotRequired[str]
    role: NotRequired[str]
    text: NotRequired[str]
    """The mentor's own words, where they were asked for."""


class Coming(TypedDict):
    """What a rule will require: its code, what it is about, and the day by which, where that is a day in that year."""

    code: str
    subject: Thing
    due: NotRequired[str]


class HandOver(TypedDict):
    """What the next school or trainer must know of a student, as `Validator.hand_over` gives it."""

    format: str
    document: Thing
    asOf: str
    mode: str
    placements: Sequence[PlacementSoFar]
    """The placements that have begun, in the order of the portfolio."""
    bandsMet: Sequence[str]
    """The age bands that a placement met."""
    bandsMissing: Sequence[str]
    """The age bands that none has met yet."""
    openGoals: Sequence[OpenGoal]
    nextSteps: Sequence[NextStep]
    coming: Sequence[Coming]
    """What the rules will require in the study year that follows, besides what they require now."""
    studyYear: NotRequired[int]
    """The study year that runs, or the last that did."""
    ageSpecialisation: NotRequired[str]
    profileSubjects: NotRequired[Sequence[str]]
    lastAdvice: NotRequired[LastAdvice]
    unreadable: NotRequired[Sequence[str]]
    """Parts that could not be read, as JSON Pointers; the page is without what they hold."""


class AttemptMade(TypedDict):
    """An assessment in the portfolio that belongs to a part of the assessment framework."""

    id: str
    path: str
    counts: bool
    """Whether it counts: it is final, has begun, and its result is a judgement."""
    result: NotRequired[str]
    attempt: NotRequired[int]
    """Which attempt it is."""
    date: NotRequired[str]


class RequiredEvidence(TypedDict):
    """Evidence that is required."""

    wanted: int
    there: int
    competence: NotRequired[str]
    """The competence that it is for, where each competence requires its own."""


class ComponentAssessment(TypedDict):
    """A part of the assessment framework, and how it stands."""

    id: str
    of: str
    """What is assessed, such as `development`."""
    required: bool
    state: str
    """`exempted`, `not-assessable`, `passed`, `short` or `open`."""
    attempts: Sequence[AttemptMade]
    """The assessments that belong to it, in the order of the portfolio."""
    evidence: int
    """How many pieces of submitted evidence count for it."""
    title: NotRequired[str]
    reason: NotRequired[str]
    """Why it cannot be assessed."""
    exemption: NotRequired[str]
    taken: NotRequired[str]
    """The assessment that counts."""
    leastResult: NotRequired[str]
    """The least result that is a pass; absent where evidence alone decides."""
    missing: NotRequired[Sequence[RequiredEvidence]]
    weight: NotRequired[int]
    """How heavily it weighs in the average of its study year, where it takes part in one."""
    points: NotRequired[int]
    """The points of its result in that average, in hundredths of a point."""
    attemptsOver: NotRequired[int]
    """By how many the attempts exceed the most that the framework gives. It changes nothing: that is for the examination board."""


class YearAssessment(TypedDict):
    """The outcome of a study year, and what that follows from."""

    studyYear: int
    rule: str
    """By which kind of pass rule: `all` or `points`."""
    outcome: str
    """`exempted`, `not-assessable`, `passed`, `not-yet` or `not-passed`."""
    components: Sequence[ComponentAssessment]
    """In the order of the curriculum."""
    reason: NotRequired[str]
    """Why it cannot be assessed."""
    due: NotRequired[str]
    """The last day of the study year, while it is not passed yet."""
    weight: NotRequired[int]
    """The sum of the weights, by a pass rule with points."""
    weighted: NotRequired[int]
    """The sum of weight times points, in hundredths of a point."""
    average: NotRequired[int]
    """The weighted average, in hundredths of a point."""
    threshold: NotRequired[int]
    """What the average has to be, in hundredths of a point."""
    mostBelow: NotRequired[int]
    """How many parts may be below what is required, by a pass rule with points."""
    floor: NotRequired[int]
    """The lowest points of such a part, in hundredths of a point; absent: any."""
    compensated: NotRequired[Sequence[str]]
    """The parts below what is required, in a study year that is passed all the same."""


class ProgrammeAssessment(TypedDict):
    """What the assessment framework of the curriculum makes of a portfolio, as `Validator.assess` gives it."""

    format: str
    document: Thing
    asOf: str
    lens: str
    programme: str
    """The outcome of the programme: `passed` or `not-yet`."""
    years: Sequence[YearAssessment]
    """The study years that have begun and of which something is assessed."""
    curriculum: NotRequired[Thing]
    """The curriculum that was used; absent when none belongs to the student."""
    unreadable: NotRequired[Sequence[str]]
    """Parts that could not be read, as JSON Pointers."""


class CardRole(TypedDict):
    """A role, and who has it."""

    role: str
    persons: Sequence[str]
    """The ids of who has it in the student's placements of that study year; none where none is recorded."""


class CardComponent(TypedDict):
    """A part of the assessment framework, as the assessment card tells it."""

    id: str
    of: str
    """What is assessed, such as `development`."""
    required: bool
    assessors: Sequence[str]
    """The roles that assess it; none where the curriculum names none."""
    evidence: int
    """How many pieces of submitted evidence count for it."""
    attempts: int
    """How many attempts were made: assessments that are final and whose result is a judgement."""
    state: str
    """`exempted`, `not-assessable`, `passed`, `short` or `open`."""
    title: NotRequired[str]
    quarter: NotRequired[int]
    """The quarter in which it is assessed."""
    competences: NotRequired[Sequence[str]]
    assignment: NotRequired[str]
    """The assignment that it is about."""
    parts: NotRequired[Sequence[str]]
    """The parts of professional practice that the assignment requires."""
    requiredEvidence: NotRequired[Sequence[RequiredEvidence]]
    mostAttempts: NotRequired[int]
    """The most attempts in a study year."""
    reason: NotRequired[str]
    """Why it cannot be assessed."""


class CardYear(TypedDict):
    """What is assessed in a study year, and by whom."""

    studyYear: int
    people: Sequence[CardRole]
    """Who has the roles that assess in it, once for the study year, in the order of the roles."""
    components: Sequence[CardComponent]
    """In the order of the curriculum."""


class AssessmentCard(TypedDict):
    """What is assessed in each study year, by whom, on what evidence, and its state, as `Validator.card` gives it."""

    format: str
    document: Thing
    asOf: str
    lens: str
    years: Sequence[CardYear]
    """The study years that have begun and of which something is assessed."""
    curriculum: NotRequired[Thing]
    """The curriculum that was used; absent when none belongs to the student."""
    unreadable: NotRequired[Sequence[str]]
    """Parts that could not be read, as JSON Pointers."""


class CoverageCell(TypedDict):
    """How many pieces of evidence there are, drafts included, and how many final assessments."""

    evidence: int
    finalAssessments: int


class CompetenceCoverage(TypedDict):
    """The counts of one competence."""

    competence: str
    years: Sequence[CoverageCell]
    """A count for each study year, in the order of `Coverage.studyYears`."""
    noYear: CoverageCell
    """What is of no study year that is known."""


class CompetenceInCurriculum(TypedDict):
    """A competence in a curriculum: how many profession themes, subject lines and portfolio assignments serve it."""

    competence: str
    themes: int
    subjectLines: int
    assignments: int


class ServedCompetence(TypedDict):
    """A competence that a profession theme or a subject line serves. What is counted is of the study years of that theme or line."""

    competence: str
    assignments: int
    """How many portfolio assignments of the curriculum are about it."""
    evidence: NotRequired[int]
    """Of a student: how many pieces of evidence show it, drafts included."""
    finalAssessments: NotRequired[int]
    """Of a student: how many final assessments are of it."""


class ThemeCoverage(TypedDict):
    """A profession theme."""

    id: str
    competences: Sequence[ServedCompetence]
    """In the order of their list."""
    title: NotRequired[str]
    studyYears: NotRequired[Sequence[int]]
    """The study years that it is in; absent: any."""


class KnowledgeBaseInLine(TypedDict):
    """A knowledge base (kennisbasis) that is in a subject line. What is counted is of the study years of that line."""

    subject: str
    assignments: int
    """How many portfolio assignments of the curriculum are about that subject."""
    evidence: NotRequired[int]
    """Of a student: how many pieces of evidence are of that subject, drafts included."""


class SubjectLineCoverage(TypedDict):
    """A subject line."""

    id: str
    competences: Sequence[ServedCompetence]
    """In the order of their list."""
    knowledgeBases: Sequence[KnowledgeBaseInLine]
    """In the order of their numbers."""
    title: NotRequired[str]
    studyYears: NotRequired[Sequence[int]]
    """The study years that it is in; absent: any."""


class KnowledgeBaseCoverage(TypedDict):
    """A knowledge base (kennisbasis)."""

    subject: str
    subjectLines: int
    """How many subject lines it is in."""
    assignments: int
    """How many portfolio assignments of the curriculum are about that subject."""
    evidence: NotRequired[int]
    """Of a student: how many pieces of evidence are of that subject, drafts included."""


class ElementCoverage(TypedDict):
    """An element of the curriculum."""

    id: str
    open: Sequence[str]
    """The components of the spider web of which it says nothing."""
    title: NotRequired[str]
    studyYears: NotRequired[Sequence[int]]


class WebCoverage(TypedDict):
    """A component of the curricular spider web, and in how many elements it is open."""

    component: str
    open: int


class CurriculumCoverage(TypedDict):
    """How a curriculum is covered, as `Validator.curriculum_coverage` gives it.

    Counts only; in the coverage of a portfolio also of the student's evidence and assessments.
    """

    format: str
    document: Thing
    edition: str
    """The edition of the competences that the curriculum follows."""
    competences: Sequence[CompetenceInCurriculum]
    themes: Sequence[ThemeCoverage]
    subjectLines: Sequence[SubjectLineCoverage]
    knowledgeBases: Sequence[KnowledgeBaseCoverage]
    elements: Sequence[ElementCoverage]
    web: Sequence[WebCoverage]
    unreadable: NotRequired[Sequence[str]]
    """Parts of the curriculum that could not be read, as JSON Pointers; what they hold is not counted."""


class Coverage(TypedDict):
    """How much there is for each competence, by study year, as `Validator.coverage` gives it. Counts only."""

    format: str
    document: Thing
    asOf: str
    studyYears: Sequence[int]
    """The study years that have begun."""
    competences: Sequence[CompetenceCoverage]
    """In the order of their list; none while the cohort is unknown."""
    curriculum: NotRequired[CurriculumCoverage]
    """The coverage of the student's curriculum, with the student's evidence; absent when none belongs to the student."""
    unreadable: NotRequired[Sequence[str]]
    """Parts that could not be read, as JSON Pointers; what they hold is not counted."""


class CubeCell(TypedDict):
    """A cell of the cube: a theme at a career stage, at a level."""

    level: str
    """A value of the closed list `CubeLevel`."""
    materials: Sequence[str]
    """Ids of the learning materials that are in force here, in the order of the knowledge base."""


class CubeStageCells(TypedDict):
    """The cells of a theme at one career stage."""

    stage: str
    """A value of the closed list `CubeStage`."""
    levels: Sequence[CubeCell]


class CubeLine(TypedDict):
    """One theme through all career stages, from student to teacher."""

    theme: str
    continuous: bool
    """Whether there is a learning material at every stage, at whatever level."""
    stages: Sequence[CubeStageCells]
    name: NotRequired[str]


class EmptyCell(TypedDict):
    """A cell of the cube without a learning material."""

    theme: str
    stage: str
    level: str


class Cube(TypedDict):
    """The Twentse kubus as a knowledge base fills it on a day, as `Validator.cube` gives it."""

    format: str
    document: Thing
    asOf: str
    axes: str
    """What the axes are based on: a value of the closed list `AxesBasis`."""
    stages: Sequence[str]
    levels: Sequence[str]
    themes: Sequence[CubeLine]
    """In the order of the knowledge base; where it names none, the five default ones."""
    empty: Sequence[EmptyCell]
    """By theme, stage and level."""
    unreadable: NotRequired[Sequence[str]]
    """Parts of the knowledge base that could not be read, as JSON Pointers; what they hold is not looked at."""


class NeedTheme(TypedDict):
    """A theme on the cube of a learning need."""

    theme: str
    name: NotRequired[str]


class Suggestion(TypedDict):
    """A learning material that is suggested, with the place on the cube by which it was found."""

    material: str
    theme: str
    stage: str
    level: str
    title: NotRequired[str]


class LearningNeed(TypedDict):
    """What a student needs to learn: a learning goal or question, or a competence."""

    themes: Sequence[NeedTheme]
    suggestions: Sequence[Suggestion]
    """At most ten, the nearest level first."""
    more: bool
    """Whether there are more learning materials for it."""
    goal: NotRequired[str]
    competence: NotRequired[str]
    path: NotRequired[str]
    """The place of the goal in the portfolio, as a JSON Pointer."""


class JustInTime(TypedDict):
    """What the knowledge base has for the learning needs of a student, as `Validator.just_in_time` gives it."""

    format: str
    document: Thing
    asOf: str
    needs: Sequence[LearningNeed]
    """Goals and questions that nothing takes up yet, then competences without evidence."""
    knowledgeBase: NotRequired[Thing]
    """Absent when none belongs to the student."""
    stage: NotRequired[str]
    """The career stage of the student; absent when no study year is running."""
    reason: NotRequired[str]
    """Why nothing is suggested for any need: a value of the closed list `WithoutSuggestions`."""
    unreadable: NotRequired[Sequence[str]]
    """Parts that could not be read, as JSON Pointers; what they hold is not looked at."""


class BundledRulebook(TypedDict):
    """The rulebook of a bundle."""

    fingerprint: str
    """SHA-256 of the rulebook as it was resolved."""
    overlay: NotRequired[dict[str, Any]]
    """The overlay that it was built from; absent for the built-in rulebook."""


class BundledDocument(TypedDict):
    """A document of a bundle, by its hash."""

    kind: str
    sha256: str
    """SHA-256 of its bytes."""
    id: NotRequired[str]
    schoolYear: NotRequired[str]
    """The school year of a partnership."""


class Bundle(TypedDict):
    """A report and an outcome by the assessment framework with all that they were made from, as `Validator.bundle` gives it."""

    format: str
    engine: str
    """The version of the library that made it."""
    asOf: str
    lens: str
    rulebook: BundledRulebook
    documents: Sequence[BundledDocument]
    """The portfolio, and then the documents that it was compared with."""
    report: dict[str, Any]
    """The body of the report."""
    assessment: NotRequired[ProgrammeAssessment]
    """The outcome by the assessment framework; absent when nothing of the portfolio could be judged."""


class Difference(TypedDict):
    """What differs from what a bundle has."""

    input: str
    """What it is: `document`, `rulebook`, `engine`, `report` or `assessment`."""
    document: NotRequired[Thing]
    """Which document."""
    bundled: NotRequired[str]
    """What the bundle has: a SHA-256, or a version."""
    found: NotRequired[str]
    """What there is instead.

    Absent: no such document was given, or this version cannot use the rulebook. The same: this version cannot use the document.
    """
    path: NotRequired[str]
    """The first place that differs, as a JSON Pointer: in the report, in the assessment, or for a document in the bundle."""


class Replay(TypedDict):
    """Whether what a bundle holds comes out again, as `replay` gives it."""

    format: str
    document: Thing
    asOf: str
    lens: str
    replayed: str
    """`same`, `differs`, or `not-replayed` when something that it was made from is not there."""
    differences: Sequence[Difference]
    """What differs. The same answer may come out by another version or by another rulebook."""
