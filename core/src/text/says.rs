//! What counts as said: a text of which a reader sees something.

/// Whether a text shows anything. White space, invisible characters and mark-up without words show nothing.
///
/// Of ordinary text the first character decides.
pub(crate) fn says_something(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) || shows_something(text)
}

fn shows_something(text: &str) -> bool {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after = match first {
            '<' => after_tag(rest),
            '&' => after_blank_entity(rest),
            blank if is_blank(blank) => rest.get(blank.len_utf8()..),
            _ => None,
        };
        match after {
            Some(after) => rest = after,
            None => return true,
        }
    }
    false
}

/// What follows the tag or the comment that the text begins with; nothing when it begins with neither.
fn after_tag(text: &str) -> Option<&str> {
    if let Some(comment) = text.strip_prefix("<!--") {
        return comment.split_once("-->").map(|(_, after)| after);
    }
    let inside = text.strip_prefix('<')?;
    let name = inside.strip_prefix(['/', '!', '?']).unwrap_or(inside);
    // `<3` and `a < b` are no tags.
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let mut quote = None;
    let end = inside.find(|at: char| {
        if let Some(open) = quote {
            quote = quote.filter(|_| at != open);
            return false;
        }
        quote = Some(at).filter(|at| matches!(at, '"' | '\''));
        at == '>'
    });
    // A quotation mark that nothing closes is one that was typed.
    let after = inside.get(end.or_else(|| inside.find('>'))? + 1..)?;
    let silent = ["style", "script"].into_iter().find(|silent| is_named(inside, silent));
    silent.map_or(Some(after), |silent| Some(after_end_of(silent, after)))
}

/// Whether what follows `<` opens an element with this name.
fn is_named(inside: &str, name: &str) -> bool {
    let (start, after) = inside.split_at_checked(name.len()).unwrap_or_default();
    start.eq_ignore_ascii_case(name) && !after.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '-')
}

/// What follows the content of an element that is never shown: its closing tag and all after it.
fn after_end_of<'t>(name: &str, text: &'t str) -> &'t str {
    let ends = text.match_indices("</").filter_map(|(at, _)| Some((at, text.get(at + 2..)?)));
    let end = ends.into_iter().find(|(_, inside)| is_named(inside, name)).map(|(at, _)| at);
    end.and_then(|at| text.get(at..)).unwrap_or_default()
}

/// The named characters of HTML that show nothing.
const BLANK_ENTITIES: [&str; 32] = [
    "nbsp",
    "NonBreakingSpace",
    "shy",
    "zwj",
    "zwnj",
    "lrm",
    "rlm",
    "ensp",
    "emsp",
    "emsp13",
    "emsp14",
    "numsp",
    "puncsp",
    "thinsp",
    "ThinSpace",
    "hairsp",
    "VeryThinSpace",
    "MediumSpace",
    "ZeroWidthSpace",
    "NegativeThinSpace",
    "NegativeMediumSpace",
    "NegativeThickSpace",
    "NegativeVeryThinSpace",
    "NoBreak",
    "ApplyFunction",
    "af",
    "InvisibleTimes",
    "it",
    "InvisibleComma",
    "ic",
    "Tab",
    "NewLine",
];

/// What follows the entity that the text begins with, when that shows nothing.
fn after_blank_entity(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('&')?;
    let end = inside.find(|at: char| !at.is_ascii_alphanumeric() && at != '#').unwrap_or(inside.len());
    let (name, after) = inside.split_at_checked(end)?;
    let closed = after.strip_prefix(';');
    let blank = match name.strip_prefix('#') {
        Some(number) => {
            let number = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            number.ok().and_then(char::from_u32).is_some_and(is_blank)
        }
        // These two HTML reads without a semicolon.
        None => (closed.is_some() || matches!(name, "nbsp" | "shy")) && BLANK_ENTITIES.contains(&name),
    };
    blank.then(|| closed.unwrap_or(after))
}

