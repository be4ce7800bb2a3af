// The entry with the docs, for pages and workers.

import type { init as load } from "./init.js";

export * from "./docs.js";

export declare const init: typeof load;
export default init;
