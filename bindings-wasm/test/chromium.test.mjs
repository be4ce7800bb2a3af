// The vectors and the page in Chromium: in a module worker, under a strict content security policy.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { cases, root, writeHashes } from "./cases.mjs";
import { open } from "./chromium.mjs";

describe("a worker in Chromium", () => {
  let page;
  const bodies = {};
  before(async () => (page = await open(new URL("page/", import.meta.url))));
  after(async () => {
    await page.close();
    writeHashes("chromium", bodies);
  });

  for (const { name, document, body, asOf, lens, rulebook } of cases) {
    test(name, async () => {
      const asked = { kind: "body", bytes: [...document], asOf, lens, rulebook };
      const told = await page.tab.evaluate(({ bytes, ...rest }) => ask({ ...rest, document: new Uint8Array(bytes) }), asked);
      bodies[name] = told.body;
      assert.equal(told.body, body.toString(), told.message);
    });
  }

  test("a refusal crosses with its code", async () => {
    const told = await page.tab.evaluate(() => ask({ kind: "body", document: "{}", asOf: "tomorrow" }));
    assert.equal(told.code, "invalid-date");
  });

  test("the page shows the report", async () => {
    const data = (name) => readFileSync(new URL(`examples/data/${name}`, root), "utf8");
    const { asOf, findings } = JSON.parse(data("expected.json"))["faulty.json"];
    const text = data("faulty.json");
    assert.equal(await page.tab.evaluate(({ text, asOf }) => show(text, asOf), { text, asOf }), findings.length);
    assert.equal(await page.tab.textContent("#verdict"), "voldoet niet");
    assert.match(await page.tab.textContent("#findings"), /heeft geen eigen leerdoel/);
    const pictures = new URL("target/pictures/", root);
    mkdirSync(pictures, { recursive: true });
    await page.tab.screenshot({ path: fileURLToPath(new URL("page.png", pictures)), fullPage: true });
  });

  test("the policy was kept", () => assert.deepEqual(page.faults, []));
});

test("a bundle finds its library", async () => {
  const made = new URL("../dist/bundle/", import.meta.url);
  await build({
    stdin: {
      contents: `import { validate } from "twentse-kubus"; import { explain } from "twentse-kubus/docs";
        document.title = validate("{}", "2024-05-15").verdict + " " + explain("TK-P609", "en").slice(0, 9);`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    // As bundlers lay it out: the library lies where the URL in the module says.
    outfile: fileURLToPath(new URL("js/bundle.js", made)),
    bundle: true, format: "esm", target: "es2022", platform: "browser",
  });
  const { writeFile } = await import("node:fs/promises");
  await writeFile(new URL("index.html", made), `<!doctype html><meta charset="utf-8"><script type="module" src="js/bundle.js"></script>`);
  const { tab, faults, close } = await open(made);
  await tab.waitForFunction(() => document.title !== "", undefined, { timeout: 10_000 }).catch(() => {});
  const title = await tab.title();
  await close();
  assert.deepEqual(faults.filter((fault) => !fault.includes("favicon")), []);
  assert.equal(title, "undecided # TK-P609");
});
