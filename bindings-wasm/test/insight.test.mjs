// Next steps, traces, hand-over pages, assessments, cards, coverage, the cube, what is just in time, dossiers, the organisation of a
// partnership, next year, overviews, comparisons, bundles and replays: what the entry for all kinds tells, and that the other says so.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { inspect } from "node:util";

import * as portfolios from "twentse-kubus";
import * as all from "twentse-kubus/all";
import * as kinds from "twentse-kubus/kinds";
import { labels } from "twentse-kubus/labels";

import { library } from "../js/all.js";
import { root } from "./cases.mjs";

const data = (name) => readFileSync(new URL(`examples/data/${name}`, root), "utf8");
const FAULTY = data("faulty.json");
const SHARED = data("knowledge-base.json");
const DAY = JSON.parse(data("expected.json"))["faulty.json"].asOf;
const LANGUAGES = ["nl", "nl-plain", "en"];
const MARKER = "Zoutelande";

/** A part-timer in study year 2, of whom two things are in the student's and the mentor's own words. */
const STUDENT = {
  format: "twentse-kubus/portfolio@1",
  student: {
    id: "s-1", cohort: "2023-2024", mode: "part-time",
    years: [{ schoolYear: "2023-2024", studyYear: 1 }, { schoolYear: "2024-2025", studyYear: 2 }],
  },
  placements: [{ id: "pl-1", school: "sch-a", schoolYear: "2023-2024", studyYear: 1, groups: [3, 4] }],
  goals: [
    { id: "g-1", kind: "learning-goal", text: `Rust in de les. ${MARKER}`, setOn: "2024-09-10" },
    { id: "g-2", kind: "learning-question", text: "Wie spreekt er?", setOn: "2024-09-11" },
  ],
  evidence: [
    { id: "ev-1", kind: "lesson-report", date: "2023-11-01", competences: ["2017-pedagogical"], goals: ["g-2"] },
    { id: "ev-2", kind: "lesson-report", date: "2024-10-01", competences: ["2017-pedagogical", "2017-subject-matter"] },
  ],
  assessments: [{
    id: "as-1", of: "competence", date: "2024-06-10", studyYear: 1, isFinal: true, competences: ["2017-pedagogical"],
    mentorAdvice: { date: "2024-06-05", by: { person: "m-1", role: "mentor" }, text: `Ga zo door. ${MARKER}` },
  }],
};
const ON = "2024-11-01";

/** A curriculum whose only part of study year 1 is the competence of which that portfolio has a final assessment. */
const CURRICULUM = {
  format: "twentse-kubus/curriculum@1", id: "cur-1", firstCohort: "2023-2024",
  assessment: {
    scales: [{ id: "marks", kind: "numeric", least: 1, most: 10 }],
    components: [{ id: "pedagogy", studyYear: 1, of: "competence", competences: ["2017-pedagogical"], leastResult: "5.5" }],
  },
};
/** The portfolio with this result. */
const graded = (result) => ({ ...STUDENT, assessments: STUDENT.assessments.map((one) => ({ ...one, result })) });

const refused = (call) => {
  try {
    call();
  } catch (thrown) {
    assert.ok(thrown instanceof portfolios.KubusError, `${thrown}`);
    return thrown;
  }
  return assert.fail("nothing was thrown");
};

/** Every text for people, by its language. */
const texts = (validator, document) => ({
  nextStepsText: (lang) => validator.validate(document, ON).nextStepsText(lang),
  traceText: (lang) => validator.traceText(document, ON, { lang }),
  handOverText: (lang) => validator.handOverText(document, ON, { lang }),
  assessText: (lang) => validator.assessText(document, ON, { lang }),
  cardText: (lang) => validator.cardText(document, ON, { lang }),
  coverageText: (lang) => validator.coverageText(document, ON, { lang }),
  curriculumCoverageText: (lang) => validator.curriculumCoverageText(CURRICULUM, { lang }),
  cubeText: (lang) => validator.cubeText(BASE, ON, { lang }),
  justInTimeText: (lang) => validator.justInTimeText(document, ON, { lang }),
  networkText: (lang) => validator.networkText(SCHOOLS, ON, { lang }),
  whereNextText: (lang) => validator.whereNextText([document], SCHOOLS, YEAR, { lang }),
  checkProposalText: (lang) => validator.checkProposalText([document], SCHOOLS, proposed("sch-a"), { lang }),
  overviewText: (lang) => validator.overviewText([document], ON, { lang }),
  compareText: (lang) => all.compareText(null, NO_MENTORS, [document], ON, { lang }),
  replayText: (lang) => all.replayText(validator.bundle(document, ON), [document], { lang }),
});

/** Two learning materials are in force for that student, the second at the nearer level; the third no more. */
const BASE = {
  format: "twentse-kubus/knowledge-base@1", id: "kb-1", levels: ["individual", "team"], themes: [{ id: "bullying", name: "Pesten" }],
  materials: [
    { id: "m-1", kind: "ktp", title: "Wie zit waar?", places: [{ theme: "bullying", stages: ["student-2"], levels: ["team"] }] },
    { id: "m-2", kind: "ktp", places: [{ theme: "bullying", stages: ["student-2", "teacher"], levels: ["individual"] }] },
    { id: "m-3", kind: "ktp", places: [{ theme: "bullying" }], period: { from: "2023-08-01", until: "2024-08-31" } },
  ],
};

const YEAR = "2024-2025";
const PARTNERSHIP = { format: "twentse-kubus/partnership@1", id: "oost", schoolYear: YEAR };

/** It has the school where that student was last year, and another; both have trainers. */
const BOTH = ["sch-a", "sch-b"];
const SCHOOLS = {
  ...PARTNERSHIP, schools: [{ id: "sch-a", places: 4 }, { id: "sch-b", places: 2 }],
  persons: [{ id: "p-1", roles: [{ role: "school-trainer", schools: BOTH }, { role: "institute-trainer", schools: BOTH }] }],
};

/** The student, full-time. */
const FULL_TIME = { ...STUDENT, student: { ...STUDENT.student, mode: "full-time" } };

/** That the student goes to this school. */
const proposed = (school) => ({ format: "twentse-kubus/proposal@1", schoolYear: YEAR, placements: [{ student: "s-1", school }] });

/** The rulebook without the rule that a placement has a mentor. */
const NO_MENTORS = { severity: { "TK-P105": "off" } };

