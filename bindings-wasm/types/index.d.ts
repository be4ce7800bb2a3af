// The surface of the package, as every entry offers it.

/// <reference lib="esnext.disposable" />

import type { Curriculum } from "./curriculum.js";
import type {
  AssessmentCard, Bundle, Comparison, Coverage, Cube, CurriculumCoverage, HandOver, JustInTime, Network, NextSteps, Overview,
  ProgrammeAssessment, Proposal, ProposalCheck, Replay, Trace, WhereNext,
} from "./insight.js";
import type { KnowledgeBase } from "./knowledge-base.js";
import type { Partnership } from "./partnership.js";
import type { Portfolio } from "./portfolio.js";
import type { Norms, OpenRule, ReadingRule, SubjectKind } from "./rulebook.js";

export type * from "./portfolio.js";
export type * from "./rulebook.js";
// What several kinds have, such as a period, is the portfolio's: it is the same.
export type {
  ActionPart, AssessmentFramework, Assignment, AssignmentFeed, Audience, CompetenceEdition, Component, CountingAttempt, Curriculum,
  CurriculumElement, CurriculumYear, DesignCompetenceEntry, Partner, PartnerTask, PassRule, PassRuleKind, ProfessionTheme, ResearchLine,
  Route, Scale, ScaleKind, ScaleValue, SpecialisationOffer, SubjectLine,
} from "./curriculum.js";
export type {
  Clip, CubeLevel, CubePlace, CubeStage, CubeTheme, EssentialKnowledge, ExpertSide, KnowledgeBase, KnowledgeFlow, KnowledgeSetter,
  Material, MaterialKind, MaterialUse, OpenTo, Review, UseContext,
} from "./knowledge-base.js";
export type {
  AcademyState, Agreement, AgreementContent, BeginningTeacher, Board, CommunityMember, Composition, CompositionCriterion,
  CooperationLayer, DesignTask, Exhibition, Facilitator, Institute, Involvement, LearningCommunity, Meeting, MeetingKind, MemberStage,
  Partnership, PartnershipStatus, Person, PlacedStudent, QualityLayer, QualityNote, RoleHeld, School, SchoolResearch, StudioBasis, Topic,
  TopicGround, TrainerDay, TrainerDayPart, TrainerDayTheme, Training, TrainingBasis, TrainingKind,
} from "./partnership.js";
// Closed lists that documents, rulebooks or reports have values of are theirs: they are the same.
export type {
  Access, Actor, AgeBand, Answer, AssessmentCard, AttemptMade, AxesBasis, Bundle, BundledDocument, BundledRulebook, CardComponent,
  CardRole, CardYear, Coming, Comparison, CompetenceCoverage, CompetenceInCurriculum, CompetenceInYear, CompetenceOverview,
  ComponentAssessment, ComponentState, Coverage, CoverageCell, Cube, CubeCell, CubeLine, CubeStageCells, CurriculumCoverage,
  Difference, DocumentsOfKind, ElementCoverage, EmptyCell, ExhibitionCount, FindingChange, FullestDay, HandOver, Input,
  JustInTime, KnowledgeBaseCoverage, KnowledgeBaseInLine, LastAdvice, LayerState, LearningNeed, MeetingCount, NeedTheme, Network,
  NetworkMeetings, NetworkSchool, NetworkTotals, NetworkTrainers, NextStep, NextSteps, OpenGoal, Overview, PlacementReason,
  PlacementSoFar, ProgrammeAssessment, ProgrammeResult, Progress, Proposal, ProposalCheck, ProposalFinding, ProposedPlacement,
  Reason, ReasonAtSchool, Replay, Replayed, RequiredEvidence, SchoolChanges, SchoolForStudent, SchoolGroup, SchoolMeetings,
  SchoolOverview, SchoolPeople, SchoolPlaces, SchoolStudents, ServedCompetence, Step, StepFinding, StudentNext, StudentsByRule,
  StudentsOfYear, SubjectLineCoverage, Suggestion, ThemeCoverage, Thing, Trace, TracedRule, TrainerCount, TrainerDayCount,
  TrainerLoad, TrainerProgress, TrainerTeam, TrainingCount, TriadCount, UnreadPortfolio, VerdictCounts, WebComponent, WebCoverage,
  WhereNext, WithoutStudyYear, WithoutSuggestions, YearAssessment, YearResult, YearStudents,
} from "./insight.js";

