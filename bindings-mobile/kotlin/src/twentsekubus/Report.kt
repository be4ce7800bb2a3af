// What is said of documents: reports with their findings, and summaries.

package twentsekubus

import java.math.BigDecimal
import java.time.LocalDate
import twentsekubus.raw.Batch as RawBatch
import twentsekubus.raw.DocumentRef as RawDocumentRef
import twentsekubus.raw.FactValue
import twentsekubus.raw.Finding as RawFinding
import twentsekubus.raw.Report as RawReport
import twentsekubus.raw.Summary as RawSummary
import twentsekubus.raw.findingFromJson

/**
 * The report on one document. It contains no free text of the document.
 *
 * Its memory is the library's: it is freed by [close], or when the object is collected. What was read from it stays.
 */
class Report internal constructor(private val raw: RawReport) : AutoCloseable {
    /** The overall result. */
    val verdict: Verdict get() = Verdict.of(raw.verdict())

    /** The kind of the document. */
    val documentKind: Kind get() = Kind.of(raw.documentKind())

    /** Id of the document, where it could be read. */
    val documentId: String? get() = raw.documentId()

    /** The day on which the document was checked. */
    val asOf: LocalDate get() = LocalDate.parse(raw.asOf())

    /** The question that it answers. */
    val lens: Lens get() = Lens.of(raw.lens())

    /** How many findings there are, by severity. */
    val counts: Counts
        get() = raw.counts().run { Counts(error.toInt(), warning.toInt(), info.toInt(), waived.toInt()) }

    /** The findings, by place. */
    val findings: List<Finding> by lazy { asking { raw.findings() }.map(::Finding) }

    /** What every rule answered. */
    val outcomes: List<Outcome> by lazy {
        raw.outcomes().map {
            Outcome(it.code, Answer.of(it.outcome), it.reason?.let(Reason::of), it.by, it.due?.let(LocalDate::parse))
        }
    }

    /** What was not checked: parts that could not be read, findings beyond the limit, rules that need another document. */
    val unchecked: List<Unchecked> by lazy { raw.unchecked().map { Unchecked(it.reason, it.path, it.rules) } }

    /** The documents of other kinds that were used, such as the curriculum of the student. */
    val used: List<UsedDocument> by lazy { raw.used().map { UsedDocument(it.document.known(), it.sha256) } }

    /** The version of the engine that made it. */
    val engine: String get() = raw.engine()

    /** The fingerprint of the rulebook that the document was checked against. */
    val fingerprint: String get() = raw.fingerprint()

    /** The body as JSON: the same bytes in every language. */
    fun bodyJson(): String = raw.bodyJson()

    /** The whole report as JSON: `body` and `producer`. */
    fun toJson(): String = raw.toJson()

    /** The report as text to read. */
    @JvmOverloads
    fun render(language: Language = Language.NL): String = asking { raw.render(language.tag) }

    /**
     * What is to be done about the findings, in order: overdue errors, then what is due on a day by that day, then warnings,
     * then what is worth knowing. Waived findings ask nothing.
     */
    fun nextSteps(): List<NextStep> = raw.nextSteps().map {
        NextStep(
            Step.of(it.step),
            it.acts.map(Actor::of).toSet(),
            SubjectKind.of(it.subjectKind),
            it.subjectId,
            Severity.of(it.severity),
            it.findings.map { of -> findings[of.finding.toInt()] },
            it.due?.let(LocalDate::parse),
        )
    }

    /** The next steps as text to read: the kind of step, who takes it, and the sentence of each finding. */
    @JvmOverloads
    fun nextStepsText(language: Language = Language.NL): String = asking { raw.nextStepsText(language.tag) }

    /** The position of each finding in the document that was checked, in the order of [findings]. */
    fun places(document: ByteArray): List<Place> = asking { raw.places(document) }.map {
        Place(
            it.line.toInt(),
            it.column.toInt(),
            it.start.toInt(),
            it.end.toInt(),
            it.startByte.toInt(),
            it.endByte.toInt(),
        )
    }

