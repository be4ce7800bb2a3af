// What the enums of the closed lists share; the enums are in Words.kt.

package twentsekubus

/** A value of a closed list. */
sealed interface Word {
    /** Its key in documents and reports. */
    val key: String

    /** Its label for people. */
    fun label(language: Language = Language.NL): String
}

internal class InLanguages(private val nl: String, private val plain: String, private val en: String) {
    fun of(language: Language): String = when (language) {
        Language.NL -> nl
        Language.NL_PLAIN -> plain
        Language.EN -> en
    }
}

internal fun <T : Word> List<T>.of(key: String): T =
    requireNotNull(find { it.key == key }) { "`$key` is none of ${joinToString { it.key }}" }
