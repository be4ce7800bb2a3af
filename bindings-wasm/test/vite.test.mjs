// What the README says of Vite 7, tried with the package as it is packed: while it serves for development, and built.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { build, createServer, preview, version } from "vite";

import { look } from "./chromium.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A program that shows the verdict on an empty document, or what went wrong. */
const shows = (program) => `
  const shown = (title) => (document.title = title);
  addEventListener("unhandledrejection", ({ reason }) => shown(String(reason)));
  ${program}`;
const PROGRAMS = {
  "": shows(`import("twentse-kubus").then(({ validate }) => shown(validate("{}", "2024-05-15").verdict));`),
  "/all": shows(`import("twentse-kubus/all").then(({ validate }) => shown(validate("{}", "2024-05-15").verdict));`),
  "/web": `import init, { validate } from "twentse-kubus/web";
    import url from "twentse-kubus/judge.wasm?url";
    ${shows(`init(url).then(() => shown(validate("{}", "2024-05-15").verdict));`)}`,
};
/** The configuration that the README has. */
const CONFIGURED = { optimizeDeps: { exclude: ["twentse-kubus"] } };

describe(`Vite ${version}`, () => {
  // A project of somebody who has installed the package: a link to this folder would be served as a source of the project.
  let projects;
  before(() => {
    projects = mkdtempSync(here("../dist/vite-"));
    execFileSync("npm", ["pack", "--pack-destination", projects], { cwd: here(".."), stdio: "ignore" });
  });
  after(() => rmSync(projects, { recursive: true }));

  const project = (name, program) => {
    const folder = join(projects, name);
    const installed = join(folder, "node_modules/twentse-kubus");
    mkdirSync(installed, { recursive: true });
    const packed = join(projects, readdirSync(projects).find((name) => name.endsWith(".tgz")));
    execFileSync("tar", ["--extract", "--strip-components=1", `--directory=${installed}`, `--file=${packed}`]);
    writeFileSync(join(folder, "package.json"), `{ "type": "module", "dependencies": { "twentse-kubus": "*" } }`);
    writeFileSync(join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><script type="module" src="/main.js"></script>`);
    writeFileSync(join(folder, "main.js"), program);
    return { root: folder, configFile: false, logLevel: "silent", server: { port: 0, host: "127.0.0.1", hmr: false }, preview: { port: 0, host: "127.0.0.1" } };
  };
  /** The title that the page of a server gets. */
  const title = async (server) => {
    try {
      return await look(server.resolvedUrls.local[0], (tab) => tab.waitForFunction(() => document.title, undefined, { timeout: 20_000 }).then((title) => title.jsonValue()));
    } finally {
      await server.close();
    }
  };
  const served = async (options) => title(await (await createServer(options)).listen());

  test("it is the version that the README speaks of", () => assert.match(version, /^7\./));

  test("without the configuration it answers the request for the library with a page", async () => {
    assert.match(await served(project("bare", PROGRAMS[""])), /expected magic word/);
  });

  test("the configuration is the one of the README", () => {
    const [, said] = readFileSync(here("../README.md"), "utf8").match(/\/\/ vite\.config\.ts\nexport default (.*);/);
    assert.equal(said, `{ optimizeDeps: { exclude: ["twentse-kubus"] } }`);
  });

  for (const entry of ["", "/all"]) {
    test(`with it, twentse-kubus${entry} finds its library`, async () => {
      assert.equal(await served({ ...project(`served${entry}`.replace("/", "-"), PROGRAMS[entry]), ...CONFIGURED }), "undecided");
    });
  }

  test("handed the URL of the library, it needs none", async () => {
    assert.equal(await served(project("handed", PROGRAMS["/web"])), "undecided");
  });

  for (const [entry, program] of Object.entries(PROGRAMS)) {
    test(`built, twentse-kubus${entry} needs none`, async () => {
      const options = project(`built${entry}`.replace("/", "-"), program);
      await build(options);
      assert.equal(await title(await preview(options)), "undecided");
    });
  }
});
