// A page and its worker in a real browser, served under a strict content security policy.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

import { chromium } from "playwright-core";

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'";

const launch = () => chromium.launch({
  executablePath: process.env.KUBUS_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** What is seen on a page that somebody else serves. */
export async function look(url, see) {
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(url);
    return await see(tab);
  } finally {
    await browser.close();
  }
}

/** Serves the package, with the pages of a folder at its root, and opens one; close what it gives. */
export async function open(folder, page = "index.html") {
  const roots = [folder, new URL("../", import.meta.url)];
  const server = createServer(async ({ url }, response) => {
    const path = `.${new URL(url, "http://localhost").pathname}`;
    for (const root of roots) {
      const body = await readFile(new URL(path, root)).catch(() => undefined);
      if (!body) continue;
      const headers = { "content-type": types[extname(path)] ?? "application/octet-stream", "content-security-policy": policy };
      return response.writeHead(200, headers).end(body);
    }
    response.writeHead(404).end();
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await launch();
  const tab = await browser.newPage();
  const faults = [];
  tab.on("pageerror", (error) => faults.push(String(error)));
  tab.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await tab.goto(`http://127.0.0.1:${server.address().port}/${page}`);
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { tab, faults, close };
}
