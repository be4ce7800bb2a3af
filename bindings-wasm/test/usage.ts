// What a user's typed code looks like: read by the type checker under `--strict`, and run by the tests.

import "twentse-kubus/en";
import { KubusError, Validator, language, learn, type AssessmentCard, type Bundle, type Comparison, type Cube, type CubeLevel, type CubeStage, type Curriculum, type CurriculumCoverage, type DocumentRef, type Finding, type Findings, type HandOver, type JustInTime, type KnowledgeBase, type Lang, type Network, type NextStep, type NextSteps, type Overlay, type Overview, type Partnership, type Place, type Portfolio, type ProgrammeAssessment, type Proposal, type ProposalCheck, type Replay, type Report, type Role, type Step, type Summary, type Thing, type Trace, type Unchecked, type UsedDocument, type WhereNext, type YearResult } from "twentse-kubus";
import { explain, rules, schema } from "twentse-kubus/docs";
import { frameworks, labels, type FrameworkItem, type Labels } from "twentse-kubus/labels";
import { labels as english } from "twentse-kubus/labels/en";
import init from "twentse-kubus/web";
import { Validator as OfAllKinds, compare, compareText, replay, replayText } from "twentse-kubus/all";
import initAll from "twentse-kubus/all/web";
import { validatorInWorker, type WorkerBatch, type WorkerReport, type WorkerValidator } from "twentse-kubus/worker";
import { validatorInWorker as ofAllKindsInWorker } from "twentse-kubus/all/worker";

