// Text as the bytes that the library reads.

package twentsekubus

/**
 * The text as UTF-8. Half a surrogate pair has none, and Kotlin would put a question mark: it is passed on as what it
 * would be, and the library reports it. Nothing behind the first one is read.
 */
internal fun String.toUtf8(): ByteArray =
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
