// Entry for every kind of document and every question in Node: the same with every language, since a few kilobytes cost nothing there.

import "../dist/sentences/en.js";
import "../dist/sentences/nl-plain.js";
import "../dist/sentences/nl.js";

export * from "./all-index.js";
