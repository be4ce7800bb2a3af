//! Things: the parts of a document that rules judge by themselves, such as a placement or a piece of evidence.

use crate::grammar::{Member, Record, Shape, Steps};

/// Whether an optional object is a thing: it holds no list of things, and not objects alone.
pub(super) fn is_object(member: &Member) -> bool {
    let Shape::Record(record) = &member.shape else { return false };
    let lists_things = |member: &Member| matches!(&member.shape, Shape::List(item) if item.is_keyed());
    let is_record = |member: &Member| matches!(&member.shape, Shape::Record(_));
    !member.required && !record.members.iter().any(lists_things) && !record.members.iter().all(is_record)
}

/// Whether these steps lead from an object to an item of a list that holds no objects: such an item is left out by itself.
fn is_plain_item(shape: &Shape, steps: &[u32]) -> bool {
    let (Shape::Record(record), [member, _, ..]) = (shape, steps) else { return false };
    record
        .members
        .get(*member as usize)
        .is_some_and(|member| matches!(&member.shape, Shape::List(item) if item.record().is_none()))
}

/// The thing that a place belongs to; the part just below its section's root where it belongs to none.
pub(super) fn thing_at(record: &'static Record, at: Steps) -> Steps {
    let mut shape = Shape::Record(record);
    let mut optional = 0;
    for (taken, step) in at.as_slice().iter().enumerate() {
        if let Shape::Record(record) = shape {
            let Some(member) = record.members.get(*step as usize) else { break };
            if is_object(member) && !is_plain_item(&member.shape, at.as_slice().get(taken + 1..).unwrap_or_default()) {
                return at.first(taken + 1);
            }
            if !member.required {
                optional = taken + 1;
            }
            shape = member.shape;
        } else if let Shape::List(item) = shape {
            // An item of a section, or one that is known by a key.
            if item.is_keyed() || taken == 1 && matches!(item, Shape::Record(_)) {
                return at.first(taken + 1);
            }
            optional = taken + 1;
            shape = *item;
        } else {
            break;
        }
    }
    at.first(optional)
}