/**
 * A document: text, bytes, or an object, which is judged as the JSON text that `JSON.stringify` makes of it. A `File`, a
 * `Blob` or a `Response` is none yet: await its `text()` first. What is written out in a program may have no member and no word
 * that the format does not have; of what was read from elsewhere nothing needs to be known but that it has a `format`.
 */
export type Document =
  | string
  | ArrayBufferLike
  | ArrayBufferView
  | Curriculum
  | KnowledgeBase
  | Partnership
  | Portfolio
  | { readonly format: string }
  | { toJSON(): object };

/**
 * A kind of document. The entries `twentse-kubus` and `twentse-kubus/web` judge portfolios, those below `twentse-kubus/kinds` and
 * `twentse-kubus/all` every kind that there are rules for: also `curriculum`, `partnership` and `knowledge-base`. A call with one
 * without rules in its entry throws `unknown-kind`.
 */
export type Kind = "portfolio" | "curriculum" | "partnership" | "knowledge-base";

/** An overlay upon the built-in rulebook: own norms, severities and waivers, as text, bytes or an object. */
export type Rulebook = string | ArrayBufferLike | ArrayBufferView | Overlay | { toJSON(): object };

/**
 * An overlay upon the built-in rulebook. Write it as `{ … } satisfies Overlay`: a member, rule or norm that there is not is an
 * error of the type checker.
 */
export interface Overlay {
  /** Where the schema of overlays lies, for an editor; it changes nothing. */
  readonly $schema?: string | null;
  /** What it is called: at most 64 letters, digits, `.`, `_` and `-`. */
  readonly id?: string | null;
  readonly version?: string | null;
  /** What it starts from: `twente+statutory` unless another is named. */
  readonly extends?: "twente+statutory" | "twente" | "statutory" | null;
  readonly norms?: Norms | null;
  readonly severity?: { readonly [Rule in OpenRule]?: Severity | "off" } | null;
  /** Rules that are not checked, each with the reason. */
  readonly disable?: { readonly [Rule in OpenRule]?: string } | null;
  /** No other rule is checked. */
  readonly only?: readonly (OpenRule | ReadingRule)[] | null;
  readonly waive?: readonly Waiver[] | null;
}

/** Findings of one rule that are no shortfall until a day. */
export interface Waiver {
  readonly rule: OpenRule;
  /** The document it is for; a partnership with its school year. */
  readonly document: { readonly kind: Kind; readonly id: string; readonly schoolYear?: string | null };
  /** The item it is for; without one, the document itself. */
  readonly subject?: { readonly kind: SubjectKind; readonly id: string } | null;
  readonly reason: string;
  /** Who is responsible for it. */
  readonly owner: string;
  /** Its last day. */
  readonly until: string;
}

/** How a document is, or would be if the study year ended, or graduation were decided, on the reference day. */
export type Lens = "now" | "year-ended" | "graduating";

/**
 * Dutch, plain Dutch (B1), or English. In Node, and with `require`, all are there; elsewhere a program says which it brings, by
 * `import "twentse-kubus/nl"`, `"twentse-kubus/nl-plain"` or `"twentse-kubus/en"`; the ready-made worker takes them as `sentences`.
 */
export type Lang = "nl" | "nl-plain" | "en";

export type Verdict = "meets" | "falls-short" | "undecided";
export type Severity = "error" | "warning" | "info";

/** A call that could not be answered. What is wrong with a document is a finding, never an error. */
export class KubusError extends Error {
  /**
   * A stable code for programs: `invalid-rulebook`, `invalid-documents` (other documents that cannot be used), `invalid-date`,
   * `unknown-lens`, `unknown-kind`, `unknown-language`, `unreadable-document` (of which there is no hand-over page, no assessment,
   * no assessment card and no coverage), `invalid-school-year`, `invalid-proposal`, `other-rulebook`, `invalid-bundle` (what `bundle` does not give), `not-in-entry` (what only an entry with a larger library does),
   * `language-not-loaded`, `invalid-sentences`, `invalid-report`, `freed` (use after `free()`), `not-ready` (use before `init()`), `no-worker` (of `twentse-kubus/worker`), `internal` …
   */
  readonly code: string;
  /** Every single fault, where there are several. */
  readonly details: readonly string[];
}

