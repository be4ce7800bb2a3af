// Next steps, traces, hand-over pages, assessments, cards, coverage, the cube, what is just in time, bundles and replays: what goes in and
// what comes out.

import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.File
import java.security.MessageDigest
import java.time.LocalDate
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import twentsekubus.Actor
import twentsekubus.DocumentRef
import twentsekubus.Kind
import twentsekubus.KubusException
import twentsekubus.Language
import twentsekubus.Lens
import twentsekubus.NextStep
import twentsekubus.Report
import twentsekubus.Severity
import twentsekubus.Step
import twentsekubus.SubjectKind
import twentsekubus.UsedDocument
import twentsekubus.Validator
import twentsekubus.replay
import twentsekubus.replayText
import twentsekubus.schema

private val ON: LocalDate = LocalDate.of(2024, 11, 1)
private const val MARKER = "Zoutelande"

/** A part-timer in study year 2, of whom two things are in the student's and the mentor's own words. */
private const val STUDENT = """{
  "format": "twentse-kubus/portfolio@1",
  "student": {"id": "s-1", "cohort": "2023-2024", "mode": "part-time",
    "years": [{"schoolYear": "2023-2024", "studyYear": 1}, {"schoolYear": "2024-2025", "studyYear": 2}]},
  "placements": [{"id": "pl-1", "school": "sch-a", "schoolYear": "2023-2024", "studyYear": 1, "groups": [3, 4]}],
  "goals": [
    {"id": "g-1", "kind": "learning-goal", "text": "Rust in de les. $MARKER", "setOn": "2024-09-10"},
    {"id": "g-2", "kind": "learning-question", "text": "Wie spreekt er?", "setOn": "2024-09-11"}],
  "evidence": [
    {"id": "ev-1", "kind": "lesson-report", "date": "2023-11-01", "competences": ["2017-pedagogical"], "goals": ["g-2"]},
    {"id": "ev-2", "kind": "lesson-report", "date": "2024-10-01", "competences": ["2017-pedagogical", "2017-subject-matter"]}],
  "assessments": [{"id": "as-1", "of": "competence", "date": "2024-06-10", "studyYear": 1, "isFinal": true,
    "competences": ["2017-pedagogical"],
    "mentorAdvice": {"date": "2024-06-05", "by": {"person": "m-1", "role": "mentor"}, "text": "Ga zo door. $MARKER"}}]
}"""

/** A curriculum whose only part of study year 1 is the competence of which that portfolio has a final assessment. */
private const val CURRICULUM = """{
  "format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024",
  "assessment": {
    "scales": [{"id": "marks", "kind": "numeric", "least": 1, "most": 10}],
    "components": [{"id": "pedagogy", "studyYear": 1, "of": "competence", "competences": ["2017-pedagogical"], "leastResult": "5.5"}]}
}"""

/** Two learning materials are in force for that student, the second at the nearer level; the third no more. */
private const val BASE = """{
  "format": "twentse-kubus/knowledge-base@1", "id": "kb-1", "levels": ["individual", "team"],
  "themes": [{"id": "bullying", "name": "Pesten"}],
  "materials": [
    {"id": "m-1", "kind": "ktp", "title": "Wie zit waar?", "places": [{"theme": "bullying", "stages": ["student-2"], "levels": ["team"]}]},
    {"id": "m-2", "kind": "ktp", "places": [{"theme": "bullying", "stages": ["student-2", "teacher"], "levels": ["individual"]}]},
    {"id": "m-3", "kind": "ktp", "places": [{"theme": "bullying"}], "period": {"from": "2023-08-01", "until": "2024-08-31"}}]
}"""

private const val PARTNERSHIP = """{"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025"}"""

class InsightTest {
    private val validator = Validator()

    private fun refused(call: () -> Unit): String = assertFailsWith<KubusException> { call() }.code

    private fun parsed(text: String): JsonObject = JsonParser.parseString(text).asJsonObject

    @Test
    fun `every finding is in one step, and is the report's own`() {
        val report = validator.validate(STUDENT, ON)
        val steps = report.nextSteps()
        val found = steps.flatMap { it.findings }
        assertTrue(found.isNotEmpty())
        assertEquals(report.findings.size, found.size)
        assertTrue(report.findings.all { finding -> found.any { it === finding } })
        for (step in steps) {
            assertTrue(step.acts.isNotEmpty())
            assertEquals(step.findings.maxOf { it.severity }, step.severity)
            assertEquals(step.findings.mapNotNull { it.due }.minOrNull(), step.due)
            assertTrue(step.findings.all { it.subjectKind == step.subjectKind && it.subjectId == step.subjectId })
        }
        assertEquals(steps, Report.fromJson(report.toJson()).nextSteps())
    }

