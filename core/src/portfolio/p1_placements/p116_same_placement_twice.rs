//! `TK-P116`: one stay at a school is one placement.

use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;
use crate::sort::sorted;

pub(crate) static META: Meta = Meta {
    code: "TK-P116",
    name: "same-placement-twice",
    severity: Some(Severity::Info),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("placement", FactKind::Id), ("other", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "één verblijf is één plaatsing", en: "one stay is one placement"
    })]),
    texts: texts! {
        title: { nl: "dezelfde plaatsing twee keer", en: "same placement twice" },
        asks: {
            nl: "Eén verblijf op een school staat één keer in het portfolio.",
            en: "One stay at a school appears only once in the portfolio."
        },
        why: {
            nl: "Wat bij de ene plaatsing is vastgelegd, ontbreekt bij de andere.",
            en: "What is recorded with one of the two is missing from the other."
        },
        fix: {
            nl: "Voeg de twee plaatsingen samen of verbeter de school of de periode.",
            nl_plain: "Voeg de twee stages samen, of verbeter de school of de data.",
            en: "Merge the two placements, or correct the school or the period."
        },
        message: {
            nl: "{subject} heeft dezelfde opleidingsschool en dezelfde periode als plaatsing `{other}`",
            nl_plain: "{subject} heeft dezelfde school en dezelfde data als stage `{other}`: voeg ze samen of verbeter de gegevens",
            en: "{subject} has the same training school and period as placement `{other}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let stays = case.placements().filter_map(|(at, placement)| {
        let period = placement.period.as_ref()?;
        Some(((placement.school.as_ref()?, period.from, period.until), at, placement))
    });
    let stays = sorted(stays.listed(), |a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    for same in stays.chunk_by(|a, b| a.0 == b.0) {
        let [(_, first_at, first), others @ ..] = same else { continue };
        findings.meets(About::the(SubjectKind::Placement, &first.id));
        for (_, at, placement) in others {
            findings.judge(About::the(SubjectKind::Placement, &placement.id), false, Standing::DUE, || {
                let facts = facts! { placement: &placement.id, other: &first.id };
                let shortfall = Shortfall::new(at!(Portfolio: placements[*at].period), facts);
                shortfall.with(Part::First, at!(Portfolio: placements[*first_at].period))
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}
