// Judges in a worker, in Dutch, and tells whatever goes wrong.

import "/dist/sentences/nl.js";
import * as all from "/js/all-web.js";
import * as portfolios from "/js/web.js";

const { KubusError, validate } = portfolios;
const entries = { all, portfolios };
const ready = Promise.all([portfolios.init(), all.init()]);

self.onmessage = async ({ data: { id, what, entry = "portfolios", document, others, call, asOf, lens, judges, overlay } }) => {
  try {
    await ready;
    if (what === "answers") {
      const { Validator } = entries[entry];
      const validator = new Validator(overlay, others);
      const body = validator.validate(document, asOf, lens, judges).bodyJson();
      self.postMessage({ id, answers: ["assess", "card"].includes(call) ? body + JSON.stringify(validator[call](document, asOf, { lens })) : body });
    } else {
      const report = validate(document, asOf);
      const findings = report.findings.map((finding) => ({ ...finding, sentence: finding.message("nl") }));
      self.postMessage({ id, verdict: report.verdict, findings });
    }
  } catch (error) {
    self.postMessage({ id, code: error instanceof KubusError ? error.code : "unexpected", message: String(error) });
  }
};
