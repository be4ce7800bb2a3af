// What people call things, in every language, and the lists of reference data. It needs no library.

import type { KubusError as Refusal, Lang } from "./index.js";
import type { CheckedKind, FieldName, FrameworkName, ItemName, PhraseName, ValueLabels } from "./label-names.js";

export { KubusError } from "./index.js";
export type { CheckedKind, FieldName, FrameworkName, ItemName, PhraseName, ValueLabels };

/**
 * What people call fields, items of lists, values of closed lists and kinds of documents: in Dutch unless another language is
 * named. `nl-BE` is `nl`.
 * @throws {Refusal} `unknown-language`
 */
export function labels(lang?: Lang): Labels;

/** Every list of reference data with its items. */
export function frameworks(): readonly Framework[];

/** What people call the parts of documents and reports, in one language. */
export interface Labels {
  /** The fields of documents, by name; one that a record calls something else also by record and name: `Assessment.of`. */
  readonly fields: Readonly<Record<FieldName, string>>;
  /** One item of the fields that are lists, in the same way. */
  readonly items: Readonly<Record<ItemName, string>>;
  /** The values of the closed lists, by list and key. */
  readonly values: ValueLabels;
  /** The kinds of document that can be checked. */
  readonly kinds: Readonly<Record<CheckedKind, string>>;
  /** The fixed phrases of a report, as text and as a card. */
  readonly phrases: Readonly<Record<PhraseName, string>>;
  /** The months, from January on. */
  readonly months: readonly string[];
}

/** A list of reference data. */
export interface Framework {
  readonly name: FrameworkName;
  /** The closed list that its keys are the values of. */
  readonly list: keyof ValueLabels;
  /** In the order of the source. */
  readonly items: readonly FrameworkItem[];
}

/** An item of reference data: what it is called and where that comes from. */
export interface FrameworkItem {
  /** The key in a document. */
  readonly key: string;
  /** The source's own number, if it has one. */
  readonly number: number | null;
  /** The source's own letter, if it has one. */
  readonly letter: string | null;
  readonly nl: string;
  readonly en: string;
  /** Where it was read: an article, or chapter and heading of the booklet. */
  readonly source: string;
  /** What that source is: `seed` is the booklet. */
  readonly basis: "seed" | "statute" | "secondary" | "inferred" | "unknown";
  /** First day on which it holds, `YYYY-MM-DD`; `null`: not limited. */
  readonly validFrom: string | null;
  /** Last day on which it holds, `YYYY-MM-DD`; `null`: not limited. */
  readonly validUntil: string | null;
}
