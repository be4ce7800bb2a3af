//! Ids, one type for each kind of thing, so that an id of a school cannot be used where one of a person is meant.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::str::FromStr;

use serde::ser::{Serialize, Serializer};

use crate::error::ValueError;
use crate::grammar::{IdKind, Mark, See, Shape, Steps, Wire, put};
use crate::json::Reader;

/// Whether a text is fit to be an id: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}` (TK-R017).
pub fn is_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() <= 64
        && bytes.first().is_some_and(u8::is_ascii_alphanumeric)
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// Why a text is not fit to be an id.
fn unfit_id(text: &str) -> ValueError {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    let why = match (text.chars().next(), text.chars().position(|letter| !allowed(letter))) {
        (None, _) => "it is empty".to_owned(),
        (_, Some(at)) => {
            format!("character {} is none of the letters, digits, `.`, `_` and `-` that are allowed", at + 1)
        }
        (Some(first), None) if !first.is_ascii_alphanumeric() => "it must begin with a letter or a digit".to_owned(),
        (Some(_), None) => format!("it has {} characters; allowed are at most 64", text.len()),
    };
    ValueError::new("an id", why)
}

/// Reads an id of any kind.
fn read_id<'a>(place: &mut Cow<'a, str>, from: &mut Reader<'a>) -> Option<()> {
    put(place, from.string().filter(|text| is_id(text))?);
    Some(())
}

/// An id of some kind, as text.
pub trait Id {
    /// The id as text.
    fn as_str(&self) -> &str;
}

/// Where a reference must find the thing that it names.
macro_rules! scope {
    (across) => {
        (false, false)
    };
    (inside) => {
        (true, false)
    };
    (beside) => {
        (true, true)
    };
}

/// Defines the kinds of ids. `inside`: a document that can contain the thing must contain it (TK-R012); `beside`: it
/// must be in the same item of a section; `across`: it refers to another document, or a rule checks it.
macro_rules! ids {
    ($($(#[doc = $doc:literal])* $scope:ident $name:ident;)*) => {
        #[repr(u8)]
        enum Number { $($name),* }

        $(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name<'a>(Cow<'a, str>);

        impl<'a> $name<'a> {
            /// The kind of thing that it names.
            pub const KIND: IdKind = {
                let (inside, local) = scope!($scope);
                IdKind { number: Number::$name as u8, inside, local }
            };

            /// The id, when the text is fit to be one ([`is_id`]).
            ///
            /// # Errors
            /// Why it is not: empty, too long, or a character that is not allowed.
            pub fn new(text: impl Into<Cow<'a, str>>) -> Result<Self, ValueError> {
                let text = text.into();
                if is_id(&text) { Ok(Self(text)) } else { Err(unfit_id(&text)) }
            }

            /// The id, when the text is fit to be one; a browser that links this need not carry why not.
            #[doc(hidden)]
            pub fn fit(text: &'a str) -> Option<Self> {
                is_id(text).then_some(Self(Cow::Borrowed(text)))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'a> TryFrom<&'a str> for $name<'a> {
            type Error = ValueError;

            fn try_from(text: &'a str) -> Result<Self, ValueError> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name<'_> {
            type Error = ValueError;

            fn try_from(text: String) -> Result<Self, ValueError> {
                Self::new(text)
            }
        }

        impl FromStr for $name<'_> {
            type Err = ValueError;

            fn from_str(text: &str) -> Result<Self, ValueError> {
                Self::new(text.to_owned())
            }
        }

        impl Id for $name<'_> {
            fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'a> Wire<'a> for $name<'a> {
            type Owned = $name<'static>;
            const SHAPE: Shape = Shape::Id(Self::KIND);
            const WALKS: bool = true;
            const BLANK: Self = Self(Cow::Borrowed(""));

            fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
                read_id(&mut self.0, from)
            }

            fn into_owned(self) -> Self::Owned {
                $name(Cow::Owned(self.0.into_owned()))
            }

            fn walk<'d>(&'d self, mark: Mark, at: &mut Steps, see: &mut dyn See<'d>) {
                match mark {
                    Mark::Key => see.defines(Self::KIND, &self.0, at),
                    Mark::Plain | Mark::Required => see.refers(Self::KIND, &self.0, at),
                }
            }
        }

        impl Serialize for $name<'_> {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }

        impl Borrow<str> for $name<'_> {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A student (student), across documents.
    across StudentId;
    /// Any person: mentor, trainer, lecturer, expert (persoon), across documents.
    across PersonId;
    /// A training school (opleidingsschool) of a partnership; known across documents.
    inside SchoolId;
    /// An institute (opleidingsinstituut), across documents.
    across InstituteId;
    /// A partnership (partnerschap), across documents.
    across PartnershipId;
    /// A curriculum (opleidingsprogramma), across documents.
    across CurriculumId;
    /// A portfolio assignment (portfolio-opdracht) of a curriculum; known across documents.
    inside AssignmentId;
    /// A theme of the Twentse kubus (thema), across documents; a rule looks after its place on the cube.
    across ThemeId;
    /// A topic of a school's research agenda (onderwerp van de onderzoeksagenda), across documents.
    across TopicId;
    /// A part of the curriculum's assessment framework (toetsonderdeel), across documents.
    across ComponentId;
    /// A value on the scale of the curriculum's assessment framework (uitslag), across documents.
    across ResultId;
    /// An exemption (vrijstelling) of this portfolio.
    inside ExemptionId;
    /// A placement (werkplekleren) of this portfolio.
    inside PlacementId;
    /// A placement week (stageweek) of this portfolio.
    inside PlacementWeekId;
    /// A learning goal or question (leerdoel, leervraag) of this portfolio.
    inside GoalId;
    /// A design studio (ontwerpatelier) of this portfolio.
    inside StudioId;
    /// A design (ontwerp) of this portfolio.
    inside DesignId;
    /// A reflection (reflectie) of this portfolio.
    inside ReflectionId;
    /// A piece of evidence (bewijs) of this portfolio.
    inside EvidenceId;
    /// An assessment (beoordeling) of this portfolio.
    inside AssessmentId;
    /// A decision (besluit) of this portfolio.
    inside DecisionId;
    /// A school development theme (schoolontwikkelingsthema, SOT) of this portfolio.
    inside DevelopmentThemeId;
    /// A knowledge base (kennisbank).
    across KnowledgeBaseId;
    /// A piece of essential knowledge (essentiële kennis) of a knowledge base.
    inside KnowledgeId;
    /// A learning material (leermiddel) of a knowledge base; known across documents.
    inside MaterialId;
    /// A knowledge clip (kennisclip) of a knowledge base.
    inside ClipId;
    /// A test question (toetsvraag) of a learning material.
    beside QuestionId;
    /// A practice example (praktijkvoorbeeld) of a learning material.
    beside ExampleId;
    /// An element (onderdeel) of a curriculum.
    inside ElementId;
    /// A profession theme (beroepsthema) of a curriculum.
    inside ProfessionThemeId;
    /// A subject line (vakkenlijn) of a curriculum.
    inside SubjectLineId;
    /// A scale (schaal) of the assessment framework of a curriculum.
    inside ScaleId;
    /// A school board (schoolbestuur) of a partnership.
    inside BoardId;
    /// A cooperation agreement (samenwerkingsovereenkomst) of a partnership.
    inside AgreementId;
    /// A professional learning community (professionele leergemeenschap, PLG) of a partnership.
    inside CommunityId;
    /// A code in a public register, such as BRIN, across documents.
    across RegisterCode;
}
