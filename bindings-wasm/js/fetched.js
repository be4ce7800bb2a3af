// Loading a library where there is a network or a bundle: once, from what the page has.

/**
 * A function that loads a library from a URL, a response, bytes or a compiled module; without one, from the file beside
 * this package.
 */
export const loader = (library, beside) => async (source = beside) => {
  library.load(await compiled(await source));
};

async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new TypeError(`the wasm library could not be fetched: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
