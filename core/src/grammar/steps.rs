//! The way from the root of a document to a place in it, as positions.

use super::{Record, Shape};

/// The most steps that lead to a value of any kind of document.
pub const MOST_STEPS: usize = 8;

/// Positions from the root of a document down: of a member in its record, or of an item in its list.
///
/// Steps that are not taken are 0, so that the derived order is that of the document: first the part, then what is in
/// it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Steps {
    steps: [u32; MOST_STEPS],
    length: u8,
}

impl Steps {
    /// The root.
    pub const ROOT: Self = Self { steps: [0; MOST_STEPS], length: 0 };

    /// Goes one step down. No format is deeper than [`MOST_STEPS`], which is checked while compiling.
    pub fn push(&mut self, position: usize) {
        if let Some(step) = self.steps.get_mut(usize::from(self.length)) {
            *step = u32::try_from(position).unwrap_or(u32::MAX);
            self.length += 1;
        }
    }

    /// Goes one step up.
    pub fn pop(&mut self) {
        self.length = self.length.saturating_sub(1);
        if let Some(step) = self.steps.get_mut(usize::from(self.length)) {
            *step = 0;
        }
    }

    /// The steps.
    pub fn as_slice(&self) -> &[u32] {
        self.steps.get(..self.length.into()).unwrap_or_default()
    }

    /// The steps, to be changed.
    pub(crate) fn as_mut_slice(&mut self) -> &mut [u32] {
        self.steps.get_mut(..self.length.into()).unwrap_or_default()
    }

    /// The first of them, up to this number.
    pub(crate) fn first(mut self, length: usize) -> Self {
        while self.as_slice().len() > length {
            self.pop();
        }
        self
    }

    /// Whether these lead to a part of what those lead to.
    pub(crate) fn are_within(&self, other: &Self) -> bool {
        self.as_slice().starts_with(other.as_slice())
    }
}

/// Steps of which the items are still to be filled in. Made while compiling, so that a misspelt member does not
/// compile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern {
    steps: Steps,
}

impl Pattern {
    const ITEM: u32 = u32::MAX;

    /// From the names of the members; `None` means an item of a list.
    #[expect(clippy::panic, reason = "it runs while compiling, where a panic is an error of the compiler")]
    pub(crate) const fn new(record: &'static Record, names: &[Option<&str>]) -> Self {
        let mut steps = Steps::ROOT;
        let mut shape = Shape::Record(record);
        let mut rest = names;
        while let [name, behind @ ..] = rest {
            let step = match (shape, name) {
                (Shape::Record(record), Some(name)) => {
                    let at = record.member(name);
                    let (_, [member, ..]) = record.members.split_at(at) else { panic!("a member has a place") };
                    shape = member.shape;
                    #[expect(clippy::cast_possible_truncation, reason = "a record has at most 64 members")]
                    let at = at as u32;
                    at
                }
                (Shape::List(item), None) => {
                    shape = *item;
                    Self::ITEM
                }
                _ => panic!("the format has no such place"),
            };
            #[expect(clippy::indexing_slicing, reason = "it runs while compiling, and a format has no more steps")]
            {
                steps.steps[steps.length as usize] = step;
            }
            steps.length += 1;
            rest = behind;
        }
        Self { steps }
    }

    /// The steps with the positions of the items filled in, in order.
    #[inline(never)]
    pub(crate) fn fill(&self, items: &[usize]) -> Steps {
        let mut steps = self.steps;
        let open = steps.as_mut_slice().iter_mut().filter(|step| **step == Self::ITEM);
        for (step, item) in open.zip(items) {
            *step = u32::try_from(*item).unwrap_or(u32::MAX);
        }
        steps
    }
}

/// Steps from the names of fields and the positions of items: `steps!(Portfolio: student.years[at].from)`. A misspelt
/// name does not compile.
macro_rules! steps {
    ($record:ident: $($steps:tt)+) => {
        $crate::grammar::steps!(@walk $record [] [] $($steps)+)
    };
    (@walk $record:ident [$($names:tt)*] [$($items:expr,)*] . $($rest:tt)+) => {
        $crate::grammar::steps!(@walk $record [$($names)*] [$($items,)*] $($rest)+)
    };
    (@walk $record:ident [$($names:tt)*] [$($items:expr,)*] [$item:expr] $($rest:tt)*) => {
        $crate::grammar::steps!(@walk $record [$($names)* None,] [$($items,)* $item,] $($rest)*)
    };
    (@walk $record:ident [$($names:tt)*] [$($items:expr,)*] $name:ident $($rest:tt)*) => {
        $crate::grammar::steps!(@walk $record [$($names)* Some($crate::grammar::wire_name!($name)),] [$($items,)*] $($rest)*)
    };
    (@walk $record:ident [$($names:tt)*] [$($items:expr,)*]) => {{
        const PATTERN: $crate::grammar::Pattern = $crate::grammar::Pattern::new($record::RECORD, &[$($names)*]);
        PATTERN.fill(&[$($items),*])
    }};
}
pub(crate) use steps;

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(of: &[usize]) -> Steps {
        let mut steps = Steps::ROOT;
        of.iter().for_each(|step| steps.push(*step));
        steps
    }

    #[test]
    fn the_order_is_that_of_the_document() {
        let ordered =
            [steps(&[]), steps(&[0]), steps(&[0, 0]), steps(&[0, 0, 3]), steps(&[0, 2]), steps(&[1]), steps(&[10])];
        assert!(ordered.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn what_is_taken_back_leaves_nothing_behind() {
        let mut way = steps(&[1, 2, 3]);
        way.pop();
        assert_eq!(way, steps(&[1, 2]));
        assert_eq!(steps(&[1, 2, 3]).first(1), steps(&[1]));
        assert!(steps(&[1, 2]).are_within(&steps(&[1])) && !steps(&[1]).are_within(&steps(&[1, 2])));
    }
}
