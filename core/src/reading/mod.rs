//! Reading a document: a fast path that only says yes or no, and a collecting path that reports everything that is
//! wrong.

#[cfg(feature = "places")]
mod places;
mod positions;
pub(crate) mod rules;
mod sift;
mod things;
mod tree;
mod whole;

use chrono::NaiveDate;

use crate::documents::{Document, Family};
use crate::error::NotOfKind;
use crate::finding::{Finding, Path, facts};
use crate::grammar::{Closed as _, Record, Sections, Steps, closed};
use crate::json::{Reader, line_and_column};
use crate::sort::sorted;
#[cfg(feature = "places")]
pub use places::Place;
#[cfg(feature = "places")]
pub(crate) use places::places;
pub(crate) use positions::Positions;
use sift::{Take, finding};
use tree::{ROOT, Tree};
use whole::Unread;

closed! {
    /// Why a text is no JSON, where that is known.
    NotJson {
        Empty = "empty", "het bestand is leeg", "the file is empty";
        Utf16 = "utf-16", "het is UTF-16 in plaats van UTF-8" | "het is op een andere manier opgeslagen (UTF-16)", "it is UTF-16 instead of UTF-8";
        Latin1 = "latin-1", "het is Latin-1 of Windows-1252 in plaats van UTF-8" | "het is op een andere manier opgeslagen (Latin-1)", "it is Latin-1 or Windows-1252 instead of UTF-8";
        Compressed = "compressed", "het is een ingepakt bestand", "it is a compressed file";
        Spreadsheet = "spreadsheet", "het is een rekenblad", "it is a spreadsheet";
        Xml = "xml", "het is XML of HTML" | "het is een webpagina of een ander soort bestand", "it is XML or HTML";
        FileName = "file-name", "het is de naam van een bestand", "it is the name of a file";
    }
}

closed! {
    /// A limit on the size of a document (TK-R010).
    Limit {
        MaxBytes = "max_bytes", "aantal bytes" | "grootte in bytes", "bytes";
        MaxDepth = "max_depth", "aantal niveaus" | "aantal lagen", "levels";
        MaxItems = "max_items", "aantal onderdelen in één lijst" | "aantal onderdelen in een lijst", "items in one list or object";
    }
}

closed! {
    /// How a text with a form of its own is written (TK-R006, TK-R008).
    Notation {
        Date = "YYYY-MM-DD", "JJJJ-MM-DD" | "jaar-maand-dag, zoals 2024-05-15", "YYYY-MM-DD";
        SchoolYear = "YYYY-YYYY", "JJJJ-JJJJ" | "twee jaren, zoals 2023-2024", "YYYY-YYYY";
        Sha256 = "[0-9a-f]{64}", "64 tekens: cijfers en de letters a tot en met f", "64 characters: digits and the letters a to f";
    }
}

impl NotJson {
    /// What these bytes are instead of JSON.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        const GZIP: &[u8] = &[0x1f, 0x8b];
        const ZIP: &[u8] = b"PK\x03\x04";
        const OLD_OFFICE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
        const BEGINNING: usize = 4096;
        let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
        let holds = |word: &[u8]| beginning.windows(word.len()).any(|part| part == word);
        let is_sheet = || [&b"xl/"[..], b"[Content_Types]", b"opendocument.spreadsheet"].iter().any(|word| holds(word));
        let text = std::str::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}').trim());
        match (text, bytes) {
            (Some(""), _) => Some(Self::Empty),
            (_, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, 0, _, ..] | [_, 0, _, 0, ..]) => Some(Self::Utf16),
            _ if bytes.starts_with(OLD_OFFICE) || bytes.starts_with(ZIP) && is_sheet() => Some(Self::Spreadsheet),
            _ if bytes.starts_with(ZIP) || bytes.starts_with(GZIP) => Some(Self::Compressed),
            (Some(text), _) if text.starts_with('<') => Some(Self::Xml),
            (Some(text), _) => is_file_name(text).then_some(Self::FileName),
            (None, _) => is_one_byte_a_letter(bytes).then_some(Self::Latin1),
        }
    }
}

/// Whether bytes that are no UTF-8 are text of one byte a letter, such as Latin-1: a lone letter with an accent, and
/// nowhere a letter of several bytes. Such letters are there in UTF-8 with one wrong byte in it, with a surrogate or an
/// overlong form (which have the shape of UTF-8 without being it), and cut off inside a letter.
fn is_one_byte_a_letter(bytes: &[u8]) -> bool {
    let is_control = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    !bytes.iter().any(is_control) && !(0..bytes.len()).any(|at| bytes.get(at..).is_some_and(begins_with_a_long_letter))
}

