//! `TK-X203`: a school trainer of a placement serves its school. It needs the partnership.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-X203",
    name: "trainer-of-other-school",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("person", FactKind::Id), ("school", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[&super::x201_school_unknown_to_partnership::META],
    step: Step::CorrectData,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::ProfessioneleKwaliteit])]),
    texts: texts! {
        title: { nl: "schoolopleider van een andere school", en: "school trainer of another school" },
        asks: {
            nl: "Elke schoolopleider van een plaatsing is op een dag van de plaatsing schoolopleider van die school, volgens het partnerschap van dat schooljaar.",
            en: "Every school trainer of a placement serves that school on a day of the placement, according to the partnership of that school year."
        },
        why: {
            nl: "De schoolopleider begeleidt en beoordeelt samen met de instituutsopleider de studenten van de school.",
            en: "Together with the institute trainer, the school trainer guides and assesses the students of the school."
        },
        fix: {
            nl: "Leg de schoolopleider van de plaatsing goed vast, of laat het partnerschap vastleggen voor welke scholen de schoolopleider werkt.",
            nl_plain: "Kijk na of je de goede schoolopleider hebt ingevuld, of vraag je instituutsopleider wie dat is op je school.",
            en: "Correct the school trainer of the placement, or have the partnership record which schools the trainer serves."
        },
        message: {
            nl: "schoolopleider `{person}` van {subject} is bij het partnerschap geen schoolopleider van school `{school}`",
            nl_plain: "vraag je instituutsopleider wie schoolopleider is van school `{school}`, en verbeter zo nodig `{person}` bij {subject}",
            en: "school trainer `{person}` of {subject} does not serve school `{school}` according to the partnership"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "partnership")]
pub(super) use checked::RULE;

#[cfg(feature = "partnership")]
mod checked {
    use super::META;
    use crate::frameworks::Role;
    use crate::portfolio::prelude::*;
    use crate::portfolio::stays::{begun, stays};
    use crate::values::PersonId;

    pub(in crate::portfolio) static RULE: Rule<Portfolios> =
        Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: student all, placements each), check };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        for stay in stays(case) {
            let Some(school) = &stay.placement.school else { continue };
            let school_at = stay.school();
            let serves = |person: &PersonId<'_>| {
                let both = stay.network.person_at(person).zip(school_at);
                both.is_some_and(|(person, school)| {
                    stay.network.holds_role_at(person, Role::SchoolTrainer, school, stay.from, stay.until)
                })
            };
            let those = begun(case, &stay.placement.trainers);
            let those = those.filter(|(_, one)| one.role == Some(Role::SchoolTrainer));
            let mut those = those.peekable();
            if those.peek().is_none() {
                continue;
            }
            let about = About::the(SubjectKind::Placement, &stay.placement.id);
            let others = those.filter(|(_, one)| !serves(&one.person));
            findings.judge_each(about, others, Standing::DUE, |(to, one)| {
                let path = at!(Portfolio: placements[stay.at].trainers[to]);
                let shortfall = Shortfall::new(path, facts! { person: &one.person, school: school });
                shortfall.against(&stay.network.used().document, stay.persons_path(&one.person))
            });
        }
        findings.answer(Reason::NothingToJudge)
    }
}