/** Checks documents against a rulebook. Built once, it serves any number of documents. */
export class Validator {
  /**
   * @param rulebook an overlay; without one, the built-in rulebook is used
   * @param options the documents that portfolios are compared with, in the entries below `twentse-kubus/kinds` and `twentse-kubus/all`
   * @throws {KubusError} `invalid-rulebook`, with every fault of the overlay in `details`; `invalid-documents`, with those of the
   *   documents; `not-in-entry`
   * @throws {TypeError} for what is no document, with its position
   */
  constructor(rulebook?: Rulebook | null, options?: ValidatorOptions);
  /** The overlay it was built from, as JSON text. */
  get rulebookSource(): string | undefined;
  /** The curricula that it compares portfolios with, as JSON texts, in the order in which they were given. */
  get curricula(): readonly string[];
  /** The partnerships that it compares portfolios with, as JSON texts, in the order in which they were given. */
  get partnerships(): readonly string[];
  /** The knowledge bases that it compares portfolios with, as JSON texts, in the order in which they were given. */
  get knowledgeBases(): readonly string[];
  /** SHA-256 of the rulebook: two validators with the same one, and the same documents, give the same reports. */
  get fingerprint(): string;
  /**
   * Judges one document as it stood on a day.
   * @param asOf the reference day, `YYYY-MM-DD`; a `Date` is refused, since it is a moment
   * @param lens `now` unless another is named
   * @param kind `portfolio` unless another is named
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `unknown-kind`
   * @throws {TypeError} for what is no document, with what it is and the way out; for NaN and infinities in an object, with
   *   where they are
   */
  validate(document: Document, asOf: string, lens?: Lens, kind?: Kind): Report;
  /**
   * Judges many documents: one report per document, in their order, and a summary. They are taken from the
   * iterable one by one, each when the one before it has its report.
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `unknown-kind`
   * @throws {TypeError} for what is no document, with its position
   */
  validateMany(documents: Iterable<Document>, asOf: string, lens?: Lens, kind?: Kind): Batch;
  /**
   * Why each rule answered about a document as it did: by what it is met, or which findings would have to be mended. It is
   * judged anew. Only `twentse-kubus/all` and `twentse-kubus/all/web` tell this and what follows.
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `unknown-kind`, `not-in-entry`
   * @throws {TypeError} as `validate`
   */
  trace(document: Document, asOf: string, options?: TraceOptions): Trace;
  /**
   * The trace as readable text.
   * @throws {KubusError} as `trace`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validate`
   */
  traceText(document: Document, asOf: string, options?: TraceOptions & TextOptions): string;
  /**
   * What the next school or trainer must know of a student: placements so far, age bands, specialisation, open goals, the last
   * advice of a mentor, next steps, and what the next study year will require. Ids, days and words of closed lists; texts of
   * the portfolio only where they are asked for.
   * @throws {KubusError} `invalid-date`, `not-in-entry`; `unreadable-document` when nothing of it can be judged: `validate` says why
   * @throws {TypeError} as `validate`
   */
  handOver(portfolio: Document, asOf: string, options?: HandOverOptions): HandOver;
  /**
   * The hand-over page as readable text.
   * @throws {KubusError} as `handOver`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validate`
   */
  handOverText(portfolio: Document, asOf: string, options?: HandOverOptions & TextOptions): string;
  /**
   * What the assessment framework of the student's curriculum makes of a portfolio: the outcome of each study year that has begun
   * and of the programme, and for each part what that follows from. Without a curriculum that belongs to the student there are no
   * study years.
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `not-in-entry`; `unreadable-document` when nothing of it can be judged:
   *   `validate` says why
   * @throws {TypeError} as `validate`
   */
  assess(portfolio: Document, asOf: string, options?: AssessOptions): ProgrammeAssessment;
  /**
   * The same as readable text.
   * @throws {KubusError} as `assess`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validate`
   */
  assessText(portfolio: Document, asOf: string, options?: AssessOptions & TextOptions): string;
  /**
   * The assessment card of a student: what is assessed in each study year that has begun, by whom, on what evidence, and its
   * state. Persons are told by their ids, as the student's placements have them. Without a curriculum that belongs to the student
   * there are no study years.
   * @throws {KubusError} as `assess`
   * @throws {TypeError} as `validate`
   */
  card(portfolio: Document, asOf: string, options?: AssessOptions): AssessmentCard;
  /**
   * The assessment card as readable text.
   * @throws {KubusError} as `assessText`
   * @throws {TypeError} as `validate`
   */
  cardText(portfolio: Document, asOf: string, options?: AssessOptions & TextOptions): string;
  /**
   * How much evidence and how many final assessments there are for each competence, by study year. Counts only: what they are
   * worth is for the assessors.
   * @throws {KubusError} `invalid-date`, `not-in-entry`; `unreadable-document` when nothing of it can be judged: `validate` says why
   * @throws {TypeError} as `validate`
   */
  coverage(portfolio: Document, asOf: string): Coverage;
  /**
   * Coverage as readable text.
   * @throws {KubusError} as `coverage`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validate`
   */
  coverageText(portfolio: Document, asOf: string, options?: TextOptions): string;
  /**
   * How a curriculum is covered, without any portfolio: competences by profession theme and subject line, knowledge bases by
   * subject line, and components of the spider web by element. Counts only. It need not be one of `curricula`.
   * @throws {KubusError} `not-in-entry`; `unreadable-document` when nothing of it can be judged: `validate` says why
   * @throws {TypeError} as `validate`
   */
  curriculumCoverage(curriculum: Document): CurriculumCoverage;
  /**
   * The coverage of a curriculum as readable text.
   * @throws {KubusError} as `curriculumCoverage`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validate`
   */
  curriculumCoverageText(curriculum: Document, options?: TextOptions): string;
  /**
   * The Twentse kubus as a knowledge base fills it on a day: for each theme the learning materials in force at every career stage and
   * level, the cells that are empty, and whether the line from student to teacher is continuous. It need not be one of
   * `knowledgeBases`.
   * @throws {KubusError} `invalid-date`, `not-in-entry`; `unreadable-document` when nothing of it can be judged: `validate` says why
   * @throws {TypeError} as `validate`
   */
  cube(knowledgeBase: Document, asOf: string): Cube;
  /**
   * The cube as readable text.
   * @throws {KubusError} as `cube`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validate`
   */
  cubeText(knowledgeBase: Document, asOf: string, options?: TextOptions): string;
  /**
   * Just in time, just in place: the learning needs of a student, each with at most ten learning materials that the knowledge base has
   * in force for it at the student's career stage, the nearest level first. Without a knowledge base that belongs to the student,
   * `reason` says why nothing is suggested.
   * @throws {KubusError} `invalid-date`, `not-in-entry`; `unreadable-document` when nothing of it can be judged: `validate` says why
   * @throws {TypeError} as `validate`
   */
  justInTime(portfolio: Document, asOf: string): JustInTime;
  /**
   * The same as readable text.
   * @throws {KubusError} as `justInTime`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validate`
   */
  justInTimeText(portfolio: Document, asOf: string, options?: TextOptions): string;
  /**
   * Judges a dossier: documents of any kind, each recognised by its `format`; what names none is judged as a portfolio. Portfolios are
   * compared with the others among them, and with those that the validator was given. All are held in memory together. Only the entries
   * below `twentse-kubus/kinds` and `twentse-kubus/all` do this.
   * @returns one report per document, in their order, and a summary
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `unknown-kind`, `not-in-entry`; `invalid-documents` for others that portfolios
   *   cannot be compared with, with every fault in `details`
   * @throws {TypeError} for what is no document, with its position
   */
  dossier(documents: Iterable<Document>, asOf: string, lens?: Lens): Batch;
  /**
   * How a partnership is organised: its schools, students, mentors, trainers, meetings and quality system, by what holds on its day of
   * judgement. Only `twentse-kubus/all` and `twentse-kubus/all/web` tell this and what follows. It need not be one of `partnerships`.
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `not-in-entry`; `unreadable-document` when nothing of it can be judged:
   *   `validate` says why
   * @throws {TypeError} as `validate`
   */
  network(partnership: Document, asOf: string, options?: NetworkOptions): Network;
  /**
   * The same as readable text.
   * @throws {KubusError} as `network`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validate`
   */
  networkText(partnership: Document, asOf: string, options?: NetworkOptions & TextOptions): string;
  /**
   * Where each student can go in a school year: for each student the schools of the partnership, open or closed with the reasons, and the
   * places of each school.
   * @param partnership that of the school year
   * @param schoolYear `2024-2025`
   * @throws {KubusError} `invalid-school-year`, `invalid-documents`, `not-in-entry`; `unreadable-document` when nothing of one can be
   *   judged
   * @throws {TypeError} as `validateMany`
   */
  whereNext(portfolios: Iterable<Document>, partnership: Document, schoolYear: string): WhereNext;
  /**
   * The same as readable text.
   * @throws {KubusError} as `whereNext`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validateMany`
   */
  whereNextText(portfolios: Iterable<Document>, partnership: Document, schoolYear: string, options?: TextOptions): string;
  /**
   * What a proposal of placements brings about: the findings that are there with it and not without it.
   * @throws {KubusError} `invalid-proposal`, with every fault in `details`, and as `whereNext`
   * @throws {TypeError} as `validateMany`
   */
  checkProposal(portfolios: Iterable<Document>, partnership: Document, proposal: Proposal | Document): ProposalCheck;
  /**
   * The same as readable text.
   * @throws {KubusError} as `checkProposal`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `validateMany`
   */
  checkProposalText(
    portfolios: Iterable<Document>, partnership: Document, proposal: Proposal | Document, options?: TextOptions,
  ): string;
  /**
   * Counts over many portfolios: verdicts, shortfalls by rule and evidence by competence, in all, by school and by study year. A count of
   * results is hidden where it would say something about fewer than `k` students, by itself or by subtracting.
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `not-in-entry`
   * @throws {TypeError} as `validateMany`; for a `k` that is no whole number
   */
  overview(portfolios: Iterable<Document>, asOf: string, options?: OverviewOptions): Overview;
  /**
   * The same as readable text.
   * @throws {KubusError} as `overview`, and `unknown-language`, `language-not-loaded`
   * @throws {TypeError} as `overview`
   */
  overviewText(portfolios: Iterable<Document>, asOf: string, options?: OverviewOptions & TextOptions): string;
  /**
   * The report of a portfolio and the outcome by the assessment framework, with all that they were made from: day, lens, rulebook,
   * version of the library, and the SHA-256 of each document. `replay` makes them again. The documents are not in it: keep them too,
   * each as the text or the bytes that were given. Of a portfolio of which nothing can be judged there is no `assessment` in it.
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `not-in-entry`; `unreadable-document` for one of more than 1 GiB
   * @throws {TypeError} as `validate`
   */
  bundle(portfolio: Document, asOf: string, options?: AssessOptions): Bundle;
  /**
   * The combined result of reports of this rulebook, such as ones that were stored.
   * @throws {KubusError} `other-rulebook` for a report by another; `invalid-report`
   */
  summary(reports?: Iterable<Report>): Summary;
  /**
   * Gives its memory back immediately; otherwise that happens when it is collected. A second time does nothing; any use
   * after it throws a `KubusError` with the code `freed`.
   */
  free(): void;
  /** The same as `free`, for `using`. */
  [Symbol.dispose](): void;
  readonly [Symbol.toStringTag]: string;
}

