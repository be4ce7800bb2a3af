// Tries the package as it is packed with the tools that people have, each in a project of its own without any configuration:
// `node matrix.mjs [PART OF A NAME]`, which `cargo xtask release-check` calls.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { look } from "../test/chromium.mjs";
import { ENTRIES, PAGE, SAID, blocks, projects, read, serve } from "../test/project.mjs";

const tool = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
// The newer Node is one for Linux on x64; elsewhere the matrix runs with what there is.
const [NODE22, NEWER] = existsSync(tool("node22/bin/node")) ? [tool("node22/bin/node"), "22"] : [process.execPath, process.versions.node];
const quiet = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1", NODE_ENV: undefined, FORCE_COLOR: "0" };

/** What a program prints; what it said when it failed. */
async function run(program, args, cwd, env = {}) {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd, env: { ...quiet, ...env }, maxBuffer: 2 ** 26, timeout: 300_000 });
    return `${stdout}${stderr}`;
  } catch ({ message, stdout, stderr }) {
    throw new Error(`${message}\n${stdout}\n${stderr}`.slice(0, 3000));
  }
}
const node = (...args) => run(process.execPath, ...args);

const { make, remove } = projects(fileURLToPath(new URL("dist/", import.meta.url)));

/** The page that a folder or a server shows does what the README says. */
async function shows(url) {
  const { title, finding } = await look(url, read);
  assert.equal(title, SAID);
  assert.match(finding, /formaat/);
}
async function folder(made) {
  const server = await serve(made);
  await shows(server.url).finally(server.close);
}
/** A page upon a bundle, as a module or as a classic script. */
const page = (script, type = "") =>
  `${PAGE["index.html"].replace(/<script[^]*<\/script>/, "")}<script ${type} defer src="${script}"></script>`;
const MODULE = `type="module"`;

const checks = {};
const check = (name, work) => (checks[name] = work);

for (const major of ["6", "7", "8"]) {
  check(`Vite ${major}, serving`, async (name) => {
    const { createServer } = await import(`vite${major}`);
    const server = await createServer({ root: make(name, PAGE), logLevel: "error", server: { port: 0, host: "127.0.0.1" } });
    await server.listen();
    await shows(server.resolvedUrls.local[0]).finally(() => server.close());
  });
  check(`Vite ${major}, built`, async (name) => {
    const made = make(name, PAGE);
    await node([tool(`vite${major}/bin/vite.js`), "build"], made);
    await folder(join(made, "dist"));
  });
}

/** The page of the README with the ready-made worker finds something in what is typed. */
const EDITOR = { "index.html": PAGE["index.html"].replace("main.js", "editor.js"), "editor.js": blocks["editor.js"] };
const judges = (url) => look(url, async (tab) => {
  await tab.locator("#portfolio").pressSequentially("{ }");
  const item = await tab.waitForSelector("#findings li", { timeout: 60_000 });
  assert.match(await item.textContent(), /formaat/);
});
async function judged(made) {
  const server = await serve(made);
  await judges(server.url).finally(server.close);
}
for (const major of ["6", "7", "8"]) {
  check(`worker: Vite ${major}, serving`, async (name) => {
    const { createServer } = await import(`vite${major}`);
    const server = await createServer({ root: make(name, EDITOR), logLevel: "error", server: { port: 0, host: "127.0.0.1" } });
    await server.listen();
    await judges(server.resolvedUrls.local[0]).finally(() => server.close());
  });
  check(`worker: Vite ${major}, built`, async (name) => {
    const made = make(name, EDITOR);
    await node([tool(`vite${major}/bin/vite.js`), "build"], made);
    await judged(join(made, "dist"));
  });
}
check("worker: webpack 5", async (name) => {
  const made = make(name, { "src/index.js": EDITOR["editor.js"], "dist/index.html": page("main.js") });
  await node([tool("webpack/bin/webpack.js"), "--mode", "production"], made);
  await judged(join(made, "dist"));
});