    @Test
    fun `a step has its kind, and who takes it`() {
        // A placement has a mentor: school trainers link students to mentors (TK-P105).
        val placement = """{"id": "pl-1", "schoolYear": "2024-2025", "studyYear": 1, "period": {"from": "2024-08-26"}}"""
        val document = """{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}, "placements": [$placement]}"""
        val step = Validator("""{"only": ["TK-P105"]}""").validate(document, LocalDate.of(2024, 10, 1)).nextSteps().single()
        assertEquals(Step.ARRANGE_PEOPLE to Severity.ERROR, step.step to step.severity)
        assertEquals(setOf(Actor.SCHOOL_TRAINER), step.acts)
        assertEquals(SubjectKind.PLACEMENT to "pl-1", step.subjectKind to step.subjectId)
        assertEquals("arrange who takes part", step.step.label(Language.EN))
        assertEquals("schoolopleider", step.acts.single().label())
    }

    @Test
    fun `what is waived asks nothing`() {
        val twice = """{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}, "placements": [
            {"id": "pl-1", "schoolYear": "2021-2022", "studyYear": 1, "school": "sch-a"},
            {"id": "pl-2", "schoolYear": "2022-2023", "studyYear": 2, "school": "sch-a"}]}"""
        val waiver = """{"rule": "TK-P101", "owner": "office", "reason": "merger",
            "document": {"kind": "portfolio", "id": "s-1"}, "subject": {"kind": "placement", "id": "pl-2"},
            "until": "2026-07-31"}"""
        val day = LocalDate.of(2026, 5, 15)
        assertEquals(1, Validator("""{"only": ["TK-P101"]}""").validate(twice, day).nextSteps().size)
        val waived = Validator("""{"only": ["TK-P101"], "waive": [$waiver]}""").validate(twice, day)
        assertEquals(1 to emptyList<NextStep>(), waived.findings.size to waived.nextSteps())
    }

    @Test
    fun `a trace answers as the report does`() {
        for (lens in Lens.entries) {
            val report = validator.validate(STUDENT, ON, lens)
            val trace = parsed(validator.trace(STUDENT, ON, lens))
            assertEquals(lens.key, trace["lens"].asString)
            val told = trace["rules"].asJsonArray.map { it.asJsonObject["code"].asString to it.asJsonObject["outcome"].asString }
            assertEquals(report.outcomes.map { it.code to it.outcome.key }, told)
        }
        val shared = """{"format": "twentse-kubus/knowledge-base@1", "id": "kb-1"}"""
        val trace = parsed(validator.trace(shared, ON, kind = Kind.KNOWLEDGE_BASE))
        assertEquals("knowledge-base", trace["document"].asJsonObject["kind"].asString)
        assertContains(validator.traceText(shared, ON, kind = Kind.KNOWLEDGE_BASE), "TK-K101")
        // A portfolio is no partnership: it names another format.
        val asPartnership = parsed(validator.trace(STUDENT, ON, kind = Kind.PARTNERSHIP))
        assertEquals("partnership", asPartnership["document"].asJsonObject["kind"].asString)
    }

    @Test
    fun `a hand-over page has own words only where they are asked for`() {
        val page = parsed(validator.handOver(STUDENT, ON))
        assertEquals("part-time" to 2, page["mode"].asString to page["studyYear"].asInt)
        // The age bands are groups 1 and 2, 3 to 5, and 6 to 8 (TK-P102).
        assertEquals("""["middle"]""" to """["lower","upper"]""", "${page["bandsMet"]}" to "${page["bandsMissing"]}")
        // `ev-1` takes up the question.
        assertEquals("""[{"id":"g-1","kind":"learning-goal","setOn":"2024-09-10"}]""", "${page["openGoals"]}")
        assertEquals("""{"date":"2024-06-05","role":"mentor"}""", "${page["lastAdvice"]}")
        assertFalse(MARKER in "$page${validator.trace(STUDENT, ON)}${validator.coverage(STUDENT, ON)}")
        val told = parsed(validator.handOver(STUDENT, ON, texts = true))
        assertEquals("Ga zo door. $MARKER", told["lastAdvice"].asJsonObject["text"].asString)
        for (language in Language.entries) {
            assertContains(validator.handOverText(STUDENT, ON, true, language), MARKER)
            assertFalse(MARKER in validator.handOverText(STUDENT, ON, language = language))
        }
    }

