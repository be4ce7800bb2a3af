//! How a name looks.

use std::sync::OnceLock;

use super::accents::ACCENTS;
use super::is_blank;

/// A name as it looks: accents behind their letters, one blank between words. Accents however they are encoded, white
/// space, invisible characters and the shape of an apostrophe or a hyphen make no difference.
pub(crate) fn look_of(name: &str) -> Vec<char> {
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
    // Accents that were typed apart may be in any order.
    for accents in look.chunk_by_mut(|a, b| is_accent(*a) && is_accent(*b)).filter(|accents| !accents.is_sorted()) {
        in_order(accents);
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

/// Adds a letter, with its accents behind it.
fn take_apart(letter: char, look: &mut Vec<char>) {
    match if letter.is_ascii() { None } else { made_of(letter) } {
        Some((bare, accent)) => {
            take_apart(bare, look);
            look.push(accent);
        }
        None => look.push(letter),
    }
}

/// The letter and the accent that a letter is made of.
fn made_of(letter: char) -> Option<(char, char)> {
    /// By code point: a name may be very long, so that none is searched for.
    static BY_LETTER: OnceLock<Vec<Option<(char, char)>>> = OnceLock::new();
    let by_letter = BY_LETTER.get_or_init(|| {
        let mut by_letter = Vec::new();
        for (accent, with, without) in ACCENTS {
            for (letter, bare) in with.chars().zip(without.chars()) {
                let at = u32::from(letter) as usize;
                by_letter.resize(by_letter.len().max(at + 1), None);
                by_letter.get_mut(at).into_iter().for_each(|made_of| *made_of = Some((bare, accent)));
            }
        }
        by_letter
    });
    *by_letter.get(u32::from(letter) as usize)?
}

const FIRST_ACCENT: char = '\u{300}';
const ACCENT_COUNT: usize = 0x70;

/// Which of the accents it is, if it is one.
fn accent(letter: char) -> Option<usize> {
    let number = u32::from(letter).checked_sub(FIRST_ACCENT.into())? as usize;
    (number < ACCENT_COUNT).then_some(number)
}

fn is_accent(letter: char) -> bool {
    accent(letter).is_some()
}

/// Puts accents in order. A letter has few; where a name piles them up they are counted, since there are not many to
/// tell apart.
fn in_order(accents: &mut [char]) {
    const FEW: usize = 16;
    if accents.len() <= FEW {
        for behind in 1..accents.len() {
            let mut at = behind;
            while at > 0 && accents.get(at) < accents.get(at - 1) {
                accents.swap(at, at - 1);
                at -= 1;
            }
        }
        return;
    }
    let mut counts = [0_usize; ACCENT_COUNT];
    for number in accents.iter().filter_map(|one| accent(*one)) {
        counts.get_mut(number).into_iter().for_each(|count| *count += 1);
    }
    let all = (FIRST_ACCENT..).zip(counts).flat_map(|(one, count)| std::iter::repeat_n(one, count));
    accents.iter_mut().zip(all).for_each(|(to, one)| *to = one);
}

#[cfg(test)]
mod tests {
    use super::look_of;

    fn look_alike(a: &str, b: &str) -> bool {
        look_of(a) == look_of(b)
    }

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
            ("a\u{36F}\u{300}\u{301}\u{300} b", "a\u{300}\u{300}\u{301}\u{36F} b"),
        ] {
            assert!(look_alike(a, b), "{a} {b}");
        }
    }

    /// Few accents and many, in every order of three of them.
    #[test]
    fn accents_may_stand_in_any_order() {
        let all = ["\u{300}\u{301}\u{345}", "\u{301}\u{300}\u{345}", "\u{345}\u{301}\u{300}", "\u{301}\u{345}\u{300}"];
        for times in [1, 5, 6, 100] {
            let looks: Vec<Vec<char>> = all.iter().map(|one| look_of(&format!("a{}b", one.repeat(times)))).collect();
            assert!(looks.iter().all(|look| *look == looks[0] && look.len() == 3 * times + 2), "{times}");
            assert!(looks[0].is_sorted_by(|a, b| a <= b || *b == 'b' || *a == 'a'));
        }
    }

    #[test]
    fn what_a_reader_sees_is_different() {
        for (a, b) in [
            ("José", "Jose"),
            ("Jan de Vries", "Jan deVries"),
            ("Jan", "jan"),
            ("Van Dam", "Van Dàm"),
            ("a\u{300}\u{301}", "a\u{301}"),
            ("a\u{300} b", "a b\u{300}"),
        ] {
            assert!(!look_alike(a, b), "{a} {b}");
        }
    }
}