check("webpack 5", async (name) => {
  const made = make(name, { "src/index.js": PAGE["main.js"], "src/entries.js": ENTRIES, "dist/index.html": page("main.js") });
  await node([tool("webpack/bin/webpack.js"), "--mode", "production"], made);
  await folder(join(made, "dist"));
});
check("webpack 5, by require", async (name) => {
  const main = `${PAGE["main.js"]}`.replace(/import "(.*)";/g, `require("$1");`).replace(/import (\{.*\}) from "(.*)";/g, `const $1 = require("$2");`);
  assert.ok(!/^import /m.test(main));
  const made = make(name, { "src/index.cjs": main, "src/entries.js": ENTRIES, "dist/index.html": page("main.js") });
  await node([tool("webpack/bin/webpack.js"), "--mode", "production", "--entry", "./src/index.cjs"], made);
  await folder(join(made, "dist"));
});
for (const format of ["iife", "esm"]) {
  check(`esbuild, ${format}`, async (name) => {
    const made = make(name, { ...PAGE, "dist/index.html": page("main.js", format === "esm" ? MODULE : "") });
    await node([tool("esbuild/bin/esbuild"), "main.js", "--bundle", "--minify", `--format=${format}`, "--outdir=dist"], made);
    await folder(join(made, "dist"));
  });
  check(`rollup, ${format}`, async (name) => {
    const made = make(name, { ...PAGE, "dist/index.html": page("main.js", format === "esm" ? MODULE : "") });
    await node([tool("rollup/dist/bin/rollup"), "main.js", "--plugin", "node-resolve", "--format", format, "--file", "dist/main.js", "--silent"], made);
    await folder(join(made, "dist"));
  });
}
const CHECKED = { "document.json": `{ "format": "twentse-kubus/portfolio@1", "student": { "id": "s-1" } }` };
const asked = ["document.json", "2024-05-15"];
for (const format of ["cjs", "esm"]) {
  check(`esbuild for Node, ${format}`, async (name) => {
    const made = make(name, { ...CHECKED, "check.mjs": blocks["check.mjs"] });
    const out = `dist/check.${format === "cjs" ? "cjs" : "mjs"}`;
    await node([tool("esbuild/bin/esbuild"), "check.mjs", "--bundle", "--platform=node", `--format=${format}`, `--outfile=${out}`], made);
    assert.match(await node([out, ...asked], made), /^Verdict/m);
  });
}
check("module script, with an import map", async (name) => {
  const at = (path) => `/node_modules/twentse-kubus/${path}`;
  const imports = {
    "twentse-kubus": at("js/index.js"), "twentse-kubus/all": at("js/all-index.js"), "twentse-kubus/kinds": at("js/kinds-index.js"), "twentse-kubus/docs": at("js/docs-index.js"),
    "twentse-kubus/nl": at("dist/sentences/nl.js"),
  };
  const html = PAGE["index.html"].replace("<title>", `<script type="importmap">${JSON.stringify({ imports })}</script><title>`);
  await folder(make(name, { ...PAGE, "index.html": html }));
});

const PAGES = {
  "app/layout.js": `export default ({ children }) => <html lang="nl"><body>{children}</body></html>;`,
  "app/page.js": `
    import { said } from "../entries.js";
    import Form from "./form.js";
    export default () => <><p id="server">{said}</p><Form /></>;`,
  "app/form.js": `
    "use client";
    import { useEffect, useState } from "react";
    import "twentse-kubus/nl";
    import { validate } from "twentse-kubus";
    import { said } from "../entries.js";
    export default function Form() {
      const [findings, setFindings] = useState([]);
      useEffect(() => void (document.title = said), []);
      const judge = ({ target }) => setFindings(validate(target.value, "2024-05-15").findings);
      return <><textarea id="portfolio" onChange={judge} /><ul id="findings">{findings.map((f) => <li key={f.path}>{f.message("nl")}</li>)}</ul></>;
    }`,
  "entries.js": ENTRIES,
};
const free = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});
/** Builds a program of Next, serves it, and looks at its page once the server has answered with what is `expected`. */
async function next(made, flags, expected, see) {
  await node([tool("next/dist/bin/next"), "build", ...flags], made);
  const port = await free();
  const server = spawn(process.execPath, [tool("next/dist/bin/next"), "start", "-H", "127.0.0.1", "-p", String(port)], { cwd: made, env: quiet, stdio: "ignore" });
  try {
    const url = `http://127.0.0.1:${port}/`;
    let html;
    for (let tries = 0; html === undefined && tries < 120; tries += 1) {
      html = await fetch(url).then((response) => response.text(), () => new Promise((later) => setTimeout(later, 500)));
    }
    assert.ok(html?.includes(expected), "on the server");
    await see(url);
  } finally {
    server.kill();
  }
}
const TYPED = {
  ...PAGES,
  "app/form.js": `
    "use client";
    import { useEffect, useRef, useState } from "react";
    import nl from "twentse-kubus/nl.json";
    import { validatorInWorker } from "twentse-kubus/worker";
    export default function Form() {
      const [messages, setMessages] = useState([]);
      const starting = useRef();
      useEffect(() => void (starting.current ??= validatorInWorker({ sentences: [nl] })), []);
      const judge = async ({ target }) => {
        const report = await (await starting.current).validate(target.value, { asOf: "2024-05-15", lang: "nl" });
        if (report) setMessages(report.messages);
      };
      return <><textarea id="portfolio" onChange={judge} /><ul id="findings">{messages.map((text) => <li key={text}>{text}</li>)}</ul></>;
    }`,
};
for (const [bundler, flags] of Object.entries({ Turbopack: [], webpack: ["--webpack"] })) {
  const expected = `<p id="server">${SAID}</p>`;
  check(`Next 16, ${bundler}`, async (name) => next(make(name, PAGES), flags, expected, shows));
  check(`worker: Next 16, ${bundler}`, async (name) => next(make(name, TYPED), flags, expected, judges));
}

