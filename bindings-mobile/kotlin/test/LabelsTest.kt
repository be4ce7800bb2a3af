// Labels and lists of reference data: of everything that a document can have, in every language.

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.time.LocalDate
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNull
import kotlin.test.assertTrue
import twentsekubus.AgeBand
import twentsekubus.Kind
import twentsekubus.KubusException
import twentsekubus.Language
import twentsekubus.Word
import twentsekubus.frameworks
import twentsekubus.labels
import twentsekubus.schema
import twentsekubus.validate

class LabelsTest {
    /** Every record and closed list of every kind of document that has rules, by name. */
    private val definitions: Map<String, JsonObject> = labels().kinds.keys.flatMap { kind ->
        val schema = JsonParser.parseString(schema(kind)).asJsonObject
        listOf(schema["title"].asString to schema) + schema["\$defs"].asJsonObject.entrySet().map { it.key to it.value.asJsonObject }
    }.toMap()

    private fun isList(field: JsonObject): Boolean {
        val ways = field["anyOf"]?.asJsonArray?.map(JsonElement::getAsJsonObject).orEmpty() + field
        return ways.any { it["type"]?.takeIf(JsonElement::isJsonPrimitive)?.asString == "array" }
    }

    @Test
    fun `every field has a label, and one item of each list`() {
        var seen = 0
        for (language in Language.entries) {
            val labels = labels(language)
            for ((record, of) in definitions) {
                for ((name, field) in of["properties"]?.asJsonObject?.entrySet().orEmpty()) {
                    seen += 1
                    assertTrue(!labels.field(record, name).isNullOrBlank(), "$language: $record.$name")
                    if (isList(field.asJsonObject)) assertTrue(!labels.item(record, name).isNullOrBlank(), "$language: an item of $record.$name")
                }
            }
        }
        assertTrue(seen > 500, "$seen fields were looked at")
        assertNull(labels().field("Portfolio", "internships"))
    }

    @Test
    fun `every value of every closed list has the label of its enum, in the order of the list`() {
        val lists = definitions.filter { (name, of) -> of["type"]?.asString == "string" && of.has("enum") && name != "SchoolYear" }
        assertTrue(lists.size > 20 && "Role" in lists)
        for (language in Language.entries) {
            val values = labels(language).values
            for ((name, of) in lists) {
                assertEquals(of["enum"].asJsonArray.map { it.asString }, values[name]?.keys?.toList(), name)
            }
            for ((list, named) in values) {
                val words = Class.forName("twentsekubus.$list").enumConstants.map { it as Word }
                assertEquals(words.map { it.key to it.label(language) }, named.toList(), list)
            }
        }
    }

    @Test
    fun `no label is empty, and each language has its own`() {
        val all = Language.entries.map { language ->
            val labels = labels(language)
            val maps = listOf(labels.fields, labels.items, labels.phrases, labels.kinds) + labels.values.values
            assertEquals(12, labels.months.size)
            maps.flatMap { it.values } + labels.months
        }
        assertTrue(all.all { texts -> texts.size > 500 && texts.none(String::isBlank) })
        assertEquals(1, all.map { it.size }.toSet().size)
        assertEquals(Language.entries.size, all.toSet().size)
        assertEquals("stages", labels(Language.NL_PLAIN).field("Portfolio", "placements"))
    }

    @Test
    fun `a kind has a label when it can be checked`() {
        val kinds = labels().kinds.keys
        assertTrue(Kind.PORTFOLIO in kinds && Kind.KNOWLEDGE_BASE in kinds)
        for (kind in Kind.entries - kinds) assertFailsWith<KubusException> { schema(kind) }
    }

    @Test
    fun `a month has the name that a report gives it`() {
        for (language in Language.entries) {
            labels(language).months.forEachIndexed { at, month ->
                val said = validate("{}", LocalDate.of(2024, at + 1, 15)).render(language)
                assertTrue("15 $month 2024" in said, said)
            }
        }
    }

    @Test
    fun `a list of reference data has the keys and names of its enum`() {
        val lists = frameworks()
        assertTrue(lists.size > 10)
        for ((name, list, items) in lists) {
            val words = Class.forName("twentsekubus.$list").enumConstants.map { it as Word }
            assertEquals(words.map { Triple(it.key, it.label(Language.NL), it.label(Language.EN)) }, items.map { Triple(it.key, it.nl, it.en) }, name)
            assertTrue(items.all { it.source.isNotBlank() && it.basis.isNotBlank() })
        }
        assertEquals(AgeBand.entries.map { it.key }, lists.first { it.name == "age_bands" }.items.map { it.key })
        // The seven competences of 2005 were in force until the three of 2017: Stb. 2005, 460; Stb. 2017, 148.
        val first = lists.first { it.name == "competences" }.items.first()
        assertEquals(listOf<Any?>(1, "a", "statute"), listOf(first.number, first.letter, first.basis))
        assertEquals(LocalDate.of(2006, 8, 1) to LocalDate.of(2017, 7, 31), first.validFrom to first.validUntil)
    }
}
