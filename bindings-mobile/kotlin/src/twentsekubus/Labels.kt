// What people call things, and the lists of reference data.

package twentsekubus

import java.time.LocalDate
import twentsekubus.raw.Label
import twentsekubus.raw.FrameworkItem as RawItem
import twentsekubus.raw.frameworks as rawFrameworks
import twentsekubus.raw.labels as rawLabels

/** What people call the parts of documents and reports, in one language. Maps are in the order of their lists. */
class Labels internal constructor(
    /** The fields of documents, by name; one that a record calls something else also by record and name: `Assessment.of`. */
    val fields: Map<String, String>,
    /** One item of the fields that are lists, in the same way. */
    val items: Map<String, String>,
    /** The values of the closed lists, by list and key: what the enum of that name calls them. */
    val values: Map<String, Map<String, String>>,
    /** The kinds of document that can be checked. */
    val kinds: Map<Kind, String>,
    /** The fixed phrases of a report, as text and as a card. */
    val phrases: Map<String, String>,
    /** The months, from January on. */
    val months: List<String>,
) {
    /** What a record calls a field, as the schema names both; `null` when no record has such a field. */
    fun field(record: String, name: String): String? = fields["$record.$name"] ?: fields[name]

    /** What a record calls one item of a field that is a list; `null` when no record has such a field. */
    fun item(record: String, name: String): String? = items["$record.$name"] ?: items[name]
}

/** A list of reference data. */
data class Framework(
    /** Name of the list, such as `age_bands`. */
    val name: String,
    /** Name of the closed list that its keys are the values of, such as `AgeBand`. */
    val list: String,
    /** Its items, in the order of the source. */
    val items: List<FrameworkItem>,
)

/** An item of reference data: what it is called and where that comes from. */
data class FrameworkItem(
    /** The key in a document. */
    val key: String,
    /** The source's own number, if it has one. */
    val number: Int?,
    /** The source's own letter, if it has one. */
    val letter: String?,
    /** Dutch name. */
    val nl: String,
    /** English name. */
    val en: String,
    /** Where it was read: an article, or chapter and heading of the booklet. */
    val source: String,
    /** What that source is: `seed` (the booklet), `statute`, `secondary`, `inferred` or `unknown`. */
    val basis: String,
    /** First day on which it holds; `null`: not limited. */
    val validFrom: LocalDate?,
    /** Last day on which it holds; `null`: not limited. */
    val validUntil: LocalDate?,
)

/** What people call fields, items of lists, values of closed lists and kinds of documents, in a language. */
@JvmOverloads
fun labels(language: Language = Language.NL): Labels {
    val raw = asking { rawLabels(language.tag) }
    return Labels(
        raw.fields.byKey(),
        raw.items.byKey(),
        raw.values.associate { it.list to it.labels.byKey() },
        raw.kinds.associate { Kind.of(it.key) to it.label },
        raw.phrases.byKey(),
        raw.months,
    )
}

/** Every list of reference data with its items. */
fun frameworks(): List<Framework> = rawFrameworks().map { Framework(it.name, it.list, it.items.map(::item)) }

private fun item(raw: RawItem) = FrameworkItem(
    raw.key,
    raw.number?.toInt(),
    raw.letter,
    raw.nl,
    raw.en,
    raw.source,
    raw.basis,
    raw.validFrom?.let(LocalDate::parse),
    raw.validUntil?.let(LocalDate::parse),
)

private fun List<Label>.byKey(): Map<String, String> = associate { it.key to it.label }