/// Whether this begins with a byte that announces others and as many of those, or as there are before the text ends.
fn begins_with_a_long_letter(bytes: &[u8]) -> bool {
    let following = match bytes.first() {
        Some(0xc0..=0xdf) => 1,
        Some(0xe0..=0xef) => 2,
        Some(0xf0..=0xf7) => 3,
        _ => return false,
    };
    bytes.iter().skip(1).take(following).all(|byte| (0x80..0xc0).contains(byte))
}

/// Whether a text is the name of a file rather than what is in one.
fn is_file_name(text: &str) -> bool {
    let is_extension =
        |text: &str| (2..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_path = !text.contains(['\n', '{', '[', '"']) && text.len() < 1024;
    is_path && text.rsplit_once('.').is_some_and(|(name, extension)| !name.is_empty() && is_extension(extension))
}

/// How deep a document may go, unless a rulebook says less (TK-R010).
pub(crate) const MAX_DEPTH: u32 = 64;

/// Limits of reading (TK-R010) and what to do with unknown members (TK-R004).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) max_bytes: u32,
    pub(crate) max_depth: u32,
    pub(crate) max_items: u32,
    pub(crate) ignore_unknown: bool,
}

/// Where the JSON becomes invalid.
pub(crate) struct Fault {
    #[cfg(feature = "places")]
    byte: usize,
    line: usize,
    column: usize,
}

impl Fault {
    pub(crate) fn at(text: &str, byte: usize) -> Self {
        let (line, column) = line_and_column(text, byte);
        Self {
            #[cfg(feature = "places")]
            byte,
            line,
            column,
        }
    }
}

/// The bytes without the byte order mark that office software likes to begin with (RFC 8259, section 8.1).
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

/// The first bytes as text, at most this many, up to what is no text.
pub(crate) fn beginning_of(bytes: &[u8], length: usize) -> &str {
    let bytes = without_mark(bytes);
    let mut parts = bytes.get(..length).unwrap_or(bytes).utf8_chunks();
    parts.next().map_or("", |part| part.valid())
}

/// The bytes as text.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    let bytes = without_mark(bytes);
    simdutf8::compat::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).and_then(|bytes| std::str::from_utf8(bytes).ok());
        Fault::at(valid.unwrap_or_default(), error.valid_up_to())
    })
}

/// A text, read as one kind of document.
pub(crate) enum Opened<D> {
    /// All of it can be judged.
    Sound(D),
    /// It could be read; this is what is left of it.
    Cut(D, LeftOut),
    /// Something could not be read.
    Torn(Rest, LeftOut),
}

/// What is left out of judging: nothing, unless it says so.
#[derive(Default)]
pub(crate) struct LeftOut {
    /// The sections that lost something.
    pub(crate) lost: Sections,
    /// The parts, in the order of the document.
    pub(crate) parts: Vec<Steps>,
    /// Where the items of the rest stood.
    pub(crate) positions: Positions,
}

impl LeftOut {
    /// Everything.
    fn all() -> Self {
        Self { lost: Sections::ALL, parts: vec![Steps::ROOT], positions: Positions::default() }
    }
}

/// The text of what can be judged; `None` when nothing can.
pub(crate) struct Rest(Option<String>);

impl Rest {
    /// What can be judged.
    pub(crate) fn document<'t, D: Document<'t>>(&'t self) -> Option<D> {
        whole(Reader::new(self.0.as_deref()?))
    }
}

/// Opens bytes as one kind of document: says all that is wrong with them, and gives what can be judged.
pub(crate) fn open<'t, K: Family>(
    bytes: &'t [u8],
    limits: &Limits,
    as_of: NaiveDate,
    say: &mut dyn FnMut(Finding),
) -> Opened<K::Document<'t>> {
    let root = Path::root(K::RECORD);
    if u32::try_from(bytes.len()).map_or(true, |length| length > limits.max_bytes) {
        return Opened::Torn(Rest(None), too_large::<K>(limits, say));
    }
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err(fault) => return Opened::Torn(Rest(None), not_json(bytes, &fault, root, say)),
    };
    let document: Option<K::Document<'t>> = whole(Reader::limited(text, limits.max_items));
    if let Some(document) = document {
        let lost =
            whole::check(&document, as_of, &Unread::default(), &Positions::default(), &mut |found| say(found.finding));
        return if lost.is_empty() { Opened::Sound(document) } else { cut(document, lost) };
    }
    let (rest, left_out) = match Tree::build(text, limits.max_depth) {
        Ok(tree) => collect::<K>(tree, limits, as_of, &mut |found| say(found.finding)),
        Err(byte) => (Rest(None), not_json(bytes, &Fault::at(text, byte), root, say)),
    };
    Opened::Torn(rest, left_out)
}

