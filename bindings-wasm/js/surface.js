// Judging documents: the surface, made for each wasm library that judges.

import { KubusError } from "./errors.js";
import { findings } from "./findings.js";
import { LISTS, day, eachOf, given, group, iterable, kind as kindOf, manyOf, optionsOf, othersOf, put, putStart, textOf, word } from "./input.js";
import { Library } from "./library.js";
import { speaking } from "./sentences.js";

const PRIVATE = Symbol("made by this module");

function own(key) {
  if (key !== PRIVATE) throw new TypeError("not to be constructed: use what makes one");
}

/** What is thrown when something is used that was given back. */
const freed = (what) => new KubusError("freed", `this ${what} was given back with \`free()\`, and answers nothing any more`);

/** What the entries for every kind do; all else that this entry does not, only those with every question do. */
const OF_KINDS = ["documents", "dossier"];

/** Refuses what this entry's library does not do. */
function inEntry(native, method) {
  if (typeof native[method] !== "function") {
    const entry = `twentse-kubus/${OF_KINDS.includes(method) ? "kinds" : "all"}`;
    throw new KubusError("not-in-entry", `the library of this entry is smaller, and does not do that; the entries \`${entry}\`, \`${entry}/web\` and \`${entry}/worker\` do`);
  }
}

/** Freezes a value and all that it holds. */
function frozen(value) {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** The name of the method that `console.log` asks in Node: what has no members of its own shows nothing otherwise. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** The most bytes that any rulebook lets a document have (TK-R010). */
const MOST_BYTES = 2 ** 30;

const mostBytes = () => MOST_BYTES;

/** Puts something into the buffer whole, since it is known by its hash; what is longer than any document can be has no length. */
const putWhole = (glue, exports, document) => put(glue, exports, document, mostBytes);

/** So much of an overlay is copied: one that is longer than 64 MiB is refused for that, whatever is in it. */
const MOST_OVERLAY = 2 ** 26 + 1;

/** What portfolios are compared with is read by what a rulebook says of the last day that it can name. */
const LAST_DAY = "9999-12-31";

const NONE = Object.freeze([]);

/** Whether something is a report or a summary, of this entry or another: its JSON is read before it is believed. */
const isOne = (name, value) => kindOf(value) === name && typeof value.toJson === "function";

/**
 * The classes and functions of one library.
 * @param {() => object} glueOf makes the generated glue of one instance of it
 */
export function surface(glueOf) {
  const library = new Library(glueOf);

  /** For the path of what is wrong with an object: what of it the format of this kind has. */
  const knownOf = (kind) => (path) => library.call((glue) => glue.known(path, kind));

  /** The same for a document of any kind: of all that a format has of it, the most. */
  const knownOfAny = (path) =>
    ["portfolio", ...Object.values(LISTS)].map((kind) => knownOf(kind)(path)).reduce((one, other) => (one.length < other.length ? other : one));

  /** What next year is planned with. On which day that is judged the school year says. */
  const nextYear = (portfolios, partnership, ...proposal) => [
    ...manyOf(portfolios, "portfolios", knownOf()),
    given(partnership, "partnership: ", knownOf(LISTS.partnerships)),
    ...proposal.map((one) => given(one, "proposal: ", knownOf("proposal"))),
  ];

  /** The library's list of documents that one call is given, each put into the buffer by `putting`, which gives its length. */
  function several(glue, exports, documents, putting) {
    const list = new glue.Several();
    for (const document of documents) {
      const length = putting(glue, exports, document);
      if (length !== undefined) list.add(length);
    }
    return list;
  }

  /** Checks documents against a rulebook. */
  class Validator {
    #source;
    #others;
    #instance;
    #native;
    #freed = false;

    constructor(rulebook = undefined, options = undefined) {
      if (rulebook !== undefined && rulebook !== null) this.#source = given(rulebook);
      this.#others = othersOf(optionsOf(options), knownOf);
      this.#at();
      // From here on all are known to be UTF-8, and whatever becomes of the bytes that were given does not matter.
      this.#source &&= textOf(this.#source);
      this.#others = eachOf(this.#others, textOf);
    }

    /** The library's own validator, made again when its instance is another. */
    #at() {
      if (this.#freed) throw freed("validator");
      if (this.#instance !== library.current) {
        const overlay = this.#source?.slice(0, MOST_OVERLAY);
        const length = (glue, exports) => (overlay === undefined ? undefined : put(glue, exports, overlay));
        const plain = library.call((glue, exports) => new glue.Validator(length(glue, exports)));
        this.#native = Object.values(this.#others).every(({ length }) => length === 0) ? plain : this.#holding(plain);
        this.#instance = library.current;
      }
      return this.#native;
    }

    /** The one with the documents of other kinds, in the place of the one with the rulebook alone. */
    #holding(plain) {
      inEntry(plain, "documents");
      return library.call((glue, exports) => {
        const documents = plain.documents();
        const most = () => plain.max_bytes(LAST_DAY);
        for (const [list, several] of Object.entries(this.#others)) {
          for (const document of several) documents.add(LISTS[list], putStart(glue, exports, document, most));
        }
        plain.free();
        // It goes into the validator, and so is not given back.
        return documents.validator();
      });
    }

    get rulebookSource() {
      return this.#source;
    }

    get curricula() {
      return this.#others.curricula;
    }

    get partnerships() {
      return this.#others.partnerships;
    }

    get knowledgeBases() {
      return this.#others.knowledgeBases;
    }

    get fingerprint() {
      const native = this.#at();
      return library.call(() => native.fingerprint());
    }

    validate(document, asOf, lens = undefined, kind = undefined) {
      const asked = [lens, kind].map(word);
      const [given_, day_] = [given(document, "", knownOf(asked[1])), day(asOf)];
      const native = this.#at();
      let limit;
      const most = () => (limit = native.max_bytes(day_));
      const report = library.call((glue, exports) => native.validate(put(glue, exports, given_, most), day_, ...asked));
      return new Report(PRIVATE, report, this.#instance, limit);
    }

    validateMany(documents, asOf, lens = undefined, kind = undefined) {
      iterable(documents, "documents");
      const [day_, asked] = [day(asOf), [lens, kind].map(word)];
      const known = knownOf(asked[1]);
      const native = this.#at();
      // The batch keeps to the instance that it began in, whatever the iterable does meanwhile.
      const instance = this.#instance;
      const batch = library.call(() => native.batch(day_, ...asked), instance);
      let limit;
      const most = () => (limit ??= batch.max_bytes());
      const reports = [];
      try {
        for (const document of documents) {
          const given_ = given(document, `documents[${reports.length}]: `, known);
          const report = library.call((glue, exports) => batch.add(put(glue, exports, given_, most)), instance);
          reports.push(new Report(PRIVATE, report, instance, limit));
        }
        const summary = new Summary(PRIVATE, library.call(() => batch.summary(), instance));
        return Object.freeze({ reports: Object.freeze(reports), summary });
      } catch (thrown) {
        reports.forEach((report) => report.free());
        throw thrown;
      } finally {
        library.release(batch, instance);
      }
    }

    summary(reports = []) {
      const texts = Array.from(reports, (report) => {
        if (!isOne("Report", report)) throw new TypeError("expected an iterable of reports");
        return String(report.toJson());
      });
      const native = this.#at();
      const add = (summary, report) => native.add(summary, report);
      return new Summary(PRIVATE, library.call(() => texts.reduce(add, native.summary())));
    }

    /** What the library tells of one document besides its report. What comes behind the day is given in the library's order. */
    #told(method, document, asOf, behind, kind = undefined, lang = undefined) {
      const [given_, day_] = [given(document, "", knownOf(kind)), day(asOf)];
      const start = (glue, exports, native) => putStart(glue, exports, given_, () => native.max_bytes(day_));
      return this.#ask(method, start, [day_, ...behind], lang);
    }

    /** What the library tells of several documents. What comes behind them is given in the library's order. */
    #toldOf(method, documents, most, behind, lang = undefined) {
      const putting = (glue, exports, native) => several(glue, exports, documents, (...to) => putStart(...to, () => most(native)));
      return this.#ask(method, putting, behind, lang);
    }

    /** Asks about what is put into the library's buffer first. */
    #ask(method, putting, behind, lang = undefined) {
      const native = this.#at();
      inEntry(native, method);
      const instance = this.#instance;
      const sentences = lang === undefined ? [] : [speaking(library, String(lang), instance)];
      return library.call((glue, exports) => native[method](putting(glue, exports, native), ...behind, ...sentences), instance);
    }

    trace(document, asOf, options = undefined) {
      const { lens, kind } = optionsOf(options);
      const asked = [lens, kind].map(word);
      return JSON.parse(this.#told("trace", document, asOf, asked, asked[1]));
    }

    traceText(document, asOf, options = undefined) {
      const { lens, kind, lang = "nl" } = optionsOf(options);
      const asked = [lens, kind].map(word);
      return this.#told("trace_text", document, asOf, asked, asked[1], lang);
    }

    handOver(portfolio, asOf, options = undefined) {
      return JSON.parse(this.#told("hand_over", portfolio, asOf, [optionsOf(options).texts === true]));
    }

    handOverText(portfolio, asOf, options = undefined) {
      const { texts, lang = "nl" } = optionsOf(options);
      return this.#told("hand_over_text", portfolio, asOf, [texts === true], undefined, lang);
    }

    assess(portfolio, asOf, options = undefined) {
      return JSON.parse(this.#told("assess", portfolio, asOf, [word(optionsOf(options).lens)]));
    }

    assessText(portfolio, asOf, options = undefined) {
      const { lens, lang = "nl" } = optionsOf(options);
      return this.#told("assess_text", portfolio, asOf, [word(lens)], undefined, lang);
    }

    card(portfolio, asOf, options = undefined) {
      return JSON.parse(this.#told("card", portfolio, asOf, [word(optionsOf(options).lens)]));
    }

    cardText(portfolio, asOf, options = undefined) {
      const { lens, lang = "nl" } = optionsOf(options);
      return this.#told("card_text", portfolio, asOf, [word(lens)], undefined, lang);
    }

    coverage(portfolio, asOf) {
      return JSON.parse(this.#told("coverage", portfolio, asOf, []));
    }

    coverageText(portfolio, asOf, options = undefined) {
      return this.#told("coverage_text", portfolio, asOf, [], undefined, optionsOf(options).lang ?? "nl");
    }

    /** No day has an effect on a curriculum. */
    #ofCurriculum(method, curriculum, lang = undefined) {
      const given_ = given(curriculum, "", knownOf("curriculum"));
      const start = (glue, exports, native) => putStart(glue, exports, given_, () => native.max_bytes(LAST_DAY));
      return this.#ask(method, start, [], lang);
    }

    curriculumCoverage(curriculum) {
      return JSON.parse(this.#ofCurriculum("curriculum_coverage", curriculum));
    }

    curriculumCoverageText(curriculum, options = undefined) {
      return this.#ofCurriculum("curriculum_coverage_text", curriculum, optionsOf(options).lang ?? "nl");
    }

    cube(knowledgeBase, asOf) {
      return JSON.parse(this.#told("cube", knowledgeBase, asOf, [], LISTS.knowledgeBases));
    }

    cubeText(knowledgeBase, asOf, options = undefined) {
      return this.#told("cube_text", knowledgeBase, asOf, [], LISTS.knowledgeBases, optionsOf(options).lang ?? "nl");
    }

    justInTime(portfolio, asOf) {
      return JSON.parse(this.#told("just_in_time", portfolio, asOf, []));
    }

    justInTimeText(portfolio, asOf, options = undefined) {
      return this.#told("just_in_time_text", portfolio, asOf, [], undefined, optionsOf(options).lang ?? "nl");
    }

    network(partnership, asOf, options = undefined) {
      return JSON.parse(this.#told("network", partnership, asOf, [word(optionsOf(options).lens)], LISTS.partnerships));
    }

    networkText(partnership, asOf, options = undefined) {
      const { lens, lang = "nl" } = optionsOf(options);
      return this.#told("network_text", partnership, asOf, [word(lens)], LISTS.partnerships, lang);
    }

    dossier(documents, asOf, lens = undefined) {
      const [texts, day_, lens_] = [manyOf(documents, "documents", knownOfAny), day(asOf), word(lens)];
      let limit;
      const most = (native) => (limit ??= native.max_bytes(day_));
      const dossier = this.#toldOf("dossier", texts, most, [day_, lens_]);
      const instance = this.#instance;
      try {
        const report = () => new Report(PRIVATE, library.call(() => dossier.report(), instance), instance, limit);
        const reports = Object.freeze(texts.map(report));
        return Object.freeze({ reports, summary: new Summary(PRIVATE, library.call(() => dossier.summary(), instance)) });
      } finally {
        library.release(dossier, instance);
      }
    }

    whereNext(portfolios, partnership, schoolYear) {
      return JSON.parse(this.#toldOf("where_next", nextYear(portfolios, partnership), mostBytes, [String(schoolYear)]));
    }

    whereNextText(portfolios, partnership, schoolYear, options = undefined) {
      const { lang = "nl" } = optionsOf(options);
      return this.#toldOf("where_next_text", nextYear(portfolios, partnership), mostBytes, [String(schoolYear)], lang);
    }

    checkProposal(portfolios, partnership, proposal) {
      return JSON.parse(this.#toldOf("check_proposal", nextYear(portfolios, partnership, proposal), mostBytes, []));
    }

    checkProposalText(portfolios, partnership, proposal, options = undefined) {
      const { lang = "nl" } = optionsOf(options);
      return this.#toldOf("check_proposal_text", nextYear(portfolios, partnership, proposal), mostBytes, [], lang);
    }

    overview(portfolios, asOf, options = undefined) {
      return JSON.parse(this.#overOf("overview", portfolios, asOf, optionsOf(options)));
    }

    overviewText(portfolios, asOf, options = undefined) {
      const { lang = "nl", ...asked } = optionsOf(options);
      return this.#overOf("overview_text", portfolios, asOf, asked, lang);
    }

    #overOf(method, portfolios, asOf, { lens, k }, lang = undefined) {
      const [texts, day_] = [manyOf(portfolios, "portfolios", knownOf()), day(asOf)];
      return this.#toldOf(method, texts, (native) => native.max_bytes(day_), [day_, word(lens), group(k)], lang);
    }

    bundle(portfolio, asOf, options = undefined) {
      const [given_, day_, lens] = [given(portfolio, "", knownOf()), day(asOf), word(optionsOf(options).lens)];
      return JSON.parse(this.#ask("bundle", (glue, exports) => putWhole(glue, exports, given_), [day_, lens]));
    }

    free() {
      if (!this.#freed) library.release(this.#native, this.#instance);
      this.#freed = true;
      this.#native = this.#instance = undefined;
    }

    get [Symbol.toStringTag]() {
      return "Validator";
    }

    [INSPECT](_, options, inspect) {
      const numbers = Object.fromEntries(Object.entries(this.#others).map(([list, { length }]) => [list, length]));
      return `Validator ${inspect({ rulebookSource: this.#source, ...numbers }, options)}`;
    }
  }

  /** The report on one document: a handle whose contents are read on demand. */
  class Report {
    /** One field for all: a browser's console shows the first few that there are, and these say nothing. */
    #own;

    /** `limit` is the most bytes that the document could have, where that is known. */
    constructor(key, native, instance, limit = MOST_BYTES) {
      own(key);
      this.#own = { native, instance, limit };
      // What a console shows: in a browser that is what an object has of its own.
      Object.defineProperty(this, "verdict", { value: this.#ask((native) => native.verdict()), enumerable: true, configurable: true });
    }

    static fromJson(text) {
      const report = library.call((glue) => glue.Report.from_json(String(text)));
      return new Report(PRIVATE, report, library.current);
    }

    #alive() {
      if (!this.#own.native) throw freed("report");
      return this.#own.native;
    }

    #ask(work) {
      const native = this.#alive();
      return library.call((glue, exports) => work(native, glue, exports), this.#own.instance);
    }

    #read() {
      return (this.#own.whole ??= frozen(JSON.parse(this.toJson())));
    }

    /** Asked for only once the own one has gone, with the memory. */
    get verdict() {
      return this.#alive().verdict();
    }

    get documentKind() {
      return this.#read().body.document.kind;
    }

    get documentId() {
      return this.#read().body.document.id ?? undefined;
    }

    get asOf() {
      return this.#read().body.asOf;
    }

    get lens() {
      return this.#read().body.lens;
    }

    get counts() {
      return this.#read().body.counts;
    }

    get findings() {
      return (this.#own.findings ??= findings(this.#read().body.findings.map((data) => new Finding(PRIVATE, data))));
    }

    get outcomes() {
      return this.#read().body.outcomes;
    }

    get unchecked() {
      return this.#read().body.unchecked;
    }

    get used() {
      return this.#read().producer.documents ?? NONE;
    }

    get engine() {
      return this.#read().producer.engine;
    }

    get fingerprint() {
      return this.#read().producer.fingerprint;
    }

    bodyJson() {
      return this.#ask((native) => native.body_json());
    }

    toJson() {
      return this.#ask((native) => native.to_json());
    }

    toJSON() {
      return JSON.parse(this.toJson());
    }

    render(lang = "nl") {
      this.#alive();
      const sentences = speaking(library, String(lang), this.#own.instance);
      return this.#ask((native) => native.render(sentences));
    }

    nextSteps() {
      inEntry(this.#alive(), "next_steps");
      return JSON.parse(this.#ask((native) => native.next_steps()));
    }

    nextStepsText(lang = "nl") {
      inEntry(this.#alive(), "next_steps_text");
      const sentences = speaking(library, String(lang), this.#own.instance);
      return this.#ask((native) => native.next_steps_text(sentences));
    }

    places(document) {
      const text = given(document, "", (path) => knownOf(this.documentKind)(path));
      // What is too long to be judged is not read for its places either: all of them are where it begins.
      const most = () => this.#own.limit;
      const numbers = this.#ask((native, glue, exports) => native.places(put(glue, exports, text, most) ?? 0));
      return frozen(Array.from({ length: numbers.length / 6 }, (_, at) => {
        const [line, column, start, end, startByte, endByte] = numbers.subarray(6 * at, 6 * at + 6);
        return { line, column, start, end, startByte, endByte };
      }));
    }

    free() {
      if (this.#own.native) library.release(this.#own.native, this.#own.instance);
      this.#own = {};
      delete this.verdict;
    }

    toString() {
      if (!this.#own.native) return "Report (freed)";
      const { verdict, documentKind, documentId = "without an id", asOf, counts: { error, warning, info } } = this;
      return `Report: ${verdict}; ${documentKind} ${documentId} on ${asOf}; errors: ${error}, warnings: ${warning}, info: ${info}`;
    }

    get [Symbol.toStringTag]() {
      return "Report";
    }

    [INSPECT](_, options, inspect) {
      if (!this.#own.native) return "Report (freed)";
      const { verdict, documentId, asOf, lens, counts } = this;
      return `Report ${inspect({ verdict, documentId, asOf, lens, counts }, options)}`;
    }
  }

  /** A place where a document falls short of a rule. */
  class Finding {
    #data;

    constructor(key, data) {
      own(key);
      this.#data = data;
      const { code, name, severity, path, subject, facts, related = NONE, waiver = null, due, draft = false } = data;
      Object.assign(this, { code, name, severity, path, subject, facts, related, waiver, due, draft });
      Object.freeze(this);
    }

    static fromJson(text) {
      // What the library read, and no other member: it checks the text against the catalogue.
      return new Finding(PRIVATE, frozen(JSON.parse(library.call((glue) => glue.finding(String(text))))));
    }

    message(lang = "nl") {
      const instance = library.current;
      const sentences = speaking(library, String(lang), instance);
      return library.call((glue) => glue.message(this.toJson(), sentences), instance);
    }

    toJson() {
      return JSON.stringify(this.#data);
    }

    toJSON() {
      return JSON.parse(this.toJson());
    }

    toString() {
      return `Finding: ${this.code} ${this.name}; ${this.severity} at ${this.path || "the document"}`;
    }

    get [Symbol.toStringTag]() {
      return "Finding";
    }
  }

  /** The combined result of many reports: counts only, so that parts can be added in any order. */
  class Summary {
    #json;

    constructor(key, json) {
      own(key);
      this.#json = json;
    }

    static fromJson(text) {
      return new Summary(PRIVATE, library.call((glue) => glue.summary(String(text))));
    }

    merge(other) {
      if (!isOne("Summary", other)) throw new TypeError("expected a Summary to merge with");
      return new Summary(PRIVATE, library.call((glue) => glue.merge(this.#json, String(other.toJson()))));
    }

    toJson() {
      return this.#json;
    }

    toJSON() {
      return JSON.parse(this.toJson());
    }

    toString() {
      const { documents, verdicts } = this.toJSON();
      return `Summary: documents: ${documents}; ${Object.entries(verdicts).map(([verdict, number]) => `${verdict}: ${number}`).join(", ")}`;
    }

    get [Symbol.toStringTag]() {
      return "Summary";
    }

    [INSPECT](_, options, inspect) {
      return `Summary ${inspect(this.toJSON(), options)}`;
    }
  }

  /** The tag of the language that a system calls so. */
  function language(tag) {
    return library.call((glue) => glue.language(String(tag)));
  }

  /** Judges one portfolio against the built-in rulebook. */
  function validate(document, asOf) {
    return new Validator().validate(document, asOf);
  }

  /** What a function of the library tells of several documents. What comes behind them is given in the library's order. */
  function toldOf(name, documents, putting, behind, lang = undefined) {
    const instance = library.current;
    inEntry(instance.glue, name);
    const sentences = lang === undefined ? [] : [speaking(library, String(lang), instance)];
    return library.call((glue, exports) => glue[name](several(glue, exports, documents, putting), ...behind, ...sentences), instance);
  }

  /** A bundle and the documents for it, each of which is one that a bundle names: whole, since they are known by their hash. */
  function replayed(name, bundle, documents, lang = undefined) {
    const bundle_ = given(bundle, "bundle: ", knownOf("bundle"));
    const documents_ = manyOf(documents, "documents", knownOfAny);
    // A bundle that is longer than a document can be is none; a document that is, is in no bundle.
    const putting = (glue, exports, document) => putWhole(glue, exports, document) ?? (document === bundle_ ? 0 : undefined);
    return toldOf(name, [bundle_, ...documents_], putting, [], lang);
  }

  /** Makes the answers of a bundle again. */
  function replay(bundle, documents) {
    return JSON.parse(replayed("replay", bundle, documents));
  }

  /** The same as readable text. */
  function replayText(bundle, documents, options = undefined) {
    return replayed("replay_text", bundle, documents, optionsOf(options).lang ?? "nl");
  }

  function compared(name, rulebooks, documents, asOf, { lens, k }, lang = undefined) {
    // An overlay that changes nothing is the built-in rulebook.
    const overlays = rulebooks.map((rulebook) => (rulebook === undefined || rulebook === null ? "{}" : given(rulebook).slice(0, MOST_OVERLAY)));
    const [documents_, day_] = [manyOf(documents, "documents", knownOfAny), day(asOf)];
    const putting = (glue, exports, document) => putStart(glue, exports, document, mostBytes);
    return toldOf(name, [...overlays, ...documents_], putting, [day_, word(lens), group(k)], lang);
  }

  /** What two rulebooks make of the same documents. */
  function compare(rulebookA, rulebookB, documents, asOf, options = undefined) {
    return JSON.parse(compared("compare", [rulebookA, rulebookB], documents, asOf, optionsOf(options)));
  }

  /** The same as readable text. */
  function compareText(rulebookA, rulebookB, documents, asOf, options = undefined) {
    const { lang = "nl", ...asked } = optionsOf(options);
    return compared("compare_text", [rulebookA, rulebookB], documents, asOf, asked, lang);
  }

  if (Symbol.dispose) {
    Validator.prototype[Symbol.dispose] = Validator.prototype.free;
    Report.prototype[Symbol.dispose] = Report.prototype.free;
  }

  return { Finding, Report, Summary, Validator, compare, compareText, language, library, replay, replayText, validate };
}
