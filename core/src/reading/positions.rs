//! Where the items of lists stood before others were left out.

use super::tree::{Kind, Node, ROOT, Tree};
use crate::finding::{Path, Token};
use crate::grammar::{Record, Shape, Steps};
use crate::sort::{Listed as _, sorted};

/// The lists of which items are left out, each with the positions that these had, ascending; sorted by list.
#[derive(Debug, Default)]
pub(crate) struct Positions(Vec<(Steps, Vec<u32>)>);

impl Positions {
    /// Of a tree in which the nodes that are left out are marked.
    pub(super) fn of(tree: &Tree<'_>, record: &'static Record, out: fn(&Node) -> bool) -> Self {
        let mut lists = Vec::new();
        gather(tree, ROOT, &Shape::Record(record), &mut Steps::ROOT.clone(), out, &mut lists);
        Self(sorted(lists, |a, b| a.0.cmp(&b.0)))
    }

    /// Where these parts are left out, which are in the order of the document.
    pub(super) fn without(parts: &[Steps], record: &'static Record) -> Self {
        let mut lists: Vec<(Steps, Vec<u32>)> = Vec::new();
        let items = parts.iter().filter_map(|part| {
            let (position, list) = part.as_slice().split_last()?;
            let is_item = matches!(Path::new(record, *part).tokens().last(), Some(Token::Item(_)));
            is_item.then(|| (part.first(list.len()), *position))
        });
        for (list, position) in sorted(items.listed(), Ord::cmp) {
            match lists.last_mut() {
                Some((same, positions)) if *same == list => positions.push(position),
                _ => lists.push((list, vec![position])),
            }
        }
        Self(lists)
    }

    /// Puts the positions in a path back to what they were.
    pub(crate) fn restore(&self, path: &mut Steps) {
        if self.0.is_empty() {
            return;
        }
        for at in 0..path.as_slice().len() {
            let list = path.first(at);
            if let Ok(found) = self.0.binary_search_by(|(known, _)| known.cmp(&list))
                && let Some((_, positions)) = self.0.get(found)
                && let Some(step) = path.as_mut_slice().get_mut(at)
            {
                *step += out_before(positions, *step);
            }
        }
    }
}

fn gather(
    tree: &Tree<'_>,
    at: usize,
    shape: &Shape,
    steps: &mut Steps,
    out: fn(&Node) -> bool,
    lists: &mut Vec<(Steps, Vec<u32>)>,
) {
    match (shape, tree.node(at).kind) {
        (Shape::List(item), Kind::List) => {
            let mut positions = Vec::new();
            for (position, child) in tree.children(at).enumerate() {
                if out(&tree.node(child)) {
                    positions.extend(u32::try_from(position));
                } else if item.record().is_some() {
                    steps.push(position);
                    gather(tree, child, item, steps, out, lists);
                    steps.pop();
                }
            }
            if !positions.is_empty() {
                lists.push((*steps, positions));
            }
        }
        (Shape::Record(record), Kind::Object) => {
            for key in tree.children(at).filter(|key| !out(&tree.node(*key))) {
                let position = tree.member(key, record);
                if let Some((position, member)) = position.and_then(|at| Some((at, record.members.get(at)?))) {
                    steps.push(position);
                    gather(tree, key + 1, &member.shape, steps, out, lists);
                    steps.pop();
                }
            }
        }
        _ => {}
    }
}

/// How many items were left out before the one that now has this position.
fn out_before(out: &[u32], position: u32) -> u32 {
    let (mut least, mut most) = (0, out.len());
    while least < most {
        let middle = least.midpoint(most);
        // Of the items before that one, `middle` are left out themselves.
        let kept_before = out.get(middle).map(|out| *out as usize - middle);
        if kept_before.is_some_and(|kept| kept <= position as usize) { least = middle + 1 } else { most = middle }
    }
    u32::try_from(least).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::out_before;

    /// Of the items 0 to 9, those at 0, 3, 4 and 9 are out; the others are now at 0 to 5.
    #[test]
    fn the_positions_are_those_of_the_list_before() {
        let out = [0, 3, 4, 9];
        let stood: Vec<u32> = (0..6).map(|now| now + out_before(&out, now)).collect();
        assert_eq!(stood, [1, 2, 5, 6, 7, 8]);
        assert_eq!(out_before(&[], 7), 0);
    }
}