/** What a validator is given besides its rulebook. */
export interface ValidatorOptions {
  /**
   * The curricula (opleidingsprogramma's) that portfolios are compared with. Of several, the one counts that fits the student's
   * institute, partnership, mode of study and cohort, and of those the latest.
   */
  readonly curricula?: Iterable<Document> | null;
  /**
   * The partnerships that portfolios are compared with, each in one school year. Of each school year of a student, the one counts that
   * the portfolio names, else the only one of that school year.
   */
  readonly partnerships?: Iterable<Document> | null;
  /**
   * The knowledge bases that portfolios are compared with. Of several, the one counts that is of the student's partnership, else the
   * only one of none.
   */
  readonly knowledgeBases?: Iterable<Document> | null;
}

/** How a portfolio is assessed, also for its card and its bundle. */
export interface AssessOptions {
  /** `now` unless another is named: with `year-ended` the running study year counts as ended, with `graduating` every one does. */
  readonly lens?: Lens;
}

/** How a partnership is looked at. */
export interface NetworkOptions {
  /** `now` unless another is named. */
  readonly lens?: Lens;
}

/** How results of many students are counted. */
export interface OverviewOptions {
  /** `now` unless another is named. */
  readonly lens?: Lens;
  /** The smallest group of students of which results are told: 5 unless another is named. */
  readonly k?: number;
}

