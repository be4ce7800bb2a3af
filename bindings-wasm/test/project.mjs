// Projects of somebody who has installed the package as it is packed: a link to this folder would be taken for a source.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The blocks of code in the README, by the file that the first line of each names. */
export const blocks = Object.fromEntries(
  [...readFileSync(here("../README.md"), "utf8").matchAll(/```\w+\n((?:\/\/|<!--) (\S+)[^]*?)```/g)].map(([, block, name]) => [name, block]),
);

/** A program that asks each entry something, and says it in the title of its page. */
export const ENTRIES = `
  import { validate } from "twentse-kubus";
  import { Validator } from "twentse-kubus/all";
  import { explain } from "twentse-kubus/docs";
  import { frameworks, labels } from "twentse-kubus/labels";
  const { verdict } = validate("{}", "2024-05-15");
  const { documentKind } = new Validator().validate("{}", "2024-05-15", "now", "knowledge-base");
  const [{ step }] = new Validator().validate("{}", "2024-05-15").nextSteps().steps;
  export const said = [verdict, documentKind, step, explain("TK-P609", "en").slice(0, 9), labels("en").fields.placements, frameworks()[0].name].join(" · ");
`;
export const SAID = "undecided · knowledge-base · correct-data · # TK-P609 · placements · competences";

/** The program of the README for pages, beside which every entry says something. */
export const PAGE = {
  "index.html": `<!doctype html><meta charset="utf-8"><title></title>${blocks["index.html"]}`,
  "main.js": `import { said } from "./entries.js";\n${blocks["main.js"]}\ndocument.title = said;`,
  "entries.js": ENTRIES,
};

/** Makes projects in a new folder below another one; their files are given by name. */
export function projects(below) {
  mkdirSync(below, { recursive: true });
  const folder = mkdtempSync(join(below, "projects-"));
  execFileSync("npm", ["pack", "--pack-destination", folder], { cwd: here(".."), stdio: "ignore" });
  const packed = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")));
  const make = (name, files, manifest = {}) => {
    const project = join(folder, name);
    const installed = join(project, "node_modules/twentse-kubus");
    mkdirSync(installed, { recursive: true });
    execFileSync("tar", ["--extract", "--strip-components=1", `--directory=${installed}`, `--file=${packed}`]);
    const described = { name: "somebody", private: true, type: "module", dependencies: { "twentse-kubus": "*" }, ...manifest };
    for (const [file, text] of Object.entries({ ...files, "package.json": JSON.stringify(described) })) {
      mkdirSync(dirname(join(project, file)), { recursive: true });
      writeFileSync(join(project, file), text);
    }
    return project;
  };
  return { make, remove: () => rmSync(folder, { recursive: true }) };
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

/** Serves a folder as it is. */
export async function serve(folder) {
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url, "http://localhost").pathname;
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const body = await readFile(file).catch(() => undefined);
    if (body === undefined) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** What the page of the README shows for an empty document, and what the entries say. */
export async function read(tab) {
  const faults = [];
  tab.on("pageerror", (error) => faults.push(String(error)));
  try {
    await tab.waitForFunction(() => document.title !== "", undefined, { timeout: 60_000 });
    await tab.fill("#portfolio", "{}");
    const item = await tab.waitForSelector("#findings li", { timeout: 20_000 });
    return { title: await tab.title(), finding: await item.textContent() };
  } catch (thrown) {
    throw new Error([...faults, thrown.message].join("\n"));
  }
}
