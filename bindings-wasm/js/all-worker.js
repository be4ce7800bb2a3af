// Entry for a page that asks every question about every kind of document in a ready-made worker.

import { inWorker, served } from "./in-worker.js";

export { KubusError } from "./errors.js";

/** Starts a worker, and gives what asks it. Bundlers know a worker by exactly this expression. */
export const validatorInWorker = inWorker(
  () => served(import.meta.url, "all-worker-thread.js") ?? new Worker(new URL("./all-worker-thread.js", import.meta.url), { type: "module" }),
);
