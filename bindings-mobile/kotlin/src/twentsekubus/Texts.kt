// Documents and rulebooks given as text: each call that takes bytes takes a String too.

package twentsekubus

/** A validator with this rulebook: an overlay as JSON text. */
fun Validator(rulebook: String): Validator = Validator(rulebook.toUtf8())

/** Judges one document, given as the text of its JSON, as it stood on [asOf] (`YYYY-MM-DD`). */
fun Validator.validate(document: String, asOf: String, lens: String? = null, kind: String? = null): Report =
    validate(document.toUtf8(), asOf, lens, kind)

/** Judges one portfolio by the shipped rulebook, as it stood on [asOf] (`YYYY-MM-DD`). */
fun validate(document: String, asOf: String): Report = validate(document.toUtf8(), asOf)

/** Where each finding lies in the text that was judged. */
fun Report.places(document: String): List<Place> = places(document.toUtf8())

/**
 * The text as UTF-8. Half a surrogate pair has none, and Kotlin would put a question mark: it is passed on as what it
 * would be, for the library to judge. Nothing behind the first one is read.
 */
private fun String.toUtf8(): ByteArray =
    try {
        encodeToByteArray(throwOnInvalidSequence = true)
    } catch (_: CharacterCodingException) {
        val half = indices.first { isHalf(it) }
        take(half).encodeToByteArray() + HALF + drop(half + 1).encodeToByteArray()
    }

/** Half a pair as UTF-8 would have it. */
private val HALF = byteArrayOf(0xED.toByte(), 0xA0.toByte(), 0x80.toByte())

private fun String.isHalf(at: Int): Boolean = when {
    this[at].isHighSurrogate() -> getOrNull(at + 1)?.isLowSurrogate() != true
    else -> this[at].isLowSurrogate() && getOrNull(at - 1)?.isHighSurrogate() != true
}
