// The programs of the README, with the package as it is packed: in Node, and in pages that Vite and esbuild make. The other
// tools are tried before a release: see ../matrix/matrix.mjs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { build as bundle } from "esbuild";
import { build, createServer, preview, version } from "vite";

import { look } from "./chromium.mjs";
import { ENTRIES, PAGE, SAID, blocks, projects, read, serve } from "./project.mjs";

const DAY = "2024-05-15";
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** In one browser: what is seen on the page of a server. */
const seen = async (server, see) => {
  try {
    return await look(server.url ?? server.resolvedUrls.local[0], see);
  } finally {
    await server.close();
  }
};
const title = (tab) => tab.waitForFunction(() => document.title, undefined, { timeout: 30_000 }).then((title) => title.jsonValue());

/** What is found in what is typed, letter by letter. */
const typed = async (tab) => {
  await tab.locator("#portfolio").pressSequentially("{ }");
  // Between two keys there may be time for an answer to the first of them.
  return (await tab.waitForSelector("#findings li:has-text('formaat')", { timeout: 30_000 })).textContent();
};

let made;
before(() => (made = projects(here("../dist/"))));
after(() => made.remove());

const options = (root) => ({ root, configFile: false, logLevel: "silent", server: { port: 0, host: "127.0.0.1", hmr: false }, preview: { port: 0, host: "127.0.0.1" } });
const served = async (root) => (await createServer(options(root))).listen();
const built = async (root) => {
  await build(options(root));
  return preview(options(root));
};

/** The page does what the README says. */
async function shows(server) {
  const told = await seen(server, read);
  assert.equal(told.title, SAID);
  assert.match(told.finding, /het formaat ontbreekt/);
}

describe(`Vite ${version}, without any configuration`, () => {
  test("it is one that the README speaks of", () => assert.match(version, /^[678]\./));
  for (const [how, start] of Object.entries({ served, built })) {
    test(`${how}: every entry`, async () => shows(await start(made.make(`vite-${how}`, PAGE))));

    const html = (script) => `<!doctype html><meta charset="utf-8"><script type="module" src="./${script}"></script>`;
    test(`${how}: a worker`, async () => {
      const files = { "index.html": html("page.js"), "page.js": blocks["page.js"], "worker.js": blocks["worker.js"] };
      assert.match(await seen(await start(made.make(`worker-${how}`, files)), title), /^undecided; het formaat ontbreekt/);
    });

    test(`${how}: the ready-made worker`, async () => {
      const files = { "index.html": `<!doctype html><meta charset="utf-8">${blocks["index.html"].replace("main.js", "editor.js")}`, "editor.js": blocks["editor.js"] };
      assert.match(await seen(await start(made.make(`editor-${how}`, files)), typed), /^het formaat ontbreekt/);
    });

    test(`${how}: languages with the program, when needed, and from a file`, async () => {
      const shown = (lang) => `validate("{}", "${DAY}").findings[0].message(${lang})`;
      const program = `${blocks["languages.ts"]}\n${blocks["learn.ts"]}
        import { validate } from "twentse-kubus";
        document.title = [${shown(`"nl"`)}, ${shown(`"nl-plain"`)}, ${shown("lang")}].join("; ");`;
      const english = readFileSync(new URL("../dist/sentences/en.json", import.meta.url), "utf8");
      const files = { "index.html": html("languages.ts"), "languages.ts": program, "public/assets/en.json": english };
      assert.match(await seen(await start(made.make(`languages-${how}`, files)), title), /^het formaat ontbreekt.*; dit bestand kan niet.*; the format is missing/);
    });

    test(`${how}: the library as a file`, async () => {
      const files = { "index.html": html("file.ts"), "file.ts": blocks["file.ts"] };
      assert.equal(await seen(await start(made.make(`file-${how}`, files)), title), "undecided");
    });
  }
});

describe("esbuild, without any configuration", () => {
  for (const format of ["iife", "esm"]) {
    test(`${format}: every entry`, async () => {
      // A classic script has to wait for the page; a module waits by itself.
      const html = PAGE["index.html"].replace("./main.js", "dist/main.js").replace(`type="module"`, format === "esm" ? `type="module"` : "defer");
      const project = made.make(`esbuild-${format}`, { ...PAGE, "index.html": html });
      await bundle({ absWorkingDir: project, entryPoints: ["main.js"], bundle: true, format, outdir: "dist", logLevel: "error" });
      await shows(await serve(project));
    });
  }
});

describe("esbuild, with a worker that the program makes", () => {
  for (const format of ["iife", "esm"]) {
    test(`${format}: it is handed over`, async () => {
      const html = `<!doctype html><meta charset="utf-8"><script type="module" src="dist/own-worker.js"></script>`;
      const project = made.make(`thread-${format}`, { "index.html": html, "own-worker.js": blocks["own-worker.js"], "thread.js": blocks["thread.js"] });
      // In a classic script there is no place beside it, which esbuild tells; it is not asked for.
      const logOverride = { "empty-import-meta": "silent" };
      await bundle({ absWorkingDir: project, entryPoints: ["own-worker.js", "thread.js"], bundle: true, format, outdir: "dist", logLevel: "error", logOverride });
      assert.equal(await seen(await serve(project), title), "undecided");
      // The page has no library: that is in the worker alone.
      assert.ok(readFileSync(`${project}/dist/own-worker.js`).length < 20_000);
      assert.ok(readFileSync(`${project}/dist/thread.js`).length > 200_000);
    });
  }
});

describe("Node", () => {
  const node = (project, ...args) => {
    try {
      return execFileSync(process.execPath, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    } catch ({ status, stdout, stderr }) {
      return `${status}\n${stdout}${stderr}`;
    }
  };

  test("import: a document with a shortfall ends with 1", () => {
    const data = (name) => readFileSync(new URL(`../../examples/data/${name}`, import.meta.url), "utf8");
    const { asOf } = JSON.parse(data("expected.json"))["faulty.json"];
    const project = made.make("import", { "check.mjs": blocks["check.mjs"], "faulty.json": data("faulty.json"), "empty.json": "{}" });
    assert.match(node(project, "check.mjs", "faulty.json", asOf), /^1\n[^]*^Verdict: falls short$/m);
    assert.match(node(project, "check.mjs", "empty.json", asOf), /^(?!1\n)[^]*^Verdict: undecided$/m);
    assert.equal(node(made.make("entries", { "entries.mjs": `${ENTRIES}\nconsole.log(said);` }), "entries.mjs").trim(), SAID);
  });

  test("require: the same, with languages, types of error and every entry", () => {
    assert.match(node(made.make("require", { "check.cjs": blocks["check.cjs"] }), "check.cjs"), /^Verdict: undecided/m);
    const required = ENTRIES.replace(/import (\{.*\}) from "(.*)";/g, `const $1 = require("$2");`).replace("export const", "const");
    const more = `
      require("twentse-kubus/nl");
      const [one, all] = [require("twentse-kubus"), require("twentse-kubus/all")];
      const shared = one.KubusError === all.KubusError && one.learn === all.learn;
      let code;
      try { validate("{}", ""); } catch (error) { code = error instanceof one.KubusError && error.code; }
      console.log(said, shared, code, validate("{}", "${DAY}").findings[0].message("nl-plain").length > 10);`;
    assert.equal(node(made.make("required", { "entries.cjs": required + more }), "entries.cjs").trim(), `${SAID} true invalid-date true`);
  });
});
