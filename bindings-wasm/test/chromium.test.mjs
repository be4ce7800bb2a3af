// The vectors and the page in Chromium: in a module worker, under a strict content security policy.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { Validator, validate } from "twentse-kubus";
import { Validator as OfAllKinds, compare, compareText, replay, replayText } from "twentse-kubus/all";

import { cases, isOfPortfolios, root, writeHashes } from "./cases.mjs";
import { open } from "./chromium.mjs";

const TEXT = readFileSync(new URL("examples/data/faulty.json", root), "utf8");

/** A curriculum for every cohort of that portfolio. */
const CURRICULUM = { format: "twentse-kubus/curriculum@1", id: "cur-1", firstCohort: "2015-2016" };

/** A knowledge base for every student. */
const BASE = { format: "twentse-kubus/knowledge-base@1", id: "kb-1", materials: [{ id: "m-1", kind: "ktp", places: [{ theme: "bullying" }] }] };

/** A partnership with a school, and a proposal that places nobody there. */
const PARTNERSHIP = { format: "twentse-kubus/partnership@1", id: "oost", schoolYear: "2023-2024", schools: [{ id: "sch-a", places: 2 }] };
const PROPOSAL = { format: "twentse-kubus/proposal@1", schoolYear: "2023-2024", placements: [] };

/** A dossier as a worker tells it. */
const dossierOf = (validator, documents, day) => {
  const { reports, summary } = validator.dossier(documents, day);
  const told = (report, at) => ({
    ...report.toJSON(), places: report.places(documents[at]), messages: report.findings.map((finding) => finding.message("en")), nextSteps: report.nextSteps(),
  });
  return { reports: reports.map(told), summary: summary.toJSON() };
};

