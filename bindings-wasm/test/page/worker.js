// Judges in a worker, and tells whatever goes wrong.

import { init, KubusError, validate, Validator } from "/js/web.js";

const ready = init();

self.onmessage = async ({ data: { id, kind, document, asOf, lens, rulebook } }) => {
  try {
    await ready;
    if (kind === "body") {
      self.postMessage({ id, body: new Validator(rulebook).validate(document, asOf, lens).bodyJson() });
    } else {
      const report = validate(document, asOf);
      const findings = report.findings.map((finding) => ({ ...finding, sentence: finding.message("nl") }));
      self.postMessage({ id, verdict: report.verdict, findings });
    }
  } catch (error) {
    self.postMessage({ id, code: error instanceof KubusError ? error.code : "unexpected", message: String(error) });
  }
};