/** Portfolios of this many students, placed at schools in turn, none of whom has a mentor. */
const students = (number, schools) => Array.from({ length: number }, (_, at) => ({
  format: "twentse-kubus/portfolio@1", student: { id: `s-${at}` },
  placements: [{ id: "pl-1", schoolYear: YEAR, studyYear: 1, school: `sch-${at % schools}` }],
}));

/** One of each kind that portfolios are compared with. */
const OTHERS = { curricula: CURRICULUM, partnerships: PARTNERSHIP, knowledgeBases: BASE };

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

describe("the entry for all kinds", () => {
  const validator = new all.Validator();

  test("every finding is in one step, by its position", () => {
    const report = validator.validate(FAULTY, DAY);
    const told = report.nextSteps();
    assert.deepEqual([told.document, told.asOf, told.lens], [{ kind: "portfolio", id: report.documentId }, DAY, "now"]);
    const found = told.steps.flatMap(({ findings }) => findings);
    assert.deepEqual(found.map(({ finding }) => finding).sort((a, b) => a - b), report.findings.map((_, at) => at));
    for (const { finding, code, path } of found) assert.deepEqual([code, path], [report.findings[finding].code, report.findings[finding].path]);
    const { values } = labels("en");
    for (const { step, acts, subject, findings } of told.steps) {
      for (const { finding } of findings) assert.deepEqual(report.findings[finding].subject, subject);
      assert.ok(values.Step[step] && acts.length > 0 && acts.every((actor) => values.Actor[actor]), step);
    }
    assert.deepEqual(all.Report.fromJson(report.toJson()).nextSteps(), told);
    // What is given away as a value is the taker's own.
    assert.ok(!Object.isFrozen(told.steps) && told !== report.nextSteps());
  });

  test("what is waived asks nothing", () => {
    const placement = (at) => ({ id: `pl-${at}`, studyYear: at, schoolYear: `202${at}-202${at + 1}`, school: "sch-a" });
    const document = { format: "twentse-kubus/portfolio@1", student: { id: "s-1" }, placements: [placement(1), placement(2)] };
    const waive = {
      rule: "TK-P101", document: { kind: "portfolio", id: "s-1" }, subject: { kind: "placement", id: "pl-2" },
      reason: "merger", owner: "office", until: "2026-07-31",
    };
    const steps = (overlay) => new all.Validator(overlay).validate(document, "2026-05-01").nextSteps().steps;
    assert.deepEqual(steps({ only: ["TK-P101"] }).map(({ subject }) => subject), [{ kind: "placement", id: "pl-2" }]);
    assert.deepEqual(steps({ only: ["TK-P101"], waive: [waive] }), []);
  });

  test("a trace answers as the report does, through every lens and of every kind", () => {
    for (const lens of ["now", "year-ended", "graduating"]) {
      const [report, trace] = [validator.validate(FAULTY, DAY, lens), validator.trace(FAULTY, DAY, { lens })];
      assert.deepEqual([trace.lens, trace.asOf], [lens, DAY]);
      const answers = (list) => list.map(({ code, outcome, reason, by }) => ({ code, outcome, reason, by }));
      assert.deepEqual(answers(trace.rules), answers(report.outcomes));
    }
    const mentor = { id: "pl-1", schoolYear: "2024-2025", studyYear: 1, mentors: [{ person: "m-1" }] };
    const document = { format: "twentse-kubus/portfolio@1", student: { id: "s-1" }, placements: [mentor] };
    const { rules } = new all.Validator({ only: ["TK-P105"] }).trace(document, "2024-10-01");
    assert.deepEqual(rules, [{ code: "TK-P105", outcome: "met", metBy: [{ kind: "placement", id: "pl-1", path: "/placements/0" }], total: 1 }]);
    assert.equal(validator.trace(SHARED, "2018-05-16", { kind: "knowledge-base" }).document.kind, "knowledge-base");
    assert.match(validator.traceText(SHARED, "2018-05-16", { kind: "knowledge-base", lang: "en" }), /^TK-K101 /m);
  });

  test("a hand-over page has own words only where they are asked for", () => {
    const page = validator.handOver(STUDENT, ON);
    assert.deepEqual([page.mode, page.studyYear], ["part-time", 2]);
    // The age bands are groups 1 and 2, 3 to 5, and 6 to 8 (TK-P102).
    assert.deepEqual(page.placements, [{ id: "pl-1", school: "sch-a", schoolYear: "2023-2024", groups: [3, 4], bands: ["middle"] }]);
    assert.deepEqual([page.bandsMet, page.bandsMissing], [["middle"], ["lower", "upper"]]);
    // `ev-1` takes up the question.
    assert.deepEqual(page.openGoals, [{ id: "g-1", kind: "learning-goal", setOn: "2024-09-10" }]);
    assert.deepEqual(page.lastAdvice, { date: "2024-06-05", role: "mentor" });
    assert.deepEqual(page.nextSteps, validator.validate(STUDENT, ON).nextSteps().steps);
    const { openGoals: [goal], lastAdvice } = validator.handOver(STUDENT, ON, { texts: true });
    assert.deepEqual([goal.text, lastAdvice.text], [`Rust in de les. ${MARKER}`, `Ga zo door. ${MARKER}`]);
    for (const lang of LANGUAGES) {
      assert.ok(validator.handOverText(STUDENT, ON, { texts: true, lang }).includes(MARKER));
      assert.ok(!validator.handOverText(STUDENT, ON, { lang }).includes(MARKER));
    }
    assert.ok(!JSON.stringify([page, validator.trace(STUDENT, ON), validator.coverage(STUDENT, ON)]).includes(MARKER));
  });

  test("coverage counts by study year", () => {
    const { studyYears, competences } = validator.coverage(STUDENT, ON);
    assert.deepEqual(studyYears, [1, 2]);
    const counts = competences.map(({ competence, years, noYear }) => [competence, ...[...years, noYear].map(({ evidence, finalAssessments }) => [evidence, finalAssessments])]);
    assert.deepEqual(counts, [
      ["2017-subject-matter", [0, 0], [1, 0], [0, 0]],
      ["2017-subject-didactics", [0, 0], [0, 0], [0, 0]],
      ["2017-pedagogical", [1, 1], [1, 0], [0, 0]],
    ]);
  });

  test("a portfolio is assessed by the curriculum of the student", () => {
    const held = new all.Validator(undefined, { curricula: [CURRICULUM] });
    // 5.5 is the least result that is a pass, and study year 1 has ended.
    for (const [result, outcome, state] of [["5.5", "passed", "passed"], ["5.4", "not-passed", "short"]]) {
      const { curriculum, years: [year, ...others] } = held.assess(graded(result), ON);
      assert.deepEqual([curriculum, year.studyYear, year.outcome, others], [{ kind: "curriculum", id: "cur-1" }, 1, outcome, []]);
      const { id, taken, attempts: [attempt], ...component } = year.components[0];
      assert.deepEqual([id, component.state, taken, attempt.path, attempt.counts], ["pedagogy", state, "as-1", "/assessments/0", true]);
    }
    assert.match(held.assessText(graded("5.5"), ON, { lang: "en" }), /cur-1[^]*pedagogy/);
    // Of that curriculum the report says which it is, by its bytes; without one there are no years.
    const report = held.validate(graded("5.5"), ON);
    const [{ kind, id, sha256: hash }] = report.used;
    assert.deepEqual([kind, id, hash], ["curriculum", "cur-1", sha256(JSON.stringify(CURRICULUM))]);
    assert.deepEqual([report.toJSON().body.scope, all.Report.fromJson(report.toJson()).used], [["portfolio", "curriculum"], report.used]);
    assert.deepEqual([validator.assess(STUDENT, ON).years, validator.validate(STUDENT, ON).used, validator.curricula], [[], [], []]);
  });

  test("a card says what is assessed by whom, on what evidence", () => {
    const asked = { ...CURRICULUM.assessment.components[0], assessors: ["mentor"], leastEvidence: 2, quarter: 3 };
    const curriculum = { ...CURRICULUM, assessment: { ...CURRICULUM.assessment, components: [asked] } };
    const document = { ...graded("6"), placements: [{ ...STUDENT.placements[0], mentors: [{ person: "m-1", name: MARKER }] }] };
    const held = new all.Validator(undefined, { curricula: [curriculum] });
    const card = held.card(document, ON, { lens: "year-ended" });
    assert.deepEqual([card.curriculum, card.lens, card.years.length], [{ kind: "curriculum", id: "cur-1" }, "year-ended", 1]);
    const [{ studyYear, people, components: [part] }] = card.years;
    assert.deepEqual([studyYear, people], [1, [{ role: "mentor", persons: ["m-1"] }]]);
    assert.deepEqual([part.state, part.attempts, part.quarter, part.assessors], ["passed", 1, 3, ["mentor"]]);
    // Of study year 1 that is `ev-1` alone; what is missing undoes no pass.
    assert.deepEqual([part.evidence, part.requiredEvidence], [1, [{ wanted: 2, there: 1, competence: "2017-pedagogical" }]]);
    assert.ok(!JSON.stringify(card).includes(MARKER));
    assert.match(held.cardText(document, ON, { lang: "en" }), /^Assessment card · portfolio s-1 [^]* pedagogy\n/);
    assert.deepEqual([validator.card(document, ON).years, "curriculum" in validator.card(document, ON)], [[], false]);
  });

  test("a curriculum is covered with a portfolio and without", () => {
    const themes = [{ id: "th-1", title: "Verschillen", studyYears: [1], competences: ["2017-pedagogical"] }];
    const curriculum = { ...CURRICULUM, themes, assignments: [{ id: "op-1", studyYear: 1, competences: ["2017-pedagogical"] }] };
    const alone = validator.curriculumCoverage(curriculum);
    assert.deepEqual([alone.document, alone.edition], [{ kind: "curriculum", id: "cur-1" }, "2017"]);
    const served = { competence: "2017-pedagogical", assignments: 1 };
    assert.deepEqual(alone.themes, [{ id: "th-1", title: "Verschillen", studyYears: [1], competences: [served] }]);
    for (const given of [JSON.stringify(curriculum), new TextEncoder().encode(JSON.stringify(curriculum))]) assert.deepEqual(validator.curriculumCoverage(given), alone);
    // Of the student one piece of evidence and the final assessment are of study year 1.
    const { themes: [theme] } = new all.Validator(undefined, { curricula: [curriculum] }).coverage(STUDENT, ON).curriculum;
    assert.deepEqual(theme.competences, [{ ...served, evidence: 1, finalAssessments: 1 }]);
    assert.equal(validator.coverage(STUDENT, ON).curriculum, undefined);
    for (const name of ["curriculumCoverage", "curriculumCoverageText"]) {
      for (const nothing of ["", "{", "[]", new Uint8Array([0xff]), STUDENT]) assert.equal(refused(() => validator[name](nothing)).code, "unreadable-document");
      assert.throws(() => validator[name](new Map()), TypeError);
      assert.throws(() => validator[name]({ ...CURRICULUM, themes: NaN }), /one is at `\/themes`/);
    }
    assert.throws(() => validator.curriculumCoverageText(CURRICULUM, "en"), /expected an object of options/);
  });

  test("a bundle is made again from what it was made from, in every form", () => {
    const overlay = { id: "own", norms: { "TK-P105.grace_days": 7 } };
    const [document, own] = [graded("6"), new all.Validator(overlay, { curricula: [CURRICULUM] })];
    const bundle = own.bundle(document, ON, { lens: "year-ended" });
    const report = own.validate(document, ON, "year-ended");
    assert.deepEqual([bundle.asOf, bundle.lens, bundle.engine], [ON, "year-ended", report.engine]);
    assert.deepEqual(bundle.rulebook, { fingerprint: own.fingerprint, overlay });
    assert.deepEqual([bundle.report, bundle.assessment], [report.toJSON().body, own.assess(document, ON, { lens: "year-ended" })]);
    const [portfolio, curriculum] = [document, CURRICULUM].map((one) => JSON.stringify(one));
    assert.deepEqual(bundle.documents.map((one) => one.sha256), [portfolio, curriculum].map(sha256));
    assert.ok(!JSON.stringify(bundle).includes(MARKER));
    const text = JSON.stringify(bundle, undefined, 2);
    for (const given of [bundle, text, new TextEncoder().encode(text)]) {
      for (const documents of [[document, CURRICULUM], new Set([curriculum, "{}", portfolio]), [new TextEncoder().encode(portfolio), curriculum]]) {
        const { replayed, differences } = all.replay(given, documents);
        assert.deepEqual([replayed, differences], ["same", []]);
      }
    }
    // By another result it is another document.
    const differs = { input: "document", document: { kind: "portfolio", id: "s-1" }, bundled: sha256(portfolio) };
    const other = all.replay(bundle, [graded("7"), CURRICULUM]);
    assert.deepEqual([other.replayed, other.differences], ["not-replayed", [{ ...differs, found: sha256(JSON.stringify(graded("7"))) }]]);
    assert.deepEqual(all.replay(bundle, [CURRICULUM]).differences, [differs]);
    // The hash is of the whole of a document, also of one that is too long to be judged.
    const short = new all.Validator({ norms: { "TK-R010.max_bytes": 1_100_000 } });
    const long = portfolio.padEnd(1_200_000);
    const torn = short.bundle(long, ON);
    assert.deepEqual([torn.documents[0].sha256, torn.assessment, torn.report.verdict], [sha256(long), undefined, "undecided"]);
    assert.equal(all.replay(torn, [long]).replayed, "same");
  });

  test("the kept bundle comes out again", () => {
    const kept = (name) => readFileSync(new URL(`tests/bundles/0.1.0/${name}.json`, root));
    const [bundle, curriculum, portfolio] = ["bundle", "curriculum", "portfolio"].map(kept);
    const told = all.replay(bundle, [curriculum, portfolio]);
    const student = { kind: "portfolio", id: "st-2021-031" };
    assert.deepEqual([told.replayed, told.document], ["same", student]);
    assert.ok(told.differences.every(({ input }) => ["engine", "rulebook"].includes(input)));
    // A space behind it says nothing, and yet it is not the document that was bundled.
    const other = all.replay(bundle, [curriculum, `${portfolio} `]);
    assert.deepEqual([other.replayed, other.differences.at(-1).document], ["not-replayed", student]);
    assert.match(all.replayText(bundle, [curriculum, `${portfolio} `], { lang: "en" }), /portfolio st-2021-031: another version than before/);
  });

  test("what is no bundle is refused", () => {
    const bundle = validator.bundle(STUDENT, ON);
    for (const name of ["replay", "replayText"]) {
      for (const nothing of ["", "{", "[]", new Uint8Array([0xff]), {}, STUDENT, { ...bundle, documents: [] }, { ...bundle, format: "twentse-kubus/bundle@2" }]) {
        assert.equal(refused(() => all[name](nothing, [STUDENT])).code, "invalid-bundle", name);
      }
      for (const several of [JSON.stringify(STUDENT), STUDENT, new Uint8Array(1), undefined]) {
        assert.throws(() => all[name](bundle, several), /^TypeError: expected an iterable of documents$/);
      }
      assert.throws(() => all[name](undefined, [STUDENT]), /^TypeError: bundle: expected text, bytes or an object, not undefined$/);
      assert.throws(() => all[name](bundle, [STUDENT, new Map()]), /^TypeError: documents\[1\]: expected text, bytes or an object/);
      assert.throws(() => all[name](bundle, [{ ...CURRICULUM, themes: NaN }]), /^TypeError: documents\[0\]: .* one is at `\/themes`/);
      assert.throws(() => all[name]({ ...bundle, [MARKER]: NaN }, [STUDENT]), /^TypeError: bundle: .* one is in a member that no document has/);
    }
    assert.throws(() => all.replayText(bundle, [STUDENT], "en"), /expected an object of options/);
    // Of what cannot be read a bundle is made all the same: its report says why.
    assert.equal(all.replay(validator.bundle("{", ON), ["{"]).replayed, "same");
  });

  for (const [list, document] of Object.entries(OTHERS)) {
    test(`${list} are taken in every form that documents have, and kept`, () => {
      const text = JSON.stringify(document);
      const [bytes, expected] = [new TextEncoder().encode(text), new all.Validator(null, { [list]: [text] }).validate(STUDENT, ON).used];
      assert.deepEqual(expected.map(({ id, sha256: hash }) => [id, hash]), [[document.id, sha256(text)]]);
      for (const given of [document, bytes, bytes.buffer, { toJSON: () => document }]) {
        const own = new all.Validator({ id: "own" }, { [list]: new Set([given]) });
        const report = own.validate(STUDENT, ON);
        assert.deepEqual([own[list], report.used, report.toJSON().body.rulebook.id], [[text], expected, "own"]);
      }
      // What becomes of the bytes that were given does not matter, also when the library starts anew.
      const own = new all.Validator(undefined, { [list]: [bytes] });
      bytes.fill(0);
      assert.equal(refused(() => library.call(() => { throw new Error("a trap"); })).code, "internal");
      assert.deepEqual(own.validate(STUDENT, ON).used, expected);
      assert.ok(Object.isFrozen(own[list]));
      for (const none of [undefined, null, []]) assert.deepEqual(new all.Validator(undefined, { [list]: none })[list], []);
    });

    test(`${list} that cannot be used are refused, all at once`, () => {
      const { code, details } = refused(() => new all.Validator(undefined, { [list]: [document, "{", document, STUDENT] }));
      assert.equal(code, "invalid-documents");
      assert.deepEqual(details.map((detail) => detail.split(":")[0]), [1, 2, 3].map((at) => `${list}[${at}]`));
      for (const several of [JSON.stringify(document), document, new Uint8Array(1), 7]) {
        assert.throws(() => new all.Validator(undefined, { [list]: several }), { name: "TypeError", message: `expected an iterable of ${list}` });
      }
      assert.throws(() => new all.Validator(undefined, { [list]: [document, new Map()] }), { name: "TypeError", message: new RegExp(`^${list}\\[1\\]: expected text, bytes or an object`) });
      assert.throws(() => new all.Validator(undefined, { [list]: [{ ...document, id: NaN }] }), /one is at `\/id`/);
    });
  }

  test("documents of every kind are compared with at once", () => {
    const own = new all.Validator(undefined, Object.fromEntries(Object.entries(OTHERS).map(([list, document]) => [list, [document]])));
    assert.deepEqual(own.validate(STUDENT, ON).used.map(({ kind, id }) => [kind, id]), [["curriculum", "cur-1"], ["partnership", "oost"], ["knowledge-base", "kb-1"]]);
    assert.match(inspect(own), /curricula: 1,\s+partnerships: 1,\s+knowledgeBases: 1/);
    // A bundle names all of them, and is made again from them in any order.
    const bundle = own.bundle(STUDENT, ON);
    assert.deepEqual(bundle.documents.map(({ kind }) => kind), ["portfolio", "curriculum", "partnership", "knowledge-base"]);
    assert.equal(all.replay(bundle, [BASE, STUDENT, PARTNERSHIP, CURRICULUM]).replayed, "same");
    const { replayed, differences } = all.replay(bundle, [BASE, STUDENT, CURRICULUM]);
    assert.deepEqual([replayed, differences.map(({ document }) => document)], ["not-replayed", [{ kind: "partnership", id: "oost" }]]);
    assert.throws(() => new all.Validator(undefined, [CURRICULUM]), /^TypeError/);
    assert.throws(() => new all.Validator(undefined, { curricula: [{ ...CURRICULUM, assessment: { scales: [{ least: NaN }] } }] }), /one is at `\/assessment\/scales\/0\/least`/);
  });

  test("a knowledge base fills the cube", () => {
    const cube = validator.cube(BASE, ON);
    assert.deepEqual([cube.document, cube.asOf, cube.levels], [{ kind: "knowledge-base", id: "kb-1" }, ON, ["individual", "team"]]);
    const [line] = cube.themes;
    // At every other stage there is nothing, so that the line is broken; the third material is in force no more.
    assert.deepEqual([cube.themes.length, line.theme, line.name, line.continuous], [1, "bullying", "Pesten", false]);
    const filled = line.stages.flatMap(({ stage, levels }) => levels.filter(({ materials }) => materials.length > 0).map(({ level, materials }) => [stage, level, materials]));
    assert.deepEqual(filled, [["student-2", "individual", ["m-2"]], ["student-2", "team", ["m-1"]], ["teacher", "individual", ["m-2"]]]);
    assert.equal(cube.empty.length, 2 * cube.stages.length - 3);
    const before = validator.cube(JSON.stringify(BASE), "2024-08-31");
    assert.deepEqual([before.themes[0].continuous, before.empty], [true, []]);
  });

  test("learning materials are suggested just in time", () => {
    const own = new all.Validator(undefined, { knowledgeBases: [BASE] });
    // The first goal is taken up by nothing, and no evidence is of the second competence.
    const goals = [{ ...STUDENT.goals[0], themes: ["bullying"] }, STUDENT.goals[1]];
    const told = own.justInTime({ ...STUDENT, goals }, ON);
    assert.deepEqual([told.knowledgeBase, told.stage, told.reason], [{ kind: "knowledge-base", id: "kb-1" }, "student-2", undefined]);
    const place = { theme: "bullying", stage: "student-2" };
    assert.deepEqual(told.needs, [
      // The nearest level first.
      { themes: [{ theme: "bullying", name: "Pesten" }], suggestions: [{ material: "m-2", ...place, level: "individual" }, { material: "m-1", ...place, level: "team", title: "Wie zit waar?" }], more: false, goal: "g-1", path: "/goals/0" },
      { themes: [], suggestions: [], more: false, competence: "2017-subject-didactics" },
    ]);
    assert.equal(validator.justInTime(STUDENT, ON).reason, "needs-knowledge-base");
  });

  test("a dossier has documents of every kind, each of which is known by its format", () => {
    const documents = [STUDENT, CURRICULUM, SCHOOLS, BASE];
    const given = new all.Validator(undefined, { curricula: [CURRICULUM], partnerships: [SCHOOLS], knowledgeBases: [BASE] });
    for (const several of [documents, new Set(documents.map((one) => JSON.stringify(one))), documents.map((one) => new TextEncoder().encode(JSON.stringify(one)))]) {
      const { reports, summary } = validator.dossier(several, ON);
      assert.deepEqual(reports.map(({ documentKind }) => documentKind), ["portfolio", "curriculum", "partnership", "knowledge-base"]);
      // The portfolio is compared with the others as by a validator that is given them.
      assert.equal(reports[0].toJson(), given.validate(STUDENT, ON).toJson());
      const alone = [STUDENT, CURRICULUM, SCHOOLS, BASE].map((one, at) => given.validate(one, ON, "now", reports[at].documentKind).toJson());
      assert.deepEqual(reports.map((report) => report.toJson()), alone);
      assert.deepEqual([summary.toJSON().documents, summary.toJSON()], [4, given.summary(reports).toJSON()]);
      assert.ok(Object.isFrozen(reports));
    }
    assert.equal(validator.dossier([STUDENT], ON, "year-ended").reports[0].lens, "year-ended");
    assert.deepEqual(validator.dossier([], ON).summary.toJSON(), validator.summary().toJSON());
    // A place is told in the document as it was given.
    const [report] = validator.dossier([JSON.stringify(STUDENT)], ON).reports;
    assert.deepEqual(report.places(JSON.stringify(STUDENT)), validator.validate(JSON.stringify(STUDENT), ON).places(JSON.stringify(STUDENT)));
    const { code, details } = refused(() => validator.dossier([CURRICULUM, STUDENT, { ...CURRICULUM, firstCohort: "2022-2023" }], ON));
    assert.deepEqual([code, details.length], ["invalid-documents", 1]);
    for (const day of ["1 mei", "", new Date(), undefined]) assert.equal(refused(() => validator.dossier([], day)).code, "invalid-date");
    assert.equal(refused(() => validator.dossier([], ON, "later")).code, "unknown-lens");
    for (const several of [STUDENT, JSON.stringify(STUDENT), undefined]) assert.throws(() => validator.dossier(several, ON), /^TypeError: expected an iterable of documents$/);
    assert.throws(() => validator.dossier([STUDENT, new Map()], ON), /^TypeError: documents\[1\]: expected text, bytes or an object/);
    assert.throws(() => validator.dossier([{ ...SCHOOLS, schools: NaN }], ON), /one is at `\/schools`/);
    // Of what is too long the report says so, and its kind is still known.
    const short = new all.Validator({ norms: { "TK-R010.max_bytes": 1_100_000 } });
    const long = short.dossier([JSON.stringify(STUDENT).padEnd(1_200_000), STUDENT], ON).reports;
    assert.deepEqual([long[0].documentKind, long[0].findings.map((finding) => finding.code), long[1].toJson()], ["portfolio", ["TK-R010"], short.validate(STUDENT, ON).toJson()]);
  });

  test("summaries of different rulebooks are not put together", () => {
    const [one, other] = [validator, new all.Validator(NO_MENTORS)].map((judge) => judge.dossier([STUDENT], ON).summary);
    assert.equal(refused(() => one.merge(other)).code, "other-rulebook");
    assert.equal(one.merge(one).toJSON().documents, 2);
  });

  test("a partnership shows how it is organised", () => {
    const told = validator.network(SCHOOLS, ON);
    // Nobody is placed, so that all six places are left.
    assert.deepEqual([told.totals.students, told.totals.places, told.totals.placesLeft], [0, 6, 6]);
    assert.deepEqual([told.document, told.schools.map(({ school }) => school)], [{ kind: "partnership", id: "oost" }, ["sch-a", "sch-b"]]);
    assert.deepEqual(validator.network(JSON.stringify(SCHOOLS), ON), told);
    // That day is in the school year, and so is judged by itself; a day before it by the first of the school year, 1 August.
    assert.deepEqual([told.asOf, told.day], [ON, ON]);
    assert.deepEqual([validator.network(SCHOOLS, "2024-05-01").asOf, validator.network(SCHOOLS, "2024-05-01").day], ["2024-05-01", "2024-08-01"]);
    for (const name of ["network", "networkText"]) {
      assert.equal(refused(() => validator[name](STUDENT, ON)).code, "unreadable-document");
      assert.equal(refused(() => validator[name](SCHOOLS, "1 mei")).code, "invalid-date");
      assert.equal(refused(() => validator[name](SCHOOLS, ON, { lens: "later" })).code, "unknown-lens");
      assert.throws(() => validator[name](SCHOOLS, ON, "now"), /expected an object of options/);
      assert.throws(() => validator[name]({ ...SCHOOLS, schools: NaN }, ON), /one is at `\/schools`/);
    }
  });

  test("where a student can go, and what a proposal brings about", () => {
    const told = validator.whereNext(new Set([FULL_TIME]), SCHOOLS, YEAR);
    const [{ student, studyYear, schools: [before, other] }] = told.students;
    assert.deepEqual([told.students.length, student, studyYear], [1, "s-1", 2]);
    // The first is the school of study year 1, and each study year is at another, but for part-timers (TK-P101).
    assert.deepEqual([before.school, before.access, other.school, other.access], ["sch-a", "closed", "sch-b", "open"]);
    assert.ok(before.reasons.some(({ code }) => code === "TK-P101"));
    assert.deepEqual(validator.whereNext([STUDENT], SCHOOLS, YEAR).students[0].schools.map(({ access }) => access), ["open", "open"]);
    const found = (school) => validator.checkProposal([FULL_TIME], SCHOOLS, proposed(school)).findings.filter(({ code }) => code === "TK-P101");
    assert.deepEqual(found("sch-a").map((finding) => [finding.student, finding.placement]), [["s-1", 0]]);
    assert.deepEqual(found("sch-b"), []);
    const check = validator.checkProposal([JSON.stringify(STUDENT)], JSON.stringify(SCHOOLS), JSON.stringify(proposed("sch-a")));
    assert.deepEqual([check.document, check.schoolYear], [{ kind: "partnership", id: "oost" }, YEAR]);
    assert.deepEqual(check, validator.checkProposal([STUDENT], SCHOOLS, proposed("sch-a")));
    assert.ok(!JSON.stringify([told, check]).includes(MARKER));
    for (const name of ["whereNext", "whereNextText"]) {
      for (const year of ["2024", "2024-2026", "", undefined]) assert.equal(refused(() => validator[name]([STUDENT], SCHOOLS, year)).code, "invalid-school-year", name);
      assert.equal(refused(() => validator[name]([STUDENT], STUDENT, YEAR)).code, "unreadable-document", name);
      assert.equal(refused(() => validator[name](["{"], SCHOOLS, YEAR)).code, "unreadable-document", name);
    }
    for (const name of ["checkProposal", "checkProposalText"]) {
      const { code, details } = refused(() => validator[name]([STUDENT], SCHOOLS, { ...proposed("sch-a"), placements: [{ student: "s-1", school: "sch-a" }, { student: "s-1", school: "sch-b" }, { student: "s-2", school: "sch-a" }] }));
      assert.deepEqual([code, details.map((detail) => detail.match(/\/placements\/\d/)[0])], ["invalid-proposal", ["/placements/1", "/placements/2"]], name);
      assert.equal(refused(() => validator[name]([STUDENT], SCHOOLS, "{}")).code, "invalid-proposal", name);
      assert.throws(() => validator[name]([STUDENT], SCHOOLS, { ...proposed("sch-a"), placements: NaN }), /^TypeError: proposal: .*NaN/);
      assert.throws(() => validator[name]([STUDENT], SCHOOLS), /^TypeError: proposal: expected text, bytes or an object, not undefined$/);
    }
    for (const name of ["whereNext", "whereNextText", "checkProposal", "checkProposalText"]) {
      const last = name.startsWith("where") ? YEAR : proposed("sch-a");
      assert.throws(() => validator[name](STUDENT, SCHOOLS, last), /^TypeError: expected an iterable of portfolios$/);
      assert.throws(() => validator[name]([STUDENT, 7], SCHOOLS, last), /^TypeError: portfolios\[1\]: expected text/);
      assert.throws(() => validator[name]([STUDENT], new Map(), last), /^TypeError: partnership: expected text/);
    }
  });

  test("counts about few students are hidden", () => {
    // One portfolio is of one student: fewer than five, and not fewer than one.
    const [hidden, shown] = [validator.overview([STUDENT], ON), validator.overview([STUDENT], ON, { k: 1 })];
    assert.deepEqual([hidden.students, hidden.smallestGroup, hidden.verdicts, hidden.rules], [1, 5, undefined, []]);
    assert.equal(shown.verdicts.meets + shown.verdicts.fallsShort + shown.verdicts.undecided, 1);
    // Of forty students at seven schools five or six are at each.
    const told = validator.overview(students(40, 7), "2024-10-01");
    assert.deepEqual([told.students, told.schools.length, told.rules.find(({ code }) => code === "TK-P105").students], [40, 7, 40]);
    assert.ok(!JSON.stringify(shown).includes(MARKER));
    for (const name of ["overview", "overviewText"]) {
      assert.equal(refused(() => validator[name]([], "1 mei")).code, "invalid-date");
      assert.equal(refused(() => validator[name]([], ON, { lens: "later" })).code, "unknown-lens");
      // What is no number would be taken for 0, which hides nothing.
      for (const k of [NaN, -1, 2.5, "5", null, 2 ** 32]) assert.throws(() => validator[name]([STUDENT], ON, { k }), /^TypeError: expected `k` to be a whole number of students$/);
      assert.throws(() => validator[name](STUDENT, ON), /^TypeError: expected an iterable of portfolios$/);
      assert.throws(() => validator[name]([STUDENT], ON, 5), /expected an object of options/);
    }
  });

  test("other rules are compared", () => {
    const nine = students(9, 1);
    const told = all.compare(null, NO_MENTORS, nine, "2024-10-01");
    const fingerprints = [validator, new all.Validator(NO_MENTORS)].map(({ fingerprint }) => fingerprint);
    assert.deepEqual([told.students, told.before, told.after], [9, ...fingerprints]);
    // What TK-P105 says already, TK-P107 and TK-P112 say without it (semantics 10).
    assert.deepEqual(told.rules.map(({ code, gained, lost }) => [code, gained, lost]), [["TK-P105", 0, 9], ["TK-P107", 9, 0], ["TK-P112", 9, 0]]);
    // The other way round they gain it; and no overlay is the built-in rulebook.
    const back = all.compare(JSON.stringify(NO_MENTORS), undefined, nine.map((one) => JSON.stringify(one)), "2024-10-01");
    assert.deepEqual(back.rules.map(({ code, gained, lost }) => [code, gained, lost]), [["TK-P105", 9, 0], ["TK-P107", 0, 9], ["TK-P112", 0, 9]]);
    assert.deepEqual(all.compare(null, undefined, nine, "2024-10-01").rules, []);
    // Four are too few to tell about.
    assert.deepEqual(all.compare(null, NO_MENTORS, students(4, 1), "2024-10-01").rules, []);
    assert.equal(all.compare(null, NO_MENTORS, students(4, 1), "2024-10-01", { k: 4 }).rules[0].lost, 4);
    assert.deepEqual(all.compare(null, NO_MENTORS, [SCHOOLS, BASE], ON).others.map(({ kind, documents }) => [kind, documents]), [["partnership", 1], ["knowledge-base", 1]]);
    for (const name of ["compare", "compareText"]) {
      assert.equal(refused(() => all[name](null, { severity: 7 }, nine, ON)).code, "invalid-rulebook", name);
      assert.equal(refused(() => all[name]("{", null, nine, ON)).code, "invalid-rulebook", name);
      assert.equal(refused(() => all[name](null, null, [CURRICULUM, { ...CURRICULUM, firstCohort: "2022-2023" }], ON)).code, "invalid-documents", name);
      assert.equal(refused(() => all[name](null, null, [], "1 mei")).code, "invalid-date", name);
      assert.equal(refused(() => all[name](null, null, [], ON, { lens: "later" })).code, "unknown-lens", name);
      assert.throws(() => all[name](null, null, [], ON, { k: NaN }), /^TypeError: expected `k`/);
      assert.throws(() => all[name](null, null, STUDENT, ON), /^TypeError: expected an iterable of documents$/);
      assert.throws(() => all[name](7, null, [], ON), /^TypeError: expected text, bytes or an object, not a number$/);
    }
  });

  test("texts are Dutch unless another language is named", () => {
    for (const [name, text] of Object.entries(texts(validator, STUDENT))) {
      assert.equal(text(), text("nl"), name);
      assert.equal(text(), text("nl-BE"), name);
      assert.equal(new Set(LANGUAGES.map(text)).size, 3, name);
      assert.equal(refused(() => text("fy")).code, "unknown-language", name);
    }
    assert.match(texts(validator, STUDENT).coverageText("en"), /^Coverage of the competences · portfolio s-1 · reference day 1 November 2024\n/);
  });

  test("what cannot be answered is refused", () => {
    const pages = ["handOver", "handOverText", "assess", "assessText", "card", "cardText", "coverage", "coverageText", "justInTime", "justInTimeText"];
    for (const name of pages) {
      for (const nothing of ["", "{", "[]", new Uint8Array([0xff]), `{"format": "twentse-kubus/curriculum@1"}`]) {
        assert.equal(refused(() => validator[name](nothing, ON)).code, "unreadable-document", name);
      }
    }
    for (const name of [...pages, "trace", "traceText", "bundle"]) {
      for (const day of ["tomorrow", "", new Date(), undefined]) assert.equal(refused(() => validator[name](STUDENT, day)).code, "invalid-date", name);
      assert.throws(() => validator[name](new Map(), ON), TypeError);
      assert.throws(() => validator[name]({ ...STUDENT, goals: NaN }, ON), /NaN and infinities are no JSON, and one is at `\/goals`/);
      // A lens or a language in the place of the options would be passed over.
      if (!["coverage", "justInTime"].includes(name)) for (const options of ["graduating", null, 3]) assert.throws(() => validator[name](STUDENT, ON, options), /expected an object of options/);
    }
    for (const name of ["cube", "cubeText"]) {
      for (const nothing of ["", "{", "[]", new Uint8Array([0xff]), STUDENT]) assert.equal(refused(() => validator[name](nothing, ON)).code, "unreadable-document", name);
      for (const day of ["tomorrow", "", new Date(), undefined]) assert.equal(refused(() => validator[name](BASE, day)).code, "invalid-date", name);
      assert.throws(() => validator[name](new Map(), ON), TypeError);
      assert.throws(() => validator[name]({ ...BASE, materials: NaN }, ON), /one is at `\/materials`/);
    }
    assert.throws(() => validator.cubeText(BASE, ON, "en"), /expected an object of options/);
    for (const name of ["trace", "assess", "assessText", "card", "cardText", "bundle"]) assert.equal(refused(() => validator[name](STUDENT, ON, { lens: "later" })).code, "unknown-lens");
    assert.equal(refused(() => validator.traceText(STUDENT, ON, { kind: "diary" })).code, "unknown-kind");
  });

  test("of a document that is too long, as the report says", () => {
    const short = new all.Validator({ norms: { "TK-R010.max_bytes": 1_100_000 } });
    const text = JSON.stringify(STUDENT);
    for (const long of [text.padEnd(1_200_000), text.replace("part-time", "é".repeat(600_000)), new TextEncoder().encode(text.padEnd(3_000_000))]) {
      const [report, trace] = [short.validate(long, ON), short.trace(long, ON)];
      assert.deepEqual(report.findings.map(({ code }) => code), ["TK-R010"]);
      assert.deepEqual(trace.rules.map(({ code, outcome }) => [code, outcome]), report.outcomes.map(({ code, outcome }) => [code, outcome]));
      assert.equal(refused(() => short.handOver(long, ON)).code, "unreadable-document");
      assert.equal(refused(() => short.assess(long, ON)).code, "unreadable-document");
      assert.equal(refused(() => short.card(long, ON)).code, "unreadable-document");
      assert.equal(refused(() => short.coverageText(long, ON)).code, "unreadable-document");
      assert.equal(refused(() => short.justInTime(long, ON)).code, "unreadable-document");
    }
    assert.deepEqual(short.coverage(text.padEnd(1_099_999), ON), validator.coverage(text, ON));
    const curriculum = JSON.stringify(CURRICULUM);
    assert.equal(refused(() => short.curriculumCoverage(curriculum.padEnd(1_200_000))).code, "unreadable-document");
    for (const [list, document] of Object.entries(OTHERS)) {
      const { code, details } = refused(() => new all.Validator(short.rulebookSource, { [list]: [JSON.stringify(document).padEnd(3_000_000)] }));
      assert.equal(code, "invalid-documents", list);
      assert.match(details.join(), /TK-R010/);
    }
    assert.equal(refused(() => short.cube(JSON.stringify(BASE).padEnd(1_200_000), ON)).code, "unreadable-document");
    assert.deepEqual(short.cube(JSON.stringify(BASE).padEnd(1_099_999), ON), validator.cube(BASE, ON));
    assert.deepEqual(short.curriculumCoverage(curriculum.padEnd(1_099_999)), validator.curriculumCoverage(curriculum));
  });

  test("what was given back answers no more", () => {
    const own = new all.Validator();
    const report = own.validate(STUDENT, ON);
    own.free();
    report.free();
    for (const call of [() => report.nextSteps(), () => report.nextStepsText("en"), ...["trace", "handOver", "assess", "card", "coverage", "curriculumCoverage", "cube", "justInTime", "network", "bundle"].map((name) => () => own[name](STUDENT, ON)), () => own.dossier([], ON), () => own.overview([], ON), () => own.whereNext([], SCHOOLS, YEAR), () => own.checkProposal([], SCHOOLS, proposed("sch-a"))]) {
      assert.equal(refused(call).code, "freed");
    }
  });

  test("by `require` too", () => {
    const required = createRequire(import.meta.url)("twentse-kubus/all");
    const own = new required.Validator();
    assert.deepEqual(own.handOver(STUDENT, ON), validator.handOver(STUDENT, ON));
    for (const [name, text] of Object.entries(texts(own, STUDENT))) assert.equal(text("en"), texts(validator, STUDENT)[name]("en"));
  });
});