describe("a worker in Chromium", () => {
  let page;
  const bodies = {};
  before(async () => (page = await open(new URL("page/", import.meta.url))));
  after(async () => {
    await page.close();
    writeHashes("chromium", bodies);
  });

  for (const one of cases) {
    const { name, document, others, answers, overlay, asOf, lens, judges, call } = one;
    test(name, async () => {
      const through = async (entry) => {
        const lists = Object.entries({ document: [document], ...others }).map(([list, several]) => [list, several.map((bytes) => [...bytes])]);
        const asked = { what: "answers", entry, lists, asOf, lens, judges, overlay, call };
        const told = await page.tab.evaluate(({ lists, ...rest }) => {
          const whole = lists.map(([list, several]) => [list, several.map((bytes) => new Uint8Array(bytes))]);
          const { document: [document], ...others } = Object.fromEntries(whole);
          return ask({ ...rest, document, others });
        }, asked);
        assert.equal(told.answers, answers, `${entry}: ${told.message}`);
        return told.answers;
      };
      bodies[name] = await through("all");
      if (isOfPortfolios(one)) await through("portfolios");
    });
  }

  test("a refusal crosses with its code", async () => {
    const told = await page.tab.evaluate(() => ask({ what: "answers", document: "{}", asOf: "tomorrow" }));
    assert.equal(told.code, "invalid-date");
  });

  test("the page shows the report", async () => {
    const data = (name) => readFileSync(new URL(`examples/data/${name}`, root), "utf8");
    const { asOf, findings } = JSON.parse(data("expected.json"))["faulty.json"];
    const text = data("faulty.json");
    assert.equal(await page.tab.evaluate(({ text, asOf }) => show(text, asOf), { text, asOf }), findings.length);
    assert.equal(await page.tab.textContent("#verdict"), "voldoet niet");
    assert.match(await page.tab.textContent("#findings"), /geen eigen leerdoel/);
    const pictures = new URL("target/pictures/", root);
    mkdirSync(pictures, { recursive: true });
    await page.tab.screenshot({ path: fileURLToPath(new URL("page.png", pictures)), fullPage: true });
  });

  test("what pages have at hand: buffers of every realm, and what has to be read first", async () => {
    const told = await page.tab.evaluate(async (text) => {
      const { init, KubusError, validate } = await import("/js/web.js");
      const frame = document.body.appendChild(document.createElement("iframe")).contentWindow;
      const file = new File([text], "portfolio.json");
      const bytes = await file.arrayBuffer();
      const filled = (buffer) => (new Uint8Array(buffer).set(new Uint8Array(bytes)), buffer);
      // Without isolation a page has no constructor for shared memory; WebAssembly still makes it.
      const shared = filled(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
      const elsewhere = filled(new frame.ArrayBuffer(bytes.byteLength));
      const documents = {
        file, "file in the frame": new frame.File([text], "portfolio.json"), blob: file.slice(), response: new Response(text),
        list: Object.assign(document.createElement("input"), { type: "file" }).files, map: new frame.Map(), date: new frame.Date(),
        "its text": await file.text(), bytes, "a view": new DataView(bytes), "object of the frame": frame.JSON.parse(text), elsewhere,
        "a view of the frame": new frame.Uint8Array(elsewhere), shared: new Uint8Array(shared, 0, bytes.byteLength),
      };
      const answer = (document) => {
        try {
          return validate(document, "2024-05-15").bodyJson();
        } catch (thrown) {
          return thrown instanceof TypeError && !(thrown instanceof KubusError) ? thrown.message : String(thrown);
        }
      };
      const early = answer(text);
      // The library as bytes and as a module of the frame, and from where the package lies.
      const wasm = await (await fetch("/dist/judge.wasm")).arrayBuffer();
      const sources = [new frame.Uint8Array(wasm).buffer, await frame.WebAssembly.compile(wasm), await frame.fetch("/dist/judge.wasm"), undefined];
      const bodies = [];
      for (const source of sources) {
        await init(source);
        bodies.push(answer(text));
      }
      const answers = Object.fromEntries(Object.entries(documents).map(([name, document]) => [name, answer(document)]));
      return { early, bodies, answers };
    }, TEXT);
    assert.match(told.early, /not loaded/);
    const body = validate(TEXT, "2024-05-15").bodyJson();
    assert.deepEqual(told.bodies, [body, body, body, body]);
    const not = (what) => `expected text, bytes or an object, not ${what}`;
    const { file, blob, response, list, map, date, "file in the frame": foreign, ...judged } = told.answers;
    assert.deepEqual([file, foreign, blob, response], ["File", "File", "Blob", "Response"].map((name) => not(`a ${name}: await its text() first`)));
    assert.deepEqual([list, map, date], ["FileList", "Map", "Date"].map((name) => not(`a ${name}: give a plain object, or its JSON text`)));
    assert.equal(Object.keys(judged).length, 7);
    for (const [name, answer] of Object.entries(judged)) assert.equal(answer, body, name);
  });

  describe("the ready-made worker, under the same policy", () => {
    /** Runs in the page, with the entry and the library beside it to compare with. */
    const inPage = (work, ...given) => page.tab.evaluate(
      `(async () => {
        const [{ validatorInWorker, KubusError }, { init, Validator }] = [await import("/js/worker.js"), await import("/js/web.js")];
        const refused = (promise) => promise.then(() => "nothing was thrown", ({ name, code, message, details }) => ({ name, code, message, details }));
        await init();
        return (${work})({ validatorInWorker, KubusError, Validator, refused }, ...${JSON.stringify(given)});
      })()`,
    );

    test("the answer is that of the library, with places and sentences", async () => {
      const rulebook = { id: "own", severity: { "TK-P303": "info" } };
      const told = await inPage(async ({ validatorInWorker }, text, rulebook) => {
        const nl = await (await fetch("/dist/sentences/nl.json")).text();
        const worker = await validatorInWorker({ rulebook, sentences: [nl] });
        const asked = { asOf: "2024-05-15", lens: "graduating" };
        const bytes = new TextEncoder().encode(`xx${text}xx`);
        const answers = [];
        for (const document of [text, JSON.parse(text), bytes.subarray(2, bytes.length - 2)]) answers.push(await worker.validate(document, { ...asked, lang: "nl" }));
        answers.push(await worker.validate(text, asked));
        worker.close();
        return answers;
      }, TEXT, rulebook);
      const report = new Validator(rulebook).validate(TEXT, "2024-05-15", "graduating");
      const expected = JSON.parse(JSON.stringify({ ...report.toJSON(), places: report.places(TEXT), messages: report.findings.map((finding) => finding.message("nl")) }));
      const [text, object, bytes, wordless] = told;
      assert.deepEqual(text, expected);
      assert.deepEqual(bytes, expected);
      assert.ok(expected.body.findings.length > 5 && expected.messages.length === expected.body.findings.length);
      assert.equal(expected.body.rulebook.id, "own");
      assert.deepEqual(object.body, expected.body);
      const { messages, ...rest } = expected;
      assert.deepEqual(wordless, rest);
    });

    test("the newest question is answered, and those before it are skipped", async () => {
      const told = await inPage(async ({ validatorInWorker }) => {
        const worker = await validatorInWorker();
        const ask = (asOf) => worker.validate("{}", { asOf }).then((report) => report?.body.asOf ?? "skipped", ({ code }) => code);
        const days = Array.from({ length: 30 }, (_, at) => `2024-06-${String(at + 1).padStart(2, "0")}`);
        const burst = await Promise.all(days.map(ask));
        // One after another, each is answered; one that is refused ends nothing.
        const calm = [];
        for (const day of ["2024-01-01", "tomorrow", "2024-01-02"]) calm.push(await ask(day));
        // A skipped question that would have been refused is skipped all the same; a new one while the last is being worked on, too.
        const mixed = [ask("tomorrow"), ask("2024-02-01")];
        await new Promise((later) => setTimeout(later, 0));
        mixed.push(ask("2024-02-02"));
        const ends = await Promise.all(mixed);
        const last = ask("2024-03-01");
        worker.close();
        worker.close();
        return { burst, calm, ends, last: await last, after: await ask("2024-03-02") };
      });
      assert.deepEqual(told.burst, [...Array(29).fill("skipped"), "2024-06-30"]);
      assert.deepEqual(told.calm, ["2024-01-01", "invalid-date", "2024-01-02"]);
      // The second may have been answered by then.
      assert.deepEqual([told.ends[0], told.ends[2]], ["skipped", "2024-02-02"]);
      assert.ok(["skipped", "2024-02-01"].includes(told.ends[1]), told.ends[1]);
      assert.deepEqual([told.last, told.after], ["skipped", "freed"]);
    });

    test("what is refused is refused as elsewhere", async () => {
      const told = await inPage(async ({ validatorInWorker, Validator, KubusError, refused }) => {
        const here = (call) => refused((async () => call())());
        const faulty = { colour: 1, extends: "drenthe" };
        const worker = await validatorInWorker();
        const asked = { lens: ["{}", "2024-05-15", "later"], kind: ["{}", "2024-05-15", "now", "knowledge-base"], day: ["{}", "15 May"], empty: ["{}", ""], absent: ["{}"], file: [new File([], "a.json"), "2024-05-15"] };
        const both = { rulebook: [await refused(validatorInWorker({ rulebook: faulty })), await here(() => new Validator(faulty))] };
        for (const [name, [document, asOf, lens, kind]] of Object.entries(asked)) {
          both[name] = [await refused(worker.validate(document, { asOf, lens, kind })), await here(() => new Validator().validate(document, asOf, lens, kind))];
        }
        const language = await refused(worker.validate("{}", { asOf: "2024-05-15", lang: "nl" }));
        const sentences = await refused(validatorInWorker({ sentences: ["{}"] }));
        const ours = await worker.validate("{}", {}).catch((thrown) => thrown instanceof KubusError);
        // Nothing of it ended the worker.
        const { body } = await worker.validate("{}", { asOf: "2024-05-15" });
        worker.close();
        return { both, language, sentences, ours, verdict: body.verdict };
      });
      for (const [name, [theirs, here]] of Object.entries(told.both)) assert.deepEqual(theirs, here, name);
      const codes = Object.fromEntries(Object.entries(told.both).map(([name, [{ name: type, code }]]) => [name, code ?? type]));
      const day = "invalid-date";
      assert.deepEqual(codes, { rulebook: "invalid-rulebook", lens: "unknown-lens", kind: "unknown-kind", day, empty: day, absent: day, file: "TypeError" });
      assert.equal(told.both.rulebook[0].details.length, 2);
      assert.deepEqual([told.language.code, told.sentences.code], ["language-not-loaded", "invalid-sentences"]);
      assert.deepEqual([told.ours, told.verdict], [true, "undecided"]);
    });

    test("a worker that is not there, or not allowed, is told with the way out", async () => {
      const told = await inPage(async ({ validatorInWorker, refused }) => {
        const makes = { absent: () => new Worker("/nothing.js", { type: "module" }), policy: () => new Worker("data:text/javascript,0"), throws: () => { throw new Error("no"); } };
        const told = {};
        for (const [name, worker] of Object.entries(makes)) told[name] = await refused(validatorInWorker({ worker }));
        return told;
      });
      for (const [name, { code, message }] of Object.entries(told)) {
        assert.equal(code, "no-worker", name);
        assert.match(message, /`twentse-kubus\/worker-thread`/, name);
      }
      // The browser tells of the first two in its console, too; of nothing else.
      const inConsole = page.faults.splice(0);
      assert.ok(inConsole.every((fault) => /404|data:/.test(fault)), `${inConsole}`);
    });

    test("the entry for every kind judges a dossier as the one with everything does, and says what it does not", async () => {
      const told = await inPage(async ({ refused }, text, partnership) => {
        const answers = [];
        for (const entry of ["kinds", "all"]) {
          const worker = await (await import(`/js/${entry}-worker.js`)).validatorInWorker();
          answers.push(await worker.dossier([text, partnership], { asOf: "2024-05-15" }));
          if (entry === "kinds") answers.push(await refused(worker.network(partnership, { asOf: "2024-05-15" })));
          worker.close();
        }
        return answers;
      }, TEXT, PARTNERSHIP);
      const [some, refusal, whole] = told;
      assert.deepEqual([some.reports.map(({ body }) => body.document.kind), some.summary.documents], [["portfolio", "partnership"], 2]);
      assert.deepEqual(some, whole);
      assert.equal(refusal.code, "not-in-entry");
    });

    test("the entry for all kinds judges a knowledge base", async () => {
      const verdict = await page.tab.evaluate(async () => {
        const { validatorInWorker } = await import("/js/all-worker.js");
        const worker = await validatorInWorker();
        const { body } = await worker.validate("{}", { asOf: "2024-05-15", kind: "knowledge-base" });
        worker.close();
        return body.document.kind;
      });
      assert.equal(verdict, "knowledge-base");
    });

    test("the entry for all kinds tells what is to be done and why; the other says so", async () => {
      const told = await inPage(async ({ validatorInWorker, refused }, text, curriculum, base, partnership, proposal) => {
        const ofAll = await import("/js/all-worker.js");
        const curricula = [curriculum, new TextEncoder().encode(JSON.stringify({ ...curriculum, id: "cur-2", firstCohort: "2010-2011" }))];
        const knowledgeBases = [new TextEncoder().encode(JSON.stringify(base))];
        const worker = await ofAll.validatorInWorker({ curricula, knowledgeBases, sentences: [await (await fetch("/dist/sentences/en.json")).text()] });
        const [asked, lang] = [{ asOf: "2024-05-15" }, "en"];
        const pending = [
          worker.validate(text, { ...asked, lens: "graduating", nextSteps: true }).then((report) => report.nextSteps),
          worker.trace(text, { ...asked, lens: "graduating" }), worker.traceText(text, { ...asked, lang }),
          worker.handOver(text, { ...asked, texts: true }), worker.handOverText(JSON.parse(text), { ...asked, texts: true, lang }),
          worker.assess(text, { ...asked, lens: "year-ended" }), worker.assessText(text, { ...asked, lang }),
          worker.coverage(text, asked), worker.coverageText(text, { ...asked, lang }),
          worker.card(text, { ...asked, lens: "year-ended" }), worker.cardText(text, { ...asked, lang }),
          worker.curriculumCoverage(curriculum), worker.curriculumCoverageText(curriculum, { lang }),
          worker.cube(base, asked), worker.cubeText(base, { ...asked, lang }), worker.justInTime(text, asked), worker.justInTimeText(text, { ...asked, lang }),
          worker.network(partnership, { ...asked, lens: "year-ended" }), worker.networkText(partnership, { ...asked, lang }),
          worker.whereNext([text], partnership, "2023-2024"), worker.whereNextText(new Set([text]), partnership, "2023-2024", { lang }),
          worker.checkProposal([text], partnership, proposal), worker.checkProposalText([text], partnership, JSON.stringify(proposal), { lang }),
          worker.overview([text], { ...asked, k: 1 }), worker.overviewText([text], { ...asked, lang }),
          worker.compare(null, { id: "other", severity: { "TK-P105": "off" } }, [text], { ...asked, k: 1 }), worker.compareText(undefined, "{}", [text], { ...asked, lang }),
          worker.dossier([text, partnership], { ...asked, lang, nextSteps: true }),
          worker.bundle(text, asked),
        ];
        const answers = await Promise.all(pending);
        const bundle = answers.at(-1);
        answers.push(await worker.replay(bundle, [curriculum, base, new TextEncoder().encode(text)]), await worker.replayText(JSON.stringify(bundle), new Set([text]), { lang }));
        const lensless = (await worker.validate(text, asked)).nextSteps === undefined;
        const refusals = [await refused(worker.handOver("{", asked)), await refused(worker.trace(text, {})), await refused(worker.traceText(text, asked)), await refused(worker.coverage(text, "2024-05-15")), await refused(worker.replay("{", [])), await refused(worker.replay(bundle, text)), await refused(worker.overview([text], { ...asked, k: NaN })), await refused(worker.whereNext([text], partnership, "2023")), await refused(worker.dossier(text, asked))];
        // Nobody waits for ever: what has no answer when the validator is closed gives `undefined`.
        const late = [worker.coverage(text, asked), worker.trace(text, asked)];
        worker.close();
        const closed = [...(await Promise.all(late)).map((answer) => answer === undefined), (await refused(worker.coverage(text, asked))).code];
        const judging = await validatorInWorker();
        const not = [await refused(judging.validate(text, { ...asked, nextSteps: true })), await refused(judging.trace(text, asked)), await refused(judging.assess(text, asked)), await refused(judging.replay(bundle, [text]))];
        judging.close();
        not.push(await refused(validatorInWorker({ curricula })), await refused(validatorInWorker({ knowledgeBases })), await refused(ofAll.validatorInWorker({ partnerships: ["{"] })), await refused(ofAll.validatorInWorker({ curricula: [curriculum, curriculum] })), await refused(ofAll.validatorInWorker({ curricula: [7] })));
        return { answers, lensless, refusals: refusals.map(({ name, code }) => code ?? name), closed, not: not.map(({ name, code }) => code ?? name) };
      }, TEXT, CURRICULUM, BASE, PARTNERSHIP, PROPOSAL);
      const earlier = JSON.stringify({ ...CURRICULUM, id: "cur-2", firstCohort: "2010-2011" });
      const [day, validator] = ["2024-05-15", new OfAllKinds(undefined, { curricula: [CURRICULUM, earlier], knowledgeBases: [BASE] })];
      assert.equal(validator.assess(TEXT, day).curriculum.id, CURRICULUM.id);
      assert.equal(validator.justInTime(TEXT, day).knowledgeBase.id, BASE.id);
      assert.deepEqual(told.answers, [
        validator.validate(TEXT, day, "graduating").nextSteps(),
        validator.trace(TEXT, day, { lens: "graduating" }), validator.traceText(TEXT, day, { lang: "en" }),
        validator.handOver(TEXT, day, { texts: true }), validator.handOverText(TEXT, day, { texts: true, lang: "en" }),
        validator.assess(TEXT, day, { lens: "year-ended" }), validator.assessText(TEXT, day, { lang: "en" }),
        validator.coverage(TEXT, day), validator.coverageText(TEXT, day, { lang: "en" }),
        validator.card(TEXT, day, { lens: "year-ended" }), validator.cardText(TEXT, day, { lang: "en" }),
        validator.curriculumCoverage(CURRICULUM), validator.curriculumCoverageText(CURRICULUM, { lang: "en" }),
        validator.cube(BASE, day), validator.cubeText(BASE, day, { lang: "en" }), validator.justInTime(TEXT, day), validator.justInTimeText(TEXT, day, { lang: "en" }),
        validator.network(PARTNERSHIP, day, { lens: "year-ended" }), validator.networkText(PARTNERSHIP, day, { lang: "en" }),
        validator.whereNext([TEXT], PARTNERSHIP, "2023-2024"), validator.whereNextText([TEXT], PARTNERSHIP, "2023-2024", { lang: "en" }),
        validator.checkProposal([TEXT], PARTNERSHIP, PROPOSAL), validator.checkProposalText([TEXT], PARTNERSHIP, PROPOSAL, { lang: "en" }),
        validator.overview([TEXT], day, { k: 1 }), validator.overviewText([TEXT], day, { lang: "en" }),
        compare(null, { id: "other", severity: { "TK-P105": "off" } }, [TEXT], day, { k: 1 }), compareText(null, null, [TEXT], day, { lang: "en" }),
        dossierOf(validator, [TEXT, PARTNERSHIP], day),
        validator.bundle(TEXT, day), replay(validator.bundle(TEXT, day), [CURRICULUM, BASE, TEXT]), replayText(validator.bundle(TEXT, day), [TEXT], { lang: "en" }),
      ]);
      assert.equal(told.answers.at(-2).replayed, "same");
      assert.equal(told.lensless, true);
      assert.deepEqual(told.refusals, ["unreadable-document", "invalid-date", "language-not-loaded", "TypeError", "invalid-bundle", "TypeError", "TypeError", "invalid-school-year", "TypeError"]);
      assert.deepEqual(told.closed, [true, true, "freed"]);
      assert.deepEqual(told.not, ["not-in-entry", "not-in-entry", "not-in-entry", "not-in-entry", "not-in-entry", "not-in-entry", "invalid-documents", "invalid-documents", "TypeError"]);
    });
  });

  test("a console shows the verdict of a report, and where a finding is", async () => {
    const session = await page.tab.context().newCDPSession(page.tab);
    await session.send("Runtime.enable");
    const logged = new Promise((done) => session.on("Runtime.consoleAPICalled", ({ args }) => args.length === 3 && done(args)));
    await page.tab.evaluate(async (text) => {
      const { init, validate } = await import("/js/web.js");
      await init();
      const report = validate(text, "2024-05-15");
      console.log(report, report.findings[0], String(report));
    }, TEXT);
    const [report, finding, text] = await logged;
    // The line that a console shows before anybody opens the object.
    const shown = ({ description, preview }) => `${description} ${preview.properties.map(({ name, value }) => `${name}: ${value}`).join(", ")}`;
    assert.match(shown(report), /^Report .*\bverdict: falls-short/);
    assert.match(shown(finding), /^Finding .*\bcode: TK-.*\bpath: \//);
    assert.match(text.value, /^Report: falls-short; portfolio /);
    await session.detach();
  });

  test("a language is there once it is imported, or its file is learnt", async () => {
    const told = await page.tab.evaluate(async (text) => {
      const { init, language, learn, validate } = await import("/js/web.js");
      await init();
      const report = validate(text, "2024-05-15");
      const asked = (lang) => {
        try {
          return [report.findings[0].message(lang), report.render(lang)];
        } catch ({ code, message }) {
          return [code, message];
        }
      };
      const before = ["nl", "nl-plain", "en-GB", "fy"].map(asked);
      await import(`/dist/sentences/${language("en-GB")}.js`);
      learn(await (await fetch("/dist/sentences/nl-plain.json")).text());
      learn(await (await fetch("/dist/sentences/nl.json")).json());
      return { before, after: ["nl", "nl-plain", "en-GB"].map(asked) };
    }, TEXT);
    assert.deepEqual(told.before.map(([code]) => code), ["language-not-loaded", "language-not-loaded", "language-not-loaded", "unknown-language"]);
    ["nl", "nl-plain", "en"].forEach((tag, at) => {
      assert.ok(told.before[at][1].includes(`import "twentse-kubus/${tag}";`), told.before[at][1]);
    });
    const report = validate(TEXT, "2024-05-15");
    assert.deepEqual(told.after, ["nl", "nl-plain", "en"].map((lang) => [report.findings[0].message(lang), report.render(lang)]));
  });

  test("the policy was kept", () => assert.deepEqual(page.faults, []));
});

/** The title that a bundled program gives its page. */
async function bundled(name, contents, options) {
  const made = new URL(`../dist/${name}/`, import.meta.url);
  await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    // As bundlers lay it out: the library lies where the URL in the module says.
    outfile: fileURLToPath(new URL("js/bundle.js", made)),
    bundle: true, target: "es2022", platform: "browser", ...options,
  });
  const script = `<script ${options.format === "esm" ? 'type="module" ' : "defer "}src="js/bundle.js"></script>`;
  await writeFile(new URL("index.html", made), `<!doctype html><meta charset="utf-8">${script}`);
  const { tab, faults, close } = await open(made);
  await tab.waitForFunction(() => document.title !== "", undefined, { timeout: 10_000 }).catch(() => {});
  const title = await tab.title();
  await close();
  assert.deepEqual(faults.filter((fault) => !fault.includes("favicon")), []);
  return title;
}

