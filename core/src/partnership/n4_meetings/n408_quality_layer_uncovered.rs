//! `TK-N408`: the quality system covers every layer of cooperation.

use crate::frameworks::CooperationLayer;
use crate::grammar::Closed as _;
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N408",
    name: "quality-layer-uncovered",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&LAYERS],
    facts: in_build!(&[("partnership", FactKind::Id), ("layer", FactKind::word::<CooperationLayer>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Inleiding])]),
    texts: texts! {
        title: { nl: "laag ontbreekt in het kwaliteitssysteem", en: "layer missing from the quality system" },
        asks: {
            nl: "Het kwaliteitssysteem heeft alle lagen van de samenwerking (`layers`).",
            en: "The quality system covers all layers of cooperation (`layers`)."
        },
        why: {
            nl: "Volgens het katern is er een kwaliteitssysteem ingericht dat alle lagen van de samenwerking betreft: operationeel, tactisch en strategisch.",
            en: "According to the booklet, there is a quality system that covers all layers of cooperation: operational, tactical and strategic."
        },
        fix: {
            nl: "Neem de ontbrekende laag op in het kwaliteitssysteem.",
            nl_plain: "Voeg de laag die ontbreekt toe aan het kwaliteitssysteem.",
            en: "Include the missing layer in the quality system."
        },
        message: {
            nl: "in het kwaliteitssysteem van partnerschap `{partnership}` ontbreekt de laag: `{layer}`",
            nl_plain: "voeg aan het kwaliteitssysteem van partnerschap `{partnership}` de laag toe die ontbreekt: `{layer}`",
            en: "layer missing from the quality system of partnership `{partnership}`: `{layer}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: quality_layers some), check };

static LAYERS: Norm = Norm::set(
    "layers",
    Text { nl: "lagen van het kwaliteitssysteem", en: "layers of the quality system" },
    Unit::Words(CooperationLayer::LIST),
    &[0, 1, 2],
);

/// The layers that the quality system is to cover.
pub(crate) fn required_layers(case: &PartnershipCase<'_>) -> Set<CooperationLayer> {
    case.norm_set(&LAYERS)
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let partnership = case.partnership();
    let covered: Set<CooperationLayer> = partnership.quality_layers.iter().map(|layer| layer.layer).collect();
    for layer in required_layers(case).iter() {
        findings.judge(About::word(SubjectKind::Layer, layer), covered.contains(layer), Standing::DUE, || {
            let facts = facts! { partnership: &partnership.id, layer: layer };
            Shortfall::new(at!(Partnership: quality_layers), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
