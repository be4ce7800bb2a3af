// What a user's typed code looks like: read by the type checker under `--strict`, and run by the tests.

import "twentse-kubus/en";
import { KubusError, Validator, language, learn, type DocumentRef, type Finding, type KnowledgeBase, type Lang, type Place, type Portfolio, type Report, type Summary, type Unchecked } from "twentse-kubus";
import { explain, rules, schema } from "twentse-kubus/docs";
import init from "twentse-kubus/web";
import { Validator as OfAllKinds } from "twentse-kubus/all";
import initAll from "twentse-kubus/all/web";

const portfolio: Portfolio = {
  format: "twentse-kubus/portfolio@1",
  student: { id: "s-1", mode: "full-time" },
  goals: [{ id: "g-1", kind: "learning-goal", text: "Een les rustig beginnen." }],
};
const shared: KnowledgeBase = { format: "twentse-kubus/knowledge-base@1", id: "kb-1" };
const validator = new Validator({ extends: "twente" });
const report: Report = validator.validate(portfolio, "2026-05-01", "year-ended", "portfolio");
const judged: Report = new OfAllKinds().validate(shared, "2026-05-01", "now", "knowledge-base");
const sentences: string[] = report.findings.map((finding: Finding) => finding.message("en"));
const due: (string | undefined)[] = report.findings.map(({ due }) => due);
const lines: number[] = report.places(JSON.stringify(portfolio)).map(({ line, startByte, endByte }: Place) => line + endByte - startByte);
const whole: DocumentRef = report.toJSON().body.document;
const elsewhere: (DocumentRef | undefined)[] = report.findings.flatMap(({ related }) => related.map(({ document }) => document));
const unread: string[] = report.unchecked.flatMap(({ reason, path, rules }: Unchecked) => [reason, path ?? "", ...(rules ?? [])]);
const lang: Lang = language("en-GB");
const { reports, summary } = validator.validateMany([portfolio, "{}", new Uint8Array()], "2026-05-01");
const both: Summary = summary.merge(validator.summary(reports));
const titles: string[] = rules().map(({ title }) => title.nl);
const loading: (source?: URL | Response | Promise<Response> | BufferSource | WebAssembly.Module) => Promise<void> = init;
try {
  explain("no-such-rule", "nl");
} catch (error) {
  if (error instanceof KubusError) console.log(error.code, error.details.length);
}
() => learn("{}");
// @ts-expect-error a kind that there is not
() => validator.validate(portfolio, "2026-05-01", "now", "diary");
// @ts-expect-error a Date is a moment and no day
() => validator.validate(portfolio, new Date());
// @ts-expect-error a file has to be read first
() => validator.validate(new File([], "portfolio.json"), "2026-05-01");
// @ts-expect-error a word that is not in the list
({ id: "s-1", mode: "evening" }) satisfies Portfolio["student"];

const loadingAll: typeof loading = initAll;

console.log([judged, loadingAll].length);
console.log([sentences, due, lines, reports, both, titles, loading, schema(), whole, elsewhere, unread, lang].length);
