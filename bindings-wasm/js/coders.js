// UTF-8, of the engine's own. The build for `require` takes both from Node: a test runner may hide them.

export const { TextDecoder, TextEncoder } = globalThis;
