// The page's side of a ready-made worker: it asks one question at a time, and only the newest is answered.

import { KubusError } from "./errors.js";
import { day, eachOf, given, group, manyOf, optionsOf, othersOf, word } from "./input.js";

const refused = ({ code, message, details }) =>
  code === undefined ? new TypeError(message) : new KubusError(code, message, details);

/** What can be posted: of bytes a copy, since all that they are a view of would go, and memory that is shared could not. */
const copied = (text) => (typeof text === "string" ? text : text.slice());
const posted = (document, where = "") => copied(given(document, where));

/** Of what is given by name, what a question may have. */
const wordsOf = ({ lens, kind, lang, texts, k }) => ({
  lens: word(lens), kind: word(kind), lang: word(lang), texts: texts === true, k: group(k),
});

/** Documents out of an iterable. */
const several = (documents, what) => manyOf(documents, what).map(copied);

/** How reports are asked for. */
function judging(question) {
  const { asOf, nextSteps, ...words } = optionsOf(question);
  return { asOf: day(asOf), ...wordsOf(words), nextSteps: nextSteps === true };
}

/** A bundle and the documents for it. */
const replayed = (bundle, documents) => [posted(bundle, "bundle: "), several(documents, "documents")];

/** What next year is planned with. */
const nextYear = (portfolios, partnership) => [several(portfolios, "portfolios"), posted(partnership, "partnership: ")];

const overlayOf = (rulebook) => (rulebook === undefined || rulebook === null ? undefined : posted(rulebook));

const none = (cause) => new KubusError(
  "no-worker",
  "the worker did not start, or ended: hand over one that this program makes, as `worker: () => new Worker(…)`, whose module imports `twentse-kubus/worker-thread`; a content security policy needs `worker-src`",
  [], { cause },
);

/**
 * The worker where Vite serves a program that is being made: it keeps the entry as a file of its own, away from the files that
 * lie beside it in the package. `undefined` everywhere else.
 */
export function served(entry, thread) {
  const [folder, file] = String(entry).split("/.vite/deps/");
  return file === undefined ? undefined : new Worker(`${folder}/twentse-kubus/js/${thread}`, { type: "module" });
}

/**
 * A function that starts a worker and gives what asks it.
 * @param {() => Worker} make starts the worker of this package
 */
export const inWorker = (make) => async ({ rulebook, sentences = [], worker: own = make, ...options } = {}) => {
  const overlay = overlayOf(rulebook);
  const others = eachOf(othersOf(options), copied);
  if (own === make && typeof Worker !== "function") {
    throw new KubusError("no-worker", "there are no web workers here; in Node, a `Validator` judges in the program itself, or in a worker that it makes with node:worker_threads");
  }
  let worker;
  try {
    worker = own();
  } catch (cause) {
    throw none(cause);
  }
  const link = new Link(worker);
  try {
    await link.ask({ overlay, others, sentences: [...sentences] });
  } catch (thrown) {
    link.end();
    throw thrown;
  }
  return new WorkerValidator(link);
};

/** A worker that answers one message after another. */
class Link {
  #worker;
  #waiting;

  constructor(worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#settle(data.refused ? "reject" : "resolve", data.refused ? refused(data.refused) : data.answer);
    // A module that is not there, or that the page may not load, is told here and in no other way.
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#settle("reject", none(event.error ?? event.message));
    };
    worker.onmessageerror = worker.onerror;
  }

  #settle(how, what) {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.[how](what);
  }

  ask(question) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.postMessage(question);
    });
  }

  end() {
    this.#worker.terminate();
    this.#waiting = undefined;
  }
}

/** Judges in a worker by one rulebook. */
class WorkerValidator {
  #link;
  /** The questions that the worker was not asked yet, in order. */
  #waiting = [];
  /** How to give `undefined` for the question for a report that is not answered yet, and for every other question. */
  #skip = () => {};
  #leave = new Set();
  #busy = false;

  constructor(link) {
    this.#link = link;
  }

