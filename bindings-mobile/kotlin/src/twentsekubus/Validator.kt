// Checking documents, and the questions that need no document.

package twentsekubus

import java.time.LocalDate
import twentsekubus.raw.KubusException.Refused
import twentsekubus.raw.Validator as RawValidator
import twentsekubus.raw.compare as rawCompare
import twentsekubus.raw.compareText as rawCompareText
import twentsekubus.raw.explain as rawExplain
import twentsekubus.raw.language as rawLanguage
import twentsekubus.raw.replay as rawReplay
import twentsekubus.raw.replayText as rawReplayText
import twentsekubus.raw.rules as rawRules
import twentsekubus.raw.schema as rawSchema

/** A call that could not be answered. What is wrong with a document is a [Finding], never an exception. */
class KubusException internal constructor(
    /** A stable code for programs, such as `invalid-rulebook`. */
    val code: String,
    override val message: String,
    /** Every single fault, where there are several. */
    val details: List<String>,
) : RuntimeException(message)

/** Asks the library, and throws its refusal as an exception of this package. */
internal inline fun <T> asking(call: () -> T): T =
    try {
        call()
    } catch (refused: Refused) {
        throw KubusException(refused.code, refused.reason, refused.details)
    }

/**
 * Checks documents against one rulebook. Built once, it serves any number of documents and threads.
 *
 * Its memory is the library's: it is freed by [close], or when the object is collected.
 */
class Validator private constructor(private val raw: RawValidator) : AutoCloseable {
    /**
     * With this rulebook: an overlay as the bytes of its JSON, or the built-in one. It compares portfolios with these curricula
     * (opleidingsprogramma's), these partnerships, each in one school year, and these knowledge bases, each the bytes of its JSON.
     *
     * Of several curricula the one counts that fits the student's institute, partnership, mode of study and cohort, and of those the
     * latest; of each school year of a student the partnership that the portfolio names, else the only one of that school year; of
     * several knowledge bases the one of the student's partnership, else the only one of none.
     *
     * @throws KubusException `invalid-rulebook`, with every fault of the overlay in its details; `invalid-documents`, with those of
     *   the documents
     */
    @JvmOverloads
    constructor(
        rulebook: ByteArray? = null,
        curricula: List<ByteArray> = emptyList(),
        partnerships: List<ByteArray> = emptyList(),
        knowledgeBases: List<ByteArray> = emptyList(),
    ) : this(asking { RawValidator(rulebook, curricula, partnerships, knowledgeBases) })

    /**
     * With this rulebook, an overlay as JSON text, and these documents as JSON texts.
     *
     * @throws KubusException `invalid-rulebook`, with every fault of the overlay in its details; `invalid-documents`, with those of
     *   the documents
     */
    @JvmOverloads
    constructor(
        rulebook: String,
        curricula: List<String> = emptyList(),
        partnerships: List<String> = emptyList(),
        knowledgeBases: List<String> = emptyList(),
    ) : this(
        rulebook.toUtf8(),
        curricula.map(String::toUtf8),
        partnerships.map(String::toUtf8),
        knowledgeBases.map(String::toUtf8),
    )

    /** The overlay that it was built from as JSON text, if one was given. */
    val rulebookSource: String? get() = raw.rulebookSource()

    /** The curricula that it compares portfolios with as JSON texts, in the order in which they were given. */
    val curricula: List<String> get() = raw.curricula()

    /** The partnerships that it compares portfolios with as JSON texts, in the order in which they were given. */
    val partnerships: List<String> get() = raw.partnerships()

    /** The knowledge bases that it compares portfolios with as JSON texts, in the order in which they were given. */
    val knowledgeBases: List<String> get() = raw.knowledgeBases()

    /** The fingerprint of its rulebook: validators with the same one, and the same documents, give the same answers. */
    val fingerprint: String get() = raw.fingerprint()

