//! `TK-K302`: essential knowledge is determined by experts of both sides.

use crate::documents::ExpertSide;
use crate::grammar::Closed as _;
use crate::knowledge_base::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-K302",
    name: "knowledge-set-one-sided",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("knowledge", FactKind::Id), ("missing", FactKind::words::<ExpertSide>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "essentiële kennis eenzijdig vastgesteld", en: "knowledge set one-sided" },
        asks: {
            nl: "Bij essentiële kennis staan als vaststellers experts uit het basisonderwijs en van de hogeschool.",
            en: "For essential knowledge, experts from primary education and from the institute are recorded as having determined it."
        },
        why: {
            nl: "Experts uit het basisonderwijs en van de hogeschool hebben vastgesteld welke kennis essentieel is voor de leraar.",
            en: "Experts from primary education and from the institute have determined which knowledge is essential for the teacher."
        },
        fix: {
            nl: "Stel de kennis vast met een expert van de ontbrekende kant, of leg vast wie dat was.",
            nl_plain: "Vraag een expert van de kant die ontbreekt om mee te beslissen, en vul in wie dat is.",
            en: "Determine the knowledge together with an expert from the missing side, or record who that was."
        },
        message: {
            nl: "bij de vaststellers van essentiële kennis `{knowledge}` staat geen expert; kant: `{missing}`",
            nl_plain: "vraag een expert om mee te beslissen over essentiële kennis `{knowledge}`; nog nodig, een expert uit: `{missing}`",
            en: "no expert among those who determined essential knowledge `{knowledge}`; side: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> =
    Rule { meta: &META, when: (), reads: reads!(KnowledgeBase: knowledge each), check };

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let both: Set<ExpertSide> = ExpertSide::ALL.iter().copied().collect();
    for (at, knowledge) in case.knowledge() {
        let missing = both.without(knowledge.set_by.iter().map(|setter| setter.side).collect());
        findings.judge(About::the(SubjectKind::Knowledge, &knowledge.id), missing.is_empty(), Standing::DUE, || {
            let facts = facts! { knowledge: &knowledge.id, missing: missing };
            Shortfall::new(at!(KnowledgeBase: knowledge[at].set_by), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
