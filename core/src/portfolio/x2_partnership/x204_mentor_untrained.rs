//! `TK-X204`: a mentor of a placement has followed a training for mentors. It needs the partnership.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-X204",
    name: "mentor-untrained",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("person", FactKind::Id), ("on", FactKind::Date)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::ScholingMentoren])]),
    texts: texts! {
        title: { nl: "mentor zonder scholing", en: "mentor without training" },
        asks: {
            nl: "Elke mentor van een plaatsing die het partnerschap van dat schooljaar kent, heeft een scholing voor mentoren gevolgd.",
            en: "Every mentor of a placement whom the partnership of that school year knows has followed a training for mentors."
        },
        why: {
            nl: "De mentoren van bijna alle opleidingsscholen zijn geschoold in begeleidingsvaardigheden.",
            en: "The mentors of nearly all training schools are trained in guidance skills."
        },
        fix: {
            nl: "Laat de mentor een scholing volgen, of leg vast op welke dag dat is gebeurd; dat doet de schoolopleider.",
            nl_plain: "Vraag je schoolopleider of je mentor een scholing voor mentoren heeft gevolgd of gaat volgen.",
            en: "Have the mentor follow a training, or record the day on which that was done; this is up to the school trainer."
        },
        message: {
            nl: "bij mentor `{person}` van {subject} is bij het partnerschap geen gevolgde scholing voor mentoren vastgelegd, tot en met `{on}`",
            nl_plain: "vraag je schoolopleider of `{person}`, je mentor bij {subject}, al scholing voor mentoren heeft gehad (nagekeken tot en met `{on}`)",
            en: "of mentor `{person}` of {subject}, the partnership records no training for mentors followed by `{on}`"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "partnership")]
pub(super) use checked::RULE;

#[cfg(feature = "partnership")]
mod checked {
    use super::META;
    use crate::portfolio::prelude::*;
    use crate::portfolio::stays::{begun, stays};

    pub(in crate::portfolio) static RULE: Rule<Portfolios> =
        Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: student all, placements each), check };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        for stay in stays(case) {
            let day = stay.network.day_of_judgement(case.as_of());
            let known = begun(case, &stay.placement.mentors);
            let mut known =
                known.filter_map(|(to, one)| Some((to, one, stay.network.person_at(&one.person)?))).peekable();
            if known.peek().is_none() {
                continue;
            }
            let about = About::the(SubjectKind::Placement, &stay.placement.id);
            let untrained = known.filter(|(.., person)| !stay.network.is_trained_mentor(*person, day));
            findings.judge_each(about, untrained, Standing::DUE, |(to, one, _)| {
                let path = at!(Portfolio: placements[stay.at].mentors[to]);
                let shortfall = Shortfall::new(path, facts! { person: &one.person, on: day });
                shortfall.against(&stay.network.used().document, stay.persons_path(&one.person))
            });
        }
        findings.answer(Reason::NothingToJudge)
    }
}