    /**
     * Checks one document, given as the bytes of its JSON, as it is on a day.
     *
     * The lens is [Lens.NOW]; the others answer "what if the study year, or the programme, ended today?".
     *
     * @throws KubusException `unknown-kind` for a kind that has no rules here
     */
    @JvmOverloads
    fun validate(
        document: ByteArray,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        kind: Kind = Kind.PORTFOLIO,
    ): Report = Report(asking { raw.validate(document, asOf.toString(), lens.key, kind.key) })

    /** Checks one document, given as JSON text. */
    @JvmOverloads
    fun validate(document: String, asOf: LocalDate, lens: Lens = Lens.NOW, kind: Kind = Kind.PORTFOLIO): Report =
        validate(document.toUtf8(), asOf, lens, kind)

    /**
     * Checks many documents of a kind: one report per document, in their order, and a summary.
     *
     * @throws KubusException `unknown-kind` for a kind that has no rules here
     */
    @JvmOverloads
    fun validateMany(
        documents: List<ByteArray>,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        kind: Kind = Kind.PORTFOLIO,
    ): Batch = asking { raw.validateMany(documents, asOf.toString(), lens.key, kind.key) }.known()

    /**
     * Checks a dossier: documents of any kind, each recognised by its `format`; one report per document, in their order, and a
     * summary. Portfolios are compared with the others among them, and with those that the validator was given.
     *
     * @throws KubusException `invalid-documents` for documents that portfolios cannot be compared with, with every fault in its
     *   details, such as `documents[2]: …`
     */
    @JvmOverloads
    fun dossier(documents: List<ByteArray>, asOf: LocalDate, lens: Lens = Lens.NOW): Batch =
        asking { raw.dossier(documents, asOf.toString(), lens.key) }.known()

    /**
     * Why each rule answered about a document as it did, as JSON: by what it is met, or which findings would have to be
     * mended. Its schema is `schema("trace")`.
     *
     * @throws KubusException `unknown-kind` for a kind that has no rules here
     */
    @JvmOverloads
    fun trace(
        document: ByteArray,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        kind: Kind = Kind.PORTFOLIO,
    ): String = asking { raw.trace(document, asOf.toString(), lens.key, kind.key) }

    /** The trace of a document that is given as JSON text. */
    @JvmOverloads
    fun trace(document: String, asOf: LocalDate, lens: Lens = Lens.NOW, kind: Kind = Kind.PORTFOLIO): String =
        trace(document.toUtf8(), asOf, lens, kind)

    /**
     * The trace as text to read.
     *
     * @throws KubusException `unknown-kind` for a kind that has no rules here
     */
    @JvmOverloads
    fun traceText(
        document: ByteArray,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        kind: Kind = Kind.PORTFOLIO,
        language: Language = Language.NL,
    ): String = asking { raw.traceText(document, asOf.toString(), lens.key, kind.key, language.tag) }

    /** The trace of a document that is given as JSON text, as text to read. */
    @JvmOverloads
    fun traceText(
        document: String,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        kind: Kind = Kind.PORTFOLIO,
        language: Language = Language.NL,
    ): String = traceText(document.toUtf8(), asOf, lens, kind, language)

    /**
     * What the next school or trainer must know of a student, as JSON: placements so far, age bands, specialisation, open
     * goals, the last advice of a mentor, next steps, and what the next study year will require. Its schema is
     * `schema("hand-over")`.
     *
     * It has ids, days and words of closed lists; with [texts] also the student's goals and the mentor's advice in their own
     * words, for who may read the portfolio.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun handOver(portfolio: ByteArray, asOf: LocalDate, texts: Boolean = false): String =
        asking { raw.handOver(portfolio, asOf.toString(), texts) }

    /** The hand-over page of a portfolio that is given as JSON text. */
    @JvmOverloads
    fun handOver(portfolio: String, asOf: LocalDate, texts: Boolean = false): String =
        handOver(portfolio.toUtf8(), asOf, texts)

