//! `TK-P303`: a design holds a learning goal of the student's own.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P303",
    name: "design-without-own-learning-goal",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("design", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S045"])]),
    texts: texts! {
        title: { nl: "ontwerp zonder eigen leerdoel", en: "design without own learning goal" },
        asks: {
            nl: "In een ontwerp is een eigen leerdoel van de student verwerkt.",
            en: "A learning goal of the student's own is worked into a design."
        },
        why: {
            nl: "Wie onderwijs ontwerpt, leert daar zelf van: dat is de bedoeling van het ontwerpen.",
            en: "Who designs education learns from it: that is what designing is for."
        },
        mend: {
            nl: "Verwijs in het ontwerp naar een leerdoel, of schrijf het erin uit.",
            en: "Refer to a learning goal in the design, or write it out there."
        },
        message: {
            nl: "ontwerp `{design}` heeft geen eigen leerdoel",
            nl_plain: "schrijf in ontwerp `{design}` wat je zelf wilt leren",
            en: "design `{design}` has no learning goal of the student's own"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: goals named, designs each), with: None, check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, design) in case.designs() {
        let goals = || design.goals.iter().map(|goal| case.has_goal(goal));
        let met = said(design.own_goal.as_ref()) || goals().any(|goal| goal == Some(true));
        if !met && goals().any(|goal| goal.is_none()) {
            findings.cannot_judge();
            continue;
        }
        let submitted = case.has_begun(design.submitted_on);
        let standing = if submitted { standing_of(design.state) } else { Standing::DRAFT };
        findings.judge(About::the(SubjectKind::Design, &design.id), met, standing, || {
            let facts = facts! { design: &design.id };
            Shortfall::new(at!(Portfolio: designs[at].goals), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
