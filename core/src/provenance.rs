//! What a rule or an item of reference data is based on, and where that was read.

use sha2::{Digest as _, Sha256};

use crate::language::Text;

/// The SHA-256 of bytes, in hexadecimal digits.
pub(crate) fn sha256(bytes: impl AsRef<[u8]>) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a rule or an item of reference data is based on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Basis {
    /// Stated by the booklet.
    Seed,
    /// Law in force in a window.
    Statute,
    /// Another published source.
    Secondary,
    /// Our interpretation.
    Inferred,
    /// No source gives it.
    Unknown,
}

impl Basis {
    /// Its key: `seed`, `statute`, `secondary`, `inferred` or `unknown`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Seed => "seed",
            Self::Statute => "statute",
            Self::Secondary => "secondary",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        }
    }
}

impl serde::Serialize for Basis {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.key())
    }
}

/// A passage of the booklet *Praktijk In-Zicht: Twents Partnerschap Opleiden in de School*, by the heading above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Passage {
    /// The introduction.
    Inleiding,
    /// Chapter 1.
    MissieEnVisie,
    /// Chapter 2, before the first heading in it.
    OntwerpenEnLeren,
    /// In chapter 2.
    Ontwerpateliers,
    /// In chapter 2.
    TerAfrondingVanEenStageweek,
    /// In chapter 2.
    Opleidersdagen,
    /// In chapter 2.
    Werkplekleren,
    /// In chapter 2.
    VoorlezenEnVertellen,
    /// In chapter 2.
    DeMentor,
    /// In chapter 2.
    Opdrachten,
    /// In chapter 2.
    Specialisatie,
    /// In chapter 2.
    Schoolontwikkeling,
    /// Chapter 3, before the first heading in it.
    ProfessioneleKwaliteit,
    /// In chapter 3.
    RolVanDeSchoolleiding,
    /// In chapter 3.
    RolVanDeSchoolopleider,
    /// In chapter 3.
    ScholingLerarenopleiders,
    /// In chapter 3.
    ScholingMentoren,
    /// Chapter 4.
    Ambities,
}

impl Passage {
    /// The chapter that it is in, if any, and the heading above it.
    pub fn place(self) -> (Option<u8>, &'static str) {
        match self {
            Self::Inleiding => (None, "Inleiding"),
            Self::MissieEnVisie => (Some(1), "Missie en visie"),
            Self::OntwerpenEnLeren => (Some(2), "Ontwerpen en leren"),
            Self::Ontwerpateliers => (Some(2), "Ontwerpateliers"),
            Self::TerAfrondingVanEenStageweek => (Some(2), "Een ontwerpatelier ter afronding van een stageweek"),
            Self::Opleidersdagen => (Some(2), "Opleidersdagen"),
            Self::Werkplekleren => (Some(2), "Werkplekleren"),
            Self::VoorlezenEnVertellen => (Some(2), "Voorlezen en vertellen"),
            Self::DeMentor => (Some(2), "De mentor"),
            Self::Opdrachten => (Some(2), "Opdrachten"),
            Self::Specialisatie => (Some(2), "Specialisatie"),
            Self::Schoolontwikkeling => (Some(2), "Schoolontwikkeling"),
            Self::ProfessioneleKwaliteit => (Some(3), "Professionele kwaliteit"),
            Self::RolVanDeSchoolleiding => (Some(3), "Rol van de schoolleiding"),
            Self::RolVanDeSchoolopleider => (Some(3), "Rol van de schoolopleider"),
            Self::ScholingLerarenopleiders => (Some(3), "Scholing lerarenopleiders"),
            Self::ScholingMentoren => (Some(3), "Scholing mentoren"),
            Self::Ambities => (Some(4), "Ambities"),
        }
    }
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// Passages of the booklet.
    Booklet(&'static [Passage]),
    /// Another publication.
    Published(Text),
    /// An article of a law.
    Law(Text),
    /// A published standard.
    Standard(Text),
    /// Our own convention or interpretation, with its ground.
    Own(Text),
}

/// The sources of a rule. Without the feature `docs` they are not in the build, so that no browser carries them.
#[derive(Clone, Copy, Debug)]
pub struct Sources {
    #[cfg(feature = "docs")]
    list: &'static [Source],
}

impl Sources {
    #[cfg_attr(not(feature = "docs"), expect(unused_variables, reason = "only the docs show them"))]
    pub(crate) const fn of(list: &'static [Source]) -> Self {
        Self {
            #[cfg(feature = "docs")]
            list,
        }
    }

    /// Every source.
    #[cfg(feature = "docs")]
    pub fn iter(self) -> impl Iterator<Item = &'static Source> {
        self.list.iter()
    }
}
