//! `TK-N605`: a beginning teacher takes part in the training of the network.

use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N605",
    name: "beginning-teacher-left-out",
    severity: Some(Severity::Error),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("person", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "beginnende leraar niet betrokken", en: "beginning teacher left out" },
        asks: {
            nl: "Bij elke beginnende leraar staat waarbij die in het schooljaar betrokken is, zoals coaching, scholing of een professionele leergemeenschap (PLG).",
            en: "For every beginning teacher, something is recorded that the teacher is involved in during the school year, such as coaching, training or a professional learning community."
        },
        why: {
            nl: "Volgens het katern nemen de schoolbesturen de verantwoordelijkheid om de beginnende leraar bij Opleiden in de School te betrekken.",
            en: "According to the booklet, the school boards take responsibility for involving the beginning teacher in Opleiden in de School (school-based training)."
        },
        fix: {
            nl: "Betrek de beginnende leraar bij coaching, scholing of een professionele leergemeenschap, of leg vast waarbij die betrokken is.",
            nl_plain: "Bespreek waaraan de beginnende leraar gaat meedoen, of vul in waaraan die al meedoet.",
            en: "Involve the beginning teacher in coaching, training or a professional learning community, or record what the teacher is involved in."
        },
        message: {
            nl: "bij beginnende leraar `{person}` staat niet waarbij die betrokken is",
            nl_plain: "vul in waaraan beginnende leraar `{person}` meedoet, of bespreek waaraan die gaat meedoen",
            en: "nothing is recorded that beginning teacher `{person}` is involved in"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: beginning_teachers each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, teacher) in case.partnership().beginning_teachers.iter().enumerate() {
        if teacher.since.is_some_and(|since| since > case.day()) {
            continue;
        }
        let about = About::the(SubjectKind::Person, &teacher.person);
        findings.judge(about, !teacher.involved_in.is_empty(), case.by_year_end(), || {
            let facts = facts! { person: &teacher.person };
            Shortfall::new(at!(Partnership: beginning_teachers[at].involved_in), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
