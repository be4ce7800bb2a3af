// What runs in a worker, for portfolios: it serves the page that started it.

import { Validator } from "./index.js";
import { serve } from "./serving.js";

serve(Validator);
