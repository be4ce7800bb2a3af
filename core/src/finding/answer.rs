//! What a rule answered about a document, and what was not checked.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Meta, Path};
use crate::grammar::{Closed as _, closed};

closed! {
    /// The answer of a rule.
    Answer {
        Met = "met", "voldaan" | "in orde", "met";
        NotMet = "not-met", "niet voldaan" | "nog niet in orde", "not met";
        /// A shortfall that is not due.
        NotYet = "not-yet", "nog niet nodig" | "hoeft nu nog niet", "not due yet";
        NotApplicable = "not-applicable", "niet van toepassing" | "geldt nu niet", "not applicable";
        NotAssessable = "not-assessable", "niet te beoordelen" | "nog niet na te kijken", "not assessable";
        Disabled = "disabled", "uitgezet" | "niet nagekeken", "disabled";
    }
}

closed! {
    /// Why a rule did not apply, could not be assessed, or was not checked.
    Reason {
        NothingToJudge = "nothing-to-judge", "er is nog niets om te beoordelen" | "er is nog niets om na te kijken", "there is nothing to judge yet";
        NotInStudyYear = "not-in-study-year", "hoort bij een ander studiejaar" | "hoort bij een ander jaar", "belongs to another study year";
        ModeOfStudy = "mode-of-study", "hoort bij een andere opleidingsvorm" | "hoort bij een andere vorm van de opleiding", "belongs to another mode of study";
        Exempted = "exempted", "er is een vrijstelling", "there is an exemption";
        Superseded = "superseded", "een andere regel meldt het al" | "een ander punt zegt het al", "another rule reports it already";
        LeftWithoutDiploma = "left-without-diploma", "gestopt zonder diploma", "left without diploma";
        NoStudyYears = "no-study-years", "de studiejaren zijn onbekend" | "de jaren van je opleiding zijn niet ingevuld", "the study years are unknown";
        NoCohort = "no-cohort", "het cohort is onbekend" | "het jaar waarin je begon, is niet ingevuld", "the cohort is unknown";
        UnreadablePart = "unreadable-part", "een deel kon niet worden gelezen", "a part could not be read";
        OffByDefault = "off-by-default", "staat standaard uit" | "alleen als je opleiding het aanzet", "off by default";
        ByRulebook = "by-rulebook", "uitgezet door het regelboek" | "uitgezet door je opleiding", "disabled by the rulebook";
        NotInRulebook = "not-in-rulebook", "hoort niet bij het regelboek" | "je opleiding gebruikt het niet", "not part of the rulebook";
        NotInForce = "not-in-force", "gold niet op de dag waar het om gaat" | "gold toen niet", "not in force on that day";
        NotRecorded = "not-recorded", "niet vastgelegd" | "niet ingevuld", "not recorded";
        NoScale = "no-scale", "het toetskader heeft er geen schaal voor" | "je opleiding heeft nog geen schaal ingevuld", "the assessment framework has no scale for it";
        ResultOffScale = "result-off-scale", "de uitslag staat niet op de schaal" | "de uitslag kan niet bij dit onderdeel", "the result is not on the scale";
        NoPoints = "no-points", "de uitslag heeft geen punten" | "bij de uitslag zijn geen punten ingevuld", "the result has no points";
        TooMany = "too-many", "er zijn er te veel om ze alle te beoordelen" | "er zijn er te veel om alles na te kijken", "there are too many to check them all";
        Ambiguous = "ambiguous", "een beoordeling past bij meer onderdelen" | "een beoordeling kan bij meer onderdelen horen", "an assessment fits several components";
        ListUnknown = "list-unknown", "geen bron geeft de lijst die toen gold" | "de lijst van toen is niet bekend", "no source gives the list of that time";
    }
}

/// What a rule answered: made by the sink of its findings, or with the reason why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) answer: Answer,
    pub(crate) reason: Option<Reason>,
    pub(crate) by: Option<String>,
    pub(crate) due: Option<NaiveDate>,
}

impl Reply {
    pub(crate) const fn because(answer: Answer, reason: Reason) -> Self {
        Self { answer, reason: Some(reason), by: None, due: None }
    }

    /// The rule does not apply.
    pub(crate) const fn not_applicable(reason: Reason) -> Self {
        Self::because(Answer::NotApplicable, reason)
    }

    /// The rule cannot be assessed.
    pub(crate) const fn not_assessable(reason: Reason) -> Self {
        Self::because(Answer::NotAssessable, reason)
    }

    /// This answer where something falls short; else not assessable, for this reason, while something is open that may do so.
    pub(crate) fn unless(self, open: bool, reason: Reason) -> Self {
        let is_short = matches!(self.answer, Answer::NotMet | Answer::NotYet);
        if open && !is_short { Self::not_assessable(reason) } else { self }
    }

    /// Names what the reason refers to.
    pub(crate) fn by(mut self, what: &str) -> Self {
        self.by = Some(what.to_owned());
        self
    }
}

/// The answer of one rule about one document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outcome {
    /// The rule.
    pub rule: &'static Meta,
    /// Its answer.
    pub answer: Answer,
    /// Why, where the answer is neither met nor a shortfall.
    pub reason: Option<Reason>,
    /// What the reason refers to: the id of an exemption, the code of another rule.
    pub by: Option<String>,
    /// For `not-yet`: the last day on which this can still be fixed in time.
    pub due: Option<NaiveDate>,
}

impl Outcome {
    pub(crate) fn new(rule: &'static Meta, Reply { answer, reason, by, due }: Reply) -> Self {
        Self { rule, answer, reason, by, due }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("code", self.rule.code)?;
        map.serialize_entry("outcome", self.answer.key())?;
        if let Some(reason) = self.reason {
            map.serialize_entry("reason", reason.key())?;
        }
        if let Some(by) = &self.by {
            map.serialize_entry("by", by)?;
        }
        if let Some(due) = self.due {
            map.serialize_entry("due", &due)?;
        }
        map.end()
    }
}

/// Something that was not checked, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unchecked {
    /// A part that could not be read, and so was left out of judging.
    Unreadable(Path),
    /// More was found than a report keeps; all of it is counted.
    OverLimit,
    /// Rules that need a document that was not given; they do not touch the verdict.
    Needs {
        /// The kind of document.
        kind: crate::documents::Kind,
        /// The rules.
        rules: Vec<&'static Meta>,
    },
}

impl Unchecked {
    /// Why: `unreadable-part`, `over-limit`, or `needs-` and a kind of document.
    pub fn reason(&self) -> &'static str {
        use crate::documents::Kind;
        match self {
            Self::Unreadable(_) => "unreadable-part",
            Self::OverLimit => "over-limit",
            Self::Needs { kind: Kind::Portfolio, .. } => "needs-portfolio",
            Self::Needs { kind: Kind::Curriculum, .. } => "needs-curriculum",
            Self::Needs { kind: Kind::Partnership, .. } => "needs-partnership",
            Self::Needs { kind: Kind::KnowledgeBase, .. } => "needs-knowledge-base",
        }
    }
}

impl Serialize for Unchecked {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("reason", self.reason())?;
        match self {
            Self::Unreadable(path) => map.serialize_entry("path", path)?,
            Self::OverLimit => {}
            Self::Needs { rules, .. } => {
                let codes: Vec<&str> = rules.iter().map(|rule| rule.code).collect();
                map.serialize_entry("rules", &codes)?;
            }
        }
        map.end()
    }
}
