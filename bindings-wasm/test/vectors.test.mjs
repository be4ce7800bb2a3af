// The body of every report, byte for byte, from bytes, text and object.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Validator } from "twentse-kubus";

import { cases, objectOf, textOf, writeHashes } from "./cases.mjs";

const judged = ({ overlay, asOf, lens, judges }, document) => new Validator(overlay).validate(document, asOf, lens, judges).bodyJson();

test("there are vectors", () => assert.ok(cases.length > 100));

describe("bytes", () => {
  const bodies = {};
  for (const one of cases) {
    test(one.name, () => {
      bodies[one.name] = judged(one, one.document);
      assert.equal(bodies[one.name], one.body.toString());
    });
  }
  after(() => writeHashes("node", bodies));
});

describe("text", () => {
  for (const one of cases.filter((one) => textOf(one) !== undefined)) {
    test(one.name, () => assert.equal(judged(one, textOf(one)), one.body.toString()));
  }
});

describe("object, in another time zone", () => {
  let zone;
  before(() => ([zone, process.env.TZ] = [process.env.TZ, "Pacific/Kiritimati"]));
  after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));
  for (const one of cases.filter(objectOf)) {
    test(one.name, () => assert.equal(judged(one, objectOf(one)), one.body.toString()));
  }
});
