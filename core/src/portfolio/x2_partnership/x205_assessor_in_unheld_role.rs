//! `TK-X205`: assessors hold the role in which they assess. It needs the partnership.

use crate::frameworks::Role;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-X205",
    name: "assessor-in-unheld-role",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("person", FactKind::Id), ("role", FactKind::word::<Role>()), ("on", FactKind::Date)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::ProfessioneleKwaliteit, Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "beoordelaar in een rol die het partnerschap niet kent", en: "assessor in a role that the partnership does not know" },
        asks: {
            nl: "Elke beoordelaar heeft op de dag van de beoordeling de vastgelegde rol, volgens het partnerschap van dat schooljaar; de rollen student en leraar blijven buiten beschouwing.",
            en: "On the day of the assessment, every assessor holds the recorded role, according to the partnership of that school year; the roles of student and teacher are left out."
        },
        why: {
            nl: "Een duo van school- en instituutsopleider beoordeelt de professionele ontwikkeling, en inhoudelijke en methodologische experts beoordelen het onderzoek.",
            en: "Professional development is assessed by a duo of school and institute trainer, and research by subject and methodological experts."
        },
        fix: {
            nl: "Leg de rol van de beoordelaar goed vast, of laat het partnerschap de rol vastleggen.",
            nl_plain: "Kijk na of de rol van je beoordelaar klopt, of vraag je instituutsopleider om die te verbeteren.",
            en: "Correct the role of the assessor, or have the partnership record the role."
        },
        message: {
            nl: "beoordelaar `{person}` van {subject} had op `{on}` bij het partnerschap niet de rol `{role}`",
            nl_plain: "vraag `{person}` of de rol bij {subject} klopt: `{role}`; op `{on}` stond die niet bij het partnerschap",
            en: "according to the partnership, assessor `{person}` of {subject} did not hold the role `{role}` on `{on}`"
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
    use crate::portfolio::stays::persons_path;
    use crate::values::SchoolYear;

    pub(in crate::portfolio) static RULE: Rule<Portfolios> =
        Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: student all, assessments each), check };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        for (at, made) in case.assessments() {
            let Some(day) = made.date else { continue };
            let Some(network) = SchoolYear::of(day).and_then(|school_year| case.network(school_year)) else { continue };
            let in_role = made.assessors.iter().enumerate().filter_map(|(to, one)| Some((to, one, one.role?)));
            let mut in_role = in_role.filter(|(.., role)| !matches!(role, Role::Student | Role::Teacher)).peekable();
            if in_role.peek().is_none() {
                continue;
            }
            let about = About::the(SubjectKind::Assessment, &made.id);
            let others = in_role.filter(|(_, one, role)| {
                let person = network.person_at(&one.person);
                !person.is_some_and(|person| network.holds_role(person, *role, day))
            });
            findings.judge_each(about, others, Standing::DUE, |(to, one, role)| {
                let path = at!(Portfolio: assessments[at].assessors[to].role);
                let shortfall = Shortfall::new(path, facts! { person: &one.person, role: role, on: day });
                shortfall.against(&network.used().document, persons_path(network, &one.person))
            });
        }
        findings.answer(Reason::NothingToJudge)
    }
}
