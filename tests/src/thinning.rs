//! Documents of which something is left out.

use serde_json::Value;
use twentse_kubus::grammar::{Record, Shape};

use crate::samples::random::Random;

/// The objects that a value of this shape is, or that its items are.
pub fn objects(shape: &Shape) -> Option<&'static Record> {
    if let Shape::Record(record) | Shape::List(Shape::Record(record)) = shape { Some(record) } else { None }
}

/// Leaves optional members out here and there.
pub fn thin(value: &mut Value, record: &'static Record, random: &mut Random) {
    if let Some(items) = value.as_array_mut() {
        return items.iter_mut().for_each(|item| thin(item, record, random));
    }
    let Some(members) = value.as_object_mut() else { return };
    for member in record.members {
        if !member.required && random.percent(4) {
            members.remove(member.name);
        }
        if let (Some(within), Some(record)) = (members.get_mut(member.name), objects(&member.shape)) {
            thin(within, record, random);
        }
    }
}
