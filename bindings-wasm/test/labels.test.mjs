// Labels and lists of reference data: what the core says, of everything that a document can have, in every language.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";

import * as kubus from "twentse-kubus";
import { rules, schema } from "twentse-kubus/docs";
import { KubusError, frameworks, labels } from "twentse-kubus/labels";

import { root } from "./cases.mjs";

const require = createRequire(import.meta.url);
const LANGUAGES = ["nl", "nl-plain", "en"];
/** What the core says, as `cargo xtask test wasm` wrote it besides the package. */
const told = JSON.parse(readFileSync(new URL("target/wasm/labels.json", root), "utf8"));
const file = (name) => JSON.parse(readFileSync(new URL(import.meta.resolve(`twentse-kubus/${name}`)), "utf8"));

/** Every record of every kind by its name, with its fields. */
const records = Object.fromEntries(
  Object.keys(labels("nl").kinds).flatMap((kind) => {
    const { title, properties, $defs } = schema(kind);
    return [[title, properties], ...Object.entries($defs).map(([name, { properties }]) => [name, properties])].filter(([, fields]) => fields);
  }),
);
/** The values of every closed list of every kind. */
const lists = Object.fromEntries(
  Object.keys(labels("nl").kinds).flatMap((kind) =>
    Object.entries(schema(kind).$defs).filter(([name, { type, enum: values }]) => type === "string" && values && name !== "SchoolYear").map(([name, of]) => [name, of.enum]),
  ),
);
const isList = (field) => [field, ...(field.anyOf ?? [])].some(({ type }) => type === "array");

describe("each way to the labels gives what the core says", () => {
  for (const lang of LANGUAGES) {
    test(lang, async () => {
      assert.deepEqual(labels(lang), told[lang]);
      assert.deepEqual((await import(`twentse-kubus/labels/${lang}`)).labels, told[lang]);
      assert.deepEqual(file(`labels/${lang}.json`), told[lang]);
      assert.deepEqual(require("twentse-kubus/labels").labels(lang), told[lang]);
      assert.deepEqual(require(`twentse-kubus/labels/${lang}`).labels, told[lang]);
    });
  }

  test("the lists of reference data", () => {
    assert.deepEqual(frameworks(), told.frameworks);
    assert.deepEqual(require("twentse-kubus/labels").frameworks(), told.frameworks);
  });
});

test("every field of every record has a label, and one item of each list", () => {
  assert.ok(Object.keys(records).length > 20 && records.Portfolio && records.Curriculum && records.KnowledgeBase);
  for (const lang of LANGUAGES) {
    const { fields, items } = labels(lang);
    for (const [record, members] of Object.entries(records)) {
      for (const [name, field] of Object.entries(members)) {
        assert.match(fields[`${record}.${name}`] ?? fields[name] ?? "", /\S/, `${lang}: ${record}.${name}`);
        if (isList(field)) assert.match(items[`${record}.${name}`] ?? items[name] ?? "", /\S/, `${lang}: an item of ${record}.${name}`);
      }
    }
  }
});

test("every value of every closed list has a label, in the order of the list", () => {
  assert.ok(Object.keys(lists).length > 20 && lists.Role && lists.CubeStage);
  for (const lang of LANGUAGES) {
    const { values } = labels(lang);
    for (const [name, keys] of Object.entries(lists)) {
      // An object has keys that are numbers in the order of the numbers, which is that of the lists too.
      assert.deepEqual(Object.keys(values[name] ?? {}), keys, name);
    }
  }
});

test("no label is empty", () => {
  const texts = (part) => (typeof part === "string" ? [part] : Object.values(part).flatMap(texts));
  for (const lang of LANGUAGES) {
    const all = texts(labels(lang));
    assert.ok(all.length > 500);
    assert.deepEqual(all.filter((text) => !/\S/.test(text)), []);
  }
});

test("findings and reports call things by the same labels", () => {
  // The sentences are written from the core in another way, and have the labels that a report shows.
  for (const lang of LANGUAGES) {
    const { fields, items, values, phrases } = labels(lang);
    const parts = { Field: fields, Item: items, Phrase: phrases, InsightPhrase: phrases, ReplayPhrase: phrases, ...values };
    const known = Object.entries(file(`${lang}.json`).texts).filter(([key]) => !key.startsWith("TK-"));
    const shared = known.filter(([key]) => Object.hasOwn(parts, key.split(".", 1)[0]));
    assert.equal(shared.length, known.length, `all of ${known.length}`);
    for (const [key, text] of shared) {
      const [list] = key.split(".", 1);
      assert.equal(parts[list][key.slice(list.length + 1)], text, key);
    }
  }
});

test("a month has the name that a report gives it", () => {
  for (const lang of LANGUAGES) {
    const said = labels(lang).months.map((_, at) => kubus.validate("{}", `2024-${String(at + 1).padStart(2, "0")}-15`).render(lang));
    assert.equal(said.length, 12);
    labels(lang).months.forEach((month, at) => assert.ok(said[at].includes(`15 ${month} 2024`), `${lang}: ${month}`));
  }
});

test("kinds are those that have a schema", () => {
  for (const kind of Object.keys(labels("en").values.Kind)) {
    if (Object.hasOwn(labels("en").kinds, kind)) assert.ok(schema(kind));
    else assert.throws(() => schema(kind), { code: "unknown-kind" });
  }
});

test("each list of reference data has the keys of its closed list, and its names", () => {
  assert.ok(frameworks().length > 10);
  for (const { name, list, items } of frameworks()) {
    for (const lang of ["nl", "en"]) {
      assert.deepEqual(Object.fromEntries(items.map((item) => [item.key, item[lang]])), labels(lang).values[list], name);
    }
    for (const { source, basis } of items) assert.ok(source && basis);
  }
  assert.deepEqual(frameworks().find(({ name }) => name === "competences").items[0].validUntil, "2017-07-31");
});

test("what a system calls a language is found, and another is refused, as the library does", () => {
  for (const tag of ["nl", "NL", "nl-BE", "nl_BE", "nl-plain", "NL-Plain-x", "en-US", "en", "fy", "", "n", "nlx", "constructor", "-nl", "nl-"]) {
    const asked = (call) => {
      try {
        return call();
      } catch (thrown) {
        assert.ok(thrown instanceof KubusError && thrown instanceof kubus.KubusError);
        return [thrown.code, thrown.message, thrown.details];
      }
    };
    const known = asked(() => kubus.language(tag));
    assert.deepEqual(asked(() => labels(tag)), typeof known === "string" ? told[known] : known, tag);
  }
  assert.deepEqual(labels(), told.nl);
});

test("facts and outcomes have labels too", () => {
  // The kinds of facts are called by the lists that they are of only in the sentences; answers and severities are in reports.
  const { values } = labels("en");
  // A rule that is off has no findings until a rulebook gives it a severity.
  const severities = new Set(rules().map(({ severity }) => severity).filter((severity) => severity !== "off"));
  assert.deepEqual([...severities].filter((key) => !values.Severity[key]), []);
  for (const { outcome, reason } of kubus.validate("{}", "2024-05-15").outcomes) assert.ok(values.Answer[outcome] && (!reason || values.Reason[reason]));
});
