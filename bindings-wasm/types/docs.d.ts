// What rules require and why, and the schema: an entry of its own, so that judging does not carry it.

import type { KubusError as Refusal, Kind, Lang } from "./index.js";

export { KubusError } from "./index.js";

/**
 * What a rule requires, why, how to fix it and where it comes from, as Markdown.
 * @throws {Refusal} `unknown-rule`, `unknown-language`
 */
export function explain(codeOrName: string, lang?: Lang): string;

/** Every rule with its data and texts. */
export function rules(): Rule[];

/**
 * The JSON Schema (2020-12) of a kind of document. That of a rulebook is the file `twentse-kubus/rulebook.schema.json`; those of next
 * steps, traces, hand-over pages, assessments and coverage are not here, to keep the library small: they are files in `docs/` of the repository.
 * @throws {Refusal} `unknown-kind`
 */
export function schema(kind?: Kind): Record<string, unknown>;

/** A text in Dutch and English. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/** A rule, with what `explain` is made of. */
export interface Rule {
  readonly code: string;
  readonly name: string;
  readonly severity: "error" | "warning" | "info";
  readonly phase: { readonly kind: string; readonly years: readonly number[] | null; readonly warnAfter: number | null };
  readonly reads: readonly string[];
  readonly norms: readonly { readonly name: string; readonly unit: string; readonly allowed: Text; readonly default: unknown }[];
  readonly facts: readonly { readonly name: string; readonly kind: string }[];
  readonly sources: readonly string[];
  readonly basis: string;
  readonly since: string;
  readonly title: Text;
  readonly asks: Text;
  readonly why: Text;
  readonly fix: Text & { readonly "nl-plain": string };
  readonly message: Text & { readonly "nl-plain": string };
}

export type { Refusal };