    @Test
    fun `coverage counts by study year`() {
        val told = parsed(validator.coverage(STUDENT, ON))
        assertEquals("[1,2]", "${told["studyYears"]}")
        val evidence = told["competences"].asJsonArray.map { it.asJsonObject }.associate { row ->
            row["competence"].asString to row["years"].asJsonArray.map { it.asJsonObject["evidence"].asInt }
        }
        val expected = mapOf("2017-subject-matter" to listOf(0, 1), "2017-subject-didactics" to listOf(0, 0), "2017-pedagogical" to listOf(1, 1))
        assertEquals(expected, evidence)
    }

    @Test
    fun `a portfolio is assessed by the curriculum of the student`() {
        val held = Validator("{}", listOf(CURRICULUM))
        // 5.5 is the least result that is a pass, and study year 1 has ended.
        for ((result, outcome) in listOf("5.5" to "passed", "5.4" to "not-passed")) {
            val told = parsed(held.assess(graded(result), ON))
            assertEquals("""{"kind":"curriculum","id":"cur-1"}""", "${told["curriculum"]}")
            val year = told["years"].asJsonArray.single().asJsonObject
            assertEquals(1 to outcome, year["studyYear"].asInt to year["outcome"].asString)
            assertEquals("as-1", year["components"].asJsonArray.single().asJsonObject["taken"].asString)
        }
        assertContains(held.assessText(graded("5.5"), ON, language = Language.EN), "pedagogy")
        // The report says which curriculum it was, by its bytes; without one there are no years.
        val report = held.validate(graded("5.5"), ON)
        val used = UsedDocument(DocumentRef(Kind.CURRICULUM, "cur-1", null), sha256(CURRICULUM))
        assertEquals(listOf(used) to listOf(used), report.used to Report.fromJson(report.toJson()).used)
        assertEquals("[]", "${parsed(validator.assess(STUDENT, ON))["years"]}")
        assertEquals(emptyList<UsedDocument>() to emptyList<String>(), validator.validate(STUDENT, ON).used to validator.curricula)
    }

    @Test
    fun `a card says what is assessed by whom, on what evidence`() {
        val asked = """"leastResult": "5.5", "assessors": ["mentor"], "leastEvidence": 2, "quarter": 3"""
        val held = Validator("{}", listOf(CURRICULUM.replace("\"leastResult\": \"5.5\"", asked)))
        val document = graded("6").replace("\"groups\": [3, 4]", "\"groups\": [3, 4], \"mentors\": [{\"person\": \"m-1\", \"name\": \"$MARKER\"}]")
        val card = parsed(held.card(document, ON, Lens.YEAR_ENDED))
        assertEquals("""{"kind":"curriculum","id":"cur-1"}""" to "year-ended", "${card["curriculum"]}" to card["lens"].asString)
        val year = card["years"].asJsonArray.single().asJsonObject
        assertEquals(1 to """[{"role":"mentor","persons":["m-1"]}]""", year["studyYear"].asInt to "${year["people"]}")
        val part = year["components"].asJsonArray.single().asJsonObject
        assertEquals(listOf("passed", "1", "3"), listOf("state", "attempts", "quarter").map { part[it].asString })
        // Of study year 1 that is `ev-1` alone; what is missing undoes no pass.
        assertEquals("""[{"wanted":2,"there":1,"competence":"2017-pedagogical"}]""", "${part["requiredEvidence"]}")
        assertFalse(MARKER in "$card")
        assertContains(held.cardText(document, ON, language = Language.EN), "Assessment card · portfolio s-1")
        assertEquals("[]", "${parsed(validator.card(document, ON))["years"]}")
    }

    @Test
    fun `a curriculum is covered with a portfolio and without`() {
        val theme = """{"id": "th-1", "studyYears": [1], "competences": ["2017-pedagogical"]}"""
        val assignment = """{"id": "op-1", "studyYear": 1, "competences": ["2017-pedagogical"]}"""
        val curriculum = CURRICULUM.replaceFirst("{", "{\"themes\": [$theme], \"assignments\": [$assignment],")
        val alone = parsed(validator.curriculumCoverage(curriculum))
        assertEquals("""[{"competence":"2017-pedagogical","assignments":1}]""", served(alone))
        // Of the student one piece of evidence and the final assessment are of study year 1.
        val told = parsed(Validator("{}", listOf(curriculum)).coverage(STUDENT, ON))["curriculum"].asJsonObject
        assertEquals("""[{"competence":"2017-pedagogical","assignments":1,"evidence":1,"finalAssessments":1}]""", served(told))
        assertFalse(parsed(validator.coverage(STUDENT, ON)).has("curriculum"))
    }

