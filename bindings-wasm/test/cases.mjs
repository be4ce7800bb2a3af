// The conformance vectors as they lie on disk, and the list of hashes that every language writes.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

export const root = new URL("../../", import.meta.url);
const folder = new URL("tests/vectors/", root);

const folders = (url) =>
  readdirSync(url, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** The kind of the documents in each list that a validator takes. */
const LISTS = { curricula: "curriculum", partnerships: "partnership", knowledgeBases: "knowledge-base" };

/** What a case may ask besides the report, and the file that keeps the answer. */
const CALLS = { validate: [], assess: ["assessment.json"], card: ["assessment-card.json"] };

export const cases = folders(folder).flatMap((code) =>
  folders(new URL(`${code}/`, folder)).map((name) => {
    const own = new URL(`${code}/${name}/`, folder);
    const read = (file) => readFileSync(new URL(file, own));
    const { asOf, lens, rulebook, only = [], judges = "portfolio", objects, call = "validate" } = JSON.parse(read("case.json"));
    // The rules that a case is about: no others are asked and listed.
    const overlay = only.length === 0 ? rulebook : { ...rulebook, only };
    // The documents that a portfolio is compared with, by kind and in the order of their files' names.
    const files = judges === "portfolio" ? readdirSync(own).sort() : [];
    const others = Object.fromEntries(Object.entries(LISTS).map(([list, kind]) => [list, files.filter((file) => file.startsWith(kind)).map(read)]));
    const document = read(`${judges}.json`);
    // What every language must give: the report, and behind it what is asked besides.
    const answers = Buffer.concat(["report.json", ...CALLS[call]].map(read)).toString();
    return { name: `${code}/${name}`, asOf, lens, judges, overlay, objects, call, document, others, answers };
  }),
);

/** Whether the entry for portfolios can answer a case. */
export const isOfPortfolios = ({ judges, others, call }) =>
  judges === "portfolio" && Object.values(others).every(({ length }) => length === 0) && call === "validate";

/** The text of a case, if its document is UTF-8. */
export function textOf({ document }) {
  return decoded(document);
}

function decoded(document) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(document);
  } catch {
    return undefined;
  }
}

/** The documents that the portfolio of a case is compared with, as texts, and as objects. */
export const othersOf = {
  text: ({ others }) => each(others, decoded),
  object: ({ others }) => each(others, (document) => JSON.parse(decoded(document))),
};

const each = (others, form) => Object.fromEntries(Object.entries(others).map(([list, documents]) => [list, documents.map(form)]));

/** The object of a case, if there is one and the case is not about the text. */
export function objectOf(one) {
  const text = one.objects === false ? undefined : textOf(one);
  try {
    const object = text === undefined ? undefined : JSON.parse(text);
    return typeof object === "object" && object !== null ? object : undefined;
  } catch {
    return undefined;
  }
}

/** Writes down what a runner made of each case: name and SHA-256 of the answers. */
export function writeHashes(runner, bodies) {
  const lines = Object.entries(bodies).map(([name, body]) => `${name} ${createHash("sha256").update(body).digest("hex")}\n`);
  mkdirSync(new URL("target/vectors/", root), { recursive: true });
  writeFileSync(new URL(`target/vectors/${runner}.sha256`, root), lines.sort().join(""));
}
