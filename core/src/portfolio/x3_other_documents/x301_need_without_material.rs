//! `TK-X301`: for a learning need the knowledge base has a learning material at the stage of the student. It needs the knowledge base.

use crate::frameworks::{Competence, CubeStage};
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-X301",
    name: "need-without-material",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: &[
        ("stage", FactKind::word::<CubeStage>()),
        ("themes", FactKind::Ids),
        ("competence", FactKind::word::<Competence>()),
    ],
    may_lack: &["competence"],
    gives_way_to: &[],
    step: Step::Talk,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "leerbehoefte zonder leermiddel", en: "learning need without a learning material" },
        asks: {
            nl: "Bij elk leerdoel en elke leervraag die nog niet is opgepakt, en bij elke competentie zonder bewijs, heeft de kennisbank voor een van de thema's een leermiddel in de loopbaanfase van de student.",
            en: "For every learning goal or question that has not been taken up yet, and every competence without evidence, the knowledge base has a learning material for one of the themes at the career stage of the student."
        },
        why: {
            nl: "De kennisbank wil just in time en just in place aansluiten bij leerbehoeften.",
            en: "The knowledge base is meant to meet learning needs just in time and just in place."
        },
        fix: {
            nl: "Bespreek met de experts van de kennisbank welk leermiddel er moet komen, of kies een ander thema bij de leerbehoefte.",
            nl_plain: "Bespreek met je schoolopleider wat je kunt gebruiken; in de kennisbank staat nog niets voor je.",
            en: "Discuss with the experts of the knowledge base which learning material is required, or choose another theme for the need."
        },
        message: {
            nl: "geen leermiddel in de kennisbank bij {subject}[, competentie: `{competence}`]; loopbaanfase: `{stage}`; thema's: `{themes}`",
            nl_plain: "bespreek met je schoolopleider wat je kunt gebruiken bij {subject}[ voor `{competence}`]: voor `{stage}` staat er nog niets bij `{themes}`",
            en: "no learning material in the knowledge base for {subject}[, competence: `{competence}`]; career stage: `{stage}`; themes: `{themes}`"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "knowledge-base")]
pub(super) use checked::RULE;

#[cfg(feature = "knowledge-base")]
mod checked {
    use super::META;
    use crate::documents::KnowledgeBase;
    use crate::portfolio::needs::{NeedOf, Needs};
    use crate::portfolio::prelude::*;

    pub(in crate::portfolio) static RULE: Rule<Portfolios> = Rule {
        meta: &META,
        when: When::ALWAYS,
        reads: reads!(Portfolio: student all, exemptions all, decisions all, goals each, designs some, reflections some, evidence some),
        check,
    };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        let Some(base) = case.base() else { return Reply::not_applicable(Reason::NothingToJudge) };
        if case.left() {
            return Reply::not_applicable(Reason::LeftWithoutDiploma);
        }
        let Some(stage) = case.stage() else { return Reply::not_assessable(Reason::NoStudyYears) };
        let Needs { needs, knows_competences } = case.needs();
        let suggestions = case.suggestions(base, &needs, stage);
        for (need, found) in needs.iter().zip(suggestions).filter(|(need, _)| !need.themes.is_empty()) {
            let (about, path, competence) = match need.of {
                NeedOf::Goal(at, goal) => {
                    (About::the(SubjectKind::Goal, &goal.id), at!(Portfolio: goals[at].themes), None)
                }
                NeedOf::Competence(competence) => {
                    let student = &case.portfolio().student.id;
                    (About::the(SubjectKind::Student, student), at!(Portfolio: evidence), Some(competence))
                }
            };
            findings.judge(about, !found.nearest.is_empty(), Standing::DUE, || {
                let facts = facts! { stage: stage, themes: need.themes.clone() }.and("competence", competence);
                Shortfall::new(path, facts).against(&base.used().document, at!(KnowledgeBase: materials))
            });
        }
        // Without a cohort nobody knows which competences the student needs.
        findings.answer(Reason::NothingToJudge).unless(!knows_competences, Reason::NoCohort)
    }
}
