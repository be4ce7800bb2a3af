// The interface: what goes in, what comes out, and what happens when the library itself breaks.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";

import { Finding, KubusError, Report, Summary, Validator, language, learn, validate } from "twentse-kubus";
import { explain, rules, schema } from "twentse-kubus/docs";

import { library } from "../js/judge.js";
import { Library } from "../js/library.js";
import { unpacked } from "../js/unpacked.js";
import { root } from "./cases.mjs";

const data = (name) => readFileSync(new URL(`examples/data/${name}`, root), "utf8");
const TEXT = data("faulty.json");
const DAY = JSON.parse(data("expected.json"))["faulty.json"].asOf;

const refused = (call) => {
  let error;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  assert.ok(error instanceof KubusError, `${error}`);
  return error;
};

describe("what goes in", () => {
  const body = validate(TEXT, DAY).bodyJson();
  const bytes = new TextEncoder().encode(` ${TEXT}`);

  test("text, bytes and objects give one report", () => {
    for (const document of [bytes, bytes.subarray(1), bytes.buffer, new DataView(bytes.buffer, 1), JSON.parse(TEXT)]) {
      assert.equal(validate(document, DAY).bodyJson(), body);
    }
  });

  test("JSON.stringify writes what toJson writes", () => {
    const report = validate(TEXT, DAY);
    const { summary } = new Validator().validateMany([TEXT], DAY);
    for (const one of [report, report.findings[0], summary]) assert.equal(JSON.stringify(one), one.toJson());
  });

  test("letters of several bytes, at every place in the buffer", () => {
    const validator = new Validator();
    for (const letters of ["e", "é", "€", "👩‍🏫"]) {
      const document = { format: "twentse-kubus/portfolio@1", student: { id: "s-1", name: letters.repeat(5000) } };
      assert.equal(validator.validate(document, DAY).counts.error, 0, letters);
    }
  });

  test("a Date is refused, and so is what is no day", () => {
    for (const day of [new Date(), undefined, null, 20240515, "2024-5-15", "", "2024-02-30"]) {
      assert.equal(refused(() => validate(TEXT, day)).code, "invalid-date");
    }
    assert.match(refused(() => validate(TEXT, "")).message, /empty: fill in a day, YYYY-MM-DD$/);
    assert.match(refused(() => validate(TEXT, new Date())).message, /YYYY-MM-DD, not a Date$/);
    assert.match(refused(() => validate(TEXT, runInNewContext("new Date()"))).message, /YYYY-MM-DD, not a Date$/);
  });

  test("a rulebook as object or text; all its faults at once", () => {
    const overlay = { severity: { "TK-P101": "warning" } };
    assert.equal(new Validator(overlay).rulebookSource, JSON.stringify(overlay));
    assert.equal(new Validator().rulebookSource, undefined);
    assert.equal(new Validator().fingerprint, new Validator({}).fingerprint);
    assert.notEqual(new Validator().fingerprint, new Validator(overlay).fingerprint);
    const error = refused(() => new Validator({ severity: { "TK-P000": "error" }, nonsense: 1 }));
    assert.equal(error.code, "invalid-rulebook");
    assert.equal(error.details.length, 2);
    assert.equal(refused(() => new Validator("{")).code, "invalid-rulebook");
  });
});

