//! What people see of a text: whether it says anything, and whether two names look alike.

mod accents;
mod looks;
mod says;

pub(crate) use looks::look_of;
pub(crate) use says::{is_blank, says_something};

/// Whether two texts are the same. For short ones, as names of members and words of lists are: without the call that comparing
/// slices is, which took a tenth of reading.
#[inline]
pub(crate) fn is_same(a: &[u8], b: &[u8]) -> bool {
    // What a text of four to eight, or of eight to sixteen bytes begins and ends with is all of it.
    let fours = |text: &[u8]| Some((*text.first_chunk::<4>()?, *text.last_chunk::<4>()?));
    let eights = |text: &[u8]| Some((*text.first_chunk::<8>()?, *text.last_chunk::<8>()?));
    a.len() == b.len()
        && match a.len() {
            0..4 => a.iter().eq(b),
            4..8 => fours(a) == fours(b),
            8..=16 => eights(a) == eights(b),
            _ => a == b,
        }
}

#[cfg(test)]
mod tests {
    use super::is_same;

    /// Texts of every length around the four, eight and sixteen bytes: with themselves, with one that differs at each place, and
    /// with shorter ones.
    #[test]
    fn texts_are_the_same_when_every_byte_is() {
        for length in 0..40 {
            let text: Vec<u8> = (b'0'..).take(length).collect();
            assert!(is_same(&text, &text.clone()), "{length}");
            for at in 0..length {
                let mut other = text.clone();
                other[at] ^= 1;
                assert!(!is_same(&text, &other) && !is_same(&text, &text[..at]), "{length} {at}");
            }
        }
    }
}
