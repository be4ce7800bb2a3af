// What runs in a worker, for portfolios: it serves the page that started it.

import { Validator, compare, compareText, replay, replayText } from "./index.js";
import { serve } from "./serving.js";

serve(Validator, { compare, compareText, replay, replayText });