test("the entry for portfolios says which entry tells it", () => {
  const validator = new portfolios.Validator();
  const report = validator.validate(STUDENT, ON);
  const calls = {
    nextSteps: () => report.nextSteps(), nextStepsText: () => report.nextStepsText("en"),
    trace: () => validator.trace(STUDENT, ON), traceText: () => validator.traceText(STUDENT, ON),
    handOver: () => validator.handOver(STUDENT, ON), handOverText: () => validator.handOverText(STUDENT, ON),
    assess: () => validator.assess(STUDENT, ON), assessText: () => validator.assessText(STUDENT, ON),
    card: () => validator.card(STUDENT, ON), cardText: () => validator.cardText(STUDENT, ON),
    curriculumCoverage: () => validator.curriculumCoverage(CURRICULUM), curriculumCoverageText: () => validator.curriculumCoverageText(CURRICULUM),
    bundle: () => validator.bundle(STUDENT, ON), replay: () => portfolios.replay("{}", [STUDENT]), replayText: () => portfolios.replayText("{}", [STUDENT]),
    coverage: () => validator.coverage(STUDENT, ON), coverageText: () => validator.coverageText(STUDENT, ON),
    cube: () => validator.cube(BASE, ON), cubeText: () => validator.cubeText(BASE, ON),
    justInTime: () => validator.justInTime(STUDENT, ON), justInTimeText: () => validator.justInTimeText(STUDENT, ON),
    network: () => validator.network(SCHOOLS, ON), networkText: () => validator.networkText(SCHOOLS, ON),
    dossier: () => validator.dossier([STUDENT], ON), overview: () => validator.overview([STUDENT], ON), overviewText: () => validator.overviewText([STUDENT], ON),
    whereNext: () => validator.whereNext([STUDENT], SCHOOLS, YEAR), whereNextText: () => validator.whereNextText([STUDENT], SCHOOLS, YEAR),
    checkProposal: () => validator.checkProposal([STUDENT], SCHOOLS, proposed("sch-a")), checkProposalText: () => validator.checkProposalText([STUDENT], SCHOOLS, proposed("sch-a")),
    compare: () => portfolios.compare(null, null, [STUDENT], ON), compareText: () => portfolios.compareText(null, null, [STUDENT], ON),
    ...Object.fromEntries(Object.entries(OTHERS).map(([list, document]) => [list, () => new portfolios.Validator(undefined, { [list]: [document] })])),
  };
  for (const [name, call] of Object.entries(calls)) {
    const { code, message } = refused(call);
    assert.equal(code, "not-in-entry", name);
    const named = message.match(/twentse-kubus\/[a-z/]+/g);
    assert.ok(named.includes(name === "dossier" || name in OTHERS ? "twentse-kubus/kinds" : "twentse-kubus/all"), message);
    // What the message names are entries.
    for (const entry of named) assert.ok(import.meta.resolve(entry));
  }
  // The entry for every kind compares them, and tells the rest no more than this one does.
  const others = { curricula: [CURRICULUM], partnerships: [SCHOOLS], knowledgeBases: [BASE] };
  const [some, whole] = [kinds, all].map(({ Validator }) => new Validator(undefined, others).validate(STUDENT, ON));
  assert.equal(some.toJson(), whole.toJson());
  const [few, many] = [kinds, all].map(({ Validator }) => new Validator().dossier([STUDENT, CURRICULUM, SCHOOLS, BASE], ON));
  assert.deepEqual(few.reports.map((one) => one.toJson()), many.reports.map((one) => one.toJson()));
  assert.deepEqual(few.summary.toJSON(), many.summary.toJSON());
  const without = [
    () => some.nextSteps(), () => new kinds.Validator().trace(STUDENT, ON), () => new kinds.Validator().network(SCHOOLS, ON), () => kinds.compare(null, null, [], ON),
    () => new kinds.Validator().whereNext([], SCHOOLS, YEAR), () => kinds.replay("{}", []),
  ];
  for (const call of without) {
    const { code, message } = refused(call);
    assert.deepEqual([code, message.includes("`twentse-kubus/all`")], ["not-in-entry", true]);
  }
  for (const list of Object.keys(OTHERS)) assert.deepEqual(new portfolios.Validator(undefined, { [list]: [] })[list], []);
  // A report that it stored is told about by the other.
  assert.deepEqual(all.Report.fromJson(report.toJson()).nextSteps(), new all.Validator().validate(STUDENT, ON).nextSteps());
});
