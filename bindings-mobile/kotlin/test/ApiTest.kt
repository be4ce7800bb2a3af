// The interface as an app meets it: reports, errors, hostile documents, threads.

import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.time.LocalDate
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNotEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import twentsekubus.Competence
import twentsekubus.Fact
import twentsekubus.Finding
import twentsekubus.Kind
import twentsekubus.KubusException
import twentsekubus.Language
import twentsekubus.Lens
import twentsekubus.Part
import twentsekubus.Related
import twentsekubus.Report
import twentsekubus.Role
import twentsekubus.Severity
import twentsekubus.SubjectKind
import twentsekubus.Summary
import twentsekubus.Unchecked
import twentsekubus.Validator
import twentsekubus.Verdict
import twentsekubus.Waiver
import twentsekubus.awaitDossier
import twentsekubus.awaitReport
import twentsekubus.awaitReports
import twentsekubus.explain
import twentsekubus.rules
import twentsekubus.schema
import twentsekubus.validate

private val DAY: LocalDate = LocalDate.of(2026, 5, 15)
private const val BARE = """{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}"""

/** A word for a year, a 40th of February, and a reference to nothing. */
private const val FAULTY = """{
  "format": "twentse-kubus/portfolio@1",
  "student": {"id": "s-2", "cohort": "ooit"},
  "studios": [{"id": "st-1", "date": "2026-02-40"}]
}"""

class ApiTest {
    private fun refused(call: () -> Unit): KubusException = assertFailsWith<KubusException> { call() }

    private fun parsed(text: String): JsonObject = JsonParser.parseString(text).asJsonObject

    @Test
    fun `a report says the same by its members as by its body`() {
        val report = validate(FAULTY, DAY)
        val body = parsed(report.bodyJson())
        assertEquals(body["verdict"].asString, report.verdict.key)
        assertEquals(body["asOf"].asString, report.asOf.toString())
        assertEquals(DAY, report.asOf)
        assertEquals(body["lens"].asString, report.lens.key)
        assertEquals(Kind.PORTFOLIO, report.documentKind)
        assertEquals("s-2", report.documentId)
        val counts = body["counts"].asJsonObject
        val (error, warning, info, waived) = report.counts
        assertEquals(listOf("error", "warning", "info", "waived").map { counts[it].asInt }, listOf(error, warning, info, waived))
        assertEquals(body["findings"].asJsonArray.map { it.toString() }, report.findings.map { it.toJson() })
        assertEquals(body["outcomes"].asJsonArray.size(), report.outcomes.size)
        for ((told, outcome) in body["outcomes"].asJsonArray.map { it.asJsonObject }.zip(report.outcomes)) {
            assertEquals(told["code"].asString, outcome.code)
            assertEquals(told["outcome"].asString, outcome.outcome.key)
            assertEquals(told["reason"]?.asString, outcome.reason?.key)
            assertEquals(told["by"]?.asString, outcome.by)
            assertEquals(told["due"]?.asString, outcome.due?.toString())
        }
        val left = body["unchecked"].asJsonArray.map { it.asJsonObject }
        val rules = { of: JsonObject -> of["rules"]?.asJsonArray?.map { it.asString }.orEmpty() }
        assertEquals(left.map { Unchecked(it["reason"].asString, it["path"]?.asString, rules(it)) }, report.unchecked)
        val whole = parsed(report.toJson())
        assertEquals(body, whole["body"])
        assertContains(whole["producer"].toString(), report.engine)
        assertContains(whole["producer"].toString(), report.fingerprint)
    }

    @Test
    fun `what was stored can be read back`() {
        val batch = Validator().validateMany(listOf(FAULTY.encodeToByteArray()), DAY)
        val report = batch.reports.single()
        assertTrue(report.unchecked.isNotEmpty())
        assertEquals(report.toJson(), Report.fromJson(report.toJson()).toJson())
        assertEquals(batch.summary.toJson(), Summary.fromJson(batch.summary.toJson()).toJson())
        assertEquals("invalid-report", refused { Report.fromJson(batch.summary.toJson()) }.code)
        assertEquals("invalid-report", refused { Summary.fromJson("[]") }.code)
    }

