// The conformance vectors as they lie on disk, and the list of hashes that every language writes.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

export const root = new URL("../../", import.meta.url);
const folder = new URL("tests/vectors/", root);

const folders = (url) =>
  readdirSync(url, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

export const cases = folders(folder).flatMap((code) =>
  folders(new URL(`${code}/`, folder)).map((name) => {
    const read = (file) => readFileSync(new URL(`${code}/${name}/${file}`, folder));
    const { asOf, lens, rulebook, only = [], judges = "portfolio", objects } = JSON.parse(read("case.json"));
    // The rules that a case is about: no others are asked and listed.
    const overlay = only.length === 0 ? rulebook : { ...rulebook, only };
    const [document, body] = [read(`${judges}.json`), read("report.json")];
    return { name: `${code}/${name}`, asOf, lens, judges, overlay, objects, document, body };
  }),
);

/** The text of a case, if its document is UTF-8. */
export function textOf({ document }) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(document);
  } catch {
    return undefined;
  }
}

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

/** Writes down what a runner made of each case: name and SHA-256 of the body. */
export function writeHashes(runner, bodies) {
  const lines = Object.entries(bodies).map(([name, body]) => `${name} ${createHash("sha256").update(body).digest("hex")}\n`);
  mkdirSync(new URL("target/vectors/", root), { recursive: true });
  writeFileSync(new URL(`target/vectors/${runner}.sha256`, root), lines.sort().join(""));
}