/** How a document is asked about. */
export interface TraceOptions {
  /** `now` unless another is named. */
  readonly lens?: Lens;
  /** `portfolio` unless another is named. */
  readonly kind?: Kind;
}

/** What a hand-over page has. */
export interface HandOverOptions {
  /** With the student's goals and the mentor's advice in their own words, for who may read the portfolio. */
  readonly texts?: boolean;
}

/** How a readable text is. */
export interface TextOptions {
  /** Dutch unless another language is named. */
  readonly lang?: Lang;
}

/** The result for many documents. */
export interface Batch {
  readonly reports: readonly Report[];
  readonly summary: Summary;
}

/** The report on one document: a handle whose contents are read on demand. */
export class Report {
  private constructor();
  /**
   * Reads back what `toJson` of this version wrote.
   * @throws {KubusError} `invalid-report`, `unknown-kind`
   */
  static fromJson(text: string): Report;
  get verdict(): Verdict;
  get documentKind(): Kind;
  /** Id of the document, if it could be read. */
  get documentId(): string | undefined;
  /** The reference day, `YYYY-MM-DD`. */
  get asOf(): string;
  get lens(): Lens;
  get counts(): Counts;
  /** The findings, in the order of the document. */
  get findings(): Findings;
  /** What each rule answered, by code. */
  get outcomes(): readonly Outcome[];
  /** What could not be checked, and why. */
  get unchecked(): readonly Unchecked[];
  /** The documents of other kinds that were used, such as the curriculum of the student. */
  get used(): readonly UsedDocument[];
  /** Version of the engine that made it. */
  get engine(): string;
  /** SHA-256 of the rulebook it was made with. */
  get fingerprint(): string;
  /** The body as JSON: the same bytes in every language. */
  bodyJson(): string;
  /** Body and producer as JSON. */
  toJson(): string;
  /** The same as a value: what `JSON.stringify` writes, and what can be posted to a worker or cloned. */
  toJSON(): ReportData;
  /**
   * Readable text, in Dutch unless another language is named.
   * @throws {KubusError} `unknown-language`, `language-not-loaded`
   */
  render(lang?: Lang): string;
  /**
   * What is to be done about the findings, in order, and by whom; each step names its findings by their positions in `findings`.
   * Only in `twentse-kubus/all` and `twentse-kubus/all/web`.
   * @throws {KubusError} `not-in-entry`
   */
  nextSteps(): NextSteps;
  /**
   * The next steps as readable text, in Dutch unless another language is named.
   * @throws {KubusError} `not-in-entry`, `unknown-language`, `language-not-loaded`
   */
  nextStepsText(lang?: Lang): string;
  /** The position of each finding in the document that was checked; of an object, in its JSON text. */
  places(document: Document): readonly Place[];
  /**
   * Gives its memory back immediately; otherwise that happens when it is collected. A second time does nothing; any use
   * after it throws a `KubusError` with the code `freed`.
   */
  free(): void;
  /** The same as `free`, for `using`. */
  [Symbol.dispose](): void;
  /** Verdict, document, day and counts on one line. */
  toString(): string;
  readonly [Symbol.toStringTag]: string;
}

