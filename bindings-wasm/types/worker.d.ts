// The entries for a page that judges in a ready-made worker.

import type { Document, Kind, Lang, Lens, Place, ReportData, Rulebook } from "./index.js";

export { KubusError } from "./index.js";

/** A `Worker`, as far as it is used here: no program needs the types of the DOM. */
export interface WorkerLike {
  onmessage: ((event: any) => unknown) | null;
  onmessageerror: ((event: any) => unknown) | null;
  onerror: ((event: any) => unknown) | null;
  postMessage(message: unknown): void;
  terminate(): unknown;
}

export interface WorkerOptions {
  /** An overlay; without one, the built-in rulebook is used. */
  readonly rulebook?: Rulebook | null;
  /** The languages that messages are asked in: of each what is in `twentse-kubus/nl.json`, its text or the object. */
  readonly sentences?: Iterable<string | object>;
  /**
   * Makes the worker, where a bundler does not by itself. Its module is `import "twentse-kubus/worker-thread";`, or with
   * `twentse-kubus/all/worker`, `import "twentse-kubus/all/worker-thread";`.
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
}

/** A report as a value, as `Report.toJSON` gives it, with the place and the sentence of each finding. */
export interface WorkerReport extends ReportData {
  /** The position of each finding in the document; of an object, in its JSON text. */
  readonly places: readonly Place[];
  /** The sentence of each finding, where a language was asked for. */
  readonly messages?: readonly string[];
}

/** Judges in a worker, for a page in which somebody types. */
export interface WorkerValidator {
  /**
   * Judges one document. The newest question is answered: a question that is not answered yet when the next one comes, or when
   * the validator is closed, is skipped, and gives `undefined`.
   * @throws {KubusError} `invalid-date`, `unknown-lens`, `unknown-kind`, `unknown-language`, `language-not-loaded`, `freed` after
   *   `close()`, `no-worker` when the worker ended
   * @throws {TypeError} for what is no document
   */
  validate(document: Document, question: Question): Promise<WorkerReport | undefined>;
  /** Ends the worker. A second time does nothing. */
  close(): void;
  /** The same as `close`, for `using`. */
  [Symbol.dispose](): void;
  readonly [Symbol.toStringTag]: string;
}

/**
 * Starts a worker with a rulebook.
 * @throws {KubusError} `invalid-rulebook`, `invalid-sentences`; `no-worker` where none can be started, as in Node
 */
export function validatorInWorker(options?: WorkerOptions): Promise<WorkerValidator>;
