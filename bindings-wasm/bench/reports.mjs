// Text to full report, side by side with JSON.parse and compiled ajv, which check structure only.
//
// Called by `cargo xtask bench` as `reports.mjs CORPUS DAY ROUNDS`. Prints one JSON object: seconds over the whole corpus per
// contender, median of the rounds; the contenders take turns.

import { readFileSync } from "node:fs";

import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { Validator } from "twentse-kubus";
import { schema } from "twentse-kubus/docs";

const [corpus, day, rounds] = process.argv.slice(2);
const texts = readFileSync(corpus, "utf8").split("\n").filter(Boolean);
const bytes = texts.map((text) => new TextEncoder().encode(text));

const compiled = (options, published) => formats(new Ajv({ strict: false, allErrors: true, ...options })).compile(published);
const full = compiled({}, schema());
const plain = compiled({ validateFormats: false }, JSON.parse(JSON.stringify(schema(), (key, value) =>
  value?.type === "string" ? { ...value, pattern: undefined, format: undefined } : value)));
const validator = new Validator();
const structure = (check) => (text) => {
  if (!check(JSON.parse(text))) throw new Error("a document of the corpus is not in the format");
};
const judged = (document) => {
  const report = validator.validate(document, day);
  report.free();
};
const contenders = {
  report: [judged, texts],
  report_from_bytes: [judged, bytes],
  json_parse: [(text) => JSON.parse(text), texts],
  ajv: [structure(full), texts],
  ajv_without_patterns: [structure(plain), texts],
};

const seconds = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let round = 0; round < Number(rounds); round += 1) {
  for (const [name, [contender, documents]] of Object.entries(contenders)) {
    const start = process.hrtime.bigint();
    for (const document of documents) contender(document);
    seconds[name].push(Number(process.hrtime.bigint() - start) / 1e9);
  }
}
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
console.log(JSON.stringify(Object.fromEntries(Object.entries(seconds).map(([name, times]) => [name, median(times)]))));
