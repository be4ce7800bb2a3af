//! `TK-P413`: somebody confirms that evidence is the student's own work.

use super::VRAAK;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P413",
    name: "evidence-without-author",
    severity: None,
    phase: Phase::Always,
    basis: Basis::Secondary,
    norms: &[],
    facts: &[("evidence", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::Mentor,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[VRAAK]),
    texts: texts! {
        title: {
            nl: "bewijs waarvan niet is bevestigd dat het eigen werk is",
            en: "evidence not confirmed as the student's own work"
        },
        asks: {
            nl: "Bij elk bewijs staat wie, behalve de student zelf, bevestigt dat het eigen werk van de student is.",
            en: "Each piece of evidence records somebody other than the student who confirms that it is the student's own work."
        },
        why: {
            nl: "Authenticiteit is een van de VRAAK-criteria voor bewijs: het is eigen werk.",
            en: "Authenticity is one of the VRAAK criteria for evidence: it is the student's own work."
        },
        fix: {
            nl: "Vraag de mentor of een opleider te bevestigen dat het eigen werk van de student is, en leg vast wie dat deed.",
            nl_plain: "Vraag je mentor of een opleider te bevestigen dat het je eigen werk is, en vul in wie dat deed.",
            en: "Have the mentor or a trainer confirm that it is the student's own work, and record who did so."
        },
        message: {
            nl: "bij {subject} staat niet wie bevestigt dat het eigen werk van de student is",
            nl_plain: "vraag je mentor of een opleider te bevestigen dat {subject} je eigen werk is, en vul in wie dat deed",
            en: "nobody is recorded as confirming that {subject} is the student's own work"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: student named, evidence each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let student = case.portfolio().student.id.as_str();
    for (at, evidence) in case.evidence() {
        let mut others = case.persons(&evidence.vouched_by).filter(|one| one.person.as_str() != student);
        let about = About::the(SubjectKind::Evidence, &evidence.id);
        findings.judge(about, others.next().is_some(), standing_of(evidence.state), || {
            Shortfall::new(at!(Portfolio: evidence[at].vouched_by), facts! { evidence: &evidence.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
