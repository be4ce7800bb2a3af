// Loading a library. What a browser has is described by its shape, so that no program needs the types of the DOM.

/** A `Response`, as far as it is read here. */
interface Fetched {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** `WebAssembly.Module`, in programs whose types know it. */
type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;

/**
 * Loads the library: from a URL, a response, bytes or a compiled module; without one, from the file in the package.
 */
export declare function init(
  source?: string | { readonly href: string } | Fetched | Promise<Fetched> | ArrayBuffer | ArrayBufferView | CompiledModule,
): Promise<void>;
