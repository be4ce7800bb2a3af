// A program whose types know no DOM: it loads the library itself, and gives back what it holds at the end of a block.
// Read by the type checker, with the lists that each call may be given.

import init, { Validator, type Finding } from "twentse-kubus/web";
import initDocs, { explain } from "twentse-kubus/docs/web";
import { validatorInWorker } from "twentse-kubus/worker";

declare function bytes(): ArrayBuffer;
declare function fetched(): Promise<{ ok: boolean; status: number; arrayBuffer(): Promise<ArrayBuffer> }>;

export async function codes(text: string): Promise<string[]> {
  await init();
  await init("judge.wasm");
  await init({ href: "https://example.org/judge.wasm" });
  await init(fetched());
  await init(new Uint8Array(bytes()));
  await initDocs(bytes());
  using validator = new Validator();
  using report = validator.validate(new SharedArrayBuffer(3), "2026-05-01");
  new Validator(bytes());
  validator.validateMany([text, { toJSON: () => ({}) }, new DataView(bytes())], "2026-05-01");
  const whereElse = ({ related, waiver }: Finding): string[] => [...related.map(({ role, path }) => role + path), waiver?.until ?? ""];
  return [explain("TK-P609"), ...report.findings.flatMap(whereElse)];
}

export async function inWorker(text: string): Promise<number | undefined> {
  using worker = await validatorInWorker();
  return (await worker.validate(text, { asOf: "2026-05-01" }))?.body.counts.error;
}

// @ts-expect-error a number is no library
init(3);
// @ts-expect-error a day is no document
new Validator().validate(new Date(), "2026-05-01");
// @ts-expect-error what a finding holds cannot be changed
(finding: Finding) => (finding.related.length = 0);