    /**
     * The hand-over page as text to read.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun handOverText(
        portfolio: ByteArray,
        asOf: LocalDate,
        texts: Boolean = false,
        language: Language = Language.NL,
    ): String = asking { raw.handOverText(portfolio, asOf.toString(), texts, language.tag) }

    /** The hand-over page of a portfolio that is given as JSON text, as text to read. */
    @JvmOverloads
    fun handOverText(
        portfolio: String,
        asOf: LocalDate,
        texts: Boolean = false,
        language: Language = Language.NL,
    ): String = handOverText(portfolio.toUtf8(), asOf, texts, language)

    /**
     * What the assessment framework of the student's curriculum makes of a portfolio, as JSON: the outcome of each study year that
     * has begun and of the programme, and for each part what that follows from. Its schema is `schema("assessment")`.
     *
     * Without a curriculum that belongs to the student there are no study years. With [Lens.YEAR_ENDED] the running study year
     * counts as ended, with [Lens.GRADUATING] every one does.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun assess(portfolio: ByteArray, asOf: LocalDate, lens: Lens = Lens.NOW): String =
        asking { raw.assess(portfolio, asOf.toString(), lens.key) }

    /** What the curriculum makes of a portfolio that is given as JSON text. */
    @JvmOverloads
    fun assess(portfolio: String, asOf: LocalDate, lens: Lens = Lens.NOW): String =
        assess(portfolio.toUtf8(), asOf, lens)

    /**
     * What the curriculum makes of a portfolio, as text to read.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun assessText(
        portfolio: ByteArray,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        language: Language = Language.NL,
    ): String = asking { raw.assessText(portfolio, asOf.toString(), lens.key, language.tag) }

    /** What the curriculum makes of a portfolio that is given as JSON text, as text to read. */
    @JvmOverloads
    fun assessText(
        portfolio: String,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        language: Language = Language.NL,
    ): String = assessText(portfolio.toUtf8(), asOf, lens, language)

    /**
     * The assessment card of a student, as JSON: what is assessed in each study year that has begun, by whom, on what evidence, and
     * its state. Persons are told by their ids, as the student's placements have them. Its schema is `schema("assessment-card")`.
     *
     * Without a curriculum that belongs to the student there are no study years. The lens is as in [assess].
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun card(portfolio: ByteArray, asOf: LocalDate, lens: Lens = Lens.NOW): String =
        asking { raw.card(portfolio, asOf.toString(), lens.key) }

    /** The assessment card of a portfolio that is given as JSON text. */
    @JvmOverloads
    fun card(portfolio: String, asOf: LocalDate, lens: Lens = Lens.NOW): String = card(portfolio.toUtf8(), asOf, lens)

    /**
     * The assessment card as text to read.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun cardText(
        portfolio: ByteArray,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        language: Language = Language.NL,
    ): String = asking { raw.cardText(portfolio, asOf.toString(), lens.key, language.tag) }

    /** The assessment card of a portfolio that is given as JSON text, as text to read. */
    @JvmOverloads
    fun cardText(
        portfolio: String,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        language: Language = Language.NL,
    ): String = cardText(portfolio.toUtf8(), asOf, lens, language)

    /**
     * How much evidence and how many final assessments there are for each competence, by study year, as JSON. Counts only:
     * what they are worth is for the assessors. Its schema is `schema("coverage")`.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    fun coverage(portfolio: ByteArray, asOf: LocalDate): String = asking { raw.coverage(portfolio, asOf.toString()) }

    /** The coverage of a portfolio that is given as JSON text. */
    fun coverage(portfolio: String, asOf: LocalDate): String = coverage(portfolio.toUtf8(), asOf)

    /**
     * Coverage as text to read.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun coverageText(portfolio: ByteArray, asOf: LocalDate, language: Language = Language.NL): String =
        asking { raw.coverageText(portfolio, asOf.toString(), language.tag) }

    /** The coverage of a portfolio that is given as JSON text, as text to read. */
    @JvmOverloads
    fun coverageText(portfolio: String, asOf: LocalDate, language: Language = Language.NL): String =
        coverageText(portfolio.toUtf8(), asOf, language)