/** How many findings there are of each severity; waived ones are counted apart. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly waived: number;
}

/** The findings of a report: a list that also answers by the fields of a form. Places are JSON Pointers. */
export interface Findings extends ReadonlyArray<Finding> {
  at(index: number): Finding | undefined;
  /** The findings at exactly this place. */
  at(path: string): readonly Finding[];
  /**
   * The findings that a form with these fields shows at the field `path`: those at its place, and those below it for which the
   * form has no nearer field.
   */
  nearest(path: string, fields: Iterable<string>): readonly Finding[];
}

/** A place where a document falls short of a rule. */
export class Finding {
  private constructor();
  /**
   * Reads back what `toJson` of this version wrote.
   * @throws {KubusError} `invalid-report`, `unknown-kind`
   */
  static fromJson(text: string): Finding;
  /** Code of the rule, such as `TK-P609`. */
  readonly code: string;
  /** Name of the rule. */
  readonly name: string;
  readonly severity: Severity;
  /** Its place in the document, as a JSON Pointer. */
  readonly path: string;
  /** What it is about: a kind of thing, and its id where it has one. */
  readonly subject: { readonly kind: SubjectKind; readonly id?: string };
  /** What is known about it. */
  readonly facts: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  /** Other places it is about, each with the part it plays. */
  readonly related: readonly Related[];
  /** The waiver that applies to it. */
  readonly waiver: Waived | null;
  /** The last day on which this can still be fixed in time. */
  readonly due: string | undefined;
  /** Whether it is only information because its subject is still a draft. */
  readonly draft: boolean;
  /**
   * The sentence for people, in Dutch unless another language is named.
   * @throws {KubusError} `unknown-language`, `language-not-loaded`
   */
  message(lang?: Lang): string;
  /** All of it as JSON, as it is in the report's body. */
  toJson(): string;
  /** The same as a value: what `JSON.stringify` writes. */
  toJSON(): FindingData;
  /** Rule, severity and place on one line. */
  toString(): string;
  readonly [Symbol.toStringTag]: string;
}

