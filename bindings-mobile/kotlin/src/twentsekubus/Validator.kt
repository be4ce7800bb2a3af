// Checking documents, and the questions that need no document.

package twentsekubus

import java.time.LocalDate
import twentsekubus.raw.KubusException.Refused
import twentsekubus.raw.Validator as RawValidator
import twentsekubus.raw.explain as rawExplain
import twentsekubus.raw.language as rawLanguage
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
     * With this rulebook: an overlay as the bytes of its JSON, or the built-in one.
     *
     * @throws KubusException `invalid-rulebook`, with every fault of the overlay in its details
     */
    @JvmOverloads
    constructor(rulebook: ByteArray? = null) : this(asking { RawValidator(rulebook) })

    /**
     * With this rulebook: an overlay as JSON text.
     *
     * @throws KubusException `invalid-rulebook`, with every fault of the overlay in its details
     */
    constructor(rulebook: String) : this(rulebook.toUtf8())

    /** The overlay that it was built from as JSON text, if one was given. */
    val rulebookSource: String? get() = raw.rulebookSource()

    /** The fingerprint of its rulebook: validators with the same one give the same answers. */
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
    ): Batch {
        val batch = asking { raw.validateMany(documents, asOf.toString(), lens.key, kind.key) }
        return Batch(batch.reports.map(::Report), Summary(batch.summary))
    }

    override fun close() = raw.close()
}

/**
 * Checks one portfolio against the built-in rulebook, given as the bytes of its JSON, as it is on a day.
 */
fun validate(document: ByteArray, asOf: LocalDate): Report = Validator().use { it.validate(document, asOf) }

/** Checks one portfolio against the built-in rulebook, given as JSON text, as it is on a day. */
fun validate(document: String, asOf: LocalDate): Report = validate(document.toUtf8(), asOf)

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
fun schema(kind: Kind): String = asking { rawSchema(kind.key) }

/** The tag of the language that a system calls so. */
internal fun known(tag: String): String = asking { rawLanguage(tag) }
