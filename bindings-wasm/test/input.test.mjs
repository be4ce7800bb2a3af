// What goes in: buffers of every kind and realm, what is no document, and what is too long to be one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { runInNewContext } from "node:vm";

import { KubusError, Report, Validator, validate } from "twentse-kubus";

import { library } from "../js/judge.js";
import { root } from "./cases.mjs";

const DAY = "2024-05-15";
const TEXT = readFileSync(new URL("examples/data/faulty.json", root), "utf8");
const MIB = 1 << 20;

/** What a call throws: a `TypeError` whose message is as it should be. */
const refused = (call, message) => assert.throws(call, (thrown) => {
  assert.ok(thrown instanceof TypeError, `${thrown}`);
  assert.match(thrown.message, message);
  return true;
});

describe("bytes, wherever they are", () => {
  const body = validate(TEXT, DAY).bodyJson();
  const bytes = new TextEncoder().encode(TEXT);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length + 3), 3);
  shared.set(bytes);
  // Another realm has its own buffers, as a frame or a test runner with a DOM has.
  const elsewhere = runInNewContext(`
    const buffer = new ArrayBuffer(length + 2);
    new Uint8Array(buffer, 1).set(bytes);
    const shared = new SharedArrayBuffer(length);
    new Uint8Array(shared).set(bytes);
    ({
      "an ArrayBuffer": buffer.slice(1, 1 + length),
      "a Uint8Array": new Uint8Array(buffer, 1, length),
      "a Uint8ClampedArray": new Uint8ClampedArray(buffer, 1, length),
      "a DataView": new DataView(buffer, 1, length),
      "a SharedArrayBuffer": shared,
    })`, { bytes, length: bytes.length });
  const given = {
    "an ArrayBuffer": bytes.buffer,
    "a Uint8Array": bytes,
    "an Int8Array": new Int8Array(bytes.buffer),
    "a DataView": new DataView(bytes.buffer),
    "a Buffer": Buffer.from(TEXT),
    "a Uint8Array on shared memory": shared,
    "a SharedArrayBuffer": shared.buffer.slice(3),
  };
  for (const [realm, documents] of Object.entries({ "this realm": given, "another realm": elsewhere })) {
    for (const [name, document] of Object.entries(documents)) {
      test(`${name} of ${realm}`, () => {
        assert.equal(validate(document, DAY).bodyJson(), body);
        assert.deepEqual(validate(TEXT, DAY).places(document), validate(TEXT, DAY).places(TEXT));
        assert.equal(new Validator().validateMany([document], DAY).reports[0].bodyJson(), body);
      });
    }
  }

  test("a rulebook too", () => {
    const overlay = JSON.stringify({ severity: { "TK-P101": "warning" } });
    const memory = new Uint8Array(new SharedArrayBuffer(overlay.length));
    memory.set(Buffer.from(overlay));
    for (const rulebook of [memory, memory.buffer, Buffer.from(overlay), runInNewContext("JSON.parse(overlay)", { overlay })]) {
      assert.equal(new Validator(rulebook).rulebookSource, overlay);
    }
    const { fingerprint } = new Validator(overlay);
    for (const marked of [`\ufeff${overlay}`, Buffer.from(`\ufeff${overlay}`)]) assert.equal(new Validator(marked).fingerprint, fingerprint);
    for (const broken of [new Uint8Array([0x7b, 0xff, 0x7d]), `{"id": "\ud800"}`]) {
      assert.throws(() => new Validator(broken), (thrown) => thrown instanceof KubusError && thrown.code === "invalid-rulebook");
    }
  });

  test("a rulebook that is too large is refused for that, and not copied as a whole", () => {
    // 2.2 GB of zeros, of which the machine holds none until they are read, and a text.
    for (const large of [new Uint8Array(2_200_000_000), " ".repeat(2 ** 28)]) {
      assert.throws(() => new Validator(large), (thrown) => thrown.code === "invalid-rulebook" && /larger than allowed/.test(thrown.message));
    }
    assert.ok(library.current.exports.memory.buffer.byteLength < 300 * MIB);
  });

  test("a rulebook stays what it was, whatever becomes of its bytes", () => {
    const [bytes, { fingerprint }] = [Buffer.from(`{"norms": {"TK-R010.max_bytes": 2000}}`), new Validator()];
    const validator = new Validator(bytes);
    bytes.fill(0);
    // Another instance of the library makes the validator anew.
    library.load(new WebAssembly.Module(readFileSync(new URL("../dist/judge.wasm", import.meta.url))));
    assert.notEqual(validator.fingerprint, fingerprint);
    assert.equal(validator.validate(" ".repeat(2001), DAY).findings[0].code, "TK-R010");
  });
});