    /**
     * How a curriculum is covered, without any portfolio, as JSON: competences by profession theme and subject line, knowledge bases
     * by subject line, and components of the spider web by element. Counts only. It need not be one of [curricula]. Its schema is
     * `schema("curriculum-coverage")`.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    fun curriculumCoverage(curriculum: ByteArray): String = asking { raw.curriculumCoverage(curriculum) }

    /** The coverage of a curriculum that is given as JSON text. */
    fun curriculumCoverage(curriculum: String): String = curriculumCoverage(curriculum.toUtf8())

    /**
     * The coverage of a curriculum as text to read.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun curriculumCoverageText(curriculum: ByteArray, language: Language = Language.NL): String =
        asking { raw.curriculumCoverageText(curriculum, language.tag) }

    /** The coverage of a curriculum that is given as JSON text, as text to read. */
    @JvmOverloads
    fun curriculumCoverageText(curriculum: String, language: Language = Language.NL): String =
        curriculumCoverageText(curriculum.toUtf8(), language)

    /**
     * The Twentse kubus as a knowledge base fills it on a day, as JSON: for each theme the learning materials in force at every career
     * stage and level, the cells that are empty, and whether the line from student to teacher is continuous. It need not be one of
     * [knowledgeBases]. Its schema is `schema("cube")`.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    fun cube(knowledgeBase: ByteArray, asOf: LocalDate): String = asking { raw.cube(knowledgeBase, asOf.toString()) }

    /** The cube of a knowledge base that is given as JSON text. */
    fun cube(knowledgeBase: String, asOf: LocalDate): String = cube(knowledgeBase.toUtf8(), asOf)

    /**
     * The cube as text to read.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun cubeText(knowledgeBase: ByteArray, asOf: LocalDate, language: Language = Language.NL): String =
        asking { raw.cubeText(knowledgeBase, asOf.toString(), language.tag) }

    /** The cube of a knowledge base that is given as JSON text, as text to read. */
    @JvmOverloads
    fun cubeText(knowledgeBase: String, asOf: LocalDate, language: Language = Language.NL): String =
        cubeText(knowledgeBase.toUtf8(), asOf, language)

    /**
     * The organisation of a partnership in its school year, as JSON: its schools with their students and places, the time, training
     * and registration of trainers, and meetings against what is required. It need not be one of [partnerships]. Its schema is
     * `schema("network")`.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun network(partnership: ByteArray, asOf: LocalDate, lens: Lens = Lens.NOW): String =
        asking { raw.network(partnership, asOf.toString(), lens.key) }

    /** The organisation of a partnership that is given as JSON text. */
    @JvmOverloads
    fun network(partnership: String, asOf: LocalDate, lens: Lens = Lens.NOW): String =
        network(partnership.toUtf8(), asOf, lens)

    /**
     * The organisation of a partnership as text to read.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun networkText(
        partnership: ByteArray,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        language: Language = Language.NL,
    ): String = asking { raw.networkText(partnership, asOf.toString(), lens.key, language.tag) }

    /** The organisation of a partnership that is given as JSON text, as text to read. */
    @JvmOverloads
    fun networkText(
        partnership: String,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        language: Language = Language.NL,
    ): String = networkText(partnership.toUtf8(), asOf, lens, language)

    /**
     * Just in time, just in place, as JSON: the learning needs of a student, each with at most ten learning materials that the
     * knowledge base has in force for it at the student's career stage, the nearest level first. Its schema is
     * `schema("just-in-time")`.
     *
     * Without a knowledge base that belongs to the student, `reason` says why nothing is suggested.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    fun justInTime(portfolio: ByteArray, asOf: LocalDate): String = asking { raw.justInTime(portfolio, asOf.toString()) }

    /** What there is for the needs in a portfolio that is given as JSON text. */
    fun justInTime(portfolio: String, asOf: LocalDate): String = justInTime(portfolio.toUtf8(), asOf)