const TEST = `
  test("the entries", () => {
    expect(said).toBe(${JSON.stringify(SAID)});
    const bytes = new TextEncoder().encode("{}");
    for (const document of ["{}", {}, bytes, bytes.buffer]) expect(validate(document, "2024-05-15").findings).toHaveLength(1);
    expect(validate("{}", "2024-05-15").findings[0].message("nl")).toMatch(/formaat/);
  });`;
const required = ENTRIES.replace(/import (\{.*\}) from "(.*)";/g, `const $1 = require("$2");`).replace("export const", "const");
const COMMON = `${required}\nrequire("twentse-kubus/nl");\n${TEST}`;
// jsdom hides what the test itself needs to make bytes. The package does not go by it.
const IN_JSDOM = `globalThis.TextEncoder ??= require("node:util").TextEncoder;\n`;
const MODULES = `import "twentse-kubus/nl";\n${ENTRIES}\n${TEST}`;
for (const environment of ["node", "jsdom"]) {
  check(`vitest 5, ${environment}`, async (name) => {
    const made = make(name, { "a.test.js": `import { expect, test } from "vitest";\n${MODULES}` });
    await run(NODE22, [tool("vitest/vitest.mjs"), "run", "--environment", environment], made);
  });
  check(`jest 30, ${environment}`, async (name) => {
    const made = make(name, { "a.test.js": environment === "jsdom" ? IN_JSDOM + COMMON : COMMON }, { type: "commonjs" });
    await node([tool("jest/bin/jest.js"), "--env", environment, "--rootDir", "."], made);
  });
}
check("jest 30, modules", async (name) => {
  const made = make(name, { "a.test.mjs": MODULES });
  await node([tool("jest/bin/jest.js"), "--rootDir", ".", "--testMatch", "**/*.test.mjs"], made, { NODE_OPTIONS: "--experimental-vm-modules" });
});

for (const [version, program] of Object.entries({ [process.versions.node.split(".")[0]]: process.execPath, [NEWER]: NODE22 })) {
  check(`Node ${version}, import`, async (name) => {
    const made = make(name, { ...CHECKED, "check.mjs": blocks["check.mjs"], "entries.mjs": `${ENTRIES}\nconsole.log(said);` });
    assert.match(await run(program, ["check.mjs", ...asked], made), /^Verdict/m);
    assert.equal((await run(program, ["entries.mjs"], made)).trim(), SAID);
  });
  check(`Node ${version}, require`, async (name) => {
    const made = make(name, { "check.cjs": blocks["check.cjs"], "entries.cjs": `${required}\nconsole.log(said);` });
    assert.match(await run(program, ["check.cjs"], made), /^Verdict/m);
    assert.equal((await run(program, ["entries.cjs"], made)).trim(), SAID);
  });
}

const [part = ""] = process.argv.slice(2);
const chosen = Object.entries(checks).filter(([name]) => name.includes(part));
assert.ok(chosen.length > 0, `no check has \`${part}\` in its name`);
const failed = [];
console.log("| tool | works | seconds |\n|---|---|---:|");
for (const [name, work] of chosen) {
  const start = performance.now();
  const fault = await work(name.toLowerCase().replace(/[^a-z0-9]+/g, "-")).then(() => undefined, (thrown) => thrown);
  if (fault) failed.push(`${name}: ${fault.stack}`);
  console.log(`| ${name} | ${fault ? "no" : "yes"} | ${((performance.now() - start) / 1000).toFixed(1)} |`);
}
remove();
for (const fault of failed) console.error(fault);
process.exitCode = failed.length > 0 ? 1 : 0;
