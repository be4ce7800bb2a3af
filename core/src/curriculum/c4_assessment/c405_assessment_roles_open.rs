//! `TK-C405`: what each partner does in assessing is laid down.

use crate::curriculum::prelude::*;
use crate::documents::Partner;
use crate::language::Text;
use crate::text::says_something;

pub(crate) static META: Meta = Meta {
    code: "TK-C405",
    name: "assessment-roles-open",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Statute,
    norms: &[],
    facts: in_build!(&[("curriculum", FactKind::Id), ("partner", FactKind::word::<Partner>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Talk,
    acts: Actor::Office,
    window: Window::TRAINING_SCHOOL_SCHEME,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Law(Text {
            nl: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), bijlage 1: facet 1.5 in het kader van 2009, standaard 3 in dat van 2013",
            en: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), annex 1: facet 1.5 in the framework of 2009, standard 3 in that of 2013",
        }),
        Source::Own(Text {
            nl: "het toetskader is de plaats hiervoor, en de partners zijn het opleidingsinstituut en de opleidingsscholen",
            en: "the assessment framework is the place for this, and the partners are the institute and the training schools",
        }),
    ]),
    texts: texts! {
        title: { nl: "taken bij het beoordelen niet vastgelegd", en: "assessment roles open" },
        asks: {
            nl: "Begint het eerste cohort in een van de schooljaren 2009-2010 tot en met 2016-2017, dan staan in het toetskader de taken en de verantwoordelijkheid van het opleidingsinstituut en van de opleidingsscholen.",
            en: "Where the first cohort begins in one of the school years 2009-2010 to 2016-2017, the assessment framework contains the tasks and the responsibility of the institute and of the training schools."
        },
        why: {
            nl: "Volgens de regeling zijn er bij beoordeling en toetsing heldere afspraken over de rol, de taken en de verantwoordelijkheden van elke partner.",
            en: "The scheme requires clear agreements on the role, the tasks and the responsibilities of each partner in assessment."
        },
        fix: {
            nl: "Spreek af wat de partner bij het beoordelen doet en waarvoor die verantwoordelijk is, en leg dat vast in het toetskader.",
            nl_plain: "Overleg wat de partner bij het beoordelen doet en waarvoor die verantwoordelijk is, en vul dat in.",
            en: "Agree on what the partner does in assessment and what it is responsible for, and record that in the assessment framework."
        },
        message: {
            nl: "in het toetskader van opleidingsprogramma `{curriculum}` staan taken en verantwoordelijkheid niet allebei; partner: `{partner}`",
            nl_plain: "vul bij opleidingsprogramma `{curriculum}` de taken en de verantwoordelijkheid in van een partner die mee beoordeelt: `{partner}`",
            en: "the assessment framework of curriculum `{curriculum}` does not contain both tasks and responsibility of: `{partner}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: assessment some), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    let tasks = || curriculum.assessment.iter().flat_map(|framework| &framework.partners);
    let says = |text: &Option<_>| text.as_deref().is_some_and(says_something);
    for partner in [Partner::Institute, Partner::Schools] {
        let met = tasks().any(|task| task.partner == partner && says(&task.tasks) && says(&task.responsibility));
        findings.judge(About::word(SubjectKind::Partner, partner), met, Standing::DUE, || {
            let facts = facts! { curriculum: &curriculum.id, partner: partner };
            Shortfall::new(at!(Curriculum: assessment.partners), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