    /** The position of each finding in the text that was checked, in the order of [findings]. */
    fun places(document: String): List<Place> = places(document.toUtf8())

    override fun close() = raw.close()

    companion object {
        /**
         * Reads back what [Report.toJson] of this version wrote.
         *
         * @throws KubusException `invalid-report`
         */
        @JvmStatic
        fun fromJson(text: String): Report = Report(asking { RawReport.fromJson(text) })
    }
}

/** A place where a document falls short of a rule. Two findings are equal when their JSON is. */
class Finding internal constructor(raw: RawFinding) {
    private val json = raw.json

    /** Code of the rule, such as `TK-P609`. */
    val code: String = raw.code

    /** Name of the rule. */
    val name: String = raw.name

    /** How much it weighs. */
    val severity: Severity = Severity.of(raw.severity)

    /** Its place in the document, as a JSON Pointer. */
    val path: String = raw.path

    /** What kind of item it is about. */
    val subjectKind: SubjectKind = SubjectKind.of(raw.subjectKind)

    /** Which one, where it has an id. */
    val subjectId: String? = raw.subjectId

    /** What is known about it, by name, in the order of the rule. */
    val facts: Map<String, Fact> = raw.facts.associate { it.name to fact(it.value) }

    /** Other places that it is also about. */
    val related: List<Related> = raw.related.map { related ->
        val document = related.document?.known()
        Related(Part.of(related.role), related.path, document)
    }

    /** The waiver that applies to it. */
    val waiver: Waiver? = raw.waiver?.let { Waiver(it.index.toInt(), LocalDate.parse(it.until)) }

    /** The last day on which this can still be fixed in time. */
    val due: LocalDate? = raw.due?.let(LocalDate::parse)

    /** Whether it is only information because its subject is still a draft. */
    val draft: Boolean = raw.draft

    /** The sentence for people. */
    @JvmOverloads
    fun message(language: Language = Language.NL): String = asking { findingFromJson(json, language.tag) }.message

    /** The finding as JSON, as it is in the report. */
    fun toJson(): String = json

    override fun equals(other: Any?): Boolean = other is Finding && json == other.json

    override fun hashCode(): Int = json.hashCode()

    override fun toString(): String = json

    companion object {
        /**
         * Reads back what [Finding.toJson] of this version wrote.
         *
         * @throws KubusException `invalid-report`
         */
        @JvmStatic
        fun fromJson(text: String): Finding = Finding(asking { findingFromJson(text) })
    }
}

/** The value of a fact. No free text of the document is among them. */
sealed interface Fact {
    /** The id of an item. */
    data class Id(val id: String) : Fact

    /** A day. */
    data class Day(val day: LocalDate) : Fact

    /** A school year, such as `2023-2024`. */
    data class SchoolYear(val year: String) : Fact

    /** A whole number. */
    data class Whole(val number: Long) : Fact

    /** A decimal of at most two places. */
    data class Decimal(val number: BigDecimal) : Fact

    /** A value of a closed list, such as [Competence]. */
    data class Value(val word: Word) : Fact

    /** A name in the format itself: a member, an allowed value, a format version. */
    data class Name(val name: String) : Fact

    /** Several values. */
    data class Several(val values: List<Fact>) : Fact
}

private fun fact(raw: FactValue): Fact = when (raw) {
    is FactValue.Id -> Fact.Id(raw.id)
    is FactValue.Day -> Fact.Day(LocalDate.parse(raw.day))
    is FactValue.SchoolYear -> Fact.SchoolYear(raw.year)
    is FactValue.Whole -> Fact.Whole(raw.number)
    is FactValue.Decimal -> Fact.Decimal(BigDecimal(raw.number))
    is FactValue.Word -> Fact.Value(word(raw.list, raw.key))
    is FactValue.Name -> Fact.Name(raw.name)
    is FactValue.Several -> Fact.Several(raw.values.map(::fact))
}

