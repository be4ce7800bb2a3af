//! `TK-P609`: the theme of graduation research is one the student meets in the own group.

use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P609",
    name: "theme-not-recognised-in-own-group",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S119"])]),
    texts: texts! {
        title: { nl: "thema niet herkend in de eigen groep", en: "theme not recognised in the own group" },
        asks: {
            nl: "Bij het afstudeeronderzoek staat waar het thema zich in de eigen groep laat zien.",
            en: "Graduation research records where its theme shows in the student's own group."
        },
        why: {
            nl: "De enige uitdrukkelijke eis van het partnerschap: onderzoek begint bij de eigen praktijk.",
            en: "The one explicit requirement of the partnership: research starts from own practice."
        },
        mend: {
            nl: "Leg vast waar je het thema in je eigen groep herkent, of kies met de school een ander thema.",
            en: "Record where the theme shows in the own group, or choose another theme with the school."
        },
        message: {
            nl: "het thema van het afstudeeronderzoek is niet herkend in de eigen groep",
            nl_plain: "schrijf op waar je het thema van je onderzoek in je eigen groep ziet",
            en: "the theme of the graduation research is not recognised in the own group"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::GraduationResearch) },
    reads: reads!(Portfolio: student all, exemptions all, research each),
    with: None,
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let exemption = case.graduation_exemption();
    if let Some(research) = case.graduation_with_theme().filter(|_| exemption.is_none()) {
        findings.judge(
            About::one(SubjectKind::GraduationResearch),
            said(research.recognised_in_own_group.as_ref()),
            Standing::DUE,
            || Shortfall::new(at!(Portfolio: research.graduation.recognised_in_own_group), facts! {}),
        );
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
