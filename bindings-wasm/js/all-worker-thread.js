// What runs in a worker, for every kind of document: it serves the page that started it.

import { Validator, replay, replayText } from "./all-index.js";
import { serve } from "./serving.js";

serve(Validator, { replay, replayText });
