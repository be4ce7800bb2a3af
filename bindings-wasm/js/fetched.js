// Loading a library where there is a network or a bundle: once, from what the page has.

import { bytesOf, kind } from "./input.js";

/**
 * A function that loads a library from a URL, a response, bytes or a compiled module; without one, from the file in
 * this package. Where that is is looked up only then: in a bundle there may be no such place.
 */
export const loader = (library, beside) => async (source) => {
  library.load(await compiled(await (source ?? beside())));
};

async function compiled(source) {
  if (kind(source) === "WebAssembly.Module") return source;
  const bytes = bytesOf(source);
  if (bytes) return WebAssembly.compile(bytes);
  const response = kind(source) === "Response" ? source : await fetch(source);
  if (!response.ok) throw new TypeError(`the wasm library could not be fetched: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
