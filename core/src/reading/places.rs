//! The positions of findings in the text of their document.

use super::tree::Tree;
use super::{Fault, Limits, MAX_DEPTH, rules, sift, text_of};
use crate::finding::Finding;
use crate::grammar::{Record, Steps};
use crate::json::MAX_ITEMS;
use crate::sort::{Listed as _, ascending, sorted};

/// The position of a finding in the text of its document. Lines and columns count from 1, offsets from 0; an end is not
/// included.
///
/// Columns and offsets are given in characters, in UTF-16 units for languages whose texts are made of these, and in
/// bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// First character, from 0.
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
    /// Column in UTF-16 units, from 1.
    pub column_utf16: usize,
    /// First UTF-16 unit, from 0.
    pub start_utf16: usize,
    /// The UTF-16 unit behind the last.
    pub end_utf16: usize,
    /// First byte, from 0.
    pub start_byte: usize,
    /// The byte behind the last.
    pub end_byte: usize,
}

/// The places of findings in a text. A path to an absent member gives the place of its parent; an unknown or repeated
/// member the place of its key; a text that is not JSON the place where it ceases to be that.
pub(crate) fn places(bytes: &[u8], findings: &[Finding]) -> Vec<Place> {
    let mark = bytes.starts_with("\u{feff}".as_bytes());
    let (skipped_bytes, skipped) = if mark { (3, 1) } else { (0, 0) };
    let text = text_of(bytes);
    let tree = text.as_ref().ok().map(|text| Tree::build(text, MAX_DEPTH));
    let mut tree = match (&text, tree) {
        (Ok(_), Some(Ok(tree))) => tree,
        (Ok(text), Some(Err(byte))) => return vec![at_byte(text, byte, skipped_bytes, skipped); findings.len()],
        (Err(Fault { byte, .. }), _) => {
            let valid =
                bytes.get(skipped_bytes..skipped_bytes + byte).and_then(|bytes| std::str::from_utf8(bytes).ok());
            return vec![at_byte(valid.unwrap_or_default(), *byte, skipped_bytes, skipped); findings.len()];
        }
        (Ok(_), None) => return vec![Place::default(); findings.len()],
    };
    let Some(record) = findings.first().map(|finding| finding.path.record()) else { return Vec::new() };
    let mut spans = vec![(0_usize, 0_usize); findings.len()];
    let order = ascending(findings, |a, b| a.path.cmp(&b.path));
    let paths: Vec<Steps> =
        order.iter().filter_map(|at| findings.get(*at)).map(|finding| *finding.path.steps()).listed();
    tree.locate(record, &paths, &mut |path, found| {
        let node = tree.node(found.value);
        let span = order.get(path).and_then(|at| spans.get_mut(*at));
        span.into_iter().for_each(|span| *span = (node.start as usize, node.end as usize));
    });
    at_keys(&mut tree, record, findings, &mut spans);
    to_places(tree.text, &spans, skipped_bytes, skipped)
}

/// Findings about keys that are no place of the format are found again by sifting the text again.
fn at_keys(tree: &mut Tree<'_>, record: &'static Record, findings: &[Finding], spans: &mut [(usize, usize)]) {
    let about_key = |finding: &Finding| *finding.rule == rules::UNKNOWN_FIELD || *finding.rule == rules::DUPLICATE_KEY;
    let asked: Vec<(usize, &Finding)> = ascending(findings, Finding::order)
        .into_iter()
        .filter_map(|at| Some((at, findings.get(at).filter(|finding| about_key(finding))?)))
        .collect();
    if asked.is_empty() {
        return;
    }
    // For the first of those that are alike: how many of them were found.
    let mut found_alike = vec![0_usize; asked.len()];
    let limits = Limits { max_bytes: u32::MAX, max_depth: MAX_DEPTH, max_items: MAX_ITEMS, ignore_unknown: false };
    sift::sift(tree, record, &limits, &mut |found| {
        let Some(key) = found.key.filter(|_| about_key(&found.finding)) else { return };
        let first = asked.partition_point(|(_, finding)| finding.order(&found.finding).is_lt());
        let Some(alike) = found_alike.get_mut(first) else { return };
        // Findings that are alike are in the order of the text, as their keys are.
        if let Some((at, _)) = asked.get(first + *alike).filter(|(_, finding)| finding.order(&found.finding).is_eq()) {
            *alike += 1;
            spans.get_mut(*at).into_iter().for_each(|span| *span = (key.start as usize, key.end as usize));
        }
    });
}

fn at_byte(text: &str, byte: usize, skipped_bytes: usize, skipped: usize) -> Place {
    to_places(text, &[(byte, byte)], skipped_bytes, skipped).pop().unwrap_or_default()
}

/// A count of lines, characters and UTF-16 units up to a byte.
#[derive(Clone, Copy, Default)]
struct Count {
    byte: usize,
    line: usize,
    column: usize,
    column_utf16: usize,
    characters: usize,
    utf16: usize,
}

impl Count {
    /// Counts on to a later byte.
    fn go_on(&mut self, text: &str, byte: usize) {
        for character in text.get(self.byte..byte).unwrap_or_default().chars() {
            self.characters += 1;
            self.utf16 += character.len_utf16();
            if character == '\n' {
                self.line += 1;
                (self.column, self.column_utf16) = (0, 0);
            } else {
                self.column += 1;
                self.column_utf16 += character.len_utf16();
            }
        }
        self.byte = self.byte.max(byte);
    }
}

/// One sweep over the text, however many places there are.
fn to_places(text: &str, spans: &[(usize, usize)], skipped_bytes: usize, skipped: usize) -> Vec<Place> {
    let edges: Vec<(usize, usize, bool)> =
        spans.iter().enumerate().flat_map(|(at, (start, end))| [(*start, at, false), (*end, at, true)]).listed();
    let mut places = vec![Place::default(); spans.len()];
    let mut count = Count::default();
    for (byte, at, is_end) in sorted(edges, Ord::cmp) {
        count.go_on(text, byte);
        let Some(place) = places.get_mut(at) else { continue };
        if is_end {
            place.end = count.characters + skipped;
            place.end_utf16 = count.utf16 + skipped;
            place.end_byte = byte + skipped_bytes;
        } else {
            place.line = count.line + 1;
            place.column = count.column + 1;
            place.column_utf16 = count.column_utf16 + 1;
            place.start = count.characters + skipped;
            place.start_utf16 = count.utf16 + skipped;
            place.start_byte = byte + skipped_bytes;
        }
    }
    places
}