    @Test
    fun `a finding has its members, a sentence in each language and a place`() {
        val report = validate(FAULTY, DAY)
        val findings = report.findings
        assertTrue(findings.isNotEmpty())
        for (finding in findings) {
            val told = parsed(finding.toJson())
            assertEquals(told["code"].asString, finding.code)
            assertEquals(told["name"].asString, finding.name)
            assertEquals(told["severity"].asString, finding.severity.key)
            assertEquals(told["path"].asString, finding.path)
            assertEquals(told["subject"].asJsonObject["kind"].asString, finding.subjectKind.key)
            assertEquals(told["subject"].asJsonObject["id"]?.asString, finding.subjectId)
            assertEquals(told["due"]?.asString, finding.due?.toString())
            val sentences = Language.entries.map { finding.message(it) }
            assertTrue(sentences.all(String::isNotBlank))
            assertNotEquals(finding.message(), finding.message(Language.EN))
            assertEquals(sentences, Language.entries.map { Finding.fromJson(finding.toJson()).message(it) })
        }
        assertEquals(findings.toSet(), validate(FAULTY, DAY).findings.toSet())
        assertNotEquals(report.render(), report.render(Language.EN))
        assertEquals("invalid-report", refused { Finding.fromJson("{}") }.code)
    }

    @Test
    fun `facts, other places and the waiver are typed`() {
        val twice = BARE.dropLast(1) + """, "placements": [
            {"id": "pl-1", "schoolYear": "2021-2022", "studyYear": 1, "school": "sch-a"},
            {"id": "pl-2", "schoolYear": "2022-2023", "studyYear": 2, "school": "sch-a"}]}"""
        val overlay = """{"only": ["TK-P101"], "waive": [{"rule": "TK-P101", "owner": "office", "reason": "merger",
            "document": {"kind": "portfolio", "id": "s-1"}, "subject": {"kind": "placement", "id": "pl-2"},
            "until": "2026-07-31"}]}"""
        val finding = Validator(overlay).validate(twice, DAY).findings.single()
        assertEquals(listOf(Related(Part.EARLIER, "/placements/0/school", null)), finding.related)
        assertEquals(Waiver(0, LocalDate.of(2026, 7, 31)), finding.waiver)
        assertEquals(SubjectKind.PLACEMENT, finding.subjectKind)
        assertEquals(Fact.Id("sch-a"), finding.facts["school"])
    }

    @Test
    fun `a closed list has the keys of the core, and labels`() {
        assertEquals("falls-short", Verdict.FALLS_SHORT.key)
        assertEquals(Role.SCHOOL_TRAINER, Role.of("school-trainer"))
        assertEquals("school trainer", Role.SCHOOL_TRAINER.label(Language.EN))
        assertEquals(listOf("info", "warning", "error"), Severity.entries.map { it.key })
        assertTrue(Competence.entries.all { it.label() != it.label(Language.EN) })
        assertFailsWith<IllegalArgumentException> { Role.of("headmaster") }
        assertEquals(Language.NL, Language.of("nl-BE"))
        assertEquals(Language.NL_PLAIN, Language.of("nl-plain"))
        assertEquals(Language.EN, Language.of("en_US"))
        assertEquals("unknown-language", refused { Language.of("fr") }.code)
    }

    @Test
    fun `coroutines get the same reports, and can be cancelled`() = runBlocking {
        val validator = Validator()
        val documents = listOf(BARE, FAULTY).map(String::encodeToByteArray)
        val bodies = documents.map { validator.validate(it, DAY).bodyJson() }
        assertEquals(bodies, listOf(BARE, FAULTY).map { validator.awaitReport(it, DAY).bodyJson() })
        val batch = validator.awaitReports(documents, DAY)
        assertEquals(bodies, batch.reports.map(Report::bodyJson))
        assertEquals(validator.validateMany(documents, DAY).summary.toJson(), batch.summary.toJson())
        // A dossier of portfolios alone has nothing to compare them with.
        val dossier = validator.awaitDossier(documents, DAY)
        assertEquals(bodies to batch.summary.toJson(), dossier.reports.map(Report::bodyJson) to dossier.summary.toJson())
        assertFailsWith<KubusException> { validator.awaitReports(documents, LocalDate.MIN) }
        // Cancelled while it takes the first document, it does not take the second.
        var read = 0
        val job = launch(start = CoroutineStart.LAZY) {
            val cancelling = object : AbstractList<ByteArray>() {
                override val size = 2
                override fun get(index: Int): ByteArray = documents[index].also { read += 1; coroutineContext.cancel() }
            }
            validator.awaitReports(cancelling, DAY)
        }
        job.join()
        assertTrue(job.isCancelled)
        assertEquals(1, read)
    }

    @Test
    fun `a report that was closed answers no more, and what was read from it stays`() {
        val report = validate(FAULTY, DAY)
        val findings = report.findings
        repeat(2) { report.close() }
        assertFailsWith<IllegalStateException> { report.verdict }
        assertEquals(findings, report.findings)
        assertTrue(findings.first().message().isNotBlank())
    }