describe("objects", () => {
  const object = JSON.parse(TEXT);
  const body = validate(TEXT, DAY).bodyJson();
  class Kept {
    #document = object;
    toJSON() {
      return this.#document;
    }
  }
  const plain = {
    "an object without a prototype": Object.assign(Object.create(null), object),
    "an object of another realm": runInNewContext("JSON.parse(text)", { text: TEXT }),
    "a proxy": new Proxy(object, {}),
    "an object with toJSON": new Kept(),
  };
  for (const [name, document] of Object.entries(plain)) {
    test(`${name} is judged as JSON.stringify writes it`, () => assert.equal(validate(document, DAY).bodyJson(), body));
  }

  test("a list is one that is no portfolio", () => {
    for (const list of [[], runInNewContext("[]")]) assert.equal(validate(list, DAY).verdict, "undecided");
  });

  class Portfolio {
    format = "twentse-kubus/portfolio@1";
  }
  const others = {
    "a File: await its text() first": new File([TEXT], "portfolio.json"),
    "a Blob: await its text() first": new Blob([TEXT]),
    "a Response: await its text() first": new Response(TEXT),
    "a Request: await its text() first": new Request("http://localhost", { method: "POST", body: TEXT }),
    "a promise: await it first": Promise.resolve(TEXT),
    "a Map: give a plain object, or its JSON text": new Map(Object.entries(object)),
    "a Set: give a plain object, or its JSON text": new Set([TEXT]),
    "a Date: give a plain object, or its JSON text": new Date(),
    "a URL: give a plain object, or its JSON text": new URL("http://localhost"),
    "a RegExp: give a plain object, or its JSON text": /a/,
    "an Error: give a plain object, or its JSON text": new Error(TEXT),
    "a String: give a plain object, or its JSON text": new String(TEXT),
    "a ReadableStream: give a plain object, or its JSON text": new ReadableStream(),
    "a Portfolio: give a plain object, or its JSON text": new Portfolio(),
    "an object of a class: give a plain object, or its JSON text": new (class {})(),
    "a Validator: give a plain object, or its JSON text": new Validator(),
    "null": null,
    "undefined": undefined,
    "a number": 3,
    "a boolean": true,
    "a bigint": 3n,
    "a function": () => TEXT,
    "a symbol": Symbol("a"),
  };
  for (const [name, document] of Object.entries(others)) {
    test(`not ${name}`, () => {
      const message = `expected text, bytes or an object, not ${name}`;
      const literally = (text) => new RegExp(`^${text.replace(/[.()[\]]/g, "\\$&")}$`);
      refused(() => validate(document, DAY), literally(message));
      refused(() => validate(TEXT, DAY).places(document), literally(message));
      refused(() => new Validator().validateMany([TEXT, document, TEXT], DAY), literally(`documents[1]: ${message}`));
      if (document !== null && document !== undefined) refused(() => new Validator(document), literally(message));
    });
  }

  test("not those of another realm either", () => {
    for (const made of ["new Map()", "new Set()", "new Date()", "new Date(NaN)", "/a/", "new (class Portfolio {})()", "Promise.resolve()"]) {
      refused(() => validate(runInNewContext(made), DAY), /^expected text, bytes or an object, not a /);
    }
  });

  test("what JSON.stringify cannot write is refused in words of ours, and nothing is quoted", () => {
    const marker = "Zoutelande";
    const circle = { student: { [marker]: {} } };
    circle.student[marker].back = circle;
    let deep = {};
    for (let level = 0; level < 100_000; level += 1) deep = { [marker]: deep };
    const own = { toJSON() { throw new RangeError(marker); } };
    const getter = { get student() { throw new Error(marker); } };
    for (const document of [circle, deep, { [marker]: 3n }, own, getter]) {
      for (const call of [() => validate(document, DAY), () => new Validator(document), () => new Validator().validateMany([document], DAY)]) {
        assert.throws(call, (thrown) => {
          assert.ok(thrown instanceof TypeError, `${thrown}`);
          assert.match(thrown.message, /^(documents\[0\]: )?JSON\.stringify cannot write this object: /);
          assert.ok(!`${thrown.stack}`.includes(marker) && thrown.cause === undefined);
          return true;
        });
      }
    }
  });

  describe("NaN and the infinities, which JSON.stringify would write as null", () => {
    const small = { format: "twentse-kubus/portfolio@1", student: { id: "s-1" } };
    const at = (document, where) => {
      const message = new RegExp(`^(documents\\[0\\]: )?NaN and infinities are no JSON, and one is ${where}: leave the member out, or give null$`);
      const validator = new Validator();
      refused(() => validator.validate(document, DAY), message);
      refused(() => validator.validateMany([document], DAY), message);
    };
    // As in Python: an object with one is a mistake of the program, a text with one is no JSON.
    for (const number of [NaN, Infinity, -Infinity, Object(NaN), runInNewContext("Object(NaN)")]) {
      test(`${typeof number} ${number}, wherever it is`, () => {
        at({ ...small, student: { id: "s-1", years: [{ schoolYear: "2023-2024", studyYear: number }] } }, "at `/student/years/0/studyYear`");
        at({ ...small, studios: [{ id: "a-1", insights: null, designCompetences: [1, null, number] }] }, "at `/studios/0/designCompetences/2`");
        // Some object that was gone through before, and the same again.
        const same = { id: "m-1" };
        at({ ...small, goals: [same, same, { ...same, kind: number }] }, "at `/goals/2/kind`");
        at({ toJSON: () => ({ ...small, student: number }) }, "at `/student`");
        at({ ...small, student: { toJSON: () => ({ id: number }) } }, "at `/student/id`");
      });
    }

    test("as text it is no JSON", () => {
      for (const number of ["NaN", "Infinity", "-Infinity"]) {
        const { findings } = validate(`{"format": "twentse-kubus/portfolio@1", "student": {"id": ${number}}}`, DAY);
        assert.deepEqual(findings.map(({ code }) => code), ["TK-R001"]);
      }
    });

    test("of the names on the way only those of the format are told", () => {
      const marker = "Zoutelande";
      at({ ...small, [marker]: NaN }, "in a member that no document has");
      at({ ...small, [marker]: { student: { id: NaN } } }, "in a member that no document has");
      at({ ...small, student: { [`${marker}/~`]: [NaN] } }, "below `/student`");
      at({ ...small, goals: [{ [marker]: NaN }] }, "below `/goals/0`");
      at({ ...small, student: { id: { [marker]: NaN } } }, "below `/student/id`");
      at([NaN], "in a member that no document has");
      // What a kind has of whose rules there are none here is not known.
      refused(() => new Validator().validate({ ...small, student: NaN }, DAY, "now", "curriculum"), /one is in a member that no document has:/);
    });

    test("in a rulebook, whose faults name its members too", () => {
      refused(() => new Validator({ norms: { "TK-P203.pool": NaN } }), /one is at `\/norms\/TK-P203\.pool`/);
      refused(() => new Validator({ norms: { "a/b~": Infinity } }), /one is at `\/norms\/a~1b~0`/);
    });

    test("where places are sought", () => refused(() => validate(TEXT, DAY).places({ student: { id: NaN } }), /at `\/student\/id`/));

    test("what only looks like one is none", () => {
      const document = { ...small, student: { id: "s-1", name: null, cohort: undefined }, goals: null, NaN: "null" };
      assert.equal(validate(document, DAY).bodyJson(), validate(JSON.stringify(document), DAY).bodyJson());
      // A `null` that its own code writes anew each time is judged as it was written at last.
      let written = 0;
      assert.equal(validate({ ...small, toJSON: () => ({ ...small, goals: null, student: { id: `s-${++written}` } }) }, DAY).documentId, "s-2");
    });
  });

  test("a toJSON that gives no object is no document", () => {
    for (const value of [undefined, null, 3, "{}"]) refused(() => validate({ toJSON: () => value }, DAY), /not an Object/);
  });
});