const portfolio: Portfolio = {
  format: "twentse-kubus/portfolio@1",
  student: { id: "s-1", mode: "full-time" },
  goals: [{ id: "g-1", kind: "learning-goal", text: "Een les rustig beginnen." }],
};
const shared: KnowledgeBase = { format: "twentse-kubus/knowledge-base@1", id: "kb-1" };
const programme: Curriculum = { format: "twentse-kubus/curriculum@1", id: "op-1", firstCohort: "2015-2016", years: [{ studyYear: 1 }] };
const validator = new Validator({ extends: "twente" });
const report: Report = validator.validate(portfolio, "2026-05-01", "year-ended", "portfolio");
const judged: Report = new OfAllKinds().validate(shared, "2026-05-01", "now", "knowledge-base");
const ofProgramme: Report = new OfAllKinds().validate(programme, "2026-05-01", "now", "curriculum");
const toDo: NextSteps = judged.nextSteps();
const steps: [Step, string | undefined][] = toDo.steps.map(({ step, due }: NextStep) => [step, due]);
const trace: Trace = new OfAllKinds().trace(portfolio, "2026-05-01", { lens: "year-ended" });
const thanksTo: Thing[] = trace.rules.flatMap(({ metBy }) => metBy ?? []);
const page: HandOver = new OfAllKinds().handOver(portfolio, "2026-05-01", { texts: true });
const bands: number = page.bandsMissing.length + page.placements.length;
const counted: number[] = new OfAllKinds().coverage(portfolio, "2026-05-01").competences.map(({ noYear }) => noYear.evidence);
const holding = new OfAllKinds({ extends: "twente" }, { curricula: [programme, "{}"].slice(0, 1) });
const assessed: ProgrammeAssessment = holding.assess(portfolio, "2026-05-01", { lens: "graduating" });
const outcomes: [number, YearResult, number | undefined][] = assessed.years.map(({ studyYear, outcome, average }) => [studyYear, outcome, average]);
const used: readonly UsedDocument[] = holding.validate(portfolio, "2026-05-01").used;
const held: readonly string[] = [...holding.curricula, ...used.map(({ sha256 }) => sha256), holding.assessText(portfolio, "2026-05-01", { lang: "en" })];
[outcomes, held];
const card: AssessmentCard = holding.card(portfolio, "2026-05-01", { lens: "graduating" });
const asked: [string, Role[], number | undefined][] = card.years.flatMap(({ components }) => components.map(({ id, assessors, quarter }): [string, Role[], number | undefined] => [id, [...assessors], quarter]));
const covered: CurriculumCoverage = holding.curriculumCoverage(programme);
const bundle: Bundle = holding.bundle(portfolio, "2026-05-01", { lens: "graduating" });
const again: Replay = replay(bundle, [portfolio, programme]);
const same: boolean = again.replayed === "same" && again.differences.every(({ input, found }) => input === "engine" && found !== undefined);
[asked, covered.themes, same, replay(JSON.stringify(bundle), new Set<Portfolio>([portfolio])).replayed];
// @ts-expect-error documents are several
() => replay(bundle, portfolio);
// @ts-expect-error a curriculum has no day
() => holding.curriculumCoverage(programme, "2026-05-01");
// @ts-expect-error curricula are given by name
() => new OfAllKinds(undefined, [programme]);
// @ts-expect-error options are given by name
() => holding.assess(portfolio, "2026-05-01", "graduating");
const ofAll = new OfAllKinds(undefined, { curricula: [programme], partnerships: new Set<string>(), knowledgeBases: [shared] });
const given: readonly string[] = [...ofAll.partnerships, ...ofAll.knowledgeBases];
const cube: Cube = ofAll.cube(shared, "2026-05-01");
const rows: [CubeStage, CubeLevel, string[]][] = cube.themes.flatMap(({ stages }) => stages.flatMap(({ stage, levels }) => levels.map(({ level, materials }): [CubeStage, CubeLevel, string[]] => [stage, level, [...materials]])));
const inTime: JustInTime = ofAll.justInTime(portfolio, "2026-05-01");
const suggested: [string, string | undefined][] = inTime.needs.flatMap(({ suggestions }) => suggestions.map(({ material, title }): [string, string | undefined] => [material, title]));
[given, rows, suggested, ofAll.cubeText(shared, "2026-05-01", { lang: "en" }), ofAll.justInTimeText(portfolio, "2026-05-01", { lang: "en" })];
const partnership: Partnership = { format: "twentse-kubus/partnership@1", id: "oost", schoolYear: "2026-2027" };
const organised: Network = ofAll.network(partnership, "2026-05-01", { lens: "now" });
const proposal = { format: "twentse-kubus/proposal@1", schoolYear: "2026-2027", placements: [{ student: "s-1", school: "sch-a" }] } satisfies Proposal;
const judgeNextYear = (): [WhereNext, ProposalCheck, Overview, Comparison, number] => {
  const whole: Comparison = compare(null, { severity: { "TK-P105": "off" } }, [portfolio, partnership], "2026-05-01", { k: 10 });
  const overview: Overview = ofAll.overview(new Set([portfolio]), "2026-05-01", { lens: "now", k: 10 });
  return [ofAll.whereNext([portfolio], partnership, "2026-2027"), ofAll.checkProposal([portfolio], partnership, proposal), overview, whole, ofAll.dossier([portfolio, shared], "2026-05-01").reports.length];
};
const nextTexts = (): string[] => [
  ofAll.networkText(partnership, "2026-05-01", { lang: "en" }), ofAll.whereNextText([portfolio], partnership, "2026-2027", { lang: "en" }),
  ofAll.checkProposalText([portfolio], partnership, JSON.stringify(proposal), { lang: "en" }), ofAll.overviewText([portfolio], "2026-05-01", { k: 5, lang: "en" }),
  compareText(undefined, null, [portfolio], "2026-05-01", { lang: "en" }),
];
[judgeNextYear, nextTexts, (free: number | undefined = organised.totals.placesLeft) => free];
// @ts-expect-error portfolios are several
() => ofAll.overview(portfolio, "2026-05-01");
// @ts-expect-error a cube is of a day
() => ofAll.cube(shared);
const texts: string[] = [
  judged.nextStepsText("en"), new OfAllKinds().traceText(shared, "2026-05-01", { kind: "knowledge-base", lang: "en" }),
  new OfAllKinds().handOverText(portfolio, "2026-05-01", { texts: true, lang: "en" }), new OfAllKinds().coverageText(portfolio, "2026-05-01", { lang: "en" }),
  holding.cardText(portfolio, "2026-05-01", { lens: "now", lang: "en" }), holding.curriculumCoverageText(programme, { lang: "en" }), replayText(bundle, [portfolio], { lang: "en" }),
];
// @ts-expect-error options are given by name
() => new OfAllKinds().trace(portfolio, "2026-05-01", "year-ended");
// @ts-expect-error what may be absent is not null
page.studyYear satisfies number | null;
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
const found: Findings = report.findings;
const here: readonly Finding[] = [...found.at("/student"), ...found.nearest("", ["/student"])];
const first: Finding | undefined = found.at(0);
const role: Role = "mentor";
const overlay = {
  norms: { "TK-P101.distinct": "all", "TK-R010.max_bytes": [{ value: 1000, until: "2024-07-31" }] },
  severity: { "TK-P101": "off", "placement-without-mentor": "warning" },
  disable: { "TK-P102": "een reden" },
  only: ["TK-R001", "TK-P101"],
  waive: [{ rule: "TK-P101", document: { kind: "portfolio", id: "s-1" }, subject: { kind: "placement", id: "p-1" }, reason: "ziek", owner: "kantoor", until: "2024-07-31" }],
} satisfies Overlay;
// What was read from elsewhere, of whose words no more is known than that they are texts.
const stored: { format: string; student: { id: string; mode: string } } = JSON.parse(JSON.stringify(portfolio));
() => validator.validate(stored, "2026-05-01");
() => new Validator(overlay);
const document = { format: "twentse-kubus/portfolio@1", student: { id: "s-1" } } as const;
// @ts-expect-error a misspelt member
() => validator.validate({ format: "twentse-kubus/portfolio@1", student: { id: "s-1" }, evidense: [] }, "2026-05-01");
// @ts-expect-error a misspelt member further in
() => validator.validate({ ...document, goals: [{ id: "g-1", kind: "learning-goal", txt: "" }] }, "2026-05-01");
// @ts-expect-error a word that is not in the list
() => validator.validate({ format: "twentse-kubus/portfolio@1", student: { id: "s-1", mode: "evening" } }, "2026-05-01");
// @ts-expect-error a text for a number
() => validator.validate({ format: "twentse-kubus/portfolio@1", student: { id: "s-1", years: [{ schoolYear: "2023-2024", studyYear: "1" }] } }, "2026-05-01");
// @ts-expect-error no document at all
() => validator.validate({}, "2026-05-01");
// @ts-expect-error a misspelt member of a rulebook
() => new Validator({ severities: {} });
// @ts-expect-error a rule that there is not
() => new Validator({ severity: { "TK-P000": "warning" } });
// @ts-expect-error a rule that no rulebook changes
() => new Validator({ disable: { "TK-R001": "why" } });
// @ts-expect-error a severity that there is not
({ severity: { "TK-P101": "fatal" } }) satisfies Overlay;
// @ts-expect-error a norm that there is not
({ norms: { "TK-P101.distinkt": "all" } }) satisfies Overlay;
// @ts-expect-error a role that there is not
"mentr" satisfies Role;
// @ts-expect-error a kind that there is not
() => validator.validate(portfolio, "2026-05-01", "now", "diary");
// @ts-expect-error a Date is a moment and no day
() => validator.validate(portfolio, new Date());
// @ts-expect-error a file has to be read first
() => validator.validate(new File([], "portfolio.json"), "2026-05-01");
// @ts-expect-error a word that is not in the list
({ id: "s-1", mode: "evening" }) satisfies Portfolio["student"];

