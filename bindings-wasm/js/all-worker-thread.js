// What runs in a worker, for every kind of document and every question: it serves the page that started it.

import { Validator, compare, compareText, replay, replayText } from "./all-index.js";
import { serve } from "./serving.js";

serve(Validator, { compare, compareText, replay, replayText });