    /** The competences that the first theme serves. */
    private fun served(coverage: JsonObject): String =
        "${coverage["themes"].asJsonArray.first().asJsonObject["competences"]}"

    @Test
    fun `a bundle is made again from what it was made from`() {
        val held = Validator("{}", listOf(CURRICULUM))
        val document = graded("6")
        val bundle = held.bundle(document, ON, Lens.YEAR_ENDED)
        assertEquals(bundle, held.bundle(document.encodeToByteArray(), ON, Lens.YEAR_ENDED))
        val told = parsed(bundle)
        assertEquals(parsed(held.validate(document, ON, Lens.YEAR_ENDED).bodyJson()), told["report"])
        assertEquals(parsed(held.assess(document, ON, Lens.YEAR_ENDED)), told["assessment"])
        assertEquals(listOf(document, CURRICULUM).map(::sha256), told["documents"].asJsonArray.map { it.asJsonObject["sha256"].asString })
        assertFalse(MARKER in bundle)
        val same = parsed(replay(bundle, listOf(CURRICULUM, document)))
        assertEquals("same" to "[]", same["replayed"].asString to "${same["differences"]}")
        assertContains(replayText(bundle, listOf(CURRICULUM, document), Language.EN), "The same answer as before")
        // By another result it is another document.
        val other = parsed(replay(bundle, listOf(graded("7"), CURRICULUM)))
        val difference = other["differences"].asJsonArray.single().asJsonObject
        assertEquals("not-replayed" to "document", other["replayed"].asString to difference["input"].asString)
        assertEquals(sha256(document) to sha256(graded("7")), difference["bundled"].asString to difference["found"].asString)
        for (nothing in listOf("", "{", "[]", STUDENT)) {
            assertEquals("invalid-bundle", refused { replay(nothing, listOf(STUDENT)) })
            assertEquals("invalid-bundle", refused { replayText(nothing, listOf(STUDENT)) })
        }
        // Of what cannot be read a bundle is made all the same: its report says why.
        assertEquals("same", parsed(replay(validator.bundle("{", ON), listOf("{")))["replayed"].asString)
    }

    @Test
    fun `the kept bundle comes out again`() {
        val folder = File(System.getProperty("kubus.vectors")).resolveSibling("bundles/0.1.0")
        val (bundle, curriculum, portfolio) = listOf("bundle", "curriculum", "portfolio").map { File(folder, "$it.json").readBytes() }
        val told = parsed(replay(bundle, listOf(curriculum, portfolio)))
        assertEquals("same" to "st-2021-031", told["replayed"].asString to told["document"].asJsonObject["id"].asString)
        assertTrue(told["differences"].asJsonArray.all { it.asJsonObject["input"].asString in setOf("engine", "rulebook") })
        // A space behind it says nothing, and yet it is not the document that was bundled.
        val other = parsed(replay(bundle, listOf(curriculum, portfolio + ' '.code.toByte())))
        assertEquals("not-replayed", other["replayed"].asString)
        assertEquals("""{"kind":"portfolio","id":"st-2021-031"}""", "${other["differences"].asJsonArray.last().asJsonObject["document"]}")
        assertContains(replayText(bundle, listOf(curriculum, portfolio)), "Hetzelfde antwoord als toen")
    }