/** Another place that a finding is also about: in [document], where that is another one. */
data class Related(val role: Part, val path: String, val document: DocumentRef?)

/** Which document: its kind, its id where that could be read, and of a partnership the school year. */
data class DocumentRef(val kind: Kind, val id: String?, val schoolYear: String?)

private fun RawDocumentRef.known(): DocumentRef = DocumentRef(Kind.of(kind), id, schoolYear)

/** A document of another kind that a report used, and the SHA-256 of its bytes in hexadecimal digits. */
data class UsedDocument(val document: DocumentRef, val sha256: String)

/** The waiver that applies to a finding: its position in the rulebook, and its last day. */
data class Waiver(val index: Int, val until: LocalDate)

/** How many findings there are, by severity; waived ones are counted apart. */
data class Counts(
    /** Below the partnership's own norm. */
    val error: Int,
    /** Probably wrong, or below a soft norm. */
    val warning: Int,
    /** Worth knowing, or not due yet. */
    val info: Int,
    /** Waived by the rulebook. */
    val waived: Int,
)

/** What one rule answered about a document. */
data class Outcome(
    /** Code of the rule. */
    val code: String,
    /** Its answer. */
    val outcome: Answer,
    /** Why, where the answer is neither met nor a shortfall. */
    val reason: Reason?,
    /** What the reason refers to: the id of an exemption, the code of another rule. */
    val by: String?,
    /** For [Answer.NOT_YET]: the last day on which this can still be fixed in time. */
    val due: LocalDate?,
)

/** One step: of one kind, about one thing. */
data class NextStep(
    /** What kind of step it is. */
    val step: Step,
    /** Who takes it. */
    val acts: Set<Actor>,
    /** What kind of item it is about. */
    val subjectKind: SubjectKind,
    /** Which one, where it has an id. */
    val subjectId: String?,
    /** The severity of the most serious of its findings. */
    val severity: Severity,
    /** The findings that it mends, in the order of the report. */
    val findings: List<Finding>,
    /** The first day by which one of them is due. */
    val due: LocalDate?,
)

/** Something that was not checked. */
data class Unchecked(
    /** Why: `unreadable-part`, `over-limit` when more was found than a report keeps, or `needs-` and a kind of document. */
    val reason: String,
    /** The part that was left out, as a JSON Pointer, where it is one. */
    val path: String?,
    /** The codes of the rules that were not checked because they need another document. */
    val rules: List<String>,
)

/**
 * The position of a finding in a document. Line and column count from 1, the others from 0; an end is not included.
 *
 * Columns and offsets are in the units of a [String], so that `text.substring(start, end)` is the place.
 */
data class Place(
    val line: Int,
    val column: Int,
    val start: Int,
    val end: Int,
    val startByte: Int,
    val endByte: Int,
)

/** The reports on many documents. */
data class Batch(
    /** A report for each document, in their order. */
    val reports: List<Report>,
    /** Their combined summary. */
    val summary: Summary,
)

internal fun RawBatch.known(): Batch = Batch(reports.map(::Report), Summary(summary))

/** The combined result of many reports. */
class Summary internal constructor(private val raw: RawSummary) : AutoCloseable {
    /**
     * The summary over the documents of both.
     *
     * @throws KubusException `other-rulebook` when they are by different rulebooks
     */
    fun merge(other: Summary): Summary = Summary(asking { raw.merge(other.raw) })

    /** As JSON; first the `rulebook`, as its SHA-256. */
    fun toJson(): String = raw.toJson()

    override fun close() = raw.close()

    companion object {
        /**
         * Reads back what [Summary.toJson] of this version wrote.
         *
         * @throws KubusException `invalid-report`
         */
        @JvmStatic
        fun fromJson(text: String): Summary = Summary(asking { RawSummary.fromJson(text) })
    }
}
