//! `TK-P115`: the study year of a placement is that of the student's entry for its school year.

use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P115",
    name: "placement-contradicts-study-year",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[
        ("placement", FactKind::Id),
        ("given", FactKind::Whole),
        ("schoolYear", FactKind::SchoolYear),
        ("recorded", FactKind::Whole),
    ],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "een student volgt in een schooljaar het studiejaar dat bij de inschrijving staat",
        en: "in a school year, a student follows the study year of the enrolment",
    })]),
    texts: texts! {
        title: { nl: "studiejaar van de plaatsing klopt niet", en: "placement contradicts the study year" },
        asks: {
            nl: "Het studiejaar van een plaatsing is dat waarin de student in dat schooljaar is ingeschreven.",
            en: "The study year of a placement is the one in which the student is enrolled in that school year."
        },
        why: {
            nl: "Wat een plaatsing vraagt, hangt af van het studiejaar.",
            en: "The study year determines what is required of the placement."
        },
        fix: {
            nl: "Verbeter het studiejaar van de plaatsing of dat van de inschrijving.",
            nl_plain: "Verbeter het jaar bij je stage of bij je inschrijving.",
            en: "Correct the study year of the placement or that of the enrolment."
        },
        message: {
            nl: "bij {subject} staat studiejaar `{given}`, bij de inschrijving van `{schoolYear}` studiejaar `{recorded}`",
            nl_plain: "bij {subject} staat jaar `{given}`, maar bij je inschrijving van `{schoolYear}` staat jaar `{recorded}`: verbeter het jaar dat niet klopt",
            en: "{subject} is recorded for study year `{given}`, the enrolment of `{schoolYear}` for study year `{recorded}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: student all, placements each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, placement) in case.placements() {
        let (Some(given), Some(school_year)) = (placement.study_year, case.school_year_of(placement)) else { continue };
        let years = case.study_years_recorded(school_year);
        let Some(recorded) = years.iter().next() else { continue };
        let about = About::the(SubjectKind::Placement, &placement.id);
        findings.judge(about, years.contains(given), Standing::DUE, || {
            let facts = facts! { placement: &placement.id, given: given, schoolYear: school_year, recorded: recorded };
            Shortfall::new(at!(Portfolio: placements[at].study_year), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
