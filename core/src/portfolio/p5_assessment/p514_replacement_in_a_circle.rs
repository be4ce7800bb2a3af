//! `TK-P514`: assessments do not replace one another in a circle.

use crate::portfolio::prelude::*;
use crate::sort::sorted;

pub(crate) static META: Meta = Meta {
    code: "TK-P514",
    name: "replacement-in-a-circle",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("assessments", FactKind::Ids)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "wat vervangen is, kan niet zelf vervangen",
        en: "what was replaced cannot replace in turn",
    })]),
    texts: texts! {
        title: { nl: "beoordelingen die elkaar in een kring vervangen", en: "assessments that replace one another in a circle" },
        asks: {
            nl: "Beoordelingen vervangen elkaar niet in een kring.",
            en: "Assessments do not replace one another in a circle."
        },
        why: {
            nl: "In een kring is niet te zeggen welke beoordeling geldt; ze tellen dan allemaal.",
            en: "In a circle it is unclear which assessment applies; then all of them count."
        },
        fix: {
            nl: "Leg bij elke beoordeling vast welke eerdere beoordeling ermee wordt vervangen.",
            nl_plain: "Vul in welke oudere beoordeling is vervangen, of vraag dat aan je opleiders.",
            en: "Record with each assessment which earlier one it replaces."
        },
        message: {
            nl: "beoordelingen in een kring van vervangingen: `{assessments}`",
            nl_plain: "vul in welke oudere beoordeling is vervangen, of vraag dat aan je opleiders; dit klopt nog niet bij: `{assessments}`",
            en: "assessments in a circle of replacements: `{assessments}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: assessments each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let all = &case.portfolio().assessments;
    let circles = case.circles_of_replacements();
    let in_circle = sorted(circles.iter().flatten().copied().listed(), Ord::cmp);
    // Only one that replaces another can be in a circle.
    let replacing = all.iter().enumerate().filter(|(_, made)| made.replaces.is_some() && case.has_begun(made.date));
    for (_, made) in replacing.filter(|(at, _)| in_circle.binary_search(at).is_err()) {
        findings.meets(About::the(SubjectKind::Assessment, &made.id));
    }
    for circle in circles {
        let made = circle.iter().filter_map(|at| all.get(*at));
        let (Some(at), Some(first)) = (circle.first(), made.clone().next()) else { continue };
        findings.judge(About::the(SubjectKind::Assessment, &first.id), false, Standing::DUE, || {
            let facts = facts! { assessments: made.map(|one| &one.id).listed() };
            Shortfall::new(at!(Portfolio: assessments[*at].replaces), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