/** Another place that a finding is about. */
export interface Related {
  /** What part it plays. */
  readonly role: "first" | "earlier" | "other" | "against";
  /** The document that it is in, where that is another one. */
  readonly document?: DocumentRef;
  /** Its place in that document, as a JSON Pointer. */
  readonly path: string;
}

/** The waiver that applies to a finding. */
export interface Waived {
  /** Its position in the rulebook. */
  readonly index: number;
  /** Its last day. */
  readonly until: string;
}

/** Which document: its kind, its id where that could be read, and of a partnership the school year. */
export interface DocumentRef {
  readonly kind: Kind;
  readonly id: string | null;
  readonly schoolYear?: string;
}

/** A document of another kind that a report used. */
export interface UsedDocument extends DocumentRef {
  /** SHA-256 of its bytes. */
  readonly sha256: string;
}

/** What a rule answered. */
export interface Outcome {
  readonly code: string;
  readonly outcome: "met" | "not-met" | "not-yet" | "not-applicable" | "not-assessable" | "disabled";
  /** Why, where the answer is neither met nor a shortfall. */
  readonly reason?: string;
  /** What the reason refers to: the id of an exemption, the code of another rule. */
  readonly by?: string;
  /** For `not-yet`: the last day on which it can be put right. */
  readonly due?: string;
}

/** Something that was not checked. */
export interface Unchecked {
  /** Why: `needs-…` names the kind of document that was not given. */
  readonly reason: "unreadable-part" | "over-limit" | `needs-${Kind}`;
  /** The part that could not be read, as a JSON Pointer. */
  readonly path?: string;
  /** The codes of the rules that need another document. */
  readonly rules?: readonly string[];
}

/**
 * The position of a finding in the text of its document. `line` and `column` count from 1; `column`, `start` and `end` count
 * what a `string` is made of, so that `text.slice(start, end)` is it; `startByte` and `endByte` count bytes.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly startByte: number;
  readonly endByte: number;
}

/** A report as a value. */
export interface ReportData {
  readonly body: {
    readonly format: "twentse-kubus/report@1";
    readonly rulebook: { readonly id: string; readonly version: string };
    readonly document: DocumentRef;
    /** Its kind, and those of the documents that were used with it. */
    readonly scope: readonly Kind[];
    readonly asOf: string;
    readonly lens: Lens;
    readonly verdict: Verdict;
    readonly counts: Counts;
    readonly findings: readonly FindingData[];
    readonly outcomes: readonly Outcome[];
    readonly unchecked: readonly Unchecked[];
  };
  readonly producer: {
    readonly engine: string;
    readonly fingerprint: string;
    /** The documents of other kinds that were used; absent when there are none. */
    readonly documents?: readonly UsedDocument[];
  };
}

