// The conformance vectors as they lie on disk, and the list of hashes that every language writes.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

export const root = new URL("../../", import.meta.url);
const folder = new URL("tests/vectors/", root);

const folders = (url) =>
  readdirSync(url, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** What a case may ask besides the report, and the file that keeps the answer. */
const CALLS = { validate: [], assess: ["assessment.json"], card: ["assessment-card.json"] };

export const cases = folders(folder).flatMap((code) =>
  folders(new URL(`${code}/`, folder)).map((name) => {
    const own = new URL(`${code}/${name}/`, folder);
    const read = (file) => readFileSync(new URL(file, own));
    const { asOf, lens, rulebook, only = [], judges = "portfolio", objects, call = "validate" } = JSON.parse(read("case.json"));
    // The rules that a case is about: no others are asked and listed.
    const overlay = only.length === 0 ? rulebook : { ...rulebook, only };
    // The curricula that a portfolio is held against, by the names of their files.
    const others = judges === "portfolio" ? readdirSync(own).filter((file) => file.startsWith("curriculum")).sort() : [];
    const [document, curricula] = [read(`${judges}.json`), others.map(read)];
    // What every language must give: the report, and behind it what is asked besides.
    const answers = Buffer.concat(["report.json", ...CALLS[call]].map(read)).toString();
    return { name: `${code}/${name}`, asOf, lens, judges, overlay, objects, call, document, curricula, answers };
  }),
);

/** Whether the entry for portfolios can answer a case. */
export const isOfPortfolios = ({ judges, curricula, call }) => judges === "portfolio" && curricula.length === 0 && call === "validate";

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

/** The curricula of a case as texts, and as objects. */
export const curriculaOf = {
  text: ({ curricula }) => curricula.map(decoded),
  object: ({ curricula }) => curricula.map((curriculum) => JSON.parse(decoded(curriculum))),
};

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