  /** A question, which waits until it is its turn. `skipped` is given how to answer it with `undefined` before that. */
  #asked(question, skipped) {
    if (!this.#link) throw new KubusError("freed", "this validator was closed with `close()`, and answers nothing any more");
    return new Promise((resolve, reject) => {
      const one = { question, resolve, reject };
      skipped(() => {
        this.#waiting = this.#waiting.filter((other) => other !== one);
        resolve(undefined);
      });
      this.#waiting.push(one);
      if (!this.#busy) this.#work();
    });
  }

  /** Asks until no question waits. What is answered after it was skipped is told to nobody. */
  async #work() {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const { question, resolve, reject } = this.#waiting.shift();
      await this.#link.ask(question).then(resolve, reject);
    }
    this.#busy = false;
  }

  async validate(document, question = undefined) {
    const asked = { what: "validate", document: posted(document), ...judging(question) };
    return this.#asked(asked, (skip) => {
      this.#skip();
      this.#skip = skip;
    });
  }

  /** Asks what the method or the function of this name tells when it is given this. */
  #told(what, args) {
    return this.#answered({ what, args });
  }

  /** The answer to a question that only `close` leaves out. */
  async #answered(question) {
    let leave;
    try {
      return await this.#asked(question, (skip) => this.#leave.add((leave = skip)));
    } finally {
      this.#leave.delete(leave);
    }
  }

  /** Of one document, on a day. */
  async #ofOne(what, document, question) {
    const { asOf, ...words } = optionsOf(question);
    return this.#told(what, [posted(document), day(asOf), wordsOf(words)]);
  }

  async trace(document, question = undefined) {
    return this.#ofOne("trace", document, question);
  }

  async traceText(document, question = undefined) {
    return this.#ofOne("traceText", document, question);
  }

  async handOver(portfolio, question = undefined) {
    return this.#ofOne("handOver", portfolio, question);
  }

  async handOverText(portfolio, question = undefined) {
    return this.#ofOne("handOverText", portfolio, question);
  }

  async assess(portfolio, question = undefined) {
    return this.#ofOne("assess", portfolio, question);
  }

  async assessText(portfolio, question = undefined) {
    return this.#ofOne("assessText", portfolio, question);
  }

  async card(portfolio, question = undefined) {
    return this.#ofOne("card", portfolio, question);
  }

  async cardText(portfolio, question = undefined) {
    return this.#ofOne("cardText", portfolio, question);
  }

  async coverage(portfolio, question = undefined) {
    return this.#ofOne("coverage", portfolio, question);
  }

  async coverageText(portfolio, question = undefined) {
    return this.#ofOne("coverageText", portfolio, question);
  }

  async curriculumCoverage(curriculum) {
    return this.#told("curriculumCoverage", [posted(curriculum)]);
  }

  async curriculumCoverageText(curriculum, options = undefined) {
    return this.#told("curriculumCoverageText", [posted(curriculum), wordsOf(optionsOf(options))]);
  }

  async cube(knowledgeBase, question = undefined) {
    return this.#ofOne("cube", knowledgeBase, question);
  }

  async cubeText(knowledgeBase, question = undefined) {
    return this.#ofOne("cubeText", knowledgeBase, question);
  }

  async justInTime(portfolio, question = undefined) {
    return this.#ofOne("justInTime", portfolio, question);
  }

  async justInTimeText(portfolio, question = undefined) {
    return this.#ofOne("justInTimeText", portfolio, question);
  }

  async network(partnership, question = undefined) {
    return this.#ofOne("network", partnership, question);
  }

  async networkText(partnership, question = undefined) {
    return this.#ofOne("networkText", partnership, question);
  }

  async dossier(documents, question = undefined) {
    return this.#answered({ what: "dossier", documents: several(documents, "documents"), ...judging(question) });
  }

  async whereNext(portfolios, partnership, schoolYear) {
    return this.#told("whereNext", [...nextYear(portfolios, partnership), String(schoolYear)]);
  }

  async whereNextText(portfolios, partnership, schoolYear, options = undefined) {
    return this.#told("whereNextText", [...nextYear(portfolios, partnership), String(schoolYear), wordsOf(optionsOf(options))]);
  }

  async checkProposal(portfolios, partnership, proposal) {
    return this.#told("checkProposal", [...nextYear(portfolios, partnership), posted(proposal, "proposal: ")]);
  }

  async checkProposalText(portfolios, partnership, proposal, options = undefined) {
    return this.#told("checkProposalText", [...nextYear(portfolios, partnership), posted(proposal, "proposal: "), wordsOf(optionsOf(options))]);
  }

  async #overviewed(what, portfolios, question) {
    const { asOf, ...words } = optionsOf(question);
    return this.#told(what, [several(portfolios, "portfolios"), day(asOf), wordsOf(words)]);
  }

  async overview(portfolios, question = undefined) {
    return this.#overviewed("overview", portfolios, question);
  }

  async overviewText(portfolios, question = undefined) {
    return this.#overviewed("overviewText", portfolios, question);
  }

  async #compared(what, rulebooks, documents, question) {
    const { asOf, ...words } = optionsOf(question);
    return this.#told(what, [...rulebooks.map(overlayOf), several(documents, "documents"), day(asOf), wordsOf(words)]);
  }

  async compare(rulebookA, rulebookB, documents, question = undefined) {
    return this.#compared("compare", [rulebookA, rulebookB], documents, question);
  }

  async compareText(rulebookA, rulebookB, documents, question = undefined) {
    return this.#compared("compareText", [rulebookA, rulebookB], documents, question);
  }

  async bundle(portfolio, question = undefined) {
    return this.#ofOne("bundle", portfolio, question);
  }

  async replay(bundle, documents) {
    return this.#told("replay", replayed(bundle, documents));
  }

  async replayText(bundle, documents, options = undefined) {
    return this.#told("replayText", [...replayed(bundle, documents), wordsOf(optionsOf(options))]);
  }

  close() {
    this.#skip();
    this.#leave.forEach((leave) => leave());
    this.#link?.end();
    this.#link = undefined;
  }

  get [Symbol.toStringTag]() {
    return "WorkerValidator";
  }
}

if (Symbol.dispose) WorkerValidator.prototype[Symbol.dispose] = WorkerValidator.prototype.close;