test("half a surrogate pair is no text, and said to be none where it stands", () => {
  // The text ceases to be JSON at the half: line 2, behind 21 characters.
  for (const half of ["\ud800", "\ud83d", "\udc00"]) {
    const report = validate(`{"format": "twentse-kubus/portfolio@1",\n "student": {"id": "é${half}"}}`, DAY);
    assert.deepEqual(report.findings.map(({ code, facts }) => [code, facts.line, facts.column]), [["TK-R001", 2, 22]]);
  }
  assert.notEqual(validate(`{"format": "twentse-kubus/portfolio@1", "student": {"id": "\ud83d\ude00"}}`, DAY).findings[0]?.code, "TK-R001");
});

describe("how long a document may be", () => {
  const START = `{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1", "name": "`;
  const END = `"}}`;
  /** A portfolio of exactly so many bytes, filled up with a letter of several. */
  const filled = (bytes, letter) => {
    const width = Buffer.byteLength(letter);
    const room = bytes - START.length - END.length;
    return START + letter.repeat(Math.floor(room / width)) + "a".repeat(room % width) + END;
  };
  const limits = (report) => report.findings.filter(({ code }) => code === "TK-R010").map(({ facts }) => facts);
  const memory = () => library.current.exports.memory.buffer.byteLength;
  const most = 2 * MIB;
  const validator = new Validator({ norms: { "TK-R010.max_bytes": most } });

  for (const letter of ["a", "é", "€", "👩"]) {
    test(`to the byte, in letters like ${letter}`, () => {
      for (const [bytes, expected] of [[most - 1, []], [most, []], [most + 1, [{ limit: "max_bytes", most }]], [3 * most, [{ limit: "max_bytes", most }]]]) {
        const text = filled(bytes, letter);
        assert.equal(Buffer.byteLength(text), bytes);
        for (const document of [text, Buffer.from(text)]) {
          assert.deepEqual(limits(validator.validate(document, DAY)), expected, `${bytes} bytes`);
          assert.deepEqual(limits(validator.validateMany([document], DAY).reports[0]), expected, `${bytes} bytes`);
        }
      }
    });
  }

  test("half a surrogate pair does not make a long text readable, nor a short one too long", () => {
    assert.deepEqual(limits(validator.validate(filled(most + 1, "a").replace("a".repeat(8), "\ud800"), DAY)), []);
    assert.deepEqual(limits(validator.validate(`${filled(most, "€")}\ud800`, DAY)), [{ limit: "max_bytes", most }]);
  });

  test("by the rulebook's windows: as on the day that is asked about", () => {
    const windows = new Validator({ norms: { "TK-R010.max_bytes": [{ value: most, from: "2024-05-16" }] } });
    const text = filled(most + 1, "a");
    assert.deepEqual(limits(windows.validate(text, DAY)), []);
    assert.deepEqual(limits(windows.validate(text, "2024-05-16")), [{ limit: "max_bytes", most }]);
  });

  test("no rulebook lets one be longer than places are looked for in", () => {
    assert.ok(new Validator({ norms: { "TK-R010.max_bytes": 2 ** 30 } }));
    assert.throws(() => new Validator({ norms: { "TK-R010.max_bytes": 2 ** 30 + 1 } }), KubusError);
  });

  test("what is refused for its length is not copied, and the instance stays", () => {
    // 2.2 GB of zeros, of which the machine holds none until they are read; the longest text that Node can make; an object.
    const gigabytes = new Uint8Array(2_200_000_000);
    const longest = "a".repeat(2 ** 29 - 24);
    const before = validate(TEXT, DAY);
    const [instance, body] = [library.current, before.bodyJson()];
    for (const document of [gigabytes, gigabytes.buffer, longest, { toJSON: () => [longest.slice(0, 65 * MIB)] }]) {
      const report = validate(document, DAY);
      assert.deepEqual(limits(report), [{ limit: "max_bytes", most: 64 * MIB }]);
      assert.deepEqual(report.places(document), [{ line: 1, column: 1, start: 0, end: 0, startByte: 0, endByte: 0 }]);
      assert.deepEqual(Report.fromJson(report.toJson()).places(gigabytes), report.places(document));
      assert.deepEqual(before.places(gigabytes)[0], report.places(document)[0]);
    }
    assert.equal(library.current, instance);
    assert.equal(before.bodyJson(), body);
    assert.ok(memory() < 80 * MIB, `${memory()} bytes`);
  });

  test("many large documents are not in memory together, and the summary is that of all", () => {
    // 2.2 GB in all, more than one instance could hold.
    const large = Buffer.concat([Buffer.from(TEXT), Buffer.alloc(32 * MIB - TEXT.length, " ")]);
    const documents = function* () {
      for (let at = 0; at < 70; at += 1) yield at % 35 === 0 ? new Uint8Array(65 * MIB) : at % 7 === 0 ? large : TEXT;
    };
    const { reports, summary } = new Validator().validateMany(documents(), DAY);
    assert.ok(memory() < 200 * MIB, `${memory()} bytes`);
    const body = validate(TEXT, DAY).bodyJson();
    assert.equal(reports.filter((report) => report.bodyJson() === body).length, 68);
    assert.equal(reports.flatMap(limits).length, 2);
    const { documents: judged, verdicts, findings } = summary.toJSON();
    assert.deepEqual([judged, verdicts["falls-short"], verdicts.undecided, findings["TK-R010"]], [70, 68, 2, 2]);
  });
});

