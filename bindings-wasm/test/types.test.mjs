// The declarations, as a user's type checker and a user's program meet them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

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
  const { exports, sideEffects } = JSON.parse(readFileSync(join(here, "../package.json"), "utf8"));
  const given = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)));
  for (const file of given) assert.ok(names.includes(file.slice(2)), `${file} is packed`);
  // An entry that loads its library when it is imported must not be taken for one that does nothing.
  const loading = names.filter((name) => /^js\/.*(node|bundler)\.js$/.test(name)).map((name) => `./${name}`);
  assert.equal(loading.length, 6);
  assert.deepEqual(loading.filter((file) => !sideEffects.includes(file)), []);
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) {
    assert.ok(names.includes(name), name);
    assert.equal(readFileSync(join(here, "..", name), "utf8"), readFileSync(join(here, "../..", name), "utf8"));
  }
});
