//! `TK-X101`: every assignment that a portfolio names is in the curriculum. It needs the curriculum.

use crate::portfolio::prelude::*;
pub(crate) static META: Meta = Meta {
    code: "TK-X101",
    name: "assignment-unknown-to-curriculum",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("assignment", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opdrachten])]),
    texts: texts! {
        title: { nl: "opdracht die het opleidingsprogramma niet heeft", en: "assignment that the curriculum does not have" },
        asks: {
            nl: "Elke portfolio-opdracht in het portfolio staat in het opleidingsprogramma van de student.",
            en: "Every portfolio assignment in the portfolio is in the curriculum of the student."
        },
        why: {
            nl: "Een opdracht die niet in het opleidingsprogramma staat, telt nergens voor mee.",
            en: "An assignment that is not in the curriculum counts for nothing."
        },
        fix: {
            nl: "Kies de opdracht uit het opleidingsprogramma, of haal de opdracht weg.",
            nl_plain: "Kies een opdracht uit het programma van je opleiding, of haal de opdracht weg.",
            en: "Choose the assignment from the curriculum, or remove the assignment."
        },
        message: {
            nl: "opdracht `{assignment}` van {subject} staat niet in het opleidingsprogramma",
            nl_plain: "opdracht `{assignment}` bij {subject} staat niet in het programma van je opleiding: kies de goede opdracht",
            en: "assignment `{assignment}` of {subject} is not in the curriculum"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "curriculum")]
pub(super) use checked::RULE;

#[cfg(feature = "curriculum")]
mod checked {
    use super::META;
    use crate::documents::Curriculum;
    use crate::finding::Path;
    use crate::portfolio::prelude::*;
    use crate::values::AssignmentId;

    pub(in crate::portfolio) static RULE: Rule<Portfolios> = Rule {
        meta: &META,
        when: When::ALWAYS,
        reads: reads!(Portfolio: student all, evidence each, assessments each, exemptions each),
        check,
    };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        let Some(programme) = case.programme() else { return Reply::not_applicable(Reason::NothingToJudge) };
        let mut judge = |about: About<'_>, assignment: Option<&AssignmentId<'_>>, path: Path| {
            let Some(assignment) = assignment else { return };
            let known = programme.framework().assignment_at(assignment).is_some();
            findings.judge(about, known, Standing::DUE, || {
                let shortfall = Shortfall::new(path, facts! { assignment: assignment });
                shortfall.against(&programme.used().document, at!(Curriculum: assignments))
            });
        };
        for (at, one) in case.evidence() {
            let about = About::the(SubjectKind::Evidence, &one.id);
            judge(about, one.assignment.as_ref(), at!(Portfolio: evidence[at].assignment));
        }
        for (at, one) in case.assessments() {
            let about = About::the(SubjectKind::Assessment, &one.id);
            judge(about, one.assignment.as_ref(), at!(Portfolio: assessments[at].assignment));
        }
        for (at, one) in
            case.portfolio().exemptions.iter().enumerate().filter(|(_, one)| case.has_begun(one.granted_on))
        {
            let about = About::the(SubjectKind::Exemption, &one.id);
            judge(about, one.assignment.as_ref(), at!(Portfolio: exemptions[at].assignment));
        }
        findings.answer(Reason::NothingToJudge)
    }
}
