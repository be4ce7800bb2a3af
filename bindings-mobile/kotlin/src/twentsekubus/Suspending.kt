// For coroutines: only a program that calls these needs kotlinx-coroutines on its class path.

package twentsekubus

import java.time.LocalDate
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext

/** [Validator.validate] outside the caller's thread. */
suspend fun Validator.awaitReport(
    document: String,
    asOf: LocalDate,
    lens: Lens = Lens.NOW,
    kind: Kind = Kind.PORTFOLIO,
    on: CoroutineDispatcher = Dispatchers.Default,
): Report = awaitReport(document.toUtf8(), asOf, lens, kind, on)

/** [Validator.validate] outside the caller's thread. */
suspend fun Validator.awaitReport(
    document: ByteArray,
    asOf: LocalDate,
    lens: Lens = Lens.NOW,
    kind: Kind = Kind.PORTFOLIO,
    on: CoroutineDispatcher = Dispatchers.Default,
): Report = withContext(on) { validate(document, asOf, lens, kind) }

/** [Validator.validateMany] outside the caller's thread; it can be cancelled between two documents. */
suspend fun Validator.awaitReports(
    documents: List<ByteArray>,
    asOf: LocalDate,
    lens: Lens = Lens.NOW,
    kind: Kind = Kind.PORTFOLIO,
    on: CoroutineDispatcher = Dispatchers.Default,
): Batch = withContext(on) {
    // The summary of no document is the one to begin with.
    var summary = validateMany(emptyList(), asOf, lens, kind).summary
    val reports = documents.map { document ->
        ensureActive()
        val one = validateMany(listOf(document), asOf, lens, kind)
        summary = summary.merge(one.summary)
        one.reports.single()
    }
    Batch(reports, summary)
}

/** [Validator.dossier] outside the caller's thread. Its documents are compared with one another, so that it is one call. */
suspend fun Validator.awaitDossier(
    documents: List<ByteArray>,
    asOf: LocalDate,
    lens: Lens = Lens.NOW,
    on: CoroutineDispatcher = Dispatchers.Default,
): Batch = withContext(on) { dossier(documents, asOf, lens) }