/** A finding as a value. */
export interface FindingData extends Pick<Finding, "code" | "name" | "severity" | "path" | "subject" | "facts"> {
  readonly related?: readonly Related[];
  readonly waiver?: Waived;
  readonly due?: string;
  readonly draft?: true;
}

/** The combined result of many reports: counts only, so that parts can be added in any order. */
export class Summary {
  private constructor();
  /**
   * Reads back what `toJson` of this version wrote.
   * @throws {KubusError} `invalid-report`
   */
  static fromJson(text: string): Summary;
  /**
   * The summary over the documents of both.
   * @throws {KubusError} `other-rulebook` when they are by different rulebooks; `invalid-report`
   */
  merge(other: Summary): Summary;
  /**
   * The `rulebook` as its SHA-256, documents, verdicts, severities, findings and outcomes per rule, and how many waivers applied,
   * expired or matched nothing.
   */
  toJson(): string;
  /** The same as a value: what `JSON.stringify` writes. */
  toJSON(): unknown;
  /** Documents and verdicts on one line. */
  toString(): string;
  readonly [Symbol.toStringTag]: string;
}

/**
 * Makes a language known to a program that loads it by itself, from what is in `twentse-kubus/nl.json`, `nl-plain.json` or
 * `en.json`: its text, or the object in it.
 * @throws {KubusError} `invalid-sentences` for anything else, and for the file of another version
 */
export function learn(sentences: string | object): void;

/**
 * The language that a system calls so: `nl-BE` is `nl`, `en-GB` is `en`.
 * @throws {KubusError} `unknown-language`
 */
export function language(tag: string): Lang;

/**
 * Judges one portfolio against the built-in rulebook, as it stood on a day.
 * @throws {KubusError} `invalid-date`
 */
export function validate(document: Document, asOf: string): Report;

/**
 * Makes the answers of a bundle again, from the documents that it was made from, in any order: whether they are the same, byte for
 * byte, and else what differs. The documents are known by their SHA-256, so that each must be the same text as before; others are
 * not used. Only in `twentse-kubus/all` and `twentse-kubus/all/web`.
 * @param bundle what `Validator.bundle` gave, or its JSON
 * @throws {KubusError} `invalid-bundle`, `not-in-entry`
 * @throws {TypeError} as `validate`; for a document with its position
 */
export function replay(bundle: Bundle | Document, documents: Iterable<Document>): Replay;

/**
 * The replay as readable text.
 * @throws {KubusError} as `replay`, and `unknown-language`, `language-not-loaded`
 * @throws {TypeError} as `replay`
 */
export function replayText(bundle: Bundle | Document, documents: Iterable<Document>, options?: TextOptions): string;

/**
 * What would change under different rules: of each rule how many students, in all and by school, and how many other documents gain a
 * finding, lose one, or have one that weighs differently by the second rulebook. Documents are of any kind, each recognised by its `format`;
 * counts about fewer than `k` students are hidden. Only in `twentse-kubus/all` and `twentse-kubus/all/web`.
 * @param rulebookA an overlay; `null` for the built-in rulebook
 * @param rulebookB an overlay; `null` for the built-in rulebook
 * @throws {KubusError} `invalid-date`, `unknown-lens`, `unknown-kind`, `invalid-rulebook`, `invalid-documents`, `not-in-entry`
 * @throws {TypeError} as `Validator.validateMany`; for a `k` that is no whole number
 */
export function compare(
  rulebookA: Rulebook | null | undefined, rulebookB: Rulebook | null | undefined, documents: Iterable<Document>, asOf: string,
  options?: OverviewOptions,
): Comparison;

/**
 * The comparison as readable text.
 * @throws {KubusError} as `compare`, and `unknown-language`, `language-not-loaded`
 * @throws {TypeError} as `compare`
 */
export function compareText(
  rulebookA: Rulebook | null | undefined, rulebookB: Rulebook | null | undefined, documents: Iterable<Document>, asOf: string,
  options?: OverviewOptions & TextOptions,
): string;
