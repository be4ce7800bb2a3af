"""What can be asked about documents besides their reports, as plain data: next steps, traces, hand-over pages, assessments,
assessment cards, coverage, the cube, what is just in time, the organisation of a partnership, next year, overviews, comparisons,
bundles and replays.

`schema("next-steps")`, `schema("trace")`, `schema("hand-over")`, `schema("assessment")`, `schema("assessment-card")`,
`schema("coverage")`, `schema("curriculum-coverage")`, `schema("cube")`, `schema("just-in-time")`, `schema("network")`,
`schema("where-next")`, `schema("proposal-check")`, `schema("overview")`, `schema("comparison")`, `schema("bundle")` and
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


class MeetingCount(TypedDict):
    """How many meetings there are in the school year."""

    held: int
    """Those that were held."""
    planned: int
    """Those that are planned."""
    required: NotRequired[int]
    """How many are required; absent where nothing is."""


class ExhibitionCount(TypedDict):
    """The exhibitions of the school year."""

    number: MeetingCount
    """How many there are."""
    withAudience: int
    """Those held for everybody who is to see them."""


class LayerState(TypedDict):
    """A layer of the quality system."""

    actions: int
    """Its actions up to then."""
    covered: bool
    """Whether the quality system covers it."""
    findings: int
    """Its findings up to the reference day."""
    layer: str
    """The layer: a value of the closed list `CooperationLayer`."""
    required: bool
    """Whether it is required."""
    followedUp: NotRequired[bool]
    """Whether an action followed the first finding; absent without findings."""


class TrainerDayCount(TypedDict):
    """The trainer days of the school year."""

    number: MeetingCount
    """How many there are."""
    recorded: int
    """Entries of days that were held; several may be of one day."""
    withAllParts: int
    """Those with all parts."""
    withBothSides: int
    """Those with school trainers and institute trainers present."""
    withStudioTheme: int
    """Those with the design studio as a theme."""


class TriadCount(TypedDict):
    """The triad meetings of the school year, of whatever school."""

    complete: int
    """Those held with all three parties present."""
    number: MeetingCount
    """How many there are."""
    withAgenda: int
    """Those held with all fixed points on the agenda."""


class NetworkMeetings(TypedDict):
    """What is held in the school year, and the quality system."""

    exhibitions: ExhibitionCount
    """Exhibitions."""
    quality: Sequence[LayerState]
    """The layers of the quality system, in the order of their list."""
    trainerDays: TrainerDayCount
    """Trainer days, each day counted once."""
    triads: TriadCount
    """Triad meetings."""


class FullestDay(TypedDict):
    """The day on which most students are at a school."""

    day: str
    """The day."""
    students: int
    """Different students."""


class SchoolMeetings(TypedDict):
    """The meetings of a school in the school year."""

    mentorTalks: MeetingCount
    """Talks at which a mentor is present."""
    readingAloud: MeetingCount
    """Meetings for reading aloud or storytelling that a school trainer organised."""
    triads: MeetingCount
    """Triad meetings."""
    talksMissing: NotRequired[Sequence[str]]
    """The trainers who are at none of those talks; only of a school with students: values of the closed list `Role`."""


class TrainingCount(TypedDict):
    """How many were trained."""

    number: int
    """How many there are."""
    planned: int
    """Those of the others for whom it is planned."""
    trained: int
    """Those who have followed the training."""


class SchoolPeople(TypedDict):
    """Who works at a school for its students."""

    instituteTrainers: Sequence[str]
    """Its institute trainers, on the same day."""
    mentors: TrainingCount
    """Its mentors, on the day of judgement."""
    schoolTrainers: Sequence[str]
    """Its school trainers, on the day on which its students are counted; without students on the day of judgement."""


class YearStudents(TypedDict):
    """How many students there are of a study year."""

    students: int
    """Different students."""
    studyYear: int
    """The study year."""


class SchoolStudents(TypedDict):
    """The students of a school."""

    number: int
    """Different students on the day on which they are counted."""
    soFar: int
    """Different students who have been there by the day of judgement; in a plan who will be."""
    studyYears: Sequence[int]
    """Their study years."""
    years: Sequence[YearStudents]
    """The same by study year."""


class NetworkSchool(TypedDict):
    """A school in the network."""

    meetings: SchoolMeetings
    """Its meetings in the school year."""
    people: SchoolPeople
    """Who works there for them."""
    school: str
    """The school."""
    students: SchoolStudents
    """Its students."""
    day: NotRequired[str]
    """The day on which its students are counted: the last one up to the day of judgement on which a student is there; in a
    plan the first. Absent where it has no students."""
    daysPerWeek: NotRequired[float]
    """Days per week of its school trainers for this school, rounded down; absent where somebody's are not recorded. The time
    of a trainer is shared alike by the schools of the role."""
    fullest: NotRequired[FullestDay]
    """The first day on which most students are there up to then."""
    places: NotRequired[int]
    """Its places; absent where they are not recorded."""
    placesLeft: NotRequired[int]
    """The places that no student has on the day on which they are counted."""
    studentsPerDay: NotRequired[float]
    """Students per day of that time, rounded up."""


class TrainerCount(TypedDict):
    """How many trainers were trained, and are in the register."""

    number: int
    """How many there are."""
    planned: int
    """Those of the others for whom it is planned."""
    registered: int
    """Those in the register of teacher educators (BRLO)."""
    trained: int
    """Those who have followed the training for teacher educators that is based on the professional standard of VELON."""


class NetworkTotals(TypedDict):
    """What there is in the whole partnership."""

    instituteTrainers: TrainerCount
    """The institute trainers."""
    mentors: TrainingCount
    """The mentors of the schools."""
    schoolTrainers: TrainerCount
    """The school trainers."""
    schools: int
    """The schools in the network."""
    students: int
    """Different students who have been placed; in a plan who will be."""
    withStudents: int
    """Those that have students."""
    years: Sequence[YearStudents]
    """The same by study year."""
    daysPerWeek: NotRequired[float]
    """Days per week of school trainers for the schools with students, rounded down; absent where somebody's are not
    recorded."""
    places: NotRequired[int]
    """The places; absent where those of a school are not recorded."""
    placesLeft: NotRequired[int]
    """The places that are left; absent where the places of a school are not recorded."""
    studentsPerDay: NotRequired[float]
    """Students per day of that time, rounded up."""


class TrainerLoad(TypedDict):
    """What a trainer has to do."""

    person: str
    """The trainer."""
    role: str
    """School trainer or institute trainer: a value of the closed list `Role`."""
    schools: Sequence[str]
    """The schools."""
    students: int
    """Different students at these schools."""
    allowed: NotRequired[bool]
    """Whether the students are not more than these, by the numbers before they were rounded."""
    daysPerWeek: NotRequired[float]
    """Days per week in the role; absent where they are not recorded."""
    most: NotRequired[float]
    """The students that a school trainer may have in that time, rounded down."""
    share: NotRequired[float]
    """The students of a school trainer, rounded up: those of a school that several trainers share are divided by their time."""
    studentsPerDay: NotRequired[float]
    """Students per day of that time, rounded up; those of a school trainer are the share."""


class TrainerProgress(TypedDict):
    """How far a trainer is with training and registration."""

    person: str
    """The trainer."""
    register: str
    """The registration in the register of teacher educators (BRLO): a value of the closed list `Progress`."""
    roles: Sequence[str]
    """School trainer, institute trainer, or both: values of the closed list `Role`."""
    training: str
    """The training for teacher educators that is based on the professional standard of VELON: a value of the closed list
    `Progress`."""
    intervisions: NotRequired[MeetingCount]
    """Peer consultation in the school year that a school trainer organised."""
    registeredUntil: NotRequired[str]
    """The last day of the registration."""
    since: NotRequired[str]
    """The day since which the person has been a trainer."""
    trainedOn: NotRequired[str]
    """The day by which the training was followed, or for which it is planned."""


class TrainerTeam(TypedDict):
    """School trainers who share schools."""

    day: str
    """The latest day on which the students of these schools are counted."""
    schools: Sequence[str]
    """Their schools with students."""
    students: int
    """Different students."""
    trainers: Sequence[str]
    """Who they are, on that day."""
    daysPerWeek: NotRequired[float]
    """Days per week together; absent where somebody's are not recorded."""
    enough: NotRequired[bool]
    """Whether they have the time that is required; absent where it depends on a time that is not recorded."""


