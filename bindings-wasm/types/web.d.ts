// The entry for pages and workers.

import type { init as load } from "./init.js";

export * from "./index.js";

export declare const init: typeof load;
export default init;
