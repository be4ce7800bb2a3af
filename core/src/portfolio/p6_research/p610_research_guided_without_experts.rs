//! `TK-P610`: research is guided by a subject and a methodological expert.

use crate::documents::ExemptionOf;
use crate::frameworks::{Role, StudyMode};
use crate::portfolio::prelude::*;
use crate::values::{Set, StudyYear};

pub(crate) static META: Meta = Meta {
    code: "TK-P610",
    name: "research-guided-without-experts",
    severity: Some(Severity::Error),
    phase: Phase::Year(&[3, 4]),
    basis: Basis::Seed,
    norms: &[],
    facts: &[("missing", FactKind::words::<Role>())],
    may_lack: &[],
    gives_way_to: &[
        &super::p601_year_three_without_school_development_theme::META,
        &super::p613_graduation_research_missing::META,
    ],
    step: Step::ArrangePeople,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "onderzoek begeleid zonder experts", en: "research guided without experts" },
        asks: {
            nl: "Het schoolontwikkelingsthema van studiejaar 3 en het afstudeeronderzoek worden begeleid door een vakinhoudelijke en een methodologische expert; één persoon mag beide zijn.",
            en: "The school development theme of study year 3 and the graduation research are guided by a subject expert and a methodological expert; one person may be both."
        },
        why: {
            nl: "Zo zijn de opbrengsten van het onderzoek betrouwbaar en van goede kwaliteit.",
            en: "This safeguards the reliability and quality of what the research yields."
        },
        fix: {
            nl: "Leg vast welke expert begeleidt of begeleidde, of vraag de expert die ontbreekt om mee te begeleiden.",
            nl_plain: "Vul in welke expert je begeleidt of begeleidde, of vraag je begeleider om hulp van een expert.",
            en: "Record which expert guides or guided the research, or invite the missing expert to join in."
        },
        message: {
            nl: "bij de begeleiding van {subject} ontbreekt: `{missing}`",
            nl_plain: "vul in welke expert je helpt of hielp bij {subject}, of vraag je begeleider om een expert; er ontbreekt: `{missing}`",
            en: "missing from the guidance of {subject}: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: research each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let experts: Set<Role> = [Role::SubjectExpert, Role::MethodologicalExpert].into();
    let missing = |guides| experts.without(case.persons(guides).filter_map(|guide| guide.role).collect());
    let mut exemption = None;
    let third = StudyYear::new(3).and_then(|number| case.study_year(number));
    if let Some(year) = third.filter(|_| !findings.gives_way(About::one(SubjectKind::SchoolDevelopmentTheme))) {
        let exempt = case.exemption_in(ExemptionOf::SchoolDevelopmentTheme, Some(year.number));
        for (at, theme) in case.themes_of(year.number) {
            if exempt.is_some() {
                exemption = exempt;
                continue;
            }
            let missing = missing(&theme.guides);
            let about = About::the(SubjectKind::SchoolDevelopmentTheme, &theme.id);
            findings.judge(about, missing.is_empty(), year.standing, || {
                let path = at!(Portfolio: research.school_development_themes[at].guides);
                Shortfall::new(path, facts! { missing: missing })
            });
        }
    }
    let fourth = case.graduation_year().and_then(|number| case.study_year(number));
    let graduation = About::one(SubjectKind::GraduationResearch);
    let research = if findings.gives_way(graduation) { None } else { case.graduation() };
    if let (Some(year), Some(research)) = (fourth, research) {
        let exempt = case.graduation_exemption();
        if exempt.is_some() {
            exemption = exempt;
        } else {
            let missing = missing(&research.guides);
            findings.judge(graduation, missing.is_empty(), year.standing, || {
                Shortfall::new(at!(Portfolio: research.graduation.guides), facts! { missing: missing })
            });
        }
    }
    let none_begun = third.is_none() && fourth.is_none();
    let otherwise = if none_begun { Reason::NotInStudyYear } else { Reason::NothingToJudge };
    findings.answer_or(|| exempted_or(exemption, otherwise))
}
