//! `TK-C301`: every competence is in a profession theme or a subject line.

use crate::curriculum::prelude::*;
use crate::frameworks::Competence;
use crate::grammar::Closed as _;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-C301",
    name: "competence-in-no-theme",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: in_build!(&[("curriculum", FactKind::Id), ("missing", FactKind::words::<Competence>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::MissieEnVisie]),
        Source::Law(Text {
            nl: "Besluit bekwaamheidseisen onderwijspersoneel, Stb. 2005, 460, en het besluit van 2017, Stb. 2017, 148",
            en: "Besluit bekwaamheidseisen onderwijspersoneel, Stb. 2005, 460, and its successor, Stb. 2017, 148",
        }),
        Source::Own(Text {
            nl: "het katern zegt niet welk competentiemodel het bedoelt; wij nemen de competenties van de wet",
            en: "the booklet does not say which competence model it means; we take the competences of the law",
        }),
    ]),
    texts: texts! {
        title: { nl: "competentie in geen beroepsthema of vakkenlijn", en: "competence in no profession theme or subject line" },
        asks: {
            nl: "Elke competentie van de uitgave die voor het opleidingsprogramma geldt (de zeven van 2005 of de drie bekwaamheden van 2017), hoort bij minstens één beroepsthema of vakkenlijn.",
            en: "Every competence of the edition that applies to the curriculum (the seven of 2005 or the three of 2017) belongs to at least one profession theme or subject line."
        },
        why: {
            nl: "Volgens het katern is het competentiemodel een pijler van het curriculum, en is het vertaald in beroepsthema's en vakkenlijnen.",
            en: "According to the booklet, the competence model is a pillar of the curriculum, and was translated into profession themes and subject lines."
        },
        fix: {
            nl: "Koppel de competentie aan een beroepsthema of een vakkenlijn.",
            nl_plain: "Kies een beroepsthema of vakkenlijn, en zet erbij wat nog ontbreekt.",
            en: "Link the competence to a profession theme or a subject line."
        },
        message: {
            nl: "in geen beroepsthema en geen vakkenlijn van opleidingsprogramma `{curriculum}` staat: `{missing}`",
            nl_plain: "zet bij een beroepsthema of vakkenlijn van opleidingsprogramma `{curriculum}` ook: `{missing}`",
            en: "in no profession theme and no subject line of curriculum `{curriculum}`: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: edition all, themes some, subject_lines some), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    let in_themes = curriculum.themes.iter().map(|theme| theme.competences);
    let in_lines = curriculum.subject_lines.iter().map(|line| line.competences);
    let of_edition = |competence: &Competence| competence.edition() == Some(case.edition());
    let required: Set<Competence> = Competence::ALL.iter().copied().filter(of_edition).collect();
    let missing = in_themes.chain(in_lines).fold(required, Set::without);
    findings.judge(About::the(SubjectKind::Curriculum, &curriculum.id), missing.is_empty(), Standing::DUE, || {
        Shortfall::new(at!(Curriculum: themes), facts! { curriculum: &curriculum.id, missing: missing })
    });
    findings.answer(Reason::NothingToJudge)
}
