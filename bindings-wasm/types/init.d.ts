/** Loads the library: from a URL, a response, bytes or a compiled module, or from the file beside the package. */
export declare function init(
  source?: string | URL | Response | BufferSource | WebAssembly.Module | Promise<Response>,
): Promise<void>;