    @Test
    fun `documents of other kinds are kept, and refused all at once`() {
        val bytes = listOf(CURRICULUM, PARTNERSHIP, BASE).map { it.encodeToByteArray() }
        val held = Validator(null, bytes.take(1), bytes.drop(1).take(1), bytes.drop(2))
        assertEquals(listOf(CURRICULUM) to null, held.curricula to held.rulebookSource)
        assertEquals(listOf(PARTNERSHIP) to listOf(BASE), held.partnerships to held.knowledgeBases)
        bytes.forEach { it.fill(0) }
        val report = held.validate(STUDENT, ON)
        val used = listOf(
            UsedDocument(DocumentRef(Kind.CURRICULUM, "cur-1", null), sha256(CURRICULUM)),
            UsedDocument(DocumentRef(Kind.PARTNERSHIP, "oost", "2024-2025"), sha256(PARTNERSHIP)),
            UsedDocument(DocumentRef(Kind.KNOWLEDGE_BASE, "kb-1", null), sha256(BASE)),
        )
        assertEquals(used, report.used)
        // A bundle names all of them, and is made again from them in any order.
        val bundle = held.bundle(STUDENT, ON)
        assertEquals("same", parsed(replay(bundle, listOf(BASE, STUDENT, PARTNERSHIP, CURRICULUM)))["replayed"].asString)
        assertEquals("not-replayed", parsed(replay(bundle, listOf(BASE, STUDENT, CURRICULUM)))["replayed"].asString)
        // One that is there twice, one that is no JSON, one of another kind: each by its list.
        val several = listOf(BASE, "{", BASE, STUDENT)
        val refusal = assertFailsWith<KubusException> { Validator("{}", listOf(CURRICULUM, "{"), listOf("{"), several) }
        assertEquals("invalid-documents", refusal.code)
        val named = listOf("curricula[1]", "partnerships[0]", "knowledgeBases[1]", "knowledgeBases[2]", "knowledgeBases[3]")
        assertEquals(named, refusal.details.map { it.substringBefore(':') })
        assertEquals(listOf(BASE) to emptyList<String>(), Validator("{}", knowledgeBases = listOf(BASE)).let { it.knowledgeBases to it.partnerships })
    }

    @Test
    fun `a knowledge base fills the cube`() {
        val cube = parsed(validator.cube(BASE, ON))
        assertEquals("""{"kind":"knowledge-base","id":"kb-1"}""" to "2024-11-01", "${cube["document"]}" to cube["asOf"].asString)
        val line = cube["themes"].asJsonArray.single().asJsonObject
        // At every other stage there is nothing, so that the line is broken; the third material is in force no more.
        assertEquals("bullying" to false, line["theme"].asString to line["continuous"].asBoolean)
        val filled = line["stages"].asJsonArray.map { it.asJsonObject }.flatMap { row ->
            row["levels"].asJsonArray.map { it.asJsonObject }.filterNot { it["materials"].asJsonArray.isEmpty }
                .map { "${row["stage"].asString} ${it["level"].asString} ${it["materials"]}" }
        }
        assertEquals(listOf("""student-2 individual ["m-2"]""", """student-2 team ["m-1"]""", """teacher individual ["m-2"]"""), filled)
        assertEquals(2 * cube["stages"].asJsonArray.size() - 3, cube["empty"].asJsonArray.size())
        assertTrue(parsed(validator.cube(BASE, LocalDate.of(2024, 8, 31)))["empty"].asJsonArray.isEmpty)
    }

    @Test
    fun `learning materials are suggested just in time`() {
        val held = Validator("{}", knowledgeBases = listOf(BASE))
        // The first goal is taken up by nothing, and no evidence is of the second competence.
        val document = STUDENT.replace("\"setOn\": \"2024-09-10\"", "\"setOn\": \"2024-09-10\", \"themes\": [\"bullying\"]")
        val told = parsed(held.justInTime(document, ON))
        assertEquals("""{"kind":"knowledge-base","id":"kb-1"}""" to "student-2", "${told["knowledgeBase"]}" to told["stage"].asString)
        val (goal, competence) = told["needs"].asJsonArray.map { it.asJsonObject }
        assertEquals("g-1" to "2017-subject-didactics", goal["goal"].asString to competence["competence"].asString)
        // The nearest level first.
        assertEquals(listOf("m-2", "m-1"), goal["suggestions"].asJsonArray.map { it.asJsonObject["material"].asString })
        assertTrue(competence["suggestions"].asJsonArray.isEmpty)
        assertContains(held.justInTimeText(document, ON, Language.EN), "Wie zit waar?")
        assertEquals("needs-knowledge-base", parsed(validator.justInTime(document, ON))["reason"].asString)
    }

    /** The portfolio with this result. */
    private fun graded(result: String): String = STUDENT.replace("\"isFinal\": true", "\"isFinal\": true, \"result\": \"$result\"")

    private fun sha256(text: String): String =
        MessageDigest.getInstance("SHA-256").digest(text.encodeToByteArray()).joinToString("") { "%02x".format(it) }

