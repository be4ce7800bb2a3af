// The entries: one library for portfolios, one for every kind of document, one with everything, and what each says of the others.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import * as portfolios from "twentse-kubus";
import * as all from "twentse-kubus/all";
import * as kinds from "twentse-kubus/kinds";

import { root } from "./cases.mjs";

const DAY = "2024-05-15";
const PORTFOLIO = readFileSync(new URL("examples/data/faulty.json", root), "utf8");
// A KTP without one of its elements, which TK-K101 asks for: a finding of a rule of knowledge bases.
const KTP = { id: "m-1", kind: "ktp", questions: ["tv-1"], examples: ["pv-1"] };
const SHARED = JSON.stringify({ format: "twentse-kubus/knowledge-base@1", id: "kb-1", materials: [KTP] });

const refused = (call) => {
  try {
    call();
  } catch (thrown) {
    assert.ok(thrown instanceof portfolios.KubusError, `${thrown}`);
    return thrown;
  }
  return assert.fail("nothing was thrown");
};

const judged = new all.Validator().validate(SHARED, DAY, "now", "knowledge-base");

describe("the entry for portfolios, handed a knowledge base", () => {
  const helps = (call) => {
    const { code, message } = refused(call);
    assert.equal(code, "unknown-kind");
    assert.match(message, /allowed: `portfolio`;/, "what it judges");
    assert.match(message, /`twentse-kubus\/kinds`/, "which entry judges the others");
    // What the message names is an entry that judges it.
    assert.ok(import.meta.resolve("twentse-kubus/kinds") && import.meta.resolve("twentse-kubus/kinds/web"));
  };

  test("by its kind: which entry judges it", () => {
    const validator = new portfolios.Validator();
    helps(() => validator.validate(SHARED, DAY, "now", "knowledge-base"));
    helps(() => validator.validateMany([SHARED], DAY, "now", "knowledge-base"));
    helps(() => validator.validateMany([], DAY, "now", "knowledge-base"));
  });

  test("as a portfolio: it is none, and what a portfolio names", () => {
    for (const entry of [portfolios, kinds, all]) {
      const { findings, verdict } = entry.validate(SHARED, DAY);
      assert.deepEqual(findings.map(({ code, facts }) => [code, facts]), [["TK-R002", { supported: "twentse-kubus/portfolio@1" }]]);
      assert.equal(verdict, "undecided");
    }
  });

  test("as a stored report or finding: which entry reads it", () => {
    const own = judged.findings.find(({ code }) => code.startsWith("TK-K"));
    assert.ok(own, `${judged.findings.map(({ code }) => code)}`);
    helps(() => portfolios.Report.fromJson(judged.toJson()));
    helps(() => portfolios.Finding.fromJson(own.toJson()));
    helps(() => new portfolios.Validator().summary([judged]));
    for (const entry of [kinds, all]) {
      assert.equal(entry.Report.fromJson(judged.toJson()).bodyJson(), judged.bodyJson());
      assert.equal(entry.Finding.fromJson(own.toJson()).toJson(), own.toJson());
    }
    // What is no report at all is another matter.
    for (const none of ["{}", judged.toJson().replace("TK-R", "TK-X").slice(1), "[]"]) {
      assert.equal(refused(() => portfolios.Report.fromJson(none)).code, "invalid-report");
    }
  });

  test("the entries for all kinds have no such advice", () => {
    for (const { Validator } of [kinds, all]) {
      const { code, message } = refused(() => new Validator().validate(SHARED, DAY, "now", "diary"));
      assert.deepEqual([code, message], ["unknown-kind", "unknown kind of document; allowed: `portfolio`, `curriculum`, `partnership`, `knowledge-base`"]);
    }
  });
});

test("there are no web workers in Node, and the entries with one say so", async () => {
  for (const entry of ["twentse-kubus/worker", "twentse-kubus/kinds/worker", "twentse-kubus/all/worker"]) {
    const { KubusError, validatorInWorker } = await import(entry);
    assert.equal(KubusError, portfolios.KubusError);
    await assert.rejects(validatorInWorker(), { name: "KubusError", code: "no-worker", message: /in Node/ });
    // What serves in a worker serves nobody elsewhere.
    assert.deepEqual(Object.keys(await import(`${entry}-thread`)), []);
  }
});

describe("both entries in one program", () => {
  test("judge by one rulebook, and give one report of a portfolio", () => {
    assert.equal(new portfolios.Validator().fingerprint, new all.Validator().fingerprint);
    const overlay = { severity: { "TK-K101": "warning", "TK-P101": "warning" } };
    assert.equal(new portfolios.Validator(overlay).fingerprint, new all.Validator(overlay).fingerprint);
    assert.equal(portfolios.validate(PORTFOLIO, DAY).toJson(), all.validate(PORTFOLIO, DAY).toJson());
  });

  test("have classes of their own, and read what the other wrote", () => {
    const [ours, theirs] = [portfolios, all].map((entry) => entry.validate(PORTFOLIO, DAY));
    assert.ok(ours instanceof portfolios.Report && theirs instanceof all.Report);
    assert.ok(!(ours instanceof all.Report) && ours.findings[0] instanceof portfolios.Finding);
    assert.equal(all.Report.fromJson(ours.toJson()).toJson(), theirs.toJson());
    const summary = new all.Validator().summary([ours, theirs, judged]);
    assert.deepEqual([summary.toJSON().documents, summary instanceof all.Summary], [3, true]);
    // A summary counts by rule, and every library knows every rule.
    const both = new portfolios.Validator().summary([theirs]).merge(summary);
    assert.deepEqual([both.toJSON().documents, both instanceof portfolios.Summary], [4, true]);
    assert.equal(summary.merge(new portfolios.Validator().summary([theirs])).toJson(), both.toJson());
  });

  test("what only says that it is a report is read before it is believed", () => {
    const said = (name, text) => ({ [Symbol.toStringTag]: name, toJson: () => text });
    const validator = new portfolios.Validator();
    for (const text of ["{}", "", 3, undefined]) {
      assert.equal(refused(() => validator.summary([said("Report", text)])).code, "invalid-report");
      assert.equal(refused(() => validator.summary().merge(said("Summary", text))).code, "invalid-report");
    }
    assert.throws(() => validator.summary([{ toJson: () => "{}" }]), TypeError);
  });

  test("refuse with one class of error, and share the languages that are known", () => {
    assert.equal(portfolios.KubusError, all.KubusError);
    assert.equal(portfolios.learn, all.learn);
    const own = judged.findings[0];
    assert.ok(own.message("en").length > 10);
    assert.notEqual(own.message("en"), own.message("nl"));
  });
});