    @Test
    fun `a place is counted in the units of a String, and in bytes`() {
        for (mark in listOf("", "\uFEFF")) {
            val text = mark + FAULTY.replace("\"s-2\",", "\"s-2\", \"name\": \"\uD83E\uDDCA Zoë\",")
            val report = validate(text, DAY)
            val findings = report.findings
            for (places in listOf(report.places(text), report.places(text.encodeToByteArray()))) {
                assertEquals(findings.size, places.size)
                val date = places[findings.indexOfFirst { it.path == "/studios/0/date" }]
                assertEquals(4, date.line)
                assertEquals("\"2026-02-40\"", text.substring(date.start, date.end))
                val cohort = places[findings.indexOfFirst { it.path == "/student/cohort" }]
                assertEquals(3, cohort.line)
                assertEquals(text.lines()[2].indexOf("\"ooit\"") + 1, cohort.column)
                assertEquals("\"ooit\"", text.substring(cohort.start, cohort.end))
                val bytes = text.encodeToByteArray()
                assertEquals("\"ooit\"", bytes.decodeToString(cohort.startByte, cohort.endByte))
            }
        }
    }

    @Test
    fun `half a surrogate pair is no text`() {
        val halves = listOf("\uD83D", "\uDC00", "\uDC00\uD83D", "\uD83D\uD83D\uDE00", "\uD83D\uDE00\uDE00")
        for (half in halves) {
            val text = BARE.replace("s-1\"", "s-1\", \"name\": \"$half\"")
            val report = validate(text, DAY)
            assertEquals(listOf("TK-R001"), report.findings.map { it.code })
            assertEquals(listOf("TK-R001"), Validator().validate(text, DAY).findings.map { it.code })
            // A whole pair before it is text.
            val before = if (half.startsWith("\uD83D\uDE00")) 2 else 0
            assertEquals(text.indexOf(half) + before, report.places(text).single().start)
        }
        val whole = validate(BARE.replace("s-1\"", "s-1\", \"name\": \"\uD83D\uDE00\""), DAY)
        assertFalse("TK-R001" in whole.findings.map { it.code })
    }

    @Test
    fun `a rulebook is text or its bytes`() {
        val text = """{"extends": "twente", "severity": {"TK-P609": "warning"}}"""
        val one = Validator(text)
        assertEquals(text, one.rulebookSource)
        for (same in listOf(text.encodeToByteArray(), "\uFEFF$text".encodeToByteArray())) {
            assertEquals(text, Validator(same).rulebookSource)
            assertEquals(one.fingerprint, Validator(same).fingerprint)
            assertEquals(one.fingerprint, Validator(same).validate(BARE, DAY).fingerprint)
        }
        assertNotEquals(one.fingerprint, Validator().fingerprint)
        for (refusal in listOf(refused { Validator(byteArrayOf(-1)) }, refused { Validator("\uD83D") })) {
            assertEquals("invalid-rulebook", refusal.code)
            assertEquals(1, refusal.details.size)
        }
    }

    @Test
    fun `a kind of document is named`() {
        val validator = Validator()
        val documents = listOf(BARE.encodeToByteArray())
        val body = validate(BARE, DAY).bodyJson()
        assertEquals(body, validator.validate(BARE, DAY, kind = Kind.PORTFOLIO).bodyJson())
        assertEquals(body, validator.validateMany(documents, DAY, kind = Kind.PORTFOLIO).reports.single().bodyJson())
        // A portfolio is no partnership: it names another format.
        val asPartnership = validator.validate(BARE, DAY, kind = Kind.PARTNERSHIP)
        assertEquals(Kind.PARTNERSHIP to "TK-R002", asPartnership.documentKind to asPartnership.findings.single().code)
        assertEquals(asPartnership.bodyJson(), validator.validateMany(documents, DAY, kind = Kind.PARTNERSHIP).reports.single().bodyJson())
    }

    @Test
    fun `text and bytes give the same report`() {
        val validator = Validator()
        assertNull(validator.rulebookSource)
        val body = validate(BARE, DAY).bodyJson()
        assertEquals(body, validate(BARE.encodeToByteArray(), DAY).bodyJson())
        assertEquals(body, validator.validate(BARE, DAY).bodyJson())
        assertEquals(body, validator.validate(BARE.encodeToByteArray(), DAY, Lens.NOW).bodyJson())
        assertEquals(Lens.GRADUATING, validator.validate(BARE, DAY, Lens.GRADUATING).lens)
    }

