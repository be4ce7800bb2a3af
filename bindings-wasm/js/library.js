// A wasm library and its current instance. A trap breaks an instance for good: the next call gets a new one.

import { KubusError, refusal } from "./errors.js";

export class Library {
  #glueOf;
  #bytes;
  #module;
  #current;

  /** @param {() => object} glueOf makes the generated glue of one instance */
  constructor(glueOf) {
    this.#glueOf = glueOf;
  }

  /** Where the bytes come from when the library is first needed and nothing was loaded. */
  from(bytes) {
    this.#bytes = bytes;
  }

  /** @param {WebAssembly.Module} module */
  load(module) {
    this.#module = module;
    this.#current = undefined;
  }

  /** The instance that calls go to; what was made with another one has to be made again. */
  get current() {
    this.#module ??= this.#compiled();
    return (this.#current ??= this.#start());
  }

  #compiled() {
    if (!this.#bytes) {
      throw new KubusError("not-ready", "the wasm library is not loaded: await the function `init` of this entry first");
    }
    try {
      return new WebAssembly.Module(this.#bytes());
    } catch (cause) {
      const ways = "a content security policy needs `script-src 'wasm-unsafe-eval'`; a browser from before 2023 and an edge runtime need `init` of the entry with `/web`";
      throw new KubusError("not-ready", `the wasm library could not be compiled here: ${ways}`, [], { cause });
    }
  }

  #start() {
    const glue = this.#glueOf();
    const names = WebAssembly.Module.imports(this.#module);
    const imports = Object.fromEntries(names.map(({ module }) => [module, glue]));
    const { exports } = new WebAssembly.Instance(this.#module, imports);
    glue.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    return { glue, exports };
  }

  /**
   * Calls the instance. A refusal becomes a `KubusError`; anything else is a fault of the library itself, and ends the
   * instance.
   */
  call(work, instance = this.current) {
    try {
      return work(instance.glue, instance.exports);
    } catch (thrown) {
      if (typeof thrown === "string") throw refusal(thrown);
      if (this.#current === instance) this.#current = undefined;
      throw new KubusError("internal", "a fault of the library itself; please report it", [], { cause: thrown });
    }
  }

  /** Gives back what an instance made. One that has ended goes as a whole, and answers to no call. */
  release(made, instance) {
    if (instance === this.#current) made.free();
  }
}
