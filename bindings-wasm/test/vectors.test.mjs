// The body of every report and every other answer, byte for byte, from bytes, text and object: of every case through the entry with
// everything, of all that ask for nothing but a report through the entry for every kind too, of those about portfolios alone through
// the entry for portfolios too.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import * as portfolios from "twentse-kubus";
import * as all from "twentse-kubus/all";
import * as kinds from "twentse-kubus/kinds";

import { cases, othersOf, isOfPortfolios, objectOf, textOf, writeHashes } from "./cases.mjs";

const judged = ({ Validator }, { overlay, asOf, lens, judges, call }, document, others) => {
  const validator = new Validator(overlay, others);
  const body = validator.validate(document, asOf, lens, judges).bodyJson();
  return call === "validate" ? body : body + JSON.stringify(validator[call](document, asOf, { lens }));
};

const entries = {
  portfolios: [portfolios, cases.filter(isOfPortfolios)], "all kinds": [kinds, cases.filter(({ call }) => call === "validate")], everything: [all, cases],
};

test("there are vectors, of each kind", () => {
  const [of, several] = [entries.portfolios[1].length, cases.length - entries.portfolios[1].length];
  assert.ok(of > 100 && several > 20, `${of} about portfolios, ${several} about others`);
});

for (const [name, [entry, held]] of Object.entries(entries)) {
  describe(`${name}: bytes`, () => {
    const bodies = {};
    for (const one of held) {
      test(one.name, () => {
        bodies[one.name] = judged(entry, one, one.document, one.others);
        assert.equal(bodies[one.name], one.answers);
      });
    }
    if (held === cases) after(() => writeHashes("node", bodies));
  });

  describe(`${name}: text`, () => {
    for (const one of held.filter((one) => textOf(one) !== undefined)) {
      test(one.name, () => assert.equal(judged(entry, one, textOf(one), othersOf.text(one)), one.answers));
    }
  });

  describe(`${name}: object, in another time zone`, () => {
    let zone;
    before(() => ([zone, process.env.TZ] = [process.env.TZ, "Pacific/Kiritimati"]));
    after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));
    for (const one of held.filter(objectOf)) {
      test(one.name, () => assert.equal(judged(entry, one, objectOf(one), othersOf.object(one)), one.answers));
    }
  });
}
