// The worker's side: the first message brings the rulebook, what portfolios are compared with and the sentences, every other one a document.

import { KubusError } from "./errors.js";
import { learn } from "./sentences.js";

/** Whether this is the scope of a dedicated worker: a page, a server or a test that imports the module serves nobody. */
const isWorker = () => typeof DedicatedWorkerGlobalScope === "function" && self instanceof DedicatedWorkerGlobalScope;

/** Answers what the page's side asks, of a validator or of the functions that need none. */
export function serve(Validator, functions) {
  if (!isWorker()) return;
  let validator;
  /** A report as a value, with what is asked besides; its memory is given back. */
  const told = (report, document, { lang, nextSteps }) => {
    try {
      const messages = lang === undefined ? undefined : report.findings.map((finding) => finding.message(lang));
      const steps = nextSteps ? report.nextSteps() : undefined;
      return { ...report.toJSON(), places: report.places(document), ...(messages && { messages }), ...(steps && { nextSteps: steps }) };
    } finally {
      report.free();
    }
  };
  const answer = (asked) => {
    if (!validator) {
      asked.sentences.forEach(learn);
      validator = new Validator(asked.overlay, asked.others);
      return { fingerprint: validator.fingerprint };
    }
    const { what, args, document, documents, asOf, lens, kind } = asked;
    if (what === "validate") return told(validator.validate(document, asOf, lens, kind), document, asked);
    if (what === "dossier") {
      const { reports, summary } = validator.dossier(documents, asOf, lens);
      return { reports: reports.map((report, at) => told(report, documents[at], asked)), summary: summary.toJSON() };
    }
    return what in functions ? functions[what](...args) : validator[what](...args);
  };
  self.onmessage = ({ data }) => {
    try {
      self.postMessage({ answer: answer(data) });
    } catch (thrown) {
      const { message, code, details } = thrown;
      self.postMessage({ refused: thrown instanceof KubusError ? { message, code, details: [...details] } : { message: String(message) } });
    }
  };
}