class NetworkTrainers(TypedDict):
    """The trainers of a partnership, with the norms for their time."""

    daysPerWeek: float
    """Days per week that the school trainers who share schools have together (norm)."""
    loads: Sequence[TrainerLoad]
    """Each trainer of a school in the network, in the order of the partnership, school trainers before institute trainers."""
    progress: Sequence[TrainerProgress]
    """Training and registration of everybody who is a trainer on the day of judgement, in the order of the partnership."""
    students: int
    """The students for whom that time is meant (norm)."""
    teams: Sequence[TrainerTeam]
    """The school trainers of the schools with students, together with those with whom they share schools."""
    tolerance: int
    """The students that a school trainer may have in addition (norm)."""


class Network(TypedDict):
    """The organisation of a partnership, by what holds on its day of judgement, as `Validator.network` gives it."""

    asOf: str
    day: str
    """The day of judgement: the reference day as far as it is in the school year; of a plan the first day of a placement."""
    document: Thing
    format: str
    meetings: NetworkMeetings
    """What is held in the school year, and the quality system."""
    schools: Sequence[NetworkSchool]
    """The schools in the network, in the order of the partnership."""
    totals: NetworkTotals
    """The whole partnership."""
    trainers: NetworkTrainers
    """The trainers."""
    plan: NotRequired[bool]
    """Whether it is a plan: none of its students has been placed yet."""
    unreadable: NotRequired[Sequence[str]]
    """Parts that could not be read, as JSON Pointers; what they hold is not counted."""