    /**
     * Just in time, just in place, as text to read.
     *
     * @throws KubusException `unreadable-document` when nothing of it can be judged: [validate] says why
     */
    @JvmOverloads
    fun justInTimeText(portfolio: ByteArray, asOf: LocalDate, language: Language = Language.NL): String =
        asking { raw.justInTimeText(portfolio, asOf.toString(), language.tag) }

    /** What there is for the needs in a portfolio that is given as JSON text, as text to read. */
    @JvmOverloads
    fun justInTimeText(portfolio: String, asOf: LocalDate, language: Language = Language.NL): String =
        justInTimeText(portfolio.toUtf8(), asOf, language)

    /**
     * Where each student can go in a school year, written as `2024-2025`, as JSON: for each student the schools of the partnership,
     * open or closed, and why; for each school the places that are left. The partnership is that of the school year, and need not be
     * one of [partnerships]. Its schema is `schema("where-next")`.
     *
     * @throws KubusException `invalid-school-year`, also where the partnership is of another one; `unreadable-document` when nothing
     *   of a document can be judged: [validate] says why; `invalid-documents` for two portfolios of one student
     */
    fun whereNext(portfolios: List<ByteArray>, partnership: ByteArray, schoolYear: String): String =
        asking { raw.whereNext(portfolios, partnership, schoolYear) }

    /** Where students can go, by portfolios and a partnership that are given as JSON texts. */
    fun whereNext(portfolios: List<String>, partnership: String, schoolYear: String): String =
        whereNext(portfolios.map(String::toUtf8), partnership.toUtf8(), schoolYear)

    /**
     * Where each student can go in a school year, as text to read.
     *
     * @throws KubusException what [whereNext] throws
     */
    @JvmOverloads
    fun whereNextText(
        portfolios: List<ByteArray>,
        partnership: ByteArray,
        schoolYear: String,
        language: Language = Language.NL,
    ): String = asking { raw.whereNextText(portfolios, partnership, schoolYear, language.tag) }

    /** Where students can go, by portfolios and a partnership that are given as JSON texts, as text to read. */
    @JvmOverloads
    fun whereNextText(
        portfolios: List<String>,
        partnership: String,
        schoolYear: String,
        language: Language = Language.NL,
    ): String = whereNextText(portfolios.map(String::toUtf8), partnership.toUtf8(), schoolYear, language)

    /**
     * What a proposal of placements brings about, as JSON: the findings that are there with it and not without it. A proposal is a
     * document of `schema("proposal")`, and the partnership is that of its school year. The schema of the answer is
     * `schema("proposal-check")`.
     *
     * @throws KubusException `invalid-proposal` for what is none, or none for these students, with every fault in its details;
     *   `invalid-school-year` where the partnership is of another one; `unreadable-document` when nothing of a document can be
     *   judged: [validate] says why; `invalid-documents` for two portfolios of one student
     */
    fun checkProposal(portfolios: List<ByteArray>, partnership: ByteArray, proposal: ByteArray): String =
        asking { raw.checkProposal(portfolios, partnership, proposal) }

    /** What a proposal brings about, with all documents given as JSON texts. */
    fun checkProposal(portfolios: List<String>, partnership: String, proposal: String): String =
        checkProposal(portfolios.map(String::toUtf8), partnership.toUtf8(), proposal.toUtf8())

    /**
     * What a proposal of placements brings about, as text to read.
     *
     * @throws KubusException what [checkProposal] throws
     */
    @JvmOverloads
    fun checkProposalText(
        portfolios: List<ByteArray>,
        partnership: ByteArray,
        proposal: ByteArray,
        language: Language = Language.NL,
    ): String = asking { raw.checkProposalText(portfolios, partnership, proposal, language.tag) }

