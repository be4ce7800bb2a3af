//! JSON with its members in the order of the text, to spoil stored reports one place at a time.

use std::fmt::Write as _;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// A value of JSON whose members keep their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Ordered {
    /// A text, a number, `true`, `false` or `null`, as it is written.
    Leaf(String),
    /// A list.
    List(Vec<Ordered>),
    /// An object.
    Object(Vec<(String, Ordered)>),
}

impl Ordered {
    /// Reads a text of JSON.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }

    /// Writes it, without white space.
    pub fn write(&self, to: &mut String) {
        match self {
            Self::Leaf(leaf) => to.push_str(leaf),
            Self::List(items) => {
                to.push('[');
                for (at, item) in items.iter().enumerate() {
                    to.push_str(if at == 0 { "" } else { "," });
                    item.write(to);
                }
                to.push(']');
            }
            Self::Object(members) => {
                to.push('{');
                for (at, (key, member)) in members.iter().enumerate() {
                    let _ = write!(to, "{}{}:", if at == 0 { "" } else { "," }, Value::from(key.as_str()));
                    member.write(to);
                }
                to.push('}');
            }
        }
    }

    /// Shows every way to spoil one place in it: the value becomes another, or its list or object loses, repeats, swaps or gains
    /// something. Each time the whole is shown as it is then.
    pub fn spoilt(&mut self, others: &[Self], see: &mut dyn FnMut(&str, &str)) {
        // The root is found again by the way to the place.
        let mut ways = vec![Vec::new()];
        self.ways(&mut Vec::new(), &mut ways);
        for way in ways {
            let Some(place) = self.at(&way) else { continue };
            let stood = place.clone();
            for (what, spoilt) in stood.spoilings(others) {
                if let Some(place) = self.at(&way) {
                    *place = spoilt;
                }
                let mut text = String::new();
                self.write(&mut text);
                see(what, &text);
            }
            if let Some(place) = self.at(&way) {
                *place = stood;
            }
        }
    }

    fn ways(&self, way: &mut Vec<usize>, ways: &mut Vec<Vec<usize>>) {
        let parts: Vec<&Self> = match self {
            Self::Leaf(_) => return,
            Self::List(items) => items.iter().collect(),
            Self::Object(members) => members.iter().map(|(_, member)| member).collect(),
        };
        for (at, part) in parts.into_iter().enumerate() {
            way.push(at);
            ways.push(way.clone());
            part.ways(way, ways);
            way.pop();
        }
    }

    fn at(&mut self, way: &[usize]) -> Option<&mut Self> {
        way.iter().try_fold(self, |place, at| match place {
            Self::Leaf(_) => None,
            Self::List(items) => items.get_mut(*at),
            Self::Object(members) => members.get_mut(*at).map(|(_, member)| member),
        })
    }

    fn spoilings(&self, others: &[Self]) -> Vec<(&'static str, Self)> {
        let mut all: Vec<(&'static str, Self)> =
            others.iter().filter(|other| *other != self).map(|other| ("another value", other.clone())).collect();
        match self {
            Self::Leaf(leaf) => {
                let inside = leaf.strip_prefix('"').and_then(|leaf| leaf.strip_suffix('"'));
                if let Some(text) = inside {
                    let texts =
                        [format!("{text}x"), format!(" {text}"), text.to_uppercase(), text.chars().rev().collect()];
                    all.extend(
                        texts
                            .into_iter()
                            .filter(|spoilt| spoilt != text)
                            .map(|text| ("another text", Self::Leaf(format!("\"{text}\"")))),
                    );
                } else {
                    let numbers = [
                        format!("{leaf}0"),
                        format!("{leaf}.0"),
                        format!("{leaf}e0"),
                        format!("-{leaf}"),
                        format!("\"{leaf}\""),
                    ];
                    all.extend(numbers.map(|number| ("another number", Self::Leaf(number))));
                }
            }
            Self::List(items) => {
                for at in 0..items.len() {
                    let mut less = items.clone();
                    let item = less.remove(at);
                    all.push(("an item less", Self::List(less)));
                    let mut more = items.clone();
                    more.insert(at, item);
                    all.push(("an item twice", Self::List(more)));
                }
                if items.len() > 1 {
                    all.push(("the other way round", Self::List(items.iter().rev().cloned().collect())));
                }
            }
            Self::Object(members) => {
                for (at, member) in members.iter().enumerate() {
                    let mut less = members.clone();
                    less.remove(at);
                    all.push(("a member less", Self::Object(less)));
                    let mut more = members.clone();
                    more.push(member.clone());
                    all.push(("a member twice", Self::Object(more)));
                    let mut renamed = members.clone();
                    renamed.iter_mut().skip(at).take(1).for_each(|(key, _)| key.push('x'));
                    all.push(("a member renamed", Self::Object(renamed)));
                }
                if members.len() > 1 {
                    all.push(("the other way round", Self::Object(members.iter().rev().cloned().collect())));
                }
                let mut more = members.clone();
                more.push(("extra".to_owned(), Self::Leaf("0".to_owned())));
                all.push(("a member more", Self::Object(more)));
            }
        }
        all
    }
}

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct See;
        impl<'de> Visitor<'de> for See {
            type Value = Ordered;

            fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                to.write_str("JSON")
            }

            fn visit_bool<E>(self, flag: bool) -> Result<Ordered, E> {
                Ok(Ordered::Leaf(flag.to_string()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Ordered, E> {
                Ok(Ordered::Leaf(number.to_string()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Ordered, E> {
                Ok(Ordered::Leaf(number.to_string()))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Ordered, E> {
                Ok(Ordered::Leaf(number.to_string()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Ordered, E> {
                Ok(Ordered::Leaf(Value::from(text).to_string()))
            }

            fn visit_unit<E>(self) -> Result<Ordered, E> {
                Ok(Ordered::Leaf("null".to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Ordered, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = from.next_element()? {
                    items.push(item);
                }
                Ok(Ordered::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Ordered, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = from.next_entry()? {
                    members.push(member);
                }
                Ok(Ordered::Object(members))
            }
        }
        from.deserialize_any(See)
    }
}
