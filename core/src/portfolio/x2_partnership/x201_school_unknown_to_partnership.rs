//! `TK-X201`: the school of a regular placement is in the partnership of that school year. It needs the partnership.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-X201",
    name: "school-unknown-to-partnership",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("school", FactKind::Id), ("schoolYear", FactKind::SchoolYear)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Werkplekleren])]),
    texts: texts! {
        title: { nl: "school die het partnerschap niet heeft", en: "school that the partnership does not have" },
        asks: {
            nl: "De school van elke gewone plaatsing hoort tijdens de plaatsing, of een deel ervan, bij het partnerschap van dat schooljaar.",
            en: "The school of every regular placement belongs to the partnership of that school year during the placement, or a part of it."
        },
        why: {
            nl: "Elk studiejaar brengt de student door op een opleidingsschool, en het partnerschap legt vast welke scholen dat zijn.",
            en: "The student spends each study year at a training school, and the partnership records which schools those are."
        },
        fix: {
            nl: "Kies de school uit die van het partnerschap, of laat het partnerschap de school toevoegen.",
            nl_plain: "Kijk na of je de goede school hebt ingevuld, of vraag je opleiding of de school bij het partnerschap hoort.",
            en: "Choose the school from those of the partnership, or have the partnership add the school."
        },
        message: {
            nl: "school `{school}` van {subject} hoort in schooljaar `{schoolYear}` niet bij het partnerschap",
            nl_plain: "kijk na of school `{school}` klopt bij {subject}; in `{schoolYear}` hoort die school niet bij het partnerschap van je opleiding",
            en: "school `{school}` of {subject} does not belong to the partnership in school year `{schoolYear}`"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "partnership")]
pub(super) use checked::RULE;

#[cfg(feature = "partnership")]
mod checked {
    use super::META;
    use crate::documents::Partnership;
    use crate::portfolio::prelude::*;
    use crate::portfolio::stays::{is_regular, stays};

    pub(in crate::portfolio) static RULE: Rule<Portfolios> =
        Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: student all, placements each), check };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        for stay in stays(case).filter(|stay| is_regular(stay.placement)) {
            let Some(school) = &stay.placement.school else { continue };
            let known = stay.school().is_some_and(|at| stay.network.has_school(at, stay.from, stay.until));
            findings.judge(About::the(SubjectKind::Placement, &stay.placement.id), known, Standing::DUE, || {
                let facts = facts! { school: school, schoolYear: stay.network.school_year() };
                let shortfall = Shortfall::new(at!(Portfolio: placements[stay.at].school), facts);
                shortfall.against(&stay.network.used().document, at!(Partnership: schools))
            });
        }
        findings.answer(Reason::NothingToJudge)
    }
}