describe("many documents", () => {
  test("waivers are summed over all of them", () => {
    const { documentId, findings } = validate(TEXT, DAY);
    const { code, subject } = findings.find(({ code, subject }) => code.startsWith("TK-P") && subject.kind === "placement");
    const document = { kind: "portfolio", id: documentId };
    const waive = (until, id) => ({ rule: code, document, subject: { ...subject, id }, until, owner: "office", reason: "made up" });
    const rulebook = { waive: [waive("2024-12-31", subject.id), waive("2024-01-31", subject.id), waive("2024-12-31", "nobody")] };
    const validator = new Validator(rulebook);
    const waived = validator.validate(TEXT, DAY).counts.waived;
    assert.ok(waived > 0);
    const uses = (documents) => validator.validateMany(documents, DAY).summary.toJSON().waivers;
    assert.deepEqual(uses([]), { applied: 0, expired: 0, unmatched: 3, uses: [[0, 0], [0, 0], [0, 0]] });
    assert.deepEqual(uses([TEXT, TEXT, "{}"]), { applied: 2 * waived, expired: 0, unmatched: 2, uses: [[2 * waived, 0], [0, 0], [0, 0]] });
  });

  test("they are taken one by one, and the rest is left when one is refused", () => {
    let [taken, closed] = [0, false];
    const documents = function* () {
      try {
        for (;;) yield ++taken === 3 ? null : TEXT;
      } finally {
        closed = true;
      }
    };
    refused(() => new Validator().validateMany(documents(), DAY), /^documents\[2\]: expected text, bytes or an object, not null$/);
    assert.deepEqual([taken, closed], [3, true]);
  });

  test("whatever the iterable does meanwhile", () => {
    const validator = new Validator();
    const documents = function* () {
      yield TEXT;
      validator.validate("{}", DAY).free();
      yield validator.validateMany(["{}"], DAY).reports.length === 1 && TEXT;
      validator.free();
      yield TEXT;
    };
    const body = validate(TEXT, DAY).bodyJson();
    assert.deepEqual(validator.validateMany(documents(), DAY).reports.map((report) => report.bodyJson()), [body, body, body]);
  });

  test("day, lens and kind are read before anything is judged", () => {
    const never = { [Symbol.iterator]: () => assert.fail("nothing is taken") };
    for (const [day, lens, kind, code] of [
      ["2024-02-30", "now", "portfolio", "invalid-date"], [DAY, "later", "portfolio", "unknown-lens"], [DAY, "now", "diary", "unknown-kind"],
    ]) {
      assert.throws(() => new Validator().validateMany(never, day, lens, kind), (thrown) => thrown.code === code);
    }
  });
});