/// A text that is larger than allowed, and so is not looked at.
pub(crate) fn too_large<K: Family>(limits: &Limits, say: &mut dyn FnMut(Finding)) -> LeftOut {
    let facts = facts! { limit: Limit::MaxBytes, most: limits.max_bytes };
    say(finding(&rules::OVER_LIMIT, Path::root(K::RECORD), facts));
    LeftOut::all()
}

/// A text that is no JSON: says where it becomes invalid, and what it is instead where that is known.
fn not_json(bytes: &[u8], fault: &Fault, root: Path, say: &mut dyn FnMut(Finding)) -> LeftOut {
    let facts = facts! { line: fault.line, column: fault.column }.and("why", NotJson::of(bytes));
    say(finding(&rules::MALFORMED_JSON, root, facts));
    LeftOut::all()
}

fn whole<'t, D: Document<'t>>(mut reader: Reader<'t>) -> Option<D> {
    let mut document = D::BLANK;
    document.read(&mut reader)?;
    reader.end()?;
    Some(document)
}

/// Leaves things out of a document that could be read.
fn cut<'t, D: Document<'t>>(mut document: D, lost: Vec<Steps>) -> Opened<D> {
    let parts = outermost(lost);
    if parts.contains(&Steps::ROOT) {
        return Opened::Torn(Rest(None), LeftOut::all());
    }
    document.leave_out(&parts, 0);
    let left_out = LeftOut { lost: sections(&parts), positions: Positions::without(&parts, D::RECORD), parts };
    Opened::Cut(document, left_out)
}

/// The sections that parts are in.
fn sections(parts: &[Steps]) -> Sections {
    parts.iter().fold(Sections::NONE, |all, part| {
        all.and(part.as_slice().first().map_or(Sections::ALL, |section| Sections::at(*section as usize)))
    })
}

/// The parts in the order of the document, without those that are in another: they are reported with it.
fn outermost(parts: Vec<Steps>) -> Vec<Steps> {
    let mut outermost: Vec<Steps> = Vec::with_capacity(parts.len());
    for part in sorted(parts, Ord::cmp) {
        if outermost.last().is_none_or(|last| !part.are_within(last)) {
            outermost.push(part);
        }
    }
    outermost
}

/// A document that cannot be read as it is: says all that is wrong with it.
fn collect<K: Family>(mut tree: Tree<'_>, limits: &Limits, as_of: NaiveDate, take: &mut Take<'_>) -> (Rest, LeftOut) {
    let record = K::RECORD;
    let mut sifted = sift::sift(&mut tree, record, limits, take);
    if sifted.read {
        // For what can only be seen over the whole document, parts are read that only lack something.
        let forgiven = tree.without(|node| node.unread, sifted.format);
        let positions = Positions::of(&tree, record, |node| node.unread);
        if let Some(document) = whole::<K::Document<'_>>(Reader::forgiving(&forgiven)) {
            let unread = Unread { sections: sifted.unread, keys: sorted(sifted.keyless, Ord::cmp) };
            let lost = whole::check(&document, as_of, &unread, &positions, take);
            sifted.lost = sifted.lost.and(sections(&lost));
            leave_out(&mut tree, record, lost, &mut sifted.parts);
        }
    }
    if !sifted.judged {
        return (Rest(None), LeftOut::all());
    }
    let rest = (!tree.node(ROOT).unjudged).then(|| tree.without(|node| node.unjudged, sifted.format));
    let positions = Positions::of(&tree, record, |node| node.unjudged);
    (Rest(rest), LeftOut { lost: sifted.lost, parts: outermost(sifted.parts), positions })
}

/// Leaves things out of judging too.
fn leave_out(tree: &mut Tree<'_>, record: &'static Record, lost: Vec<Steps>, parts: &mut Vec<Steps>) {
    let lost = sorted(lost, Ord::cmp);
    let mut nodes = Vec::with_capacity(lost.len());
    tree.locate(record, &lost, &mut |_, found| nodes.push(found.key.unwrap_or(found.value)));
    nodes.iter().for_each(|node| tree.mark(*node, |node| node.unjudged = true));
    parts.extend(lost);
}

