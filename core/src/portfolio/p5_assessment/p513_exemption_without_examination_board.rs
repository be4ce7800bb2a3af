//! `TK-P513`: an exemption from what is examined is granted by the examination board.

use crate::documents::{Authority, ExemptionOf};
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P513",
    name: "exemption-without-examination-board",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Statute,
    norms: &[],
    facts: &[("of", FactKind::word::<ExemptionOf>()), ("authority", FactKind::word::<Authority>())],
    may_lack: &["authority"],
    gives_way_to: &[],
    step: Step::AskBoard,
    acts: Actor::ExaminationBoard,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Law(Text {
        nl: "WHW, artikel 7.12b, eerste lid, onder d",
        en: "WHW art. 7.12b(1)(d)",
    })]),
    texts: texts! {
        title: { nl: "vrijstelling zonder examencommissie", en: "exemption without the examination board" },
        asks: {
            nl: "Elke vrijstelling is verleend door de examencommissie, behalve die van voorlezen en vertellen of van de specialisatie.",
            en: "Every exemption is granted by the examination board, except one from reading aloud and storytelling or from the specialisation."
        },
        why: {
            nl: "Volgens de wet verleent de examencommissie vrijstelling van tentamens.",
            en: "By law, it is the examination board that grants exemptions from examinations."
        },
        fix: {
            nl: "Leg vast dat de examencommissie de vrijstelling heeft verleend, of vraag haar erom.",
            nl_plain: "Vraag je opleiding of de examencommissie de vrijstelling gaf, en vul dat in.",
            en: "Record that the examination board granted the exemption, or request it from the board."
        },
        message: {
            nl: "bij {subject} van `{of}` staat niet dat de examencommissie die heeft verleend[; er staat: `{authority}`]",
            nl_plain: "vraag je opleiding of de examencommissie {subject} heeft gegeven, en vul dat in[; er staat nu: `{authority}`]",
            en: "{subject} from `{of}` is not recorded as granted by the examination board[; recorded: `{authority}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: exemptions each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let granted = case.portfolio().exemptions.iter().enumerate().filter(|(_, one)| case.has_begun(one.granted_on));
    for (at, exemption) in granted {
        // Reading aloud and the specialisation are not examined.
        if matches!(exemption.of, ExemptionOf::ReadingAloud | ExemptionOf::Specialisation) {
            continue;
        }
        let by = exemption.granted_by;
        let about = About::the(SubjectKind::Exemption, &exemption.id);
        findings.judge(about, by == Some(Authority::ExaminationBoard), Standing::DUE, || {
            let facts = facts! { of: exemption.of }.and("authority", by);
            Shortfall::new(at!(Portfolio: exemptions[at].granted_by), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
