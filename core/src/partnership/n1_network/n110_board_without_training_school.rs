//! `TK-N110`: every board in the network has a training school.

use crate::partnership::prelude::*;
use crate::sort::Texts;
use crate::values::BoardId;

pub(crate) static META: Meta = Meta {
    code: "TK-N110",
    name: "board-without-training-school",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: in_build!(&[("board", FactKind::Id)]),
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
            nl: "het katern zegt dat schoolbesturen en scholen samen verantwoordelijk zijn; dat elk bestuur een opleidingsschool heeft, is afgeleid",
            en: "the booklet says that boards and schools share responsibility; that every board has a training school is inferred",
        }),
    ]),
    texts: texts! {
        title: { nl: "schoolbestuur zonder opleidingsschool", en: "board without training school" },
        asks: {
            nl: "Elk schoolbestuur in het netwerk staat bij minstens één opleidingsschool.",
            en: "Every school board in the network is recorded for at least one training school."
        },
        why: {
            nl: "Volgens het katern zijn schoolbesturen, scholen en opleidingsinstituut samen verantwoordelijk voor het opleiden.",
            en: "According to the booklet, school boards, schools and the institute share responsibility for training."
        },
        fix: {
            nl: "Leg vast welke opleidingsscholen bij het bestuur horen, of haal het bestuur weg.",
            nl_plain: "Vul in welke scholen bij het bestuur horen, of haal het bestuur weg.",
            en: "Record which training schools belong to the board, or remove the board."
        },
        message: {
            nl: "bij geen enkele opleidingsschool staat schoolbestuur `{board}`",
            nl_plain: "vul in welke scholen bij bestuur `{board}` horen, of haal het bestuur weg",
            en: "school board `{board}` is recorded for no training school"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: boards each, schools some), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let of_schools = case.partnership().schools.iter().filter_map(|school| school.board.as_ref());
    let of_schools = Texts::of(of_schools.map(BoardId::as_str));
    for (at, board) in case.boards() {
        let met = of_schools.has(board.id.as_str());
        findings.judge(About::the(SubjectKind::Board, &board.id), met, Standing::DUE, || {
            Shortfall::new(at!(Partnership: boards[at]), facts! { board: &board.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