/// Reads a document of a kind, borrowing its texts.
///
/// # Errors
/// When the text is no such document. The error says where, and no more: validating it reports what is wrong.
pub(crate) fn typed<'a, D: Document<'a>>(text: &'a str) -> Result<D, NotOfKind> {
    let mut reader = Reader::new(text);
    let mut document = D::BLANK;
    if document.read(&mut reader).and_then(|()| reader.end()).is_some() {
        return Ok(document);
    }
    let Fault { line, column, .. } = Fault::at(text, reader.at());
    Err(NotOfKind { kind: D::KIND.key(), line, column })
}

/// Looks over a document that was read elsewhere: says what is wrong with it. Gives a copy of what can be judged of it,
/// where something must be left out.
pub(crate) fn look_over<'d, K: Family>(
    document: &K::Document<'d>,
    as_of: NaiveDate,
    say: &mut dyn FnMut(Finding),
) -> Option<Opened<K::Document<'d>>> {
    let none = Positions::default();
    let lost = whole::check(document, as_of, &Unread::default(), &none, &mut |found| say(found.finding));
    (!lost.is_empty()).then(|| cut(document.clone(), lost))
}

#[cfg(test)]
mod tests {
    use super::{NotJson, is_file_name};

    /// Every text here is no UTF-8. ISO 8859-1 and Windows-1252 give the letters of the first list; the others follow
    /// from the table of well-formed byte sequences of the Unicode Standard (chapter 3, table 3-7).
    #[test]
    fn latin_1_is_one_byte_a_letter() {
        let latin_1: [&[u8]; 7] = [
            b"{\"name\": \"Zo\xeb Brouwer\"}",
            // The name André: 0xe9 announces two bytes in UTF-8, and what follows is none.
            b"Andr\xe9\"",
            // Two accents side by side, as in créée.
            b"cr\xe9\xe9e",
            // Curly quotation marks of Windows-1252, around an accent: 0x94 after 0xe9 is one byte of the two
            // announced.
            b"\x93priv\xe9\x94 en \x91zo\x92",
            // The sign of the euro in Windows-1252.
            b"\x80 5",
            // A y with a diaeresis is 0xff, a byte that UTF-8 never has, also where one of 0x80 to 0xbf follows.
            b"\xff\x85",
            b"regel\r\n\ttab\xeb.",
        ];
        for text in latin_1 {
            assert!(std::str::from_utf8(text).is_err(), "{text:?}");
            assert_eq!(NotJson::of(text), Some(NotJson::Latin1), "{text:?}");
        }
        let none: [&[u8]; 11] = [
            // A surrogate in three bytes (CESU-8, WTF-8), alone and in a pair.
            b"\"\xed\xa0\x80\"",
            b"\"\xed\xa0\xbd\xed\xb8\x80\"",
            // Overlong forms of NUL and of the slash.
            b"\"\xc0\x80\"",
            b"\"\xe0\x80\xaf\"",
            b"\"\xf0\x80\x80\xaf\"",
            // Beyond U+10FFFF.
            b"\"\xf4\x90\x80\x80\"",
            // Cut off after one byte of two, one of three, and three of four.
            b"caf\xc3",
            b"\xe2\x82",
            b"\xf0\x9f\x98",
            // UTF-8 with a wrong byte behind it: the letter é takes two bytes here.
            b"caf\xc3\xa9 \xe9.",
            // No text: a control character.
            b"\x07\xe9 ",
        ];
        for text in none {
            assert!(std::str::from_utf8(text).is_err(), "{text:?}");
            assert_eq!(NotJson::of(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_file_name_has_a_name_and_a_short_extension() {
        for text in ["portfolio.json", "map/een portfolio.v2.json", "C:\\Users\\a.csv", "a.gz"] {
            assert!(is_file_name(text), "{text}");
        }
        for text in [
            ".json",
            "portfolio",
            "a.j",
            "een zin. En nog een",
            "a.extension",
            "{}.json",
            "[a.json",
            "\"a.json",
            "a\nb.json",
        ] {
            assert!(!is_file_name(text), "{text}");
        }
        assert!(
            is_file_name(&format!("{}.json", "a".repeat(1018))) && !is_file_name(&format!("{}.json", "a".repeat(1019)))
        );
    }
}
