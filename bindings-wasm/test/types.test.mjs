// The declarations, as a user's type checker and a user's program meet them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { blocks } from "./project.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const run = (tool, args, cwd = here) =>
  execFileSync(process.execPath, [fileURLToPath(new URL(`../node_modules/${tool}`, import.meta.url)), ...args], { cwd, encoding: "utf8" });

test("a typed program passes the type checker, and runs", () => {
  const made = mkdtempSync(fileURLToPath(new URL("../dist/usage-", import.meta.url)));
  const options = "--strict --target es2022 --module nodenext --lib es2023,dom --rootDir .. --outDir".split(" ");
  run("typescript/bin/tsc", [...options, made, "usage.ts"]);
  assert.equal(execFileSync(process.execPath, [join(made, "test/usage.js")], { encoding: "utf8" }), "unknown-rule 0\n2\n12\n");
});

test("a program without the DOM passes too, and gives back by itself", () => {
  // Neither the library of the DOM nor that of explicit resource management is asked for: the declarations bring the latter.
  for (const target of ["es2022", "esnext"]) run("typescript/bin/tsc", `--strict --noEmit --target ${target} --module nodenext --lib es2022 --types --rootDir .. bare.ts`.split(" "));
});

test("a program that requires the package has its types too", () => {
  for (const module of ["node16", "nodenext"]) run("typescript/bin/tsc", `--strict --noEmit --target es2022 --module ${module} --lib es2023,dom --types --rootDir .. required.cts`.split(" "));
});

const STRICT = "--strict --types --target es2022 --module nodenext --lib es2023,dom --rootDir ..".split(" ");

test("every type of documents and of what is told about them is the package's", () => {
  const file = (name) => readFileSync(new URL(`../types/${name}.d.ts`, import.meta.url), "utf8");
  const index = file("index");
  const handed = index.match(/^export type \{[^}]*\}|^export (?:type|interface|class) \w+/gm).join().match(/\w+/g);
  for (const name of ["curriculum", "insight", "knowledge-base", "partnership"]) {
    const shared = [...file("portfolio").matchAll(/^export (?:type|interface) (\w+)/gm), ...file("rulebook").matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, type]) => type);
    const missing = [...file(name).matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, type]) => type).filter((type) => ![...handed, ...shared].includes(type));
    assert.deepEqual(missing, [], name);
  }
});

describe("the blocks of ../README.md", () => {
  test("each has a name, and is run here or in a page", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const typed = ["shared.ts", "next.ts", "assess.ts", "dossier.ts", "form.ts", "typed.ts", "labels.ts"];
    const elsewhere = ["check.mjs", "check.cjs", "index.html", "main.js", "worker.js", "page.js", "editor.js", "thread.js", "own-worker.js", "languages.ts", "learn.ts", "file.ts"];
    assert.deepEqual(Object.keys(blocks).sort(), [...typed, ...elsewhere].sort());
    // The first, which has no name, is run below.
    assert.equal(readme.match(/^```\w/gm).length, Object.keys(blocks).length + 1);
  });

  const said = {
    "shared.ts": /^knowledge-base$/m,
    "next.ts": /^arrange who takes part \[[^\]]*'school trainer'[^\]]*\] pl-1 \[[^]*'\/placements\/0[^]*\[ 'middle', 'upper' \]\nCoverage of the competences · portfolio s-1 · reference day 15 October 2024$/m,
    "assess.ts": /^1 passed$[^]*^ +Lesgeven \(teaching\): passed[^]*^Assessment card [^]*^same$[^]*^\[ 'curriculum cur-2024' \]$/m,
    "dossier.ts": /'partnership: [^]*Summary: documents: 2;[^]*^s-1 \[\s+\[ 'sch-a', 'closed', \[[^\]]*'TK-P101'[^]*\[ 'sch-b', 'open'[^]*\(TK-P101\)[^]*^1 5$/m,
    "form.ts": /^\/student\/id \[\n? *'this is not a valid id[^]*^\/student \[\n? *'this is not a valid date[^]*^ \[\]$/m,
    "typed.ts": /^s-1$/m,
    "labels.ts": /^plaatsingen plaatsing mentor\nlower onderbouw\nmiddle middenbouw\nupper bovenbouw\nStb\. 2005, 460,/,
  };
  for (const [name, expected] of Object.entries(said)) {
    test(`${name} passes the type checker, and runs`, () => {
      const made = mkdtempSync(fileURLToPath(new URL("../dist/readme-", import.meta.url)));
      writeFileSync(join(made, name), blocks[name]);
      run("typescript/bin/tsc", [...STRICT, "--outDir", made, join(made, name)]);
      const program = join(made, relative(join(here, ".."), made), name.replace(".ts", ".js"));
      assert.match(execFileSync(process.execPath, [program], { encoding: "utf8" }), expected);
    });
  }

  test("learn.ts and languages.ts pass the type checker", () => {
    const made = mkdtempSync(fileURLToPath(new URL("../dist/readme-", import.meta.url)));
    for (const name of ["learn.ts", "languages.ts"]) {
      writeFileSync(join(made, name), blocks[name]);
      run("typescript/bin/tsc", [...STRICT, "--noEmit", join(made, name)]);
    }
  });
});

for (const readme of ["../README.md", "../../README.md"]) {
  test(`the block of ${readme} runs`, () => {
    const [, block] = readFileSync(new URL(readme, import.meta.url), "utf8").match(/```js\n([^]*?)```/);
    const made = mkdtempSync(fileURLToPath(new URL("../dist/readme-", import.meta.url)));
    writeFileSync(join(made, "readme.mjs"), block);
    assert.match(execFileSync(process.execPath, [join(made, "readme.mjs")], { encoding: "utf8" }), /^undecided/);
  });
}

test("the package holds what it offers, and the texts of both licences", () => {
  const packed = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: join(here, ".."), encoding: "utf8" }));
  const names = packed[0].files.map((file) => file.path);
  const readme = readFileSync(join(here, "../README.md"), "utf8");
  const [, small, large] = readme.match(/The package is ([\d.]+) MB packed and ([\d.]+) MB installed;/);
  for (const [said, bytes] of [[small, packed[0].size], [large, packed[0].unpackedSize]]) {
    assert.ok(Math.abs(said - bytes / 1e6) < 0.1, `${bytes} bytes, and the README says ${said} MB`);
  }
  const { exports, sideEffects } = JSON.parse(readFileSync(join(here, "../package.json"), "utf8"));
  const filesOf = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(filesOf));
  const given = filesOf(exports);
  assert.ok(given.length > 30);
  for (const file of given) assert.ok(names.includes(file.slice(2)), `${file} is packed`);
  // An entry that loads its library when it is imported must not be taken for one that does nothing.
  const loading = names.filter((name) => /^js\/(.*-)?(node|index)\.js$/.test(name)).map((name) => `./${name}`);
  assert.equal(loading.length, 7);
  assert.deepEqual(loading.filter((file) => !sideEffects.includes(file)), []);
  assert.deepEqual(names.filter((name) => /test|matrix|bench|packer|\.rs$/.test(name)), []);
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) {
    assert.ok(names.includes(name), name);
    assert.equal(readFileSync(join(here, "..", name), "utf8"), readFileSync(join(here, "../..", name), "utf8"));
  }
});
