//! `TK-X202`: a mentor of a placement is a mentor at its school. It needs the partnership.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-X202",
    name: "mentor-of-other-school",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("person", FactKind::Id), ("school", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[&super::x201_school_unknown_to_partnership::META],
    step: Step::CorrectData,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::DeMentor])]),
    texts: texts! {
        title: { nl: "mentor van een andere school", en: "mentor of another school" },
        asks: {
            nl: "Elke mentor van een plaatsing is op een dag van de plaatsing mentor op die school, volgens het partnerschap van dat schooljaar.",
            en: "Every mentor of a placement is a mentor at that school on a day of the placement, according to the partnership of that school year."
        },
        why: {
            nl: "De mentor is groepsleraar en begeleidt de student in de klas van de eigen school.",
            en: "The mentor is a group teacher who guides the student in the class at their own school."
        },
        fix: {
            nl: "Leg de mentor van de plaatsing goed vast, of laat het partnerschap vastleggen op welke school de mentor werkt.",
            nl_plain: "Kijk na of je de goede mentor hebt ingevuld, of vraag je schoolopleider om het bij het partnerschap te verbeteren.",
            en: "Correct the mentor of the placement, or have the partnership record at which school the mentor works."
        },
        message: {
            nl: "mentor `{person}` van {subject} is bij het partnerschap geen mentor op school `{school}`",
            nl_plain: "vraag je schoolopleider of `{person}` mentor is op school `{school}`, en verbeter zo nodig je mentor bij {subject}",
            en: "mentor `{person}` of {subject} is not a mentor at school `{school}` according to the partnership"
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
                    stay.network.holds_role_at(person, Role::Mentor, school, stay.from, stay.until)
                })
            };
            let those = begun(case, &stay.placement.mentors);
            let mut those = those.peekable();
            if those.peek().is_none() {
                continue;
            }
            let about = About::the(SubjectKind::Placement, &stay.placement.id);
            let others = those.filter(|(_, one)| !serves(&one.person));
            findings.judge_each(about, others, Standing::DUE, |(to, one)| {
                let path = at!(Portfolio: placements[stay.at].mentors[to]);
                let shortfall = Shortfall::new(path, facts! { person: &one.person, school: school });
                shortfall.against(&stay.network.used().document, stay.persons_path(&one.person))
            });
        }
        findings.answer(Reason::NothingToJudge)
    }
}