    @Test
    fun `many documents give a report each and one summary`() {
        val validator = Validator()
        val documents = listOf(BARE, FAULTY).map(String::encodeToByteArray)
        val batch = validator.validateMany(documents, DAY)
        assertEquals(documents.map { validator.validate(it, DAY).bodyJson() }, batch.reports.map(Report::bodyJson))
        val one = validator.validateMany(documents.take(1), DAY).summary
        val other = validator.validateMany(documents.drop(1), DAY).summary
        assertEquals(batch.summary.toJson(), one.merge(other).toJson())
        assertEquals(batch.summary.toJson(), other.merge(one).toJson())
        assertEquals(2, parsed(batch.summary.toJson())["documents"].asInt)
        assertEquals(validator.fingerprint, parsed(batch.summary.toJson())["rulebook"].asString)
        val others = Validator("""{"only": ["TK-P105"]}""").validateMany(documents, DAY).summary
        assertEquals("other-rulebook", refused { one.merge(others) }.code)
    }

    @Test
    fun `a bad rulebook is refused with every fault`() {
        val refusal = refused { Validator("""{"severity": {"TK-P999": "error", "TK-R001": "off"}, "nonsense": 1}""") }
        assertEquals("invalid-rulebook", refusal.code)
        assertTrue(refusal.details.size >= 3, "${refusal.details}")
        assertTrue(refusal.message.isNotBlank())
        assertEquals("invalid-rulebook", refused { Validator("{") }.code)
    }

    @Test
    fun `a question that cannot be answered is refused by code`() {
        // A year of five digits is no day of the format.
        assertEquals("invalid-date", refused { validate(BARE, LocalDate.of(10000, 1, 1)) }.code)
        assertEquals("invalid-date", refused { Validator().validateMany(emptyList(), LocalDate.MIN) }.code)
        assertEquals("unknown-rule", refused { explain("TK-P000") }.code)
        assertEquals("unknown-kind", refused { schema("diary") }.code)
    }

    @Test
    fun `rules, explanations and the schema are there`() {
        val codes = JsonParser.parseString(rules()).asJsonArray.map { it.asJsonObject["code"].asString }
        assertContains(codes, "TK-P609")
        assertNotEquals(explain("TK-P609"), explain("TK-P609", Language.EN))
        assertEquals(explain("TK-P609"), explain("theme-not-recognised-in-own-group"))
        assertContains(parsed(schema(Kind.PORTFOLIO))["\$schema"].asString, "2020-12")
    }

    @Test
    fun `hostile documents give findings and never an exception`() {
        val hostile = mapOf(
            "empty" to byteArrayOf(),
            "10 MB of brackets" to ByteArray(10_000_000) { '['.code.toByte() },
            "10 MB of objects" to "{\"a\":".repeat(2_000_000).encodeToByteArray(),
            "not UTF-8" to BARE.encodeToByteArray().also { it[BARE.indexOf("s-1")] = 0xff.toByte() },
            "UTF-16" to BARE.toByteArray(Charsets.UTF_16),
            "zeros" to ByteArray(1000),
            "cut off" to BARE.dropLast(5).encodeToByteArray(),
            "a number" to "1e999".encodeToByteArray(),
            "another kind" to """{"format": "twentse-kubus/curriculum@1"}""".encodeToByteArray(),
            "keys twice" to """{"format": "a", "format": "b", "student": {}, "student": {}}""".encodeToByteArray(),
        )
        for ((name, document) in hostile) {
            val report = validate(document, DAY)
            assertTrue(report.findings.isNotEmpty(), name)
            assertNotEquals(Verdict.MEETS, report.verdict, name)
            assertEquals(report.findings.size, report.places(document).size, name)
            for (lang in Language.entries) {
                assertTrue(report.findings.all { it.message(lang).isNotBlank() }, "$name in $lang")
                assertTrue(report.render(lang).isNotBlank(), "$name in $lang")
            }
        }
    }

    @Test
    fun `no text of a document comes back`() {
        val marker = "Zoutelande"
        val report = validate(BARE.replace("\"s-1\"", "\"s-1\", \"$marker\": \"$marker\", \"mode\": \"$marker\""), DAY)
        assertTrue(report.findings.size >= 2)
        for (told in listOf(report.toJson(), report.render(), report.findings.joinToString { it.message(Language.EN) })) {
            assertFalse(marker in told, told)
        }
    }

    @Test
    fun `one validator serves many threads`() {
        val validator = Validator()
        val documents = listOf(BARE, FAULTY).map(String::encodeToByteArray)
        val expected = documents.map { validator.validate(it, DAY).bodyJson() }
        val pool = Executors.newFixedThreadPool(8)
        try {
            val calls = List(400) { Callable { validator.validate(documents[it % 2], DAY).use(Report::bodyJson) } }
            pool.invokeAll(calls).forEachIndexed { call, body -> assertEquals(expected[call % 2], body.get()) }
        } finally {
            pool.shutdown()
        }
    }
}
