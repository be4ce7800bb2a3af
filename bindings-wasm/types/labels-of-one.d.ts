// The labels of one language, for a program that shows no other.

import type { Labels } from "./labels.js";

export type * from "./labels.js";

export declare const labels: Labels;
