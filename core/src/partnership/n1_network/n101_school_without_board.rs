//! `TK-N101`: every school in the network belongs to a board.

use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N101",
    name: "school-without-board",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: in_build!(&[("school", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Inleiding]),
        Source::Own(Text {
            nl: "het katern zegt dat schoolbesturen en scholen samen verantwoordelijk zijn; dat elke school bij een bestuur hoort, is afgeleid",
            en: "the booklet says that boards and schools share responsibility; that every school belongs to a board is inferred",
        }),
    ]),
    texts: texts! {
        title: { nl: "opleidingsschool zonder bestuur", en: "school without board" },
        asks: {
            nl: "Bij elke opleidingsschool in het netwerk staat bij welk schoolbestuur ze hoort.",
            en: "For every training school in the network, its school board is recorded."
        },
        why: {
            nl: "Volgens het katern zijn schoolbesturen, scholen en opleidingsinstituut samen verantwoordelijk voor het opleiden.",
            en: "According to the booklet, school boards, schools and the institute share responsibility for training."
        },
        fix: {
            nl: "Leg vast bij welk bestuur de opleidingsschool hoort.",
            nl_plain: "Vul in bij welk bestuur de school hoort.",
            en: "Record the board of the training school."
        },
        message: {
            nl: "bij opleidingsschool `{school}` staat geen schoolbestuur",
            nl_plain: "vul in bij welk bestuur school `{school}` hoort",
            en: "no board is recorded for training school `{school}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, school) in case.schools() {
        findings.judge(About::the(SubjectKind::School, &school.id), school.board.is_some(), Standing::DUE, || {
            Shortfall::new(at!(Partnership: schools[at].board), facts! { school: &school.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
