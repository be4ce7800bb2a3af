// Documents given as text: each call that takes bytes takes a String too.

package twentsekubus

/** Judges one document, given as the text of its JSON, as it stood on [asOf] (`YYYY-MM-DD`). */
fun Validator.validate(document: String, asOf: String, lens: String? = null): Report =
    validate(document.encodeToByteArray(), asOf, lens)

/** Judges one document by the shipped rulebook, as it stood on [asOf] (`YYYY-MM-DD`). */
fun validate(document: String, asOf: String): Report = validate(document.encodeToByteArray(), asOf)

/** Where each finding lies in the text that was judged; its bytes are those of the text in UTF-8. */
fun Report.places(document: String): List<Place> = places(document.encodeToByteArray())