    /** What a proposal brings about, with all documents given as JSON texts, as text to read. */
    @JvmOverloads
    fun checkProposalText(
        portfolios: List<String>,
        partnership: String,
        proposal: String,
        language: Language = Language.NL,
    ): String =
        checkProposalText(portfolios.map(String::toUtf8), partnership.toUtf8(), proposal.toUtf8(), language)

    /**
     * Counts over many portfolios, in all, by school and by study year, as JSON: verdicts, shortfalls by rule and evidence by
     * competence. A count of results is hidden where it would say something about fewer than [k] students, 5 unless another number
     * is given. Its schema is `schema("overview")`.
     *
     * @throws IllegalArgumentException for a [k] below 0
     */
    @JvmOverloads
    fun overview(portfolios: List<ByteArray>, asOf: LocalDate, lens: Lens = Lens.NOW, k: Int? = null): String =
        asking { raw.overview(portfolios, asOf.toString(), lens.key, number(k)) }

    /**
     * The overview as text to read.
     *
     * @throws IllegalArgumentException for a [k] below 0
     */
    @JvmOverloads
    fun overviewText(
        portfolios: List<ByteArray>,
        asOf: LocalDate,
        lens: Lens = Lens.NOW,
        k: Int? = null,
        language: Language = Language.NL,
    ): String = asking { raw.overviewText(portfolios, asOf.toString(), lens.key, number(k), language.tag) }

    /**
     * The report of a portfolio and the outcome by the assessment framework, as JSON, with all that they were made from: day, lens,
     * rulebook, version of the library, and the SHA-256 of each document. [replay] makes them again. Its schema is
     * `schema("bundle")`.
     *
     * The documents are not in it: keep them too, each as the bytes that were given. Of a portfolio of which nothing can be judged
     * there is no assessment in it.
     */
    @JvmOverloads
    fun bundle(portfolio: ByteArray, asOf: LocalDate, lens: Lens = Lens.NOW): String =
        asking { raw.bundle(portfolio, asOf.toString(), lens.key) }

    /** The bundle of a portfolio that is given as JSON text, whose UTF-8 is what the SHA-256 is of. */
    @JvmOverloads
    fun bundle(portfolio: String, asOf: LocalDate, lens: Lens = Lens.NOW): String =
        bundle(portfolio.toUtf8(), asOf, lens)

    override fun close() = raw.close()
}

/**
 * Checks one portfolio against the built-in rulebook, given as the bytes of its JSON, as it is on a day.
 */
fun validate(document: ByteArray, asOf: LocalDate): Report = Validator().use { it.validate(document, asOf) }

/** Checks one portfolio against the built-in rulebook, given as JSON text, as it is on a day. */
fun validate(document: String, asOf: LocalDate): Report = validate(document.toUtf8(), asOf)

/**
 * Makes the answers of a bundle again, from the documents that it was made from, in any order, as JSON: whether they are the same,
 * byte for byte, and else what differs. The documents are known by their SHA-256; others are not used. Its schema is
 * `schema("replay")`.
 *
 * @throws KubusException `invalid-bundle` for what [Validator.bundle] does not give
 */
fun replay(bundle: ByteArray, documents: List<ByteArray>): String = asking { rawReplay(bundle, documents) }

/** The replay of a bundle and documents that are given as JSON texts. */
fun replay(bundle: String, documents: List<String>): String =
    replay(bundle.toUtf8(), documents.map(String::toUtf8))

/**
 * The replay as text to read.
 *
 * @throws KubusException `invalid-bundle` for what [Validator.bundle] does not give
 */
@JvmOverloads
fun replayText(bundle: ByteArray, documents: List<ByteArray>, language: Language = Language.NL): String =
    asking { rawReplayText(bundle, documents, language.tag) }

/** The replay of a bundle and documents that are given as JSON texts, as text to read. */
@JvmOverloads
fun replayText(bundle: String, documents: List<String>, language: Language = Language.NL): String =
    replayText(bundle.toUtf8(), documents.map(String::toUtf8), language)