class StudentsOfYear(TypedDict):
    """How many students of a study year there are."""

    students: int
    """How many different students."""
    studyYear: int
    """The study year."""


class SchoolPlaces(TypedDict):
    """The places of a school."""

    school: str
    """The school."""
    students: Sequence[StudentsOfYear]
    """The students who are placed there in the school year, by study year."""
    left: NotRequired[int]
    """The places that are left on the day on which most students are there."""
    name: NotRequired[str]
    """Its name."""
    places: NotRequired[int]
    """How many places it has, where that is recorded."""


class ReasonAtSchool(TypedDict):
    """What counts for a student at a school."""

    code: str
    """The code of the rule by which it counts."""
    reason: str
    """What it is: a value of the closed list `PlacementReason`."""
    bands: NotRequired[Sequence[str]]
    """The age bands that were still missing and that the school has: values of the closed list `AgeBand`."""


class SchoolForStudent(TypedDict):
    """Whether a student can go to a school."""

    access: str
    """Whether the student can go there: a value of the closed list `Access`."""
    reasons: Sequence[ReasonAtSchool]
    """Why, in the order of their list."""
    school: str
    """The school."""


class StudentNext(TypedDict):
    """Where one student can go."""

    schools: Sequence[SchoolForStudent]
    """The schools, in the order of the partnership; none where the student has no study year."""
    student: str
    """The student."""
    assumed: NotRequired[bool]
    """Whether the outcome of the study year before is unknown: then it is assumed to be passed."""
    reason: NotRequired[str]
    """Why the student has no study year: a value of the closed list `WithoutStudyYear`."""
    studyYear: NotRequired[int]
    """The study year in the school year."""
    unreadable: NotRequired[Sequence[str]]
    """Parts of the portfolio that could not be read, as JSON Pointers; what they hold is not looked at."""


class WhereNext(TypedDict):
    """Who can go where in a school year: for each student the schools of the partnership, and the places of each school, as
    `Validator.where_next` gives it."""

    asOf: str
    document: Thing
    format: str
    schoolYear: str
    """The school year: a value of the closed list `SchoolYear`."""
    schools: Sequence[SchoolPlaces]
    """The schools that are in the network on 1 October, in the order of the partnership."""
    students: Sequence[StudentNext]
    """The students, in the order of the portfolios."""
    unreadable: NotRequired[Sequence[str]]
    """Parts of the partnership that could not be read, as JSON Pointers; what they hold is not looked at."""


class ProposalFinding(TypedDict):
    """A finding that is there with the proposal and not without it."""

    code: str
    """The code of its rule."""
    facts: dict[str, Any]
    """Its facts, as in a report."""
    severity: str
    """How much it weighs: a value of the closed list `Severity`."""
    subject: Thing
    """What it is about."""
    due: NotRequired[str]
    """The last day on which this can still be fixed in time."""
    placement: NotRequired[int]
    """The position of the placement in the proposal; absent for a finding about the partnership."""
    school: NotRequired[str]
    """The school of that placement, or the one by which it is a finding about the partnership."""
    student: NotRequired[str]
    """The student of that placement."""
    waivedUntil: NotRequired[str]
    """The last day of the waiver that applies to it."""


class UnreadPortfolio(TypedDict):
    """The parts of a portfolio that could not be read."""

    student: str
    """The student."""
    unreadable: NotRequired[Sequence[str]]
    """The parts, as JSON Pointers; what they hold is not looked at."""


class ProposalCheck(TypedDict):
    """What the rules say of a proposal: the findings that are there with it and not without it, as
    `Validator.check_proposal` gives it."""

    asOf: str
    document: Thing
    findings: Sequence[ProposalFinding]
    """The findings: of portfolios in the order of the proposal, then of the partnership by school."""
    format: str
    schoolYear: str
    """The school year: a value of the closed list `SchoolYear`."""
    portfolios: NotRequired[Sequence[UnreadPortfolio]]
    """Parts that could not be read of the portfolios of the students who are to be placed."""
    unreadable: NotRequired[Sequence[str]]
    """Parts of the partnership that could not be read, as JSON Pointers; what they hold is not looked at."""


