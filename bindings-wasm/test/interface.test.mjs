// The interface: what goes in, what comes out, and what happens when the library itself breaks.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { Finding, KubusError, Report, Summary, Validator, validate } from "twentse-kubus";
import { explain, rules, schema } from "twentse-kubus/docs";

import { library } from "../js/judge.js";
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

  test("a promise is refused, and so is what is no summary", () => {
    assert.throws(() => validate(Promise.resolve(TEXT), DAY), /await it/);
    const { summary } = new Validator().validateMany([], DAY);
    assert.throws(() => summary.merge({}), TypeError);
  });

  test("JSON.stringify writes what toJson writes", () => {
    const report = validate(TEXT, DAY);
    const { summary } = new Validator().validateMany([TEXT], DAY);
    for (const one of [report, report.findings[0], summary]) assert.equal(JSON.stringify(one), one.toJson());
  });

  test("what is no document is a TypeError", () => {
    for (const document of [undefined, null, 3, true, () => TEXT, Symbol("a")]) {
      assert.throws(() => validate(document, DAY), TypeError);
    }
  });

  test("letters of several bytes, at every place in the buffer", () => {
    const validator = new Validator();
    for (const letters of ["e", "é", "€", "👩‍🏫"]) {
      const document = { format: "twentse-kubus/portfolio@1", student: { id: "s-1", name: letters.repeat(5000) } };
      assert.equal(validator.validate(document, DAY).counts.error, 0, letters);
    }
  });

  test("half a surrogate pair is no text, and said to be none where it stands", () => {
    const report = validate(`{"format": "twentse-kubus/portfolio@1",\n "student": {"id": "é\ud800"}}`, DAY);
    assert.deepEqual(report.findings.map(({ code, facts }) => [code, facts]), [["TK-R001", { line: 2, column: 22 }]]);
  });

  test("a Date is refused, and so is what is no day", () => {
    for (const day of [new Date(), undefined, null, 20240515, "2024-5-15", "", "2024-02-30"]) {
      assert.equal(refused(() => validate(TEXT, day)).code, "invalid-date");
    }
    assert.match(refused(() => validate(TEXT, new Date())).message, /YYYY-MM-DD/);
  });

  test("a rulebook as object or text; all its faults at once", () => {
    const overlay = { severity: { "TK-P101": "warning" } };
    assert.equal(new Validator(overlay).rulebookSource, JSON.stringify(overlay));
    assert.equal(new Validator().rulebookSource, undefined);
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
    assert.deepEqual(report.findings.map((finding) => JSON.parse(finding.toJson())), body.findings);
    assert.deepEqual([report.outcomes, report.unchecked], [body.outcomes, body.unchecked]);
  });

  test("a finding has a sentence in each language, and a place", () => {
    const finding = report.findings[0];
    const sentences = [finding.message(), finding.message("nl-plain"), finding.message("en")];
    assert.equal(new Set(sentences).size, 3);
    assert.equal(sentences[0], finding.message("nl"));
    const places = report.places(TEXT);
    assert.equal(places.length, report.findings.length);
    const bytes = new TextEncoder().encode(TEXT);
    for (const { line, start, end } of places) {
      assert.ok(start < end && end <= bytes.length);
      assert.equal(bytes.subarray(0, start).filter((byte) => byte === 10).length, line - 1);
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
    for (const documents of [TEXT, new Uint8Array(3), undefined, {}]) {
      assert.throws(() => validator.validateMany(documents, DAY), TypeError);
    }
  });

  test("codes of refusals", () => {
    assert.equal(refused(() => new Validator().validate(TEXT, DAY, "later")).code, "unknown-lens");
    assert.equal(refused(() => report.render("fy")).code, "unknown-language");
    assert.equal(refused(() => report.findings[0].message("fy")).code, "unknown-language");
    assert.equal(refused(() => explain("TK-P000")).code, "unknown-rule");
    assert.equal(refused(() => explain("TK-P609", "fy")).code, "unknown-language");
    assert.equal(refused(() => schema("diary")).code, "unknown-schema");
  });

  test("the docs", () => {
    assert.equal(explain("TK-P609", "en"), explain("theme-not-recognised-in-own-group", "en"));
    assert.ok(rules().some(({ code }) => code === "TK-P609"));
    assert.match(schema().$schema, /2020-12/);
  });

  test("nothing can be changed or made up", () => {
    "use strict";
    assert.throws(() => (report.findings[0].code = "x"), TypeError);
    assert.throws(() => (report.verdict = "meets"), TypeError);
    for (const made of [Report, Finding, Summary]) assert.throws(() => new made(), TypeError);
  });

  test("memory can be given back at once", () => {
    const validator = new Validator();
    const freed = validator.validate(TEXT, DAY);
    freed.free();
    validator.free();
    assert.equal(validator.validate(TEXT, DAY).verdict, "falls-short", "a validator is made again when it is needed");
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

test("a trap is a refusal, and the next call finds everything in order", (t) => {
  const validator = new Validator({ severity: { "TK-P101": "warning" } });
  const before = validator.validate(TEXT, DAY);
  const body = before.bodyJson();
  // The library cannot be made to trap from outside: here its memory breaks away under it.
  const { exports } = library.current;
  const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11,
  ]))).exports.trap;
  const broken = { ...exports, validator_validate: trap, memory: exports.memory };
  library.current.glue.__wbg_set_wasm(broken);
  const error = refused(() => validator.validate(TEXT, DAY));
  assert.equal(error.code, "internal");
  assert.ok(error.cause instanceof WebAssembly.RuntimeError);
  assert.ok(!error.message.includes("st-2021"));
  assert.equal(validator.validate(TEXT, DAY).bodyJson(), body);
  assert.equal(before.bodyJson(), body, "an earlier report still answers");
});