describe("what comes out", () => {
  const report = validate(TEXT, DAY);

  test("a report is what its body says", () => {
    const { body, producer } = JSON.parse(report.toJson());
    assert.equal(report.bodyJson(), JSON.stringify(body));
    assert.deepEqual(
      [report.verdict, report.documentId, report.asOf, report.lens, report.counts, report.engine, report.fingerprint],
      [body.verdict, body.document.id, body.asOf, body.lens, body.counts, producer.engine, producer.fingerprint],
    );
    assert.deepEqual([report.documentKind, report.fingerprint], ["portfolio", new Validator().fingerprint]);
    assert.deepEqual(report.findings.map((finding) => JSON.parse(finding.toJson())), body.findings);
    assert.deepEqual([report.outcomes, report.unchecked], [body.outcomes, body.unchecked]);
  });

  test("a finding has a sentence in each language", () => {
    const finding = report.findings[0];
    const sentences = [finding.message(), finding.message("nl-plain"), finding.message("en")];
    assert.equal(new Set(sentences).size, 3);
    assert.ok(sentences.every((sentence) => sentence.length > 10 && !/[{}[\]]/.test(sentence)), `${sentences}`);
    assert.equal(sentences[0], finding.message("nl"));
    assert.equal(sentences[0], finding.message("nl-BE"));
    assert.equal(sentences[2], finding.message("EN-gb"));
  });

  test("a report has a text in each language", () => {
    const verdicts = { nl: /^Oordeel: voldoet niet$/m, "nl-plain": /^Je portfolio is nog niet in orde$/m, en: /^Verdict: falls short$/m };
    for (const [lang, verdict] of Object.entries(verdicts)) {
      const text = report.render(lang);
      assert.match(text, verdict);
      for (const finding of report.findings) {
        const sentence = finding.message(lang).replaceAll("`", "");
        // Plain Dutch is for students, to whom codes say nothing.
        const mark = lang === "nl-plain" ? "•" : `${finding.code} `;
        assert.ok(text.includes(`${mark} ${sentence[0].toUpperCase()}${sentence.slice(1)}`), `${lang}: ${text}`);
      }
    }
    assert.equal(report.render(), report.render("nl"));
  });

  test("a language is known from the text of its file or the object in it; what is none is refused", () => {
    const file = readFileSync(new URL(import.meta.resolve("twentse-kubus/en.json")), "utf8");
    const [finding, { texts, ...rest }] = [report.findings[0], JSON.parse(file)];
    const before = finding.message("en");
    learn({ ...rest, texts: { ...texts, [finding.code]: "made up" } });
    assert.equal(finding.message("en"), "made up");
    for (const sentences of [JSON.parse(file), file]) {
      learn(sentences);
      assert.equal(finding.message("en"), before);
    }
    const whole = { ...rest, texts };
    for (const none of ["<!doctype html>", "{}", undefined, null, 3, { lang: "nl" }, { ...whole, texts: null }, { ...whole, lang: undefined }]) {
      const { code, message } = refused(() => learn(none));
      assert.deepEqual([code, message.includes("no sentences")], ["invalid-sentences", true]);
    }
    // A page that kept the file of an earlier release must not show half of its sentences.
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    assert.deepEqual(rest, { engine: version, format: "twentse-kubus/sentences@1", lang: "en" });
    for (const other of [{ engine: "0.0.9" }, { engine: undefined }, { format: "twentse-kubus/sentences@2" }, { format: "twentse-kubus/portfolio@1" }]) {
      const { code, message } = refused(() => learn({ ...whole, ...other }));
      assert.deepEqual([code, message.includes(`of another version than ${version}`)], ["invalid-sentences", true]);
    }
    assert.equal(finding.message("en"), before, "what was known before stays");
    // What has the form of a file and is none is found when the library reads it.
    for (const spoilt of [{ lang: "xx", texts: {} }, { lang: "en", texts: { b: "b", a: "a" } }, { lang: "en", texts: { a: 1 } }, { lang: "en", texts: [] }]) {
      learn({ ...rest, ...spoilt });
      assert.equal(refused(() => finding.message(spoilt.lang)).code, "invalid-sentences", JSON.stringify(spoilt));
    }
    learn(file);
    assert.equal(finding.message("en"), before);
    assert.deepEqual(["nl-BE", "EN", "nl_NL", "nl-plain"].map(language), ["nl", "en", "nl", "nl-plain"]);
    assert.equal(refused(() => language("fy")).code, "unknown-language");
  });

  test("a place counts what texts are made of, and bytes beside it", () => {
    // Before what is wrong, a word that is not in the list, stand two signs of two units and four bytes, and a letter of one
    // unit and two bytes: five bytes more than units.
    const before = `{"format": "twentse-kubus/portfolio@1",\n "student": {"id": "s-1", "name": "👩🏫é", "mode": `;
    const text = `${before}"evening"}}`;
    assert.deepEqual([before.length, Buffer.byteLength(before)], [40 + 51, 96]);
    const first = (document) => validate(document, DAY).places(document)[0];
    const place = { line: 2, column: 52, start: 91, end: 100, startByte: 96, endByte: 105 };
    assert.deepEqual(first(text), place);
    assert.deepEqual(first(Buffer.from(text)), place);
    assert.equal(text.slice(place.start, place.end), `"evening"`);
    // A byte order mark is one unit and three bytes of the text, and no column of its line.
    assert.deepEqual(first(`\ufeff${text}`), { ...place, start: 92, end: 101, startByte: 99, endByte: 108 });
    const object = JSON.parse(text);
    const { start, end } = first(object);
    assert.equal(JSON.stringify(object).slice(start, end), `"evening"`);
  });

  test("places are where the findings are", () => {
    const places = report.places(TEXT);
    assert.equal(places.length, report.findings.length);
    const bytes = Buffer.from(TEXT);
    for (const { line, column, start, end, startByte, endByte } of places) {
      assert.ok(start < end && end <= TEXT.length);
      assert.equal(bytes.toString("utf8", startByte, endByte), TEXT.slice(start, end));
      const lines = TEXT.slice(0, start).split("\n");
      assert.deepEqual([lines.length, lines.at(-1).length + 1], [line, column]);
    }
  });

  test("what was stored can be read back", () => {
    const again = Report.fromJson(report.toJson());
    assert.equal(again.toJson(), report.toJson());
    assert.equal(again.render("en"), report.render("en"));
    const finding = Finding.fromJson(report.findings[0].toJson());
    assert.equal(finding.message("en"), report.findings[0].message("en"));
    for (const stored of [Report, Finding, Summary]) assert.equal(refused(() => stored.fromJson("{}")).code, "invalid-report");
  });

  test("many documents come with a summary that adds up", () => {
    const validator = new Validator();
    const small = { format: "twentse-kubus/portfolio@1", student: { id: "s-1" } };
    const { reports, summary } = validator.validateMany(new Set([TEXT, small]), DAY);
    assert.deepEqual(reports.map((one) => one.bodyJson()), [TEXT, small].map((one) => validator.validate(one, DAY).bodyJson()));
    const [left, right] = [TEXT, small].map((one) => validator.validateMany([one], DAY).summary);
    assert.equal(left.merge(right).toJson(), summary.toJson());
    assert.equal(right.merge(left).toJson(), summary.toJson());
    assert.equal(Summary.fromJson(summary.toJson()).toJson(), summary.toJson());
    assert.equal(JSON.parse(summary.toJson()).documents, 2);
    assert.equal(JSON.parse(validator.validateMany([], DAY).summary.toJson()).documents, 0);
    // One by one, from reports that are there and from stored ones.
    assert.equal(validator.summary(reports).toJson(), summary.toJson());
    assert.equal(validator.summary(reports.map((one) => Report.fromJson(one.toJson()))).toJson(), summary.toJson());
    assert.equal(validator.summary().toJson(), validator.validateMany([], DAY).summary.toJson());
    for (const none of [[TEXT], [null]]) assert.throws(() => validator.summary(none), TypeError);
    // By another rulebook nothing is added, and a summary says first by which it is.
    const other = new Validator({ only: ["TK-P105"] });
    assert.equal(refused(() => other.summary(reports)).code, "other-rulebook");
    assert.equal(refused(() => other.validateMany([small], DAY).summary.merge(summary)).code, "other-rulebook");
    assert.deepEqual(Object.entries(summary.toJSON())[0], ["rulebook", validator.fingerprint]);
    for (const documents of [TEXT, new Uint8Array(3), undefined, {}]) {
      assert.throws(() => validator.validateMany(documents, DAY), TypeError);
    }
  });

  test("codes of refusals", () => {
    assert.equal(refused(() => new Validator().validate(TEXT, DAY, "later")).code, "unknown-lens");
    assert.equal(refused(() => new Validator().validate(TEXT, DAY, "now", "diary")).code, "unknown-kind");
    assert.equal(refused(() => report.render("fy")).code, "unknown-language");
    assert.equal(refused(() => report.findings[0].message("fy")).code, "unknown-language");
    assert.equal(refused(() => explain("TK-P000")).code, "unknown-rule");
    assert.equal(refused(() => explain("TK-P609", "fy")).code, "unknown-language");
    assert.equal(refused(() => schema("diary")).code, "unknown-kind");
  });

  test("the docs", () => {
    assert.equal(explain("TK-P609", "en"), explain("theme-not-recognised-in-own-group", "en"));
    assert.ok(rules().some(({ code }) => code === "TK-P609"));
    assert.match(schema().$schema, /2020-12/);
  });

  test("the schema of rulebooks is a file, and says of an overlay what the library says", () => {
    const require = createRequire(import.meta.url);
    const Ajv = require("ajv/dist/2020.js");
    const ajv = new Ajv({ strict: true, allowUnionTypes: true });
    require("ajv-formats")(ajv);
    const fits = ajv.compile(require("twentse-kubus/rulebook.schema.json"));
    const sound = ["oost", "west"].map((name) => JSON.parse(readFileSync(new URL(`examples/data/rulebooks/oids-twente-${name}.json`, root), "utf8")));
    const spoilt = [{ colour: 1 }, { norms: { "TK-P105.grace_days": -1 } }, { norms: { "TK-P108.most_days": 1.005 } }, { severity: { "TK-R001": "info" } },
      { severity: { "TK-P105": "info", "placement-without-mentor": "info" } }, { disable: { "TK-P101": "\u2003" } }, { waive: [{ rule: "TK-P101" }] }];
    for (const overlay of [...sound, {}, { norms: { "TK-P108.most_days": 1.01 } }]) assert.ok(fits(overlay) && new Validator(overlay), JSON.stringify(fits.errors));
    for (const overlay of spoilt) {
      assert.equal(fits(overlay), false, JSON.stringify(overlay));
      assert.equal(refused(() => new Validator(overlay)).code, "invalid-rulebook");
    }
  });

  test("nothing can be changed or made up", () => {
    "use strict";
    assert.throws(() => (report.findings[0].code = "x"), TypeError);
    assert.throws(() => (report.verdict = "meets"), TypeError);
    for (const made of [Report, Finding, Summary]) assert.throws(() => new made(), TypeError);
    const { summary } = new Validator().validateMany([], DAY);
    assert.throws(() => summary.merge({}), TypeError);
  });

  test("what a report gives is frozen all the way", () => {
    const parts = '{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}, "goals": [0], "placement": []}';
    const batch = new Validator().validateMany([TEXT, parts], DAY);
    const [first, second] = batch.reports;
    const given = [batch, batch.reports];
    for (const one of [first, second, Report.fromJson(first.toJson())]) {
      given.push(one.findings, one.counts, one.outcomes, one.unchecked, ...one.findings, one.places(TEXT));
    }
    given.push(Finding.fromJson(first.findings[0].toJson()), new KubusError("a", "b", ["c"]).details);
    assert.ok(second.unchecked.length > 0 && first.findings.some(({ facts }) => Object.values(facts).some(Array.isArray)));
    const thawed = (value, path) => {
      if (typeof value !== "object" || value === null || value instanceof Report || value instanceof Summary) return [];
      const inside = Object.entries(value).flatMap(([key, member]) => thawed(member, `${path}/${key}`));
      return Object.isFrozen(value) ? inside : [path, ...inside];
    };
    assert.deepEqual(given.flatMap((value, at) => thawed(value, at)), []);
    // What is given away as a value is the taker's own.
    assert.ok(!Object.isFrozen(first.toJSON().body.findings[0].facts) && !Object.isFrozen(first.findings[0].toJSON()));
  });

  test("a stored finding holds what the library read, or is refused", () => {
    const stored = report.findings[0].toJson();
    const value = JSON.parse(stored);
    const forged = {
      "another name": JSON.stringify({ ...value, name: "no-such-rule" }),
      "a further member": JSON.stringify({ ...value, note: "made up" }),
      "a further fact": JSON.stringify({ ...value, facts: { ...value.facts, note: "made up" } }),
      "a member twice": stored.replace("{", `{"name": "made-up", `),
    };
    for (const [name, text] of Object.entries(forged)) {
      assert.notEqual(text, stored);
      let kept;
      try {
        kept = Finding.fromJson(text);
      } catch (thrown) {
        assert.equal(thrown.code, "invalid-report", name);
        continue;
      }
      assert.equal(kept.name, value.name, name);
      assert.ok(!kept.toJson().includes("made"), name);
    }
  });

  test("a finding about a draft says so", () => {
    const designs = [{ id: "d-1", state: "draft" }, { id: "d-2" }];
    const { findings } = new Validator({ only: ["TK-P303"] }).validate({ format: "twentse-kubus/portfolio@1", student: { id: "s-1" }, designs }, DAY);
    assert.deepEqual(findings.map(({ severity, draft }) => [severity, draft]), [["info", true], ["error", false]]);
    assert.deepEqual(findings.map((finding) => finding.toJSON().draft), [true, undefined]);
    const remarks = ["nl", "nl-plain", "en"].map((lang) => findings[0].message(lang).match(/ \(.*\)$/)?.[0]);
    assert.deepEqual(remarks, [" (nog in concept)", " (dit is nog een concept)", " (still a draft)"]);
  });

  test("a finding names other places it is about, and the waiver it stands under", () => {
    // Two goals with one id: the second is at fault, and the first is where the id was given before (TK-R011).
    const goal = { id: "g-1", kind: "learning-goal", text: "Een les rustig beginnen." };
    const twice = { format: "twentse-kubus/portfolio@1", student: { id: "s-1" }, goals: [goal, { ...goal, text: "Een ander doel." }] };
    const { related, waiver, path } = validate(twice, DAY).findings.find(({ code }) => code === "TK-R011");
    assert.equal(path, "/goals/1/id");
    assert.deepEqual([related, waiver], [[{ role: "first", path: "/goals/0/id" }], null]);

    const { code, subject } = report.findings.find(({ code, subject }) => code.startsWith("TK-P") && subject.kind === "placement");
    const document = { kind: "portfolio", id: report.documentId };
    const [other, waive] = [{ ...subject, id: "nobody" }, subject].map((subject) => (
      { rule: code, document, subject, reason: "made up", owner: "office", until: "2024-07-31" }
    ));
    const waived = new Validator({ waive: [other, waive] }).validate(TEXT, DAY).findings.filter(({ waiver }) => waiver);
    assert.ok(waived.length > 0);
    for (const finding of waived) {
      assert.deepEqual([finding.code, finding.subject], [code, subject]);
      assert.deepEqual(finding.waiver, { index: 1, until: "2024-07-31" });
      assert.deepEqual(Finding.fromJson(finding.toJson()), finding);
    }
  });

  test("an empty field of a form says what to fill in", () => {
    const empty = {
      format: "twentse-kubus/portfolio@1",
      student: { id: "", mode: "", years: [{ schoolYear: "", studyYear: "", from: "" }] },
      goals: [{ id: "g-1", kind: "learning-goal", text: "" }],
    };
    const { findings } = validate(empty, DAY);
    const fields = ["/student/id", "/student/mode", "/student/years/0/schoolYear", "/student/years/0/studyYear", "/student/years/0/from", "/goals/0/text"];
    for (const field of fields) {
      const messages = findings.at(field).map((finding) => ["en", "nl", "nl-plain"].map((lang) => finding.message(lang)));
      assert.equal(messages.length, 1, field);
      const [en, nl, plain] = messages[0];
      // A text that may be anything has nothing more to say than that it is blank.
      assert.match(en, /fill |choose |is blank$/, field);
      assert.match(nl, /vul |kies |is leeg$/, field);
      assert.match(plain, /vul |kies |schrijf iets/, field);
    }
  });

  test("findings by the fields of a form: those there, and those for which there is no nearer field", () => {
    const goals = [{ id: "g-1", kind: "", text: "" }, ...Array.from({ length: 10 }, (_, at) => ({ id: `g-${at + 2}`, kind: "learning-goal", text: "t" }))];
    goals[10].kind = "";
    const { findings } = validate({ format: "twentse-kubus/portfolio@1", student: { id: "s-1", mode: "" }, goals, "a/b": 1 }, DAY);
    const paths = (found) => found.map(({ path }) => path);
    assert.deepEqual(paths(findings).sort(), ["", "/goals/0/kind", "/goals/0/text", "/goals/10/kind", "/student/mode"]);
    assert.deepEqual([findings.at(0), findings.at(-1), findings.at(99)], [findings[0], findings[4], undefined]);
    assert.deepEqual([paths(findings.at("")), paths(findings.at("/student/mode")), findings.at("/goals/0")], [[""], ["/student/mode"], []]);
    const fields = ["/student/mode", "/goals/0", "/goals/0/text", "/goals/1"];
    assert.deepEqual(paths(findings.nearest("/goals/0", fields)), ["/goals/0/kind"]);
    assert.deepEqual(paths(findings.nearest("/goals/0/text", fields)), ["/goals/0/text"]);
    // `/goals/10` is another goal than `/goals/1`.
    assert.deepEqual(findings.nearest("/goals/1", new Set(fields)), []);
    assert.deepEqual(paths(findings.nearest("", fields)).sort(), ["", "/goals/10/kind"]);
    const everywhere = ["", ...fields].flatMap((field) => findings.nearest(field, ["", ...fields]));
    assert.deepEqual(new Set(everywhere), new Set(findings));
    assert.equal(everywhere.length, findings.length, "each is shown once");
    assert.throws(() => findings.nearest("", "/goals/0"), TypeError);
    // A list like any other.
    assert.deepEqual(validate({ format: "twentse-kubus/portfolio@1", student: { id: "s-1" } }, DAY).findings.filter(({ code }) => code === "TK-R001"), []);
    assert.deepEqual([...findings], findings);
    assert.deepEqual([Object.isFrozen(findings), Object.keys(findings).length], [true, 5]);
  });

  test("a library that the engine refuses is not ready, and says what may be the matter", () => {
    const broken = new Library(() => ({}));
    assert.equal(refused(() => broken.current).message.includes("await the function `init`"), true);
    broken.from(() => new Uint8Array(3));
    const { code, message, cause } = refused(() => broken.current);
    assert.deepEqual([code, message.includes("wasm-unsafe-eval"), cause instanceof WebAssembly.CompileError], ["not-ready", true, true]);
    assert.deepEqual([...unpacked("00ff7f90")], [0, 255, 127, 144]);
  });

  test("what is no plain object says what it is", () => {
    assert.match(String(report), /^Report: falls-short; portfolio st-[^ ]+ on \d{4}-\d\d-\d\d; errors: [1-9]\d*, warnings: \d+, info: \d+$/);
    const [first] = report.findings;
    assert.equal(String(first), `Finding: ${first.code} ${first.name}; ${first.severity} at ${first.path || "the document"}`);
    assert.equal(String(new Validator().summary([report])), "Summary: documents: 1; meets: 0, falls-short: 1, undecided: 0");
    // What a browser shows of an object is what it has of its own.
    assert.deepEqual(Object.entries(report), [["verdict", "falls-short"]]);
    const { summary } = new Validator().validateMany([TEXT], DAY);
    const shown = { Report: [report, /falls-short/], Finding: [report.findings[0], /code: 'TK-/], Summary: [summary, /documents: 1/], Validator: [new Validator(), /rulebookSource/] };
    for (const [name, [value, told]] of Object.entries(shown)) {
      assert.equal(Object.prototype.toString.call(value), `[object ${name}]`);
      assert.match(inspect(value), new RegExp(`^${name} \\{`));
      assert.match(inspect(value), told);
    }
    assert.match(inspect({ report }), /verdict: 'falls-short'/);
    assert.deepEqual(structuredClone(report.toJSON()), JSON.parse(report.toJson()));
    const freed = validate(TEXT, DAY);
    freed.free();
    assert.equal(inspect(freed), "Report (freed)");
  });

  test("a worker is sent what a report says: of the report itself only the verdict arrives", async () => {
    const worker = new Worker(`
      import { parentPort } from "node:worker_threads";
      import { Report } from "twentse-kubus";
      parentPort.once("message", ({ handle, value, text }) => {
        const again = Report.fromJson(text);
        parentPort.postMessage({ handle, value, text: again.toJson(), told: again.render("en"), code: again.findings[0].code });
      });`.replace(/^ +/gm, ""), { eval: true, execArgv: ["--input-type=module"] });
    try {
      worker.postMessage({ handle: report, value: report.toJSON(), text: report.toJson() });
      const [{ handle, value, text, told, code }] = await once(worker, "message");
      assert.deepEqual(handle, { verdict: report.verdict });
      assert.deepEqual(value, JSON.parse(report.toJson()));
      assert.deepEqual([text, told, code], [report.toJson(), report.render("en"), report.findings[0].code]);
      assert.equal(Report.fromJson(JSON.stringify(value)).bodyJson(), report.bodyJson());
    } finally {
      await worker.terminate();
    }
    assert.deepEqual(structuredClone(report), { verdict: report.verdict });
    // What it gives is plain data and arrives whole.
    for (const part of [report.counts, report.outcomes, report.unchecked, report.places(TEXT)]) assert.deepEqual(structuredClone(part), part);
  });

  test("memory can be given back at once, and twice is once", () => {
    const instance = library.current;
    const validator = new Validator();
    const freed = validator.validate(TEXT, DAY);
    const [body, findings] = [freed.bodyJson(), freed.findings];
    for (const one of [freed, validator]) {
      one.free();
      one.free();
      one[Symbol.dispose]();
    }
    const members = Object.entries(Object.getOwnPropertyDescriptors(Report.prototype)).filter(([name]) => !["constructor", "free", "toString"].includes(name));
    assert.ok(members.length > 10);
    for (const [name, { get, value }] of members) {
      assert.equal(refused(() => (get ? get.call(freed) : value.call(freed, "nl"))).code, "freed", name);
    }
    assert.equal(String(freed), "Report (freed)");
    assert.equal(refused(() => validator.validate(TEXT, DAY)).code, "freed");
    assert.equal(refused(() => validator.validateMany([TEXT], DAY)).code, "freed");
    assert.equal(refused(() => validator.fingerprint).code, "freed");
    assert.equal(refused(() => validator.summary()).code, "freed");
    assert.equal(library.current, instance, "and the instance stays");
    assert.equal(validate(TEXT, DAY).bodyJson(), body);
    assert.equal(findings[0].message("en"), report.findings[0].message("en"), "a finding needs no report");
  });
});

describe("hostile documents", () => {
  const small = `{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}`;
  const hostile = {
    "empty": "",
    "cut off": small.slice(0, -5),
    "10 MB of brackets": "[".repeat(10_000_000),
    "10 MB of objects": `{"a":`.repeat(2_000_000),
    "keys twice": `{"format": "a", "format": "b", "student": {}, "student": {}}`,
    "not UTF-8": new Uint8Array([0x7b, 0xff, 0x7d]),
    "zeros": new Uint8Array(1000),
    "a number": "1e999",
    "another kind": `{"format": "twentse-kubus/curriculum@1"}`,
    "the 40th of February": small.replace(`"s-1"`, `"s-1", "years": [{"schoolYear": "2023-2024", "studyYear": 7, "from": "2024-02-40"}]`),
  };
  for (const [name, document] of Object.entries(hostile)) {
    test(name, () => {
      const report = validate(document, DAY);
      assert.ok(report.findings.length > 0);
      assert.notEqual(report.verdict, "meets");
      assert.equal(report.places(document).length, report.findings.length);
      for (const lang of ["nl", "nl-plain", "en"]) {
        assert.ok(report.findings.every((finding) => finding.message(lang).length > 0));
        assert.ok(report.render(lang).length > 0);
      }
    });
  }

  test("no text of a document comes back", () => {
    const marker = "Zoutelande";
    const report = validate(small.replace(`"s-1"`, `"s-1", "${marker}": "${marker}", "mode": "${marker}"`), DAY);
    assert.ok(report.findings.length >= 2);
    for (const told of [report.toJson(), report.render(), report.render("en")]) assert.ok(!told.includes(marker));
  });
});

describe("a trap is a refusal, and the next call finds everything in order", () => {
  const { trap } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11,
  ]))).exports;
  const calls = { validate: (validator) => validator.validate(TEXT, DAY), validateMany: (validator) => validator.validateMany([TEXT], DAY) };
  for (const [name, call] of Object.entries(calls)) {
    test(name, () => {
      const validator = new Validator({ severity: { "TK-P101": "warning" } });
      const other = new Validator();
      const before = validator.validate(TEXT, DAY);
      const [body, text, { fingerprint }] = [before.bodyJson(), before.render("en"), validator];
      // The library cannot be made to trap from outside: here some of its functions break away under it.
      const { exports, glue } = library.current;
      const ended = ["validator_validate", "batch_add", "__wbg_validator_free", "__wbg_batch_free", "__wbg_report_free"];
      glue.__wbg_set_wasm({ ...exports, ...Object.fromEntries(ended.map((name) => [name, trap])) });
      const error = refused(() => call(validator));
      assert.equal(error.code, "internal");
      assert.ok(error.cause instanceof WebAssembly.RuntimeError);
      assert.ok(!error.message.includes("st-2021"));
      assert.equal(validator.validate(TEXT, DAY).bodyJson(), body);
      assert.equal(validator.fingerprint, fingerprint);
      assert.deepEqual([before.bodyJson(), before.render("en")], [body, text], "an earlier report still answers");
      assert.ok(before.render("nl-plain").length > 0 && before.findings[0].message("nl-plain").length > 0, "in every language");
      other.free();
      before.free();
      assert.equal(refused(() => before.bodyJson()).code, "freed", "what the ended instance made can be given back");
      glue.__wbg_set_wasm(exports);
    });
  }
});