class CompetenceInYear(TypedDict):
    """How many students of a study year have evidence for a competence."""

    of: int
    """The students of the study year whose edition has it."""
    students: NotRequired[int]
    """Those of them who have evidence for it; absent: hidden."""
    studyYear: NotRequired[int]
    """The study year that runs, or the last that did; absent where none is known."""


class CompetenceOverview(TypedDict):
    """How many students have evidence for a competence, drafts included."""

    competence: str
    """The competence: a value of the closed list `Competence`."""
    of: int
    """The students whose edition has it."""
    years: Sequence[CompetenceInYear]
    """The same by study year."""
    students: NotRequired[int]
    """Those of them who have evidence for it; absent: hidden."""


class StudentsByRule(TypedDict):
    """How many students fall short of a rule."""

    code: str
    """The code of the rule."""
    students: NotRequired[int]
    """How many students have an error or a warning that is not waived; absent: hidden."""


class VerdictCounts(TypedDict):
    """How many students have each verdict."""

    fallsShort: int
    """Falls short of a rule."""
    meets: int
    """Meets the rules."""
    undecided: int
    """Neither is certain."""


class SchoolOverview(TypedDict):
    """The counts of a school, or of smaller schools together. A student is at the school of the placement that runs on the
    day, else of the last that has begun."""

    of: str
    """Which schools: a value of the closed list `SchoolGroup`."""
    rules: Sequence[StudentsByRule]
    """The rules of which some student has an error or a warning that is not waived, by code."""
    students: int
    """The students."""
    school: NotRequired[str]
    """The school, where it is one."""
    verdicts: NotRequired[VerdictCounts]
    """The verdicts; absent: hidden."""


class Overview(TypedDict):
    """Counts over many portfolios on a day, as `Validator.overview` gives it. How many students there are is always shown. A
    count of results is hidden where it would say something about fewer students than `smallestGroup`, by itself or by
    subtracting from a total what is shown."""

    asOf: str
    competences: Sequence[CompetenceOverview]
    """The competences of the students' editions, in the order of their list."""
    format: str
    lens: str
    rules: Sequence[StudentsByRule]
    """The rules of which some student has an error or a warning that is not waived, by code; a rule that is not here has
    none. It is empty with fewer students than `smallestGroup`."""
    schools: Sequence[SchoolOverview]
    """The schools, by id, then those with fewer students than `smallestGroup` together."""
    smallestGroup: int
    """The smallest group of students of which results are shown."""
    students: int
    """The portfolios, each of one student."""
    verdicts: NotRequired[VerdictCounts]
    """The verdicts; absent: hidden."""


class FindingChange(TypedDict):
    """How many documents differ by a rule. A document may gain one finding and lose another."""

    code: str
    """The code of the rule."""
    changed: NotRequired[int]
    """How many have a finding by both that has another severity, or that a waiver applies to by one of them; absent: hidden."""
    gained: NotRequired[int]
    """How many have a finding by the second rulebook that they do not have by the first; absent: hidden."""
    lost: NotRequired[int]
    """How many have a finding by the first rulebook that they do not have by the second; absent: hidden."""


class DocumentsOfKind(TypedDict):
    """What differs for the documents of a kind."""

    documents: int
    """How many documents there are."""
    kind: str
    """The kind: a value of the closed list `Kind`."""
    rules: Sequence[FindingChange]
    """The rules that differ for some document, by code."""


class SchoolChanges(TypedDict):
    """What differs for the students of a school, or of smaller schools together. A student is at the school of the placement
    that runs on the day, else of the last that has begun."""

    of: str
    """Which schools: a value of the closed list `SchoolGroup`."""
    rules: Sequence[FindingChange]
    """The rules that differ for some student, by code."""
    students: int
    """The students."""
    school: NotRequired[str]
    """The school, where it is one."""


class Comparison(TypedDict):
    """What differs between the reports of the same documents by two rulebooks, as `compare` gives it. A finding is known by
    its rule, its place and its subject. How many students there are is always shown; a count of results is hidden where
    it would say something about fewer students than `smallestGroup`, by itself or by subtracting from a total what is
    shown."""

    after: str
    """The SHA-256 of the second rulebook."""
    asOf: str
    before: str
    """The SHA-256 of the first rulebook."""
    format: str
    lens: str
    others: Sequence[DocumentsOfKind]
    """The documents of other kinds, by kind. Nothing of these is hidden, since they say nothing about students."""
    rules: Sequence[FindingChange]
    """The rules that differ for some student, by code; a rule that is not here differs for none. It is empty with fewer
    students than `smallestGroup`."""
    schools: Sequence[SchoolChanges]
    """The schools, by id, then those with fewer students than `smallestGroup` together."""
    smallestGroup: int
    """The smallest group of students of which results are shown."""
    students: int
    """The portfolios, each of one student."""


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
