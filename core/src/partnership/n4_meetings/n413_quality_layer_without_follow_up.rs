//! `TK-N413`: an action follows the findings of a layer of the quality system.

use chrono::NaiveDate;

use crate::documents::{QualityLayer, QualityNote};
use crate::frameworks::CooperationLayer;
use crate::grammar::Closed as _;
use crate::partnership::prelude::*;
use crate::sort::Listed as _;

pub(crate) static META: Meta = Meta {
    code: "TK-N413",
    name: "quality-layer-without-follow-up",
    severity: Some(Severity::Warning),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[
        ("partnership", FactKind::Id),
        ("layer", FactKind::word::<CooperationLayer>()),
        ("found", FactKind::Date)
    ]),
    may_lack: &[],
    gives_way_to: &[&super::n408_quality_layer_uncovered::META],
    step: Step::Talk,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Inleiding, Passage::Opleidersdagen]),
        Source::Published(Text {
            nl: "NVAO, toetsingskader opleidingsscholen (2009), facet 4.2, maatregelen tot verbetering",
            en: "NVAO, framework for training schools (2009), facet 4.2, measures for improvement",
        }),
    ]),
    texts: texts! {
        title: { nl: "bevindingen zonder verbeteractie", en: "quality findings without an action" },
        asks: {
            nl: "Elke laag van het kwaliteitssysteem met bevindingen heeft een actie van de dag van de eerste bevinding of later.",
            en: "Every layer of the quality system with findings has an action dated on the day of the first finding or later."
        },
        why: {
            nl: "Volgens het katern bewaakt en verbetert het kwaliteitssysteem de samenwerking.",
            en: "According to the booklet, the quality system monitors and improves the cooperation."
        },
        fix: {
            nl: "Leg vast welke actie op de bevindingen volgde, of spreek er een af.",
            nl_plain: "Vul in welke actie op de bevindingen volgde, of overleg welke er komt.",
            en: "Record the action that followed the findings, or agree on one."
        },
        message: {
            nl: "in het kwaliteitssysteem van partnerschap `{partnership}` staat geen actie van `{found}`, de dag van de eerste bevinding, of later; laag: `{layer}`",
            nl_plain: "vul in het kwaliteitssysteem van partnerschap `{partnership}` in welke actie volgde op de bevinding van `{found}`, of overleg welke er komt; laag: `{layer}`",
            en: "the quality system of partnership `{partnership}` has no action dated `{found}`, the day of the first finding, or later; layer: `{layer}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: quality_layers each), check };

/// The notes of a layer that are looked at.
pub(crate) struct Notes {
    /// The days of its findings.
    pub(crate) findings: Vec<NaiveDate>,
    /// The days of its actions.
    pub(crate) actions: Vec<NaiveDate>,
}

impl Notes {
    pub(crate) fn of(case: &PartnershipCase<'_>, layer: &QualityLayer<'_>) -> Self {
        let looked_at =
            |notes: &[QualityNote<'_>]| notes.iter().map(|note| note.on).filter(|day| case.is_looked_at(*day)).listed();
        Self { findings: looked_at(&layer.findings), actions: looked_at(&layer.actions) }
    }

    /// The day of the first finding, and whether an action followed it; `None` without findings.
    pub(crate) fn follow_up(&self) -> Option<(NaiveDate, bool)> {
        let found = self.findings.iter().copied().min()?;
        Some((found, self.actions.iter().any(|day| *day >= found)))
    }
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let partnership = case.partnership();
    for layer in CooperationLayer::ALL.iter().copied() {
        let about = About::word(SubjectKind::Layer, layer);
        let Some((at, notes)) = partnership.quality_layers.iter().enumerate().find(|(_, one)| one.layer == layer)
        else {
            // It is TK-N408 that says so.
            findings.gives_way(about);
            continue;
        };
        let Some((found, met)) = Notes::of(case, notes).follow_up() else { continue };
        findings.judge(about, met, case.by_year_end(), || {
            let facts = facts! { partnership: &partnership.id, layer: layer, found: found };
            Shortfall::new(at!(Partnership: quality_layers[at].actions), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
