// The entries for a page that judges in a ready-made worker.

import type {
  AssessmentCard, AssessOptions, Bundle, Comparison, Coverage, Cube, CurriculumCoverage, Document, HandOver, HandOverOptions, JustInTime,
  Kind, Lang, Lens, Network, NetworkOptions, NextSteps, Overview, OverviewOptions, Place, ProgrammeAssessment, Proposal, ProposalCheck,
  Replay, ReportData, Rulebook, TextOptions, Trace, TraceOptions, ValidatorOptions, WhereNext,
} from "./index.js";

export { KubusError } from "./index.js";

/** A `Worker`, as far as it is used here: no program needs the types of the DOM. */
export interface WorkerLike {
  onmessage: ((event: any) => unknown) | null;
  onmessageerror: ((event: any) => unknown) | null;
  onerror: ((event: any) => unknown) | null;
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** What a worker is started with; what portfolios are compared with only in `twentse-kubus/kinds/worker` and `twentse-kubus/all/worker`. */
export interface WorkerOptions extends ValidatorOptions {
  /** An overlay; without one, the built-in rulebook is used. */
  readonly rulebook?: Rulebook | null;
  /** The languages that messages are asked in: of each what is in `twentse-kubus/nl.json`, its text or the object. */
  readonly sentences?: Iterable<string | object>;
  /**
   * Makes the worker, where a bundler does not by itself. Its module is `import "twentse-kubus/worker-thread";`, or with
   * `twentse-kubus/kinds/worker` and `twentse-kubus/all/worker` that of the same folder, such as
   * `import "twentse-kubus/all/worker-thread";`.
   */
  readonly worker?: () => WorkerLike;
}

export interface Question {
  /** The reference day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly lens?: Lens;
  readonly kind?: Kind;
  /** The language of `messages`; without one there are none. */
  readonly lang?: Lang;
  /** Whether the answer has the next steps; only in `twentse-kubus/all/worker`. */
  readonly nextSteps?: boolean;
}

/** On which day. */
export interface Day {
  /** The reference day, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** A report as a value, as `Report.toJSON` gives it, with the place and the sentence of each finding. */
export interface WorkerReport extends ReportData {
  /** The position of each finding in the document; of an object, in its JSON text. */
  readonly places: readonly Place[];
  /** The sentence of each finding, where a language was asked for. */
  readonly messages?: readonly string[];
  /** What is to be done, where it was asked for, as `Report.nextSteps` gives it. */
  readonly nextSteps?: NextSteps;
}

/** The result for a dossier, as values. */
export interface WorkerBatch {
  /** One report per document, in their order. */
  readonly reports: readonly WorkerReport[];
  /** The combined result, as `Summary.toJSON` gives it. */
  readonly summary: unknown;
}

/** Judges in a worker, for a page in which somebody types. */
export interface WorkerValidator {
  /**
   * Judges one document. The newest question is answered: a question that is not answered yet when the next one comes, or when
   * the validator is closed, is skipped, and gives `undefined`.
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `unknown-kind`, `unknown-language`, `language-not-loaded`, `not-in-entry` for
   *   `nextSteps` in another than `twentse-kubus/all/worker`, `freed` after `close()`, `no-worker` when the worker ended
   * @throws {TypeError} for what is no document
   */
  validate(document: Document, question: Question): Promise<WorkerReport | undefined>;
  /**
   * What a `Validator` of `twentse-kubus/all` tells by the same name, in `twentse-kubus/all/worker` alone. Each of these questions is
   * answered, when it is its turn; `undefined` when the validator is closed before that.
   * @throws {KubusError} `not-in-entry` in the others; as the method of the `Validator`; `freed` after `close()`, `no-worker`
   *   when the worker ended
   * @throws {TypeError} for what is no document
   */
  trace(document: Document, question: Day & TraceOptions): Promise<Trace | undefined>;
  /** As `trace`. */
  traceText(document: Document, question: Day & TraceOptions & TextOptions): Promise<string | undefined>;
  /** As `trace`. */
  handOver(portfolio: Document, question: Day & HandOverOptions): Promise<HandOver | undefined>;
  /** As `trace`. */
  handOverText(portfolio: Document, question: Day & HandOverOptions & TextOptions): Promise<string | undefined>;
  /** As `trace`. */
  assess(portfolio: Document, question: Day & AssessOptions): Promise<ProgrammeAssessment | undefined>;
  /** As `trace`. */
  assessText(portfolio: Document, question: Day & AssessOptions & TextOptions): Promise<string | undefined>;
  /** As `trace`. */
  card(portfolio: Document, question: Day & AssessOptions): Promise<AssessmentCard | undefined>;
  /** As `trace`. */
  cardText(portfolio: Document, question: Day & AssessOptions & TextOptions): Promise<string | undefined>;
  /** As `trace`. */
  coverage(portfolio: Document, question: Day): Promise<Coverage | undefined>;
  /** As `trace`. */
  coverageText(portfolio: Document, question: Day & TextOptions): Promise<string | undefined>;
  /** As `trace`. */
  curriculumCoverage(curriculum: Document): Promise<CurriculumCoverage | undefined>;
  /** As `trace`. */
  curriculumCoverageText(curriculum: Document, options?: TextOptions): Promise<string | undefined>;
  /** As `trace`. */
  cube(knowledgeBase: Document, question: Day): Promise<Cube | undefined>;
  /** As `trace`. */
  cubeText(knowledgeBase: Document, question: Day & TextOptions): Promise<string | undefined>;
  /** As `trace`. */
  justInTime(portfolio: Document, question: Day): Promise<JustInTime | undefined>;
  /** As `trace`. */
  justInTimeText(portfolio: Document, question: Day & TextOptions): Promise<string | undefined>;
  /** As `trace`, also in `twentse-kubus/kinds/worker`; of the question, `kind` says nothing, since each document names its own. */
  dossier(documents: Iterable<Document>, question: Question): Promise<WorkerBatch | undefined>;
  /** As `trace`. */
  network(partnership: Document, question: Day & NetworkOptions): Promise<Network | undefined>;
  /** As `trace`. */
  networkText(partnership: Document, question: Day & NetworkOptions & TextOptions): Promise<string | undefined>;
  /** As `trace`. */
  whereNext(portfolios: Iterable<Document>, partnership: Document, schoolYear: string): Promise<WhereNext | undefined>;
  /** As `trace`. */
  whereNextText(
    portfolios: Iterable<Document>, partnership: Document, schoolYear: string, options?: TextOptions,
  ): Promise<string | undefined>;
  /** As `trace`. */
  checkProposal(
    portfolios: Iterable<Document>, partnership: Document, proposal: Proposal | Document,
  ): Promise<ProposalCheck | undefined>;
  /** As `trace`. */
  checkProposalText(
    portfolios: Iterable<Document>, partnership: Document, proposal: Proposal | Document, options?: TextOptions,
  ): Promise<string | undefined>;
  /** As `trace`. */
  overview(portfolios: Iterable<Document>, question: Day & OverviewOptions): Promise<Overview | undefined>;
  /** As `trace`. */
  overviewText(portfolios: Iterable<Document>, question: Day & OverviewOptions & TextOptions): Promise<string | undefined>;
  /** As `trace`, of the function of that name. */
  compare(
    rulebookA: Rulebook | null | undefined, rulebookB: Rulebook | null | undefined, documents: Iterable<Document>,
    question: Day & OverviewOptions,
  ): Promise<Comparison | undefined>;
  /** As `trace`, of the function of that name. */
  compareText(
    rulebookA: Rulebook | null | undefined, rulebookB: Rulebook | null | undefined, documents: Iterable<Document>,
    question: Day & OverviewOptions & TextOptions,
  ): Promise<string | undefined>;
  /** As `trace`. */
  bundle(portfolio: Document, question: Day & AssessOptions): Promise<Bundle | undefined>;
  /** As `trace`, of the function of that name. */
  replay(bundle: Bundle | Document, documents: Iterable<Document>): Promise<Replay | undefined>;
  /** As `trace`, of the function of that name. */
  replayText(bundle: Bundle | Document, documents: Iterable<Document>, options?: TextOptions): Promise<string | undefined>;
  /** Ends the worker. A second time does nothing. */
  close(): void;
  /** The same as `close`, for `using`. */
  [Symbol.dispose](): void;
  readonly [Symbol.toStringTag]: string;
}

/**
 * Starts a worker with a rulebook.
 * @throws {KubusError} `invalid-rulebook`, `invalid-documents`, `invalid-sentences`; `not-in-entry` for other documents in
 *   `twentse-kubus/worker`; `no-worker` where none can be started, as in Node
 */
export function validatorInWorker(options?: WorkerOptions): Promise<WorkerValidator>;
