//! What a rule answered about a document.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::grammar::{Closed as _, closed};

closed! {
    /// The answer of a rule.
    Answer {
        Met = "met", "voldaan", "met";
        NotMet = "not-met", "niet voldaan", "not met";
        /// A shortfall that is not due.
        NotYet = "not-yet", "nog niet", "not yet";
        NotApplicable = "not-applicable", "niet van toepassing", "not applicable";
        NotAssessable = "not-assessable", "niet te beoordelen", "not assessable";
        Disabled = "disabled", "uitgezet", "disabled";
    }
}

closed! {
    /// Why a rule did not apply, could not be assessed, or was not asked.
    Reason {
        NothingToJudge = "nothing-to-judge", "er is nog niets om te beoordelen", "there is nothing to judge yet";
        NotInStudyYear = "not-in-study-year", "niet in dit studiejaar", "not in this study year";
        ModeOfStudy = "mode-of-study", "niet voor deze opleidingsvorm", "not for this mode of study";
        Exempted = "exempted", "er is een vrijstelling", "there is an exemption";
        Superseded = "superseded", "een andere regel meldt dit al", "another rule reports this already";
        LeftWithoutDiploma = "left-without-diploma", "gestopt zonder diploma", "left without diploma";
        NoStudyYears = "no-study-years", "de studiejaren zijn onbekend", "the study years are unknown";
        NoCohort = "no-cohort", "het cohort is onbekend", "the cohort is unknown";
        UnreadablePart = "unreadable-part", "een deel kon niet worden gelezen", "a part could not be read";
        OffByDefault = "off-by-default", "staat standaard uit", "off by default";
        ByRulebook = "by-rulebook", "uitgezet door het regelboek", "disabled by the rulebook";
        NotInRulebook = "not-in-rulebook", "hoort niet bij dit regelboek", "not part of this rulebook";
    }
}

/// The outcome of one rule for one document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleOutcome {
    /// Code of the rule.
    pub code: &'static str,
    /// Its answer.
    pub answer: Answer,
    /// Why, where the answer is neither met nor a shortfall.
    pub reason: Option<Reason>,
    /// What stands behind the reason: the id of an exemption, the code of another rule.
    pub by: Option<String>,
    /// For `not-yet`: the last day on which it can be put right.
    pub due: Option<NaiveDate>,
}

impl Serialize for RuleOutcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("code", self.code)?;
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