/// Characters besides white space and control characters of which a reader sees nothing: those that Unicode calls
/// default-ignorable, and those that are drawn empty; ascending.
const INVISIBLE: [(char, char); 21] = [
    ('\u{AD}', '\u{AD}'),
    ('\u{34F}', '\u{34F}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180B}', '\u{180F}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFFB}'),
    ('\u{13430}', '\u{1343F}'),
    ('\u{16FE4}', '\u{16FE4}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D159}', '\u{1D159}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E0FFF}'),
];

pub(crate) fn is_blank(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_whitespace() || character.is_ascii_control();
    }
    character.is_whitespace()
        || character.is_control()
        || INVISIBLE
            .get(INVISIBLE.partition_point(|(_, last)| *last < character))
            .is_some_and(|(first, _)| *first <= character)
}

#[cfg(test)]
mod tests {
    use super::{BLANK_ENTITIES, INVISIBLE, says_something};

    #[test]
    fn words_say_something() {
        let said = [
            "a",
            " a",
            "ik",
            "é",
            "😀",
            "👩\u{200D}🏫",
            "-",
            ".",
            "0",
            "\u{301}",
            "…",
            "\u{200B}rustig",
            "\u{FEFF}\u{AD}.",
            "不",
        ];
        for text in said {
            assert!(says_something(text), "{text:?}");
        }
    }

    #[test]
    fn white_space_and_invisible_characters_say_nothing() {
        let blank = ["", " ", "\t\r\n\u{B}\u{C}", "\u{0}\u{1B}\u{7F}", "\u{85}\u{A0}\u{2003}\u{2028}\u{202F}\u{3000}"];
        for text in blank {
            assert!(!says_something(text), "{text:?}");
        }
        for (first, last) in INVISIBLE {
            for character in first..=last {
                assert!(!says_something(&format!("{character} {character}")), "U+{:04X}", u32::from(character));
                assert!(says_something(&format!("{character}a")), "U+{:04X}", u32::from(character));
            }
        }
        for character in ['\u{AC}', '\u{350}', '\u{2010}', '\u{2801}', '\u{3165}', '\u{FE10}', '\u{FFFD}', '\u{E1000}']
        {
            assert!(says_something(&character.to_string()), "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn invisible_characters_are_looked_up_in_order() {
        assert!(
            INVISIBLE.iter().all(|(first, last)| first <= last)
                && INVISIBLE.windows(2).all(|pair| pair[0].1 < pair[1].0)
        );
    }

    #[test]
    fn mark_up_without_words_says_nothing() {
        let blank = [
            "<p><br></p>",
            "<P>\n<BR/>\u{200B}</P>",
            "<p>&nbsp;</p>",
            "<div class=\"a > b\"><span style='x'></span></div>",
            "<!-- klaar -->",
            "<p><!-- a --> <o:p></o:p></p>",
            "<!DOCTYPE html><p></p>",
            "<style>p { color: red }</style>",
            "<style>p { color: red }",
            "<script>let a = 1 < 2;</script ><p></p>",
            "<p title=\"><br></p>",
        ];
        for text in blank {
            assert!(!says_something(text), "{text:?}");
        }
        let said = [
            "<p>rustig</p>",
            "<3",
            "< p >",
            "<",
            "<>",
            "<p",
            "<p title=\"",
            "<!-- klaar",
            "a < b",
            "<b>.</b>",
            "<style>p { color: red }</style>rustig",
            "<styled>rustig",
            "<p>&amp;</p>",
        ];
        for text in said {
            assert!(says_something(text), "{text:?}");
        }
    }

    #[test]
    fn entities_are_what_they_stand_for() {
        for name in BLANK_ENTITIES {
            assert!(!says_something(&format!("&{name};")), "{name}");
        }
        for text in ["&nbsp", "&nbsp &shy", "&#160;", "&#xA0;", "&#XA0;&#8203;", "&#32", "&#xFEFF;&zwnj;"] {
            assert!(!says_something(text), "{text:?}");
        }
        for text in
            ["&", "&;", "&#;", "&#x;", "&#65;", "&zwnj", "&nbspx;", "&eacute;", "&#xD800;", "&#9999999999;", "R&D"]
        {
            assert!(says_something(text), "{text:?}");
        }
    }

    #[test]
    fn a_long_text_is_read_once() {
        let tags = "<p>".repeat(400_000);
        assert!(!says_something(&tags));
    }
}
