//! `TK-C302`: each of the ten knowledge bases (kennisbases) is in a subject line.

use crate::curriculum::prelude::*;
use crate::frameworks::Subject;
use crate::grammar::Closed as _;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-C302",
    name: "knowledge-base-uncovered",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Secondary,
    norms: &[],
    facts: in_build!(&[("curriculum", FactKind::Id), ("missing", FactKind::words::<Subject>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::MissieEnVisie]),
        Source::Published(Text {
            nl: "Een goede basis (Commissie Kennisbasis Pabo, 2012)",
            en: "Een goede basis (Commissie Kennisbasis Pabo, 2012)",
        }),
        Source::Own(Text {
            nl: "van de herziening voor cohorten vanaf 2018-2019 is de lijst niet gevonden",
            en: "the list of the revision for cohorts from 2018-2019 on was not found",
        }),
    ]),
    texts: texts! {
        title: { nl: "kennisbasis in geen vakkenlijn", en: "knowledge base in no subject line" },
        asks: {
            nl: "Elk van de tien kennisbases van 2012 hoort bij minstens één vakkenlijn.",
            en: "Each of the ten knowledge bases (kennisbases) of 2012 belongs to at least one subject line."
        },
        why: {
            nl: "Volgens het katern is de kennisbasis voor pabo's van 2012 een pijler van het curriculum, en is die vertaald in vakkenlijnen.",
            en: "According to the booklet, the knowledge base for primary teacher training of 2012 is a pillar of the curriculum, and was translated into subject lines."
        },
        fix: {
            nl: "Koppel de kennisbasis aan een vakkenlijn.",
            nl_plain: "Zet bij een vakkenlijn welke vakken erbij horen.",
            en: "Link the knowledge base to a subject line."
        },
        message: {
            nl: "in geen vakkenlijn van opleidingsprogramma `{curriculum}` staat: `{missing}`",
            nl_plain: "zet bij een vakkenlijn van opleidingsprogramma `{curriculum}` ook: `{missing}`",
            en: "in no subject line of curriculum `{curriculum}`: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: subject_lines some), check };

/// The first year of the cohorts to which the revision of 2018 applies. Sources: LKCA; paboweb.nl, theme 107.
const REVISED: u16 = 2018;

/// The subjects that are none of the ten: what is required of them had been laid down before, in 2009.
const BEFORE: [Subject; 2] = [Subject::Dutch, Subject::Mathematics];

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    if curriculum.first_cohort.first_year() >= REVISED {
        return Reply::not_assessable(Reason::ListUnknown);
    }
    let all: Set<Subject> = Subject::ALL.iter().copied().collect();
    let in_lines = curriculum.subject_lines.iter().map(|line| line.subjects);
    let missing = in_lines.fold(all.without(BEFORE.into()), Set::without);
    findings.judge(About::the(SubjectKind::Curriculum, &curriculum.id), missing.is_empty(), Standing::DUE, || {
        Shortfall::new(at!(Curriculum: subject_lines), facts! { curriculum: &curriculum.id, missing: missing })
    });
    findings.answer(Reason::NothingToJudge)
}

#[cfg(all(test, feature = "docs"))]
mod tests {
    use super::BEFORE;
    use crate::frameworks::Subject;
    use crate::grammar::Closed as _;

    /// The ten are those that have a number in the list of subjects.
    #[test]
    fn the_ten_are_numbered() {
        let numbered = Subject::ITEMS.iter().filter(|item| item.number.is_some()).map(|item| item.key);
        let ten = Subject::ALL.iter().filter(|subject| !BEFORE.contains(subject)).map(|subject| subject.key());
        assert!(numbered.eq(ten));
        assert_eq!(Subject::ALL.len() - BEFORE.len(), 10);
    }
}