/**
 * What would change under different rules, as JSON: how many students, in all and by school, and how many other documents gain a
 * finding, lose one, or have one that weighs differently by the second rulebook. Its schema is `schema("comparison")`.
 *
 * Each rulebook is an overlay as the bytes of its JSON, or `null` for the built-in one. The documents are of any kind, each
 * recognised by its `format`, and portfolios are compared with the others among them. Counts about fewer than [k] students are
 * hidden, 5 unless another number is given.
 *
 * @throws KubusException `invalid-rulebook`, and `invalid-documents` for documents that portfolios cannot be compared with, each
 *   with every fault in its details
 * @throws IllegalArgumentException for a [k] below 0
 */
@JvmOverloads
fun compare(
    before: ByteArray?,
    after: ByteArray?,
    documents: List<ByteArray>,
    asOf: LocalDate,
    lens: Lens = Lens.NOW,
    k: Int? = null,
): String = asking { rawCompare(before, after, documents, asOf.toString(), lens.key, number(k)) }

/** The comparison of rulebooks, by documents, that are given as JSON texts. */
@JvmOverloads
fun compare(
    before: String?,
    after: String?,
    documents: List<String>,
    asOf: LocalDate,
    lens: Lens = Lens.NOW,
    k: Int? = null,
): String = compare(before?.toUtf8(), after?.toUtf8(), documents.map(String::toUtf8), asOf, lens, k)

/**
 * The comparison of two rulebooks as text to read.
 *
 * @throws KubusException `invalid-rulebook` and `invalid-documents`, as [compare]
 * @throws IllegalArgumentException for a [k] below 0
 */
@JvmOverloads
fun compareText(
    before: ByteArray?,
    after: ByteArray?,
    documents: List<ByteArray>,
    asOf: LocalDate,
    lens: Lens = Lens.NOW,
    k: Int? = null,
    language: Language = Language.NL,
): String =
    asking { rawCompareText(before, after, documents, asOf.toString(), lens.key, number(k), language.tag) }

/** The comparison of rulebooks, by documents, that are given as JSON texts, as text to read. */
@JvmOverloads
fun compareText(
    before: String?,
    after: String?,
    documents: List<String>,
    asOf: LocalDate,
    lens: Lens = Lens.NOW,
    k: Int? = null,
    language: Language = Language.NL,
): String =
    compareText(before?.toUtf8(), after?.toUtf8(), documents.map(String::toUtf8), asOf, lens, k, language)

/**
 * What a rule requires, why, how to fix it and where it comes from, as Markdown; by its code or name.
 *
 * @throws KubusException `unknown-rule`
 */
@JvmOverloads
fun explain(codeOrName: String, language: Language = Language.NL): String =
    asking { rawExplain(codeOrName, language.tag) }

/** Every rule with its texts, as a JSON array. */
fun rules(): String = rawRules()

/**
 * The JSON Schema of a kind of document.
 *
 * @throws KubusException `unknown-kind` for a kind that has no rules here
 */
fun schema(kind: Kind): String = schema(kind.key)

/**
 * The JSON Schema of a kind of document by its key, of a `proposal` of placements, or of what is told about them: `next-steps`,
 * `trace`, `hand-over`, `assessment`, `assessment-card`, `coverage`, `curriculum-coverage`, `cube`, `just-in-time`, `network`,
 * `where-next`, `proposal-check`, `overview`, `comparison`, `bundle`, `replay`.
 *
 * @throws KubusException `unknown-kind` for anything else
 */
fun schema(of: String): String = asking { rawSchema(of) }

/** A number as the library takes it: one below 0 would be a great one there. */
private fun number(k: Int?): UInt? = k?.also { require(it >= 0) { "`k` must be 0 or more" } }?.toUInt()

/** The tag of the language that a system calls so. */
internal fun known(tag: String): String = asking { rawLanguage(tag) }
