//! `TK-N105`: a cooperation agreement is in force, and every board is party to one.

use crate::partnership::prelude::*;
use crate::sort::Texts;
use crate::values::BoardId;

pub(crate) static META: Meta = Meta {
    code: "TK-N105",
    name: "agreement-missing",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("day", FactKind::Date)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Talk,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "geen geldende samenwerkingsovereenkomst", en: "agreement missing" },
        asks: {
            nl: "Er geldt een samenwerkingsovereenkomst, en elk schoolbestuur in het netwerk is partij bij een overeenkomst die geldt.",
            en: "A cooperation agreement is in force, and every school board in the network is party to one that is."
        },
        why: {
            nl: "Volgens het katern ligt in een samenwerkingsovereenkomst vast hoeveel tijd de schoolopleider heeft.",
            en: "According to the booklet, a cooperation agreement lays down how much time the school trainer has."
        },
        fix: {
            nl: "Sluit een samenwerkingsovereenkomst, of leg vast welke er geldt en welke besturen partij zijn.",
            nl_plain: "Vul in welke samenwerkingsovereenkomst er geldt en voor welke besturen, of overleg over een nieuwe.",
            en: "Conclude a cooperation agreement, or record the one in force and the boards that are party to it."
        },
        message: {
            nl: "er staat geen samenwerkingsovereenkomst die op `{day}` geldt voor {subject}",
            nl_plain: "vul in welke samenwerkingsovereenkomst op `{day}` geldt voor {subject}, of overleg over een nieuwe",
            en: "no cooperation agreement is recorded that is in force on `{day}` for {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: boards each, agreements some), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let day = case.day();
    let shortfall = || Shortfall::new(at!(Partnership: agreements), facts! { day: day });
    let partnership = About::the(SubjectKind::Partnership, &case.partnership().id);
    if case.agreements().next().is_none() {
        // One finding, whatever boards there are; nor is there an agreement that another rule could judge.
        let shortfall = || shortfall().hiding(About::one(SubjectKind::Agreement));
        findings.judge(partnership, false, Standing::DUE, shortfall);
        return findings.answer(Reason::NothingToJudge);
    }
    findings.meets(partnership);
    let for_all = case.agreements().any(|(_, agreement)| agreement.boards.is_empty());
    let parties = case.agreements().flat_map(|(_, agreement)| &agreement.boards);
    let parties = Texts::of(parties.map(BoardId::as_str));
    for (_, board) in case.boards() {
        let met = for_all || parties.has(board.id.as_str());
        findings.judge(About::the(SubjectKind::Board, &board.id), met, Standing::DUE, shortfall);
    }
    findings.answer(Reason::NothingToJudge)
}