const inWorker = async (): Promise<readonly string[]> => {
  const worker: WorkerValidator = await validatorInWorker({ rulebook: { extends: "twente" }, curricula: [programme], partnerships: [], knowledgeBases: [shared], sentences: ["{}"], worker: () => new Worker("thread.js") });
  const report: WorkerReport | undefined = await worker.validate(portfolio, { asOf: "2026-05-01", lens: "now", lang: "nl" });
  // @ts-expect-error the day has to be named
  () => worker.validate(portfolio, {});
  // @ts-expect-error a question may have been skipped
  () => report.body;
  const steps: NextSteps | undefined = (await worker.validate(portfolio, { asOf: "2026-05-01", nextSteps: true }))?.nextSteps;
  const handed: HandOver | undefined = await worker.handOver(portfolio, { asOf: "2026-05-01", texts: true });
  const passed: ProgrammeAssessment | undefined = await worker.assess(portfolio, { asOf: "2026-05-01", lens: "year-ended" });
  const shown: AssessmentCard | undefined = await worker.card(portfolio, { asOf: "2026-05-01", lens: "year-ended" });
  const kept: Bundle | undefined = await worker.bundle(portfolio, { asOf: "2026-05-01" });
  const made: Replay | undefined = kept && await worker.replay(kept, [portfolio]);
  const filled: Cube | undefined = await worker.cube(shared, { asOf: "2026-05-01" });
  const inTime: JustInTime | undefined = await worker.justInTime(portfolio, { asOf: "2026-05-01" });
  const network: Network | undefined = await worker.network(partnership, { asOf: "2026-05-01" });
  const batch: WorkerBatch | undefined = await worker.dossier([portfolio, shared], { asOf: "2026-05-01", lang: "nl" });
  const next: WhereNext | undefined = await worker.whereNext([portfolio], partnership, "2026-2027");
  const checked: ProposalCheck | undefined = await worker.checkProposal([portfolio], partnership, proposal);
  const counts: Overview | undefined = await worker.overview([portfolio], { asOf: "2026-05-01", k: 5 });
  const changed: Comparison | undefined = await worker.compare(null, { extends: "twente" }, [portfolio], { asOf: "2026-05-01" });
  [network?.totals, batch?.reports[0]?.messages, next?.students, checked?.findings, counts?.schools, changed?.rules];
  [filled?.empty, inTime?.needs, await worker.cubeText(shared, { asOf: "2026-05-01", lang: "nl" })];
  [shown, made, await worker.curriculumCoverageText(programme, { lang: "nl" })];
  const why: string | undefined = await worker.traceText(portfolio, { asOf: "2026-05-01", lens: "now", lang: "nl" });
  [steps, handed, passed, why];
  worker.close();
  return report?.messages ?? report?.body.findings.map(({ code }) => code) ?? [];
};
const named: Labels = labels("nl-plain");
const called: string[] = [named.values.Role[role], named.fields["Assessment.of"], english.kinds.portfolio, ...english.months];
const sources: string[] = frameworks().flatMap(({ items }) => items.map(({ source }: FrameworkItem) => source));
// @ts-expect-error a field that no document has
named.fields.internship;
// @ts-expect-error a value that the list does not have
named.values.Role.principal;
[called, sources];

const loadingAll: typeof loading = initAll;

console.log([judged, loadingAll].length);
[inWorker, ofAllKindsInWorker];
[here, first, role, steps, thanksTo, bands, counted, texts];
console.log([sentences, due, lines, reports, both, titles, loading, schema(), whole, elsewhere, unread, lang].length);