    @Test
    fun `texts are Dutch unless another language is named, of text and of bytes`() {
        val bytes = STUDENT.encodeToByteArray()
        val texts = listOf<(Language?) -> String>(
            { it?.let(validator.validate(STUDENT, ON)::nextStepsText) ?: validator.validate(bytes, ON).nextStepsText() },
            { it?.let { validator.traceText(STUDENT, ON, language = it) } ?: validator.traceText(bytes, ON) },
            { it?.let { validator.handOverText(STUDENT, ON, language = it) } ?: validator.handOverText(bytes, ON) },
            { it?.let { validator.assessText(STUDENT, ON, language = it) } ?: validator.assessText(bytes, ON) },
            { it?.let { validator.cardText(STUDENT, ON, language = it) } ?: validator.cardText(bytes, ON) },
            { it?.let { validator.coverageText(STUDENT, ON, it) } ?: validator.coverageText(bytes, ON) },
            { it?.let { validator.curriculumCoverageText(CURRICULUM, it) } ?: validator.curriculumCoverageText(CURRICULUM.encodeToByteArray()) },
            { it?.let { validator.cubeText(BASE, ON, it) } ?: validator.cubeText(BASE.encodeToByteArray(), ON) },
            { it?.let { validator.justInTimeText(STUDENT, ON, it) } ?: validator.justInTimeText(bytes, ON) },
            { it?.let { replayText(validator.bundle(STUDENT, ON), listOf(STUDENT), it) } ?: replayText(validator.bundle(bytes, ON).encodeToByteArray(), listOf(bytes)) },
        )
        for (text in texts) {
            assertEquals(text(Language.NL), text(null))
            assertEquals(3, Language.entries.map(text).toSet().size)
        }
        assertContains(validator.coverageText(STUDENT, ON, Language.EN), "Coverage of the competences · portfolio s-1")
        assertEquals(validator.trace(STUDENT, ON), validator.trace(bytes, ON))
        assertEquals(validator.handOver(STUDENT, ON), validator.handOver(bytes, ON))
        assertEquals(validator.assess(STUDENT, ON), validator.assess(bytes, ON))
        assertEquals(validator.card(STUDENT, ON), validator.card(bytes, ON))
        assertEquals(validator.coverage(STUDENT, ON), validator.coverage(bytes, ON))
        assertEquals(validator.justInTime(STUDENT, ON), validator.justInTime(bytes, ON))
        assertEquals(validator.cube(BASE, ON), validator.cube(BASE.encodeToByteArray(), ON))
        assertEquals(validator.curriculumCoverage(CURRICULUM), validator.curriculumCoverage(CURRICULUM.encodeToByteArray()))
    }

    @Test
    fun `what cannot be answered is refused by code`() {
        for (nothing in listOf("", "{", "[]", """{"format": "twentse-kubus/curriculum@1"}""")) {
            assertEquals("unreadable-document", refused { validator.handOver(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.handOverText(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.assess(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.assessText(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.card(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.cardText(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.coverage(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.coverageText(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.justInTime(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.justInTimeText(nothing, ON) })
            assertTrue(validator.traceText(nothing, ON).isNotBlank())
        }
        for (nothing in listOf("", "{", "[]", STUDENT)) {
            assertEquals("unreadable-document", refused { validator.curriculumCoverage(nothing) })
            assertEquals("unreadable-document", refused { validator.curriculumCoverageText(nothing) })
            assertEquals("unreadable-document", refused { validator.cube(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.cubeText(nothing, ON) })
        }
        assertEquals("invalid-date", refused { validator.coverage(STUDENT, LocalDate.MIN) })
        assertEquals("invalid-date", refused { validator.bundle(STUDENT, LocalDate.MIN) })
        val report = validator.validate(STUDENT, ON)
        report.close()
        assertFailsWith<IllegalStateException> { report.nextSteps() }
    }

    @Test
    fun `each has a schema`() {
        val titles = mapOf(
            "next-steps" to "NextSteps", "trace" to "Trace", "hand-over" to "HandOver", "assessment" to "ProgrammeAssessment",
            "assessment-card" to "AssessmentCard", "coverage" to "Coverage", "curriculum-coverage" to "CurriculumCoverage",
            "cube" to "Cube", "just-in-time" to "JustInTime", "bundle" to "Bundle", "replay" to "Replay",
        )
        for ((kind, title) in titles) assertEquals(title, parsed(schema(kind))["title"].asString)
        assertEquals(schema(Kind.PORTFOLIO), schema("portfolio"))
        assertEquals("unknown-kind", refused { schema("diary") })
    }
}
