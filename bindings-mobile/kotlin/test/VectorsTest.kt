// The contract: every vector gives the same bytes here as in every other language.

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive
import java.io.File
import java.security.MessageDigest
import java.time.LocalDate
import java.util.TreeMap
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlin.test.fail
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.TestInstance
import twentsekubus.Fact
import twentsekubus.Finding
import twentsekubus.Kind
import twentsekubus.Lens
import twentsekubus.Validator

/** What a case may ask besides the report, and the file that keeps the answer. */
private val CALLS = mapOf(
    "validate" to emptyList<String>(),
    "assess" to listOf("assessment.json"),
    "card" to listOf("assessment-card.json"),
)

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VectorsTest {
    private val root = File(System.getProperty("kubus.vectors"))
    private val hashes = TreeMap<String, String>()

    @TestFactory
    fun vectors(): List<DynamicTest> {
        val cases = folders(root).flatMap(::folders)
        assertTrue(cases.isNotEmpty(), "there are no vectors in $root")
        return cases.map { case -> DynamicTest.dynamicTest(nameOf(case)) { hold(case) } }
    }

    @AfterAll
    fun writeHashes() {
        val file = File(System.getProperty("kubus.hashes"))
        file.parentFile.mkdirs()
        file.writeText(hashes.entries.joinToString("") { (name, hash) -> "$name $hash\n" })
        println("${hashes.size} vectors, hashes in ${file.name}")
    }

    private fun hold(case: File) {
        val told = JsonParser.parseString(File(case, "case.json").readText()).asJsonObject
        val kind = told.optional("judges")?.asString ?: "portfolio"
        val document = File(case, "$kind.json").readBytes()
        val rulebook = told.optional("rulebook")?.asJsonObject ?: JsonObject()
        told.optional("only")?.asJsonArray?.takeUnless { it.isEmpty }?.let { rulebook.add("only", it) }
        val lens = told.optional("lens")?.asString?.let(Lens::of) ?: Lens.NOW
        val asOf = LocalDate.parse(told["asOf"].asString)
        val call = told.optional("call")?.asString ?: "validate"
        // What a portfolio is compared with.
        val (curricula, partnerships, bases) = listOf("curriculum", "partnership", "knowledge-base")
            .map { if (kind == "portfolio") others(case, it) else emptyList() }
        val overlay = rulebook.toString().encodeToByteArray()
        val produced = Validator(overlay, curricula, partnerships, bases).use { validator ->
            val body = validator.validate(document, asOf, lens, Kind.of(kind)).use { report ->
                report.findings.forEach(::same)
                report.bodyJson()
            }
            when (call) {
                "assess" -> body + validator.assess(document, asOf, lens)
                "card" -> body + validator.card(document, asOf, lens)
                else -> body
            }
        }
        hashes[nameOf(case)] = sha256(produced.encodeToByteArray())
        // The report, and behind it what is asked besides.
        val files = listOf("report.json") + CALLS.getValue(call)
        val expected = files.map { File(case, it).readBytes() }.reduce(ByteArray::plus)
        if (produced != expected.decodeToString()) fail(difference(expected.decodeToString(), produced))
        assertContentEquals(expected, produced.encodeToByteArray())
    }

    /** The other documents of a kind in the folder of a case, by the names of their files. */
    private fun others(case: File, kind: String): List<ByteArray> =
        case.listFiles { file -> file.name.startsWith(kind) }.orEmpty().sortedBy(File::getName).map(File::readBytes)

    /** A finding is read back whole, and its typed facts are those of its JSON, none left out. */
    private fun same(finding: Finding) {
        assertEquals(finding, Finding.fromJson(finding.toJson()))
        val told = JsonParser.parseString(finding.toJson()).asJsonObject
        assertEquals(told.has("draft"), finding.draft)
        val facts = told["facts"].asJsonObject
        assertEquals(facts.keySet().toList(), finding.facts.keys.toList())
        for ((name, fact) in finding.facts) assertEquals(facts[name], json(fact), "$name of ${finding.code}")
    }

    private fun json(fact: Fact): JsonElement = when (fact) {
        is Fact.Id -> JsonPrimitive(fact.id)
        is Fact.Day -> JsonPrimitive(fact.day.toString())
        is Fact.SchoolYear -> JsonPrimitive(fact.year)
        is Fact.Whole -> JsonPrimitive(fact.number)
        is Fact.Decimal -> JsonPrimitive(fact.number)
        is Fact.Value -> JsonPrimitive(fact.word.key)
        is Fact.Name -> JsonPrimitive(fact.name)
        is Fact.Several -> JsonArray().also { list -> fact.values.forEach { list.add(json(it)) } }
    }

    /** Where two bodies part, with little around it: a body is one long line. */
    private fun difference(expected: String, produced: String): String {
        val from = maxOf(0, expected.commonPrefixWith(produced).length - 40)
        return "expected …${expected.drop(from).take(120)}… but produced …${produced.drop(from).take(120)}…"
    }

    private fun folders(parent: File): List<File> = parent.listFiles(File::isDirectory).orEmpty().toList()

    private fun nameOf(case: File): String = "${case.parentFile.name}/${case.name}"

    private fun sha256(bytes: ByteArray): String =
        MessageDigest.getInstance("SHA-256").digest(bytes).joinToString("") { "%02x".format(it) }
}

private fun JsonObject.optional(member: String): JsonElement? = get(member)?.takeUnless(JsonElement::isJsonNull)
