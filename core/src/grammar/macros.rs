//! `record!` and `closed!`: the one definition of an object and of a closed list.

/// The wire name of a field, as a `&'static str`.
macro_rules! wire_name {
    ($field:ident) => {{
        const SNAKE: &str = stringify!($field);
        const CAMEL: ([u8; SNAKE.len()], usize) = $crate::grammar::camel(SNAKE);
        const NAME: &str = match std::str::from_utf8(CAMEL.0.split_at(CAMEL.1).0) {
            Ok(name) => name,
            Err(_) => SNAKE,
        };
        NAME
    }};
}
pub(crate) use wire_name;

/// The doc comments of an item as one text; empty without the feature `schema`, so that no browser carries them.
macro_rules! doc_text {
    ($($doc:literal)*) => {{
        #[cfg(feature = "schema")]
        const DOC: &str = concat!($($doc, "\n"),*);
        #[cfg(not(feature = "schema"))]
        const DOC: &str = "";
        DOC
    }};
}
pub(crate) use doc_text;

/// Defines an object of a document. Members that the format requires come first, under `needs`; the others under
/// `may`, where each type says what its absence means (`Option`, `Vec`, `Set`).
///
/// `@key` goes before the member by which the object is known, an id or what sets it apart in its list, and before ids
/// that are declared in a list; `@who` before the id of a person whose name the record may give as `name`, and `@person`
/// before one that is both, the id by which a person is known; `@span` before the first day of a period;
/// `@fixed` before a member that has one value only. `new` takes the other members that the format requires, and each
/// member under `may` gets a method of its name that sets it.
macro_rules! record {
    ($(#[doc = $doc:literal])* $name:ident<'a> needs { $($needs:tt)* } may { $($may:tt)* }) => {
        $crate::grammar::record! { @define [$($doc)*] $name [<'a>] [<'static>] { $($needs)* } { $($may)* } }
    };
    ($(#[doc = $doc:literal])* $name:ident needs { $($needs:tt)* } may { $($may:tt)* }) => {
        $crate::grammar::record! { @define [$($doc)*] $name [] [] { $($needs)* } { $($may)* } }
    };
    (@default $name:ident [$($borrowed:tt)*] {}) => {
        impl $($borrowed)* Default for $name $($borrowed)* {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@default $name:ident [$($borrowed:tt)*] { $($needs:tt)+ }) => {};
    (@new [$($take:ident: $take_type:ty,)*] [$($fixed:ident: $fixed_type:ty,)*] [$($may:ident: $may_type:ty,)*] {}) => {
        /// With what the format requires, and nothing else.
        pub fn new($($take: impl Into<$take_type>),*) -> Self {
            Self {
                $($fixed: <$fixed_type>::default(),)*
                $($take: $take.into(),)*
                $($may: <$may_type>::default(),)*
            }
        }
    };
    (@new $take:tt [$($fixed:tt)*] $may:tt { @fixed $field:ident: $type:ty, $($rest:tt)* }) => {
        $crate::grammar::record! { @new $take [$($fixed)* $field: $type,] $may { $($rest)* } }
    };
    (@new [$($take:tt)*] $fixed:tt $may:tt { $(@$mark:ident)? $field:ident: $type:ty, $($rest:tt)* }) => {
        $crate::grammar::record! { @new [$($take)* $field: $type,] $fixed $may { $($rest)* } }
    };
    (@walk $else:ident $this:ident $field:ident $at:ident $see:ident key) => {
        $crate::grammar::walk_key(&$this.$field, At::$field as usize, $at, $see);
    };
    (@walk $else:ident $this:ident $field:ident $at:ident $see:ident person) => {
        $crate::grammar::walk_key(&$this.$field, At::$field as usize, $at, $see);
    };
    (@walk $else:ident $this:ident $field:ident $at:ident $see:ident $($mark:ident)?) => {
        $crate::grammar::walk_member(&$this.$field, At::$field as usize, $crate::grammar::Mark::$else, $at, $see);
    };
    (@is_key key) => { true };
    (@is_key person) => { true };
    (@is_key who) => { false };
    (@is_key span) => { false };
    (@is_key fixed) => { false };
    (@walks span) => { true };
    (@walks key) => { true };
    (@walks person) => { true };
    (@walks who) => { false };
    (@walks fixed) => { false };
    (@walks) => { false };
    (@is_key) => { false };
    (@see who $this:ident $field:ident $at:ident $see:ident) => {
        $at.push(const { Self::RECORD.member("name") });
        $see.person($this.$field.as_str(), $this.name.as_deref(), $at);
        $at.pop();
    };
    (@see person $this:ident $field:ident $at:ident $see:ident) => {
        $crate::grammar::record!(@see who $this $field $at $see);
    };
    (@see span $this:ident $field:ident $at:ident $see:ident) => {
        $see.period($this.$field, $this.until, $at);
    };
    (@see fixed $this:ident $field:ident $at:ident $see:ident) => {};
    (@see key $this:ident $field:ident $at:ident $see:ident) => {};
    (@see $this:ident $field:ident $at:ident $see:ident) => {};
    (@define [$($doc:literal)*] $name:ident [$($borrowed:tt)*] [$($owned:tt)*]
        { $($(#[doc = $need_doc:literal])* $(@$need_mark:ident)? $need:ident: $need_type:ty,)* }
        { $($(#[doc = $may_doc:literal])* $(@$may_mark:ident)? $may:ident: $may_type:ty,)* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        #[non_exhaustive]
        pub struct $name $($borrowed)* {
            $($(#[doc = $need_doc])* pub $need: $need_type,)*
            $(
                $(#[doc = $may_doc])*
                #[serde(skip_serializing_if = "crate::grammar::Wire::is_absent")]
                pub $may: $may_type,
            )*
        }

        impl $($borrowed)* $name $($borrowed)* {
            /// Its name, what it is, and its members.
            pub const RECORD: &'static $crate::grammar::Record = &$crate::grammar::Record::new(
                stringify!($name),
                $crate::grammar::doc_text!($($doc)*),
                &[
                    $($crate::grammar::Member::new(
                        $crate::grammar::wire_name!($need),
                        $crate::grammar::doc_text!($($need_doc)*),
                        <$need_type as $crate::grammar::Wire<'_>>::REQUIRED,
                        $crate::grammar::record!(@is_key $($need_mark)?),
                        <$need_type as $crate::grammar::Wire<'_>>::SHAPE,
                    ),)*
                    $($crate::grammar::Member::new(
                        $crate::grammar::wire_name!($may),
                        $crate::grammar::doc_text!($($may_doc)*),
                        <$may_type as $crate::grammar::Wire<'_>>::REQUIRED,
                        $crate::grammar::record!(@is_key $($may_mark)?),
                        <$may_type as $crate::grammar::Wire<'_>>::SHAPE,
                    ),)*
                ],
            );

            $crate::grammar::record! { @new [] [] [$($may: $may_type,)*] { $($(@$need_mark)? $need: $need_type,)* } }

            $(
                $(#[doc = $may_doc])*
                #[must_use]
                pub fn $may<A>(mut self, value: A) -> Self
                where
                    $may_type: $crate::grammar::Given<A>,
                {
                    self.$may = <$may_type as $crate::grammar::Given<A>>::given(value);
                    self
                }
            )*
        }

        $crate::grammar::record! { @default $name [$($borrowed)*] { $($need)* } }

        impl<'a> $crate::grammar::Wire<'a> for $name $($borrowed)* {
            type Owned = $name $($owned)*;
            const SHAPE: $crate::grammar::Shape = $crate::grammar::Shape::Record(Self::RECORD);
            const WALKS: bool = false
                $(|| $crate::grammar::record!(@walks $($need_mark)?))*
                $(|| <$need_type as $crate::grammar::Wire<'a>>::WALKS_REQUIRED)*
                $(|| <$may_type as $crate::grammar::Wire<'a>>::WALKS)*;
            const BLANK: Self = $name {
                $($need: <$need_type as $crate::grammar::Wire<'a>>::BLANK,)*
                $($may: <$may_type as $crate::grammar::Wire<'a>>::BLANK,)*
            };

            fn read(&mut self, from: &mut $crate::json::Reader<'a>) -> Option<()> {
                use $crate::grammar::read_record;

                #[expect(non_camel_case_types, reason = "positions of the members, named as the members are")]
                enum At { $($need,)* $($may,)* }

                read_record(Self::RECORD, from, &mut |at, from| {
                    $(if at == At::$need as usize {
                        return self.$need.read(from);
                    })*
                    $(if at == At::$may as usize {
                        return self.$may.read(from);
                    })*
                    None
                })
            }

            fn into_owned(self) -> Self::Owned {
                $name {
                    $($need: $crate::grammar::Wire::into_owned(self.$need),)*
                    $($may: $crate::grammar::Wire::into_owned(self.$may),)*
                }
            }

            fn walk<'d>(
                &'d self,
                _mark: $crate::grammar::Mark,
                at: &mut $crate::grammar::Steps,
                see: &mut dyn $crate::grammar::See<'d>,
            ) {
                #[expect(non_camel_case_types, reason = "positions of the members, named as the members are")]
                enum At { $($need,)* $($may,)* }

                $(
                    $crate::grammar::record!(@see $($need_mark)? self $need at see);
                    $crate::grammar::record!(@walk Required self $need at see $($need_mark)?);
                )*
                $(
                    $crate::grammar::record!(@walk Plain self $may at see $($may_mark)?);
                )*
            }

            fn leave_out(&mut self, mut parts: &[$crate::grammar::Steps], depth: usize) {
                use $crate::grammar::leave_out_of;

                #[expect(non_camel_case_types, reason = "positions of the members, named as the members are")]
                enum At { $($need,)* $($may,)* }

                $(leave_out_of(&mut self.$need, At::$need as usize, &mut parts, depth);)*
                $(leave_out_of(&mut self.$may, At::$may as usize, &mut parts, depth);)*
            }
        }
    };
}
pub(crate) use record;

/// A value from a text by `TryFrom`, as `FromStr` reads it.
macro_rules! try_from_text {
    ($name:ident) => {
        impl TryFrom<&str> for $name {
            type Error = $crate::error::ValueError;

            fn try_from(text: &str) -> Result<Self, $crate::error::ValueError> {
                text.parse()
            }
        }
    };
}
pub(crate) use try_from_text;

/// Defines a closed list: an enum with, for each value, its key on the wire and its label in Dutch and English. A label
/// that plain Dutch has in other words follows the Dutch one, after `|`.
macro_rules! closed {
    (@plain $nl:literal) => { $nl };
    (@plain $nl:literal $nl_plain:literal) => { $nl_plain };
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $value_doc:literal])* $value:ident = $key:literal, $nl:literal $(| $nl_plain:literal)?, $en:literal;)* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $value_doc])* #[doc = concat!("`", $key, "`: ", $en, " (", $nl, ")")] $value,)*
        }

        impl $crate::grammar::Closed for $name {
            const ALL: &'static [Self] = &[$(Self::$value),*];
            const LIST: &'static $crate::grammar::List = &$crate::grammar::List {
                name: stringify!($name),
                words: &[$($crate::grammar::Word::new($key, $nl, $crate::grammar::closed!(@plain $nl $($nl_plain)?), $en)),*],
            };

            fn index(self) -> usize {
                self as usize
            }
        }

        impl<'a> $crate::grammar::Wire<'a> for $name {
            type Owned = Self;
            const SHAPE: $crate::grammar::Shape =
                $crate::grammar::Shape::Word(<Self as $crate::grammar::Closed>::LIST);
            const BLANK: Self = {
                assert!(<Self as $crate::grammar::Closed>::ALL.len() <= 64, "a set of the values fits 64 bits");
                [$(Self::$value),*][0]
            };

            fn read(&mut self, from: &mut $crate::json::Reader<'a>) -> Option<()> {
                let at = $crate::grammar::read_word(from, <Self as $crate::grammar::Closed>::LIST)?;
                *self = *<Self as $crate::grammar::Closed>::ALL.get(at)?;
                Some(())
            }

            fn into_owned(self) -> Self {
                self
            }

            fn walk<'d>(
                &'d self,
                mark: $crate::grammar::Mark,
                at: &mut $crate::grammar::Steps,
                see: &mut dyn $crate::grammar::See<'d>,
            ) {
                if mark == $crate::grammar::Mark::Key {
                    see.keyed($crate::grammar::Key::Word($crate::grammar::Closed::key(*self)), at);
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str($crate::grammar::Closed::key(*self))
            }
        }

        /// Its key on the wire.
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::grammar::Closed::key(*self))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::ValueError;

            /// The value with this key on the wire.
            fn from_str(key: &str) -> Result<Self, $crate::error::ValueError> {
                <Self as $crate::grammar::Closed>::from_key(key).ok_or_else(|| $crate::grammar::unlisted(<Self as $crate::grammar::Closed>::LIST))
            }
        }

        $crate::grammar::try_from_text!($name);

        impl $crate::grammar::Element for $name {
            fn position(self) -> usize {
                $crate::grammar::Closed::index(self)
            }

            fn at(position: usize) -> Option<Self> {
                <Self as $crate::grammar::Closed>::ALL.get(position).copied()
            }
        }
    };
}
pub(crate) use closed;
