//! `TK-P203`: the student profiles on two subjects.

use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

use super::p202_specialisation_missing_from_year_three as missing;

pub(crate) static META: Meta = Meta {
    code: "TK-P203",
    name: "profile-subject-count-off",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&COUNT],
    facts: &[("given", FactKind::Whole), ("asked", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[&super::p202_specialisation_missing_from_year_three::META],
    step: Step::Choose,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Specialisatie])]),
    texts: texts! {
        title: { nl: "aantal profielvakken klopt niet", en: "wrong number of profile subjects" },
        asks: {
            nl: "Bij de specialisatie hoort precies het gevraagde aantal verschillende profielvakken (`count`: gewoonlijk 2).",
            en: "A specialisation comes with exactly the required number of different profile subjects (`count`: normally 2)."
        },
        why: {
            nl: "Volgens het katern profileert de student zich naast de leeftijdsspecialisatie op twee vakgebieden.",
            en: "According to the booklet, students specialise in two subjects besides the age specialisation."
        },
        fix: {
            nl: "Kies precies het gevraagde aantal verschillende profielvakken.",
            nl_plain: "Kies precies zoveel verschillende profielvakken als er nodig zijn.",
            en: "Choose exactly the required number of different profile subjects."
        },
        message: {
            nl: "aantal verschillende profielvakken: `{given}`; nodig: `{asked}`",
            nl_plain: "kies precies zoveel verschillende profielvakken als nodig is; aantal nu: `{given}`, nodig: `{asked}`",
            en: "different profile subjects chosen: `{given}`; required: `{asked}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::Specialisation) },
    reads: reads!(Portfolio: student all, exemptions all, specialisation all),
    check,
};

static COUNT: Norm =
    Norm::number("count", Text { nl: "aantal profielvakken", en: "number of profile subjects" }, Unit::Number, 2, 1, 7);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let about = About::one(SubjectKind::Specialisation);
    let chosen = if findings.gives_way(about) { None } else { missing::in_effect(case) };
    let Some((chosen, since)) = chosen else {
        return findings.answer(Reason::NothingToJudge);
    };
    let asked = case.norm(&COUNT, since);
    let given = chosen.profile_subjects.len();
    findings.judge(about, given == asked, Standing::DUE, || {
        let facts = facts! { given: i64::from(given), asked: i64::from(asked) };
        Shortfall::new(at!(Portfolio: specialisation.profile_subjects), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
