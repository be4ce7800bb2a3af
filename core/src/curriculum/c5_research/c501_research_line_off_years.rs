//! `TK-C501`: the school development theme is in study year 3 and in groups, the graduation research individual.

use crate::curriculum::prelude::*;
use crate::documents::ResearchLine;
use crate::grammar::{Closed as _, closed};
use crate::values::{Set, StudyYear};

pub(crate) static META: Meta = Meta {
    code: "TK-C501",
    name: "research-line-off-years",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("curriculum", FactKind::Id), ("missing", FactKind::words::<ResearchPlan>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "onderzoeksleerlijn anders opgebouwd", en: "research line off its years" },
        asks: {
            nl: "De onderzoeksleerlijn heeft een schoolontwikkelingsthema in studiejaar 3, in groepjes, en een afstudeeronderzoek dat elke student individueel uitvoert.",
            en: "The research line has a school development theme in study year 3, in groups, and graduation research that every student carries out individually."
        },
        why: {
            nl: "Volgens het katern werken studenten in het derde jaar in groepjes aan een schoolontwikkelingsthema, en voert elke student in de afstudeerfase individueel een ontwerponderzoek uit.",
            en: "According to the booklet, students in the third year work in groups on a school development theme, and in the graduation phase every student carries out design research individually."
        },
        fix: {
            nl: "Leg in de onderzoeksleerlijn vast wat er nog niet staat, of verander wat er anders staat.",
            nl_plain: "Vul in wat er nog niet in de onderzoeksleerlijn staat, of verander wat er anders staat.",
            en: "Record what the research line does not contain yet, or change what is recorded otherwise."
        },
        message: {
            nl: "in de onderzoeksleerlijn van opleidingsprogramma `{curriculum}` staat niet: `{missing}`",
            nl_plain: "zet in de onderzoeksleerlijn van opleidingsprogramma `{curriculum}` nog: `{missing}`",
            en: "not recorded in the research line of curriculum `{curriculum}`: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: research some), check };

closed! {
    /// What the research line is to contain (opbouw van de onderzoeksleerlijn, TK-C501). Source: Praktijk In-Zicht, ch. 2,
    /// "Schoolontwikkeling".
    ResearchPlan {
        ThemeInYearThree = "theme-in-year-three", "schoolontwikkelingsthema in studiejaar 3" | "schoolontwikkelingsthema in jaar 3", "school development theme in study year 3";
        ThemeInGroups = "theme-in-groups", "schoolontwikkelingsthema in groepjes", "school development theme in groups";
        GraduationIndividual = "graduation-individual", "individueel afstudeeronderzoek", "individual graduation research";
    }
}

impl ResearchPlan {
    /// Whether a research line contains it.
    fn is_in(self, line: &ResearchLine) -> bool {
        match self {
            Self::ThemeInYearThree => line.theme_study_year == StudyYear::new(3),
            Self::ThemeInGroups => line.theme_in_groups == Some(true),
            Self::GraduationIndividual => line.graduation_individual == Some(true),
        }
    }
}

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    let line = curriculum.research.as_ref();
    let is_open = |part: &ResearchPlan| !line.is_some_and(|line| part.is_in(line));
    let missing: Set<ResearchPlan> = ResearchPlan::ALL.iter().copied().filter(is_open).collect();
    findings.judge(About::the(SubjectKind::Curriculum, &curriculum.id), missing.is_empty(), Standing::DUE, || {
        Shortfall::new(at!(Curriculum: research), facts! { curriculum: &curriculum.id, missing: missing })
    });
    findings.answer(Reason::NothingToJudge)
}
