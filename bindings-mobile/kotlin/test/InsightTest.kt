// Next steps, traces, hand-over pages, assessments, cards, coverage, the cube, what is just in time, dossiers, the organisation of a
// partnership, next year, overviews, comparisons, bundles and replays: what goes in and what comes out.

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
import twentsekubus.Verdict
import twentsekubus.compare
import twentsekubus.compareText
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

/** The same with six places at two schools, and somebody who is every trainer of both. */
private const val SCHOOLS = """{"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025",
  "schools": [{"id": "sch-a", "places": 4}, {"id": "sch-b", "places": 2}],
  "persons": [{"id": "p-1", "roles": [
    {"role": "school-trainer", "schools": ["sch-a", "sch-b"]}, {"role": "institute-trainer", "schools": ["sch-a", "sch-b"]}]}]
}"""

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

    @Test
    fun `a dossier has documents of any kind, and compares the portfolios with the others`() {
        val documents = listOf(STUDENT, CURRICULUM, SCHOOLS, BASE).map(String::encodeToByteArray)
        val batch = validator.dossier(documents, ON)
        val kinds = listOf(Kind.PORTFOLIO, Kind.CURRICULUM, Kind.PARTNERSHIP, Kind.KNOWLEDGE_BASE)
        assertEquals(kinds, batch.reports.map { it.documentKind })
        assertEquals(4, parsed(batch.summary.toJson())["documents"].asInt)
        // As by a validator that is given the others; and wherever the portfolio is.
        val given = Validator("{}", listOf(CURRICULUM), listOf(SCHOOLS), listOf(BASE)).validate(STUDENT, ON)
        assertEquals(kinds.drop(1), given.used.map { it.document.kind })
        assertEquals(given.bodyJson() to given.used, batch.reports.first().run { bodyJson() to used })
        assertEquals(given.bodyJson(), validator.dossier(documents.reversed(), ON).reports.last().bodyJson())
        // With what the validator has too, and through a lens; what names no format is judged as a portfolio.
        val ended = Validator("{}", listOf(CURRICULUM)).dossier(listOf(STUDENT, "{}").map(String::encodeToByteArray), ON, Lens.YEAR_ENDED)
        assertEquals(listOf(Kind.CURRICULUM), ended.reports.first().used.map { it.document.kind })
        assertEquals(List(2) { Lens.YEAR_ENDED to Kind.PORTFOLIO }, ended.reports.map { it.lens to it.documentKind })
        assertTrue(validator.dossier(emptyList(), ON).reports.isEmpty())
        // The second curriculum is for the same students as the first; the third document is no whole partnership.
        val unusable = listOf(CURRICULUM, CURRICULUM.replace("cur-1", "cur-2"), """{"format": "twentse-kubus/partnership@1"}""")
        val refusal = assertFailsWith<KubusException> { validator.dossier(unusable.map(String::encodeToByteArray), ON) }
        assertEquals("invalid-documents", refusal.code)
        assertEquals(listOf("documents[1]", "documents[2]"), refusal.details.map { it.substringBefore(':') }.distinct())
        assertEquals("invalid-date", refused { validator.dossier(documents, LocalDate.MIN) })
    }

    @Test
    fun `a partnership shows how it is organised`() {
        val told = parsed(validator.network(SCHOOLS, ON))
        assertEquals("""{"kind":"partnership","id":"oost"}""" to "2024-11-01", "${told["document"]}" to told["asOf"].asString)
        // Nobody is placed, so that all places are left.
        val totals = told["totals"].asJsonObject
        assertEquals(listOf(2, 0, 6, 6), listOf("schools", "students", "places", "placesLeft").map { totals[it].asInt })
        assertEquals(1, totals["schoolTrainers"].asJsonObject["number"].asInt)
        val schools = told["schools"].asJsonArray.map { it.asJsonObject }
        assertEquals(listOf("sch-a" to 4, "sch-b" to 2), schools.map { it["school"].asString to it["places"].asInt })
        // With the school year ended it is judged on its last day, 31 July; a lens changes no reference day.
        val ended = parsed(validator.network(SCHOOLS, ON, Lens.YEAR_ENDED))
        assertEquals("2024-11-01" to "2025-07-31", ended["asOf"].asString to ended["day"].asString)
        assertContains(validator.networkText(SCHOOLS, ON, language = Language.EN), "partnership oost")
    }

    @Test
    fun `next year of students is told, and a proposal for it is checked`() {
        val fullTime = STUDENT.replace("part-time", "full-time")
        val told = parsed(validator.whereNext(listOf(fullTime), SCHOOLS, "2024-2025"))
        val student = told["students"].asJsonArray.single().asJsonObject
        assertEquals("s-1" to 2, student["student"].asString to student["studyYear"].asInt)
        // The student was at the first school in study year 1; both have places and every trainer.
        val schools = student["schools"].asJsonArray.map { it.asJsonObject }
        assertEquals(listOf("sch-a" to "closed", "sch-b" to "open"), schools.map { it["school"].asString to it["access"].asString })
        val why = schools.first()["reasons"].asJsonArray.first().asJsonObject
        assertEquals("same-school" to "TK-P101", why["reason"].asString to why["code"].asString)
        // That rule is not for a part-timer, who may go back.
        val partTime = parsed(validator.whereNext(listOf(STUDENT), SCHOOLS, "2024-2025"))["students"].asJsonArray.single().asJsonObject
        assertEquals(listOf("open", "open"), partTime["schools"].asJsonArray.map { it.asJsonObject["access"].asString })
        // So the rule is broken by a proposal for the first school, and not by one for the second.
        for ((school, broken) in listOf("sch-a" to listOf("TK-P101 0 s-1 sch-a"), "sch-b" to emptyList())) {
            val check = parsed(validator.checkProposal(listOf(fullTime), SCHOOLS, proposal("s-1" to school)))
            assertEquals("""{"kind":"partnership","id":"oost"}""" to "2024-2025", "${check["document"]}" to check["schoolYear"].asString)
            val found = check["findings"].asJsonArray.map { it.asJsonObject }.filter { it["code"].asString == "TK-P101" }
            val by = listOf("code", "placement", "student", "school")
            assertEquals(broken, found.map { finding -> by.joinToString(" ") { finding[it].asString } })
            assertFalse(MARKER in "$check$told")
        }
        val text = validator.checkProposalText(listOf(fullTime), SCHOOLS, proposal("s-1" to "sch-a"), Language.EN)
        assertContains(text, "TK-P101")
        assertContains(validator.whereNextText(listOf(fullTime), SCHOOLS, "2024-2025", Language.EN), "TK-P101")
        assertFalse(MARKER in "$text${validator.whereNextText(listOf(fullTime), SCHOOLS, "2024-2025")}")
    }

    @Test
    fun `next year of what does not fit together is refused by code`() {
        val proposed = proposal("s-1" to "sch-b")
        // No school year, and one that the partnership is not of.
        for (year in listOf("2024", "later", "2024-2026", "2023-2024")) {
            assertEquals("invalid-school-year", refused { validator.whereNext(listOf(STUDENT), SCHOOLS, year) })
            assertEquals("invalid-school-year", refused { validator.whereNextText(listOf(STUDENT), SCHOOLS, year) })
        }
        val earlier = proposed.replace("2024-2025", "2023-2024")
        assertEquals("invalid-school-year", refused { validator.checkProposal(listOf(STUDENT), SCHOOLS, earlier) })
        // A portfolio is no partnership, and what is broken off no portfolio.
        for ((portfolio, partnership) in listOf(STUDENT to STUDENT, "{" to SCHOOLS)) {
            assertEquals("unreadable-document", refused { validator.whereNext(listOf(portfolio), partnership, "2024-2025") })
            assertEquals("unreadable-document", refused { validator.whereNextText(listOf(portfolio), partnership, "2024-2025") })
            assertEquals("unreadable-document", refused { validator.checkProposal(listOf(portfolio), partnership, proposed) })
            assertEquals("unreadable-document", refused { validator.checkProposalText(listOf(portfolio), partnership, proposed) })
        }
        val twice = assertFailsWith<KubusException> { validator.whereNext(listOf(STUDENT, STUDENT), SCHOOLS, "2024-2025") }
        assertEquals("invalid-documents" to listOf("portfolios[1]"), twice.code to twice.details.map { it.substringBefore(':') })
        for (nothing in listOf("", "{}", "[]", STUDENT)) {
            assertEquals("invalid-proposal", refused { validator.checkProposal(listOf(STUDENT), SCHOOLS, nothing) })
            assertEquals("invalid-proposal", refused { validator.checkProposalText(listOf(STUDENT), SCHOOLS, nothing) })
        }
        // One student is proposed twice, and of another there is no portfolio.
        val wrong = proposal("s-1" to "sch-a", "s-1" to "sch-b", "s-9" to "sch-b")
        val refusal = assertFailsWith<KubusException> { validator.checkProposal(listOf(STUDENT), SCHOOLS, wrong) }
        assertEquals("invalid-proposal", refusal.code)
        assertEquals(listOf("/placements/1/student", "/placements/2/student"), refusal.details.map { it.substringBefore(':') })
    }

    /** A proposal of who goes to which school. */
    private fun proposal(vararg placements: Pair<String, String>): String {
        val told = placements.joinToString { (student, school) -> """{"student": "$student", "school": "$school"}""" }
        return """{"format": "twentse-kubus/proposal@1", "schoolYear": "2024-2025", "placements": [$told]}"""
    }

    @Test
    fun `counts about few students are hidden`() {
        // The verdict of each of these is that of the one student, whose id no rule looks at.
        val verdict = validator.validate(STUDENT, ON, Lens.YEAR_ENDED).verdict
        val names = mapOf("meets" to Verdict.MEETS, "fallsShort" to Verdict.FALLS_SHORT, "undecided" to Verdict.UNDECIDED)
        val students = List(5) { STUDENT.replace("s-1", "s-${it + 1}").encodeToByteArray() }
        // Four are fewer than 5, which is usual, and five are fewer than 6; nothing is known of fewer than that.
        for ((number, k) in listOf(4 to null, 5 to 6)) {
            val told = parsed(validator.overview(students.take(number), ON, k = k))
            assertEquals(number to (k ?: 5), told["students"].asInt to told["smallestGroup"].asInt)
            assertEquals(false to "[]", told.has("verdicts") to "${told["rules"]}")
        }
        for ((number, k) in listOf(5 to null, 5 to 5, 1 to 1, 1 to 0)) {
            val told = parsed(validator.overview(students.take(number), ON, Lens.YEAR_ENDED, k))
            assertEquals("year-ended" to number, told["lens"].asString to told["students"].asInt)
            val verdicts = told["verdicts"].asJsonObject
            assertEquals(names.mapValues { if (it.value == verdict) number else 0 }, names.mapValues { verdicts[it.key].asInt })
            assertFalse(MARKER in "$told")
        }
        // The text has the numbers of the students and of the smallest group.
        val text = validator.overviewText(students, ON, k = 3, language = Language.EN).lines()
        assertTrue(text[0].startsWith("Overview of portfolios · ") && text[1].run { startsWith("Students: 5 ") && endsWith(": 3") }, "$text")
        assertFalse(MARKER in "$text")
        for (k in listOf(-1, Int.MIN_VALUE)) {
            assertFailsWith<IllegalArgumentException> { validator.overview(students, ON, k = k) }
            assertFailsWith<IllegalArgumentException> { validator.overviewText(students, ON, k = k) }
        }
        assertEquals("invalid-date", refused { validator.overview(students, LocalDate.MIN) })
    }

    @Test
    fun `other rules are compared`() {
        val after = """{"only": ["TK-P105"]}"""
        val told = parsed(compare(null, after, listOf(STUDENT, SCHOOLS), ON, k = 1))
        assertEquals(validator.fingerprint to Validator(after).fingerprint, told["before"].asString to told["after"].asString)
        // By the second rulebook one rule counts: of all others the student has lost the findings.
        val found = validator.validate(STUDENT, ON).findings.map { it.code }.filter { it != "TK-P105" }.toSet()
        val rules = told["rules"].asJsonArray.map { it.asJsonObject }
        assertTrue(found.isNotEmpty())
        assertEquals(found, rules.filter { it["lost"].asInt == 1 }.map { it["code"].asString }.toSet())
        assertTrue(rules.all { it["gained"].asInt == 0 && it["changed"].asInt == 0 })
        assertEquals(listOf("partnership" to 1), told["others"].asJsonArray.map { it.asJsonObject }.map { it["kind"].asString to it["documents"].asInt })
        assertFalse(MARKER in "$told")
        // The other way round they are gained. One student is fewer than 5, so that without a number everything is hidden.
        val back = parsed(compare(after, null, listOf(STUDENT), ON, Lens.YEAR_ENDED, 1))
        assertEquals("year-ended" to told["after"], back["lens"].asString to back["before"])
        assertTrue(back["rules"].asJsonArray.all { it.asJsonObject["gained"].asInt == 1 })
        val hidden = parsed(compare(null, after, listOf(STUDENT), ON))
        assertEquals(listOf("1", "5", "[]"), listOf("students", "smallestGroup", "rules").map { "${hidden[it]}" })
        assertEquals("[]", "${parsed(compare(after, after, listOf(STUDENT), ON, k = 1))["rules"]}")
        val text = compareText(null, after, listOf(STUDENT), ON, k = 1, language = Language.EN)
        assertContains(text, found.first())
        assertTrue("lost: 1" in text && "gained" !in text, text)
        assertFalse(MARKER in text)
        // A rulebook with a fault, on either side; two documents of one partnership and school year; fewer than no student.
        for ((one, other) in listOf("""{"norms": 3}""" to null, null to """{"norms": 3}""")) {
            assertEquals("invalid-rulebook", refused { compare(one, other, listOf(STUDENT), ON) })
            assertEquals("invalid-rulebook", refused { compareText(one, other, listOf(STUDENT), ON) })
        }
        val refusal = assertFailsWith<KubusException> { compare(null, null, listOf(STUDENT, SCHOOLS, PARTNERSHIP), ON) }
        assertEquals("invalid-documents" to listOf("documents[2]"), refusal.code to refusal.details.map { it.substringBefore(':') })
        assertFailsWith<IllegalArgumentException> { compare(null, after, listOf(STUDENT), ON, k = -1) }
        assertEquals("invalid-date", refused { compare(null, after, listOf(STUDENT), LocalDate.MIN) })
    }

    /** The portfolio with this result. */
    private fun graded(result: String): String = STUDENT.replace("\"isFinal\": true", "\"isFinal\": true, \"result\": \"$result\"")

    private fun sha256(text: String): String =
        MessageDigest.getInstance("SHA-256").digest(text.encodeToByteArray()).joinToString("") { "%02x".format(it) }

    @Test
    fun `texts are Dutch unless another language is named, of text and of bytes`() {
        val (bytes, schools) = listOf(STUDENT, SCHOOLS).map(String::encodeToByteArray)
        val (proposed, overlay) = proposal("s-1" to "sch-a") to """{"only": ["TK-P105"]}"""
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
            { it?.let { validator.networkText(SCHOOLS, ON, language = it) } ?: validator.networkText(schools, ON) },
            { it?.let { validator.whereNextText(listOf(STUDENT), SCHOOLS, "2024-2025", it) } ?: validator.whereNextText(listOf(bytes), schools, "2024-2025") },
            { it?.let { validator.checkProposalText(listOf(STUDENT), SCHOOLS, proposed, it) } ?: validator.checkProposalText(listOf(bytes), schools, proposed.encodeToByteArray()) },
            { it?.let { validator.overviewText(listOf(bytes), ON, language = it) } ?: validator.overviewText(listOf(bytes), ON) },
            { it?.let { compareText(overlay, null, listOf(STUDENT), ON, language = it) } ?: compareText(overlay.encodeToByteArray(), null, listOf(bytes), ON) },
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
        assertEquals(validator.network(SCHOOLS, ON), validator.network(schools, ON))
        assertEquals(validator.whereNext(listOf(STUDENT), SCHOOLS, "2024-2025"), validator.whereNext(listOf(bytes), schools, "2024-2025"))
        assertEquals(validator.checkProposal(listOf(STUDENT), SCHOOLS, proposed), validator.checkProposal(listOf(bytes), schools, proposed.encodeToByteArray()))
        assertEquals(compare(null, overlay, listOf(STUDENT), ON, k = 1), compare(null, overlay.encodeToByteArray(), listOf(bytes), ON, k = 1))
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
            assertEquals("unreadable-document", refused { validator.network(nothing, ON) })
            assertEquals("unreadable-document", refused { validator.networkText(nothing, ON) })
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
            "cube" to "Cube", "just-in-time" to "JustInTime", "network" to "Network", "where-next" to "WhereNext",
            "proposal" to "Proposal", "proposal-check" to "ProposalCheck", "overview" to "Overview", "comparison" to "Comparison",
            "bundle" to "Bundle", "replay" to "Replay",
        )
        for ((kind, title) in titles) assertEquals(title, parsed(schema(kind))["title"].asString)
        assertEquals(schema(Kind.PORTFOLIO), schema("portfolio"))
        assertEquals("unknown-kind", refused { schema("diary") })
    }
}