test("a bundle finds its library, and holds the language that it imports and no other", async () => {
  const program = `import { validate } from "twentse-kubus"; import "twentse-kubus/nl-plain"; import { explain } from "twentse-kubus/docs";
    const { verdict, findings } = validate("{}", "2024-05-15");
    let code;
    try { findings[0].message("en"); } catch (thrown) { code = thrown.code; }
    document.title = [verdict, findings[0].message("nl-plain"), code, explain("TK-P609", "en").slice(0, 9)].join(" · ");`;
  const [finding] = validate("{}", "2024-05-15").findings;
  const expected = ["undecided", finding.message("nl-plain"), "language-not-loaded", "# TK-P609"].join(" · ");
  assert.equal(await bundled("bundle", program, { format: "esm" }), expected);
  const bundle = readFileSync(new URL("../dist/bundle/js/bundle.js", import.meta.url), "utf8");
  const templates = (lang) => Object.values(JSON.parse(readFileSync(new URL(`../dist/sentences/${lang}.json`, import.meta.url), "utf8")).texts);
  const held = (lang) => templates(lang).filter((template) => template.length > 40 && bundle.includes(template)).length;
  assert.ok(held("nl-plain") > 10);
  assert.equal(held("en"), 0);
});

test("a bundle with the entry for all kinds judges a knowledge base, whether it finds its library or holds it", async () => {
  const judge = `validate("{}", "2024-05-15", "now", "knowledge-base")`;
  const found = `import { Validator } from "twentse-kubus/all"; document.title = new Validator().${judge}.documentKind;`;
  assert.equal(await bundled("bundle-all", found, { format: "esm" }), "knowledge-base");
  const held = `import init, { Validator } from "twentse-kubus/all/web"; import all from "twentse-kubus/all.wasm";
    init(all).then(() => (document.title = new Validator().${judge}.documentKind));`;
  assert.equal(await bundled("bundle-all-held", held, { format: "iife", loader: { ".wasm": "binary" } }), "knowledge-base");
});

test("a bundle that holds its library needs no URL, as a classic script either", async () => {
  const program = `import init, { validate } from "twentse-kubus/web"; import judge from "twentse-kubus/judge.wasm";
    import initDocs, { explain } from "twentse-kubus/docs/web"; import docs from "twentse-kubus/docs.wasm";
    Promise.all([init(judge), initDocs(docs)]).then(() => {
      document.title = validate("{}", "2024-05-15").verdict + " " + explain("TK-P609", "en").slice(0, 9);
    });`;
  const options = { loader: { ".wasm": "binary" }, logOverride: { "empty-import-meta": "silent" } };
  for (const format of ["iife", "esm"]) {
    assert.equal(await bundled(`bundle-${format}`, program, { format, ...options }), "undecided # TK-P609", format);
  }
});
