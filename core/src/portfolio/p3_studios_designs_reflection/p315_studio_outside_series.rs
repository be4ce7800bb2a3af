//! `TK-P315`: a studio is taken up in a following one.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P315",
    name: "studio-outside-series",
    severity: Some(Severity::Info),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("studio", FactKind::Id), ("later", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Reflect,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ontwerpateliers])]),
    texts: texts! {
        title: { nl: "ontwerpatelier zonder vervolg in een ander atelier", en: "design studio not taken up in another one" },
        asks: {
            nl: "Elk ontwerpatelier waar de student bij was, komt terug in een ander ontwerpatelier, zodra de student daarna nog een ontwerpatelier heeft gehad.",
            en: "Every design studio that the student attended is taken up in another one, once the student has had a later design studio."
        },
        why: {
            nl: "In de ateliers die volgen, verwerken de studenten hun leerervaringen: de ateliers vormen een reeks.",
            en: "In the studios that follow, students process what they have learnt: the studios form a series."
        },
        fix: {
            nl: "Leg vast in welk atelier het terugkwam, of neem de ervaring mee naar een volgend atelier.",
            nl_plain: "Vul in welk atelier erop verderging, of bespreek het in je volgende atelier.",
            en: "Record the studio in which it was taken up, or take the experience to a following studio."
        },
        message: {
            nl: "bij {subject} staat niet in welk ontwerpatelier het terugkwam; er is al een later ontwerpatelier geweest: `{later}`",
            nl_plain: "vul bij {subject} in welk atelier het terugkwam, of bespreek het in je volgende atelier",
            en: "it is not recorded in which studio {subject} was taken up; there has been a later one: `{later}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: studios each, studios named), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let dated = case.attended_studios().filter_map(|(_, studio)| Some((studio.date?, studio)));
    let last = dated.max_by_key(|(day, _)| *day);
    for (at, studio) in case.attended_studios() {
        let about = About::the(SubjectKind::Studio, &studio.id);
        let held = || studio.taken_up_in.iter().map(|id| case.has_studio(id));
        if held().any(|held| held == Some(true)) {
            findings.meets(about);
        } else if held().any(|held| held.is_none()) {
            findings.cannot_judge();
        } else if let Some((_, later)) = last.filter(|(day, _)| studio.date.is_some_and(|own| own < *day)) {
            // The last one is still to be taken up.
            findings.judge(about, false, Standing::DUE, || {
                let facts = facts! { studio: &studio.id, later: &later.id };
                Shortfall::new(at!(Portfolio: studios[at].taken_up_in), facts)
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}
