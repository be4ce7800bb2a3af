//! Whether two names look alike.

use super::accents::ACCENTS;
use super::is_blank;

/// Whether two names look alike: accents however they are encoded, white space, invisible characters and the shape of an
/// apostrophe or a hyphen aside. Names that are written the same are not looked into.
pub(crate) fn look_alike(a: &str, b: &str) -> bool {
    a == b || look_of(a) == look_of(b)
}

/// A name as it looks: accents behind their letters, one blank between words.
fn look_of(name: &str) -> Vec<char> {
    let mut look: Vec<char> = Vec::with_capacity(name.len());
    let mut gap = false;
    for letter in name.chars() {
        let is_space = letter.is_whitespace();
        gap |= is_space && !look.is_empty();
        if is_space || is_blank(letter) {
            continue;
        }
        if std::mem::take(&mut gap) {
            look.push(' ');
        }
        take_apart(as_drawn(letter), &mut look);
    }
    look
}

/// Apostrophes and hyphens are drawn alike, whichever was typed.
fn as_drawn(letter: char) -> char {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BC}' | '\u{2B9}' | '\u{2032}' | '\u{B4}' | '`' => '\'',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}' => '-',
        other => other,
    }
}

/// Adds a letter, with its accents behind it in one order.
fn take_apart(letter: char, look: &mut Vec<char>) {
    if letter.is_ascii() {
        return look.push(letter);
    }
    if is_accent(letter) {
        // Accents that were typed apart may stand in any order.
        let at = look.iter().rposition(|before| !is_accent(*before) || *before <= letter).map_or(0, |at| at + 1);
        return look.insert(at, letter);
    }
    let made_of = ACCENTS.iter().find_map(|(accent, with, without)| {
        let at = with.chars().position(|other| other == letter)?;
        Some((without.chars().nth(at)?, *accent))
    });
    match made_of {
        Some((bare, accent)) => {
            take_apart(bare, look);
            take_apart(accent, look);
        }
        None => look.push(letter),
    }
}

fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::look_alike;

    #[test]
    fn what_a_reader_cannot_tell_apart_is_alike() {
        for (a, b) in [
            ("José Nuñez", "Jose\u{301} Nun\u{303}ez"),
            ("Thi\u{1EC7}n", "Thie\u{302}\u{323}n"),
            ("Thi\u{1EC7}n", "Thie\u{323}\u{302}n"),
            ("Jan de Vries", " Jan  de\u{A0}Vries\u{200B} "),
            ("Anna 't Hart", "Anna \u{2019}t Hart"),
            ("Γιώργος", "Γιω\u{301}ργος"),
            ("Андрей", "Андреи\u{306}"),
        ] {
            assert!(look_alike(a, b), "{a} {b}");
        }
    }

    #[test]
    fn what_a_reader_sees_is_different() {
        for (a, b) in [("José", "Jose"), ("Jan de Vries", "Jan deVries"), ("Jan", "jan"), ("Van Dam", "Van Dàm")] {
            assert!(!look_alike(a, b), "{a} {b}");
        }
    }
}
