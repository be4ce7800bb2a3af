//! `TK-X206`: research is about a topic of the research agenda of the school. It needs the partnership.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-X206",
    name: "theme-off-the-research-agenda",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("schools", FactKind::Ids), ("topic", FactKind::Id)],
    may_lack: &["topic"],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "onderzoek buiten de onderzoeksagenda", en: "research outside the research agenda" },
        asks: {
            nl: "Een schoolontwikkelingsthema, en het afstudeeronderzoek, hoort bij een onderwerp van de onderzoeksagenda van de school, als die er een heeft.",
            en: "A school development theme, and the graduation research, belongs to a topic of the research agenda of the school, where it has one."
        },
        why: {
            nl: "De onderwerpen van de scholen hangen meestal samen met het beleid van het bestuur en de meerjarenplannen van de scholen: de onderzoeksagenda.",
            en: "The topics of the schools are mostly related to the policy of the board and the multi-year plans of the schools: the research agenda."
        },
        fix: {
            nl: "Kies met de school een onderwerp van de onderzoeksagenda, en leg het vast.",
            nl_plain: "Bespreek met je schoolopleider bij welk onderwerp van de onderzoeksagenda je onderzoek hoort, en vul dat in.",
            en: "Choose a topic of the research agenda together with the school, and record it."
        },
        message: {
            nl: "{subject} hoort bij geen onderwerp van de onderzoeksagenda van de school: `{schools}`[; vastgelegd onderwerp: `{topic}`]",
            nl_plain: "kies bij {subject} een onderwerp van de onderzoeksagenda van je school: `{schools}`[; nu staat er: `{topic}`]",
            en: "{subject} belongs to no topic of the research agenda of the school: `{schools}`[; recorded topic: `{topic}`]"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "partnership")]
pub(super) use checked::RULE;

#[cfg(feature = "partnership")]
mod checked {
    use super::META;
    use crate::documents::PlacementKind;
    use crate::finding::Path;
    use crate::partnership::Network;
    use crate::portfolio::prelude::*;
    use crate::portfolio::stays::schools_path;
    use crate::sort::sorted;
    use crate::values::{SchoolId, Set, StudyYear, TopicId};

    pub(in crate::portfolio) static RULE: Rule<Portfolios> = Rule {
        meta: &META,
        when: When::ALWAYS,
        reads: reads!(Portfolio: student all, placements named, research each),
        check,
    };

    /// A school with a research agenda: the partnership, the position and the id.
    type Agenda<'a> = (&'a Network, usize, &'a SchoolId<'a>);

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        // The partnerships of each study year: one that is repeated has several.
        let mut networks: [Vec<&Network>; 4] = Default::default();
        for entry in case.entries() {
            let of_year = networks.get_mut(usize::from(entry.study_year.get()).saturating_sub(1));
            of_year.into_iter().for_each(|of_year| of_year.extend(case.network(entry.school_year)));
        }
        let networks_of = |years: Set<StudyYear>| {
            let of_year = |year: StudyYear| networks.get(usize::from(year.get()).saturating_sub(1));
            years.iter().filter_map(of_year).flatten().copied().listed()
        };
        for (at, theme) in case.development_themes() {
            let Some(school) = &theme.school else { continue };
            let networks = networks_of(case.study_years_of_theme(theme)).into_iter();
            let agendas = networks.filter_map(|network| Some((network, network.school_at(school)?, school)));
            let agendas = agendas.filter(|(network, school, _)| network.has_agenda(*school)).listed();
            let about = About::the(SubjectKind::SchoolDevelopmentTheme, &theme.id);
            let path = at!(Portfolio: research.school_development_themes[at].agenda_topic);
            judge(findings, about, path, &agendas, theme.agenda_topic.as_ref());
        }
        if let (Some(research), Some(year)) = (case.graduation(), case.graduation_year()) {
            let placements = case.placements_in(year).map(|(_, placement)| placement);
            let placements = placements.filter(|placement| placement.kind != Some(PlacementKind::Abroad));
            let agendas = placements.filter_map(|placement| {
                let (network, school) = (case.network(case.school_year_of(placement)?)?, placement.school.as_ref()?);
                Some((network, network.school_at(school)?, school))
            });
            let agendas = agendas.filter(|(network, school, _)| network.has_agenda(*school)).listed();
            let topic = research.agenda_topic.as_ref();
            // The school with the topic may be that of a placement that was lost.
            if findings.may_be_lost() && !is_on(&agendas, topic) {
                findings.cannot_judge();
            } else {
                let about = About::one(SubjectKind::GraduationResearch);
                judge(findings, about, at!(Portfolio: research.graduation.agenda_topic), &agendas, topic);
            }
        }
        findings.answer(Reason::NothingToJudge)
    }

    /// Whether a topic is on one of these agendas.
    fn is_on(agendas: &[Agenda<'_>], topic: Option<&TopicId<'_>>) -> bool {
        topic.is_some_and(|topic| agendas.iter().any(|(network, school, _)| network.is_on_agenda(*school, topic)))
    }

    /// Judges research at schools of which some have an agenda.
    fn judge(
        findings: &mut Findings<'_, '_>,
        about: About<'_>,
        path: Path,
        agendas: &[Agenda<'_>],
        topic: Option<&TopicId<'_>>,
    ) {
        let Some((network, school, _)) = agendas.first() else { return };
        findings.judge(about, is_on(agendas, topic), Standing::DUE, || {
            let mut schools = sorted(agendas.iter().map(|(.., id)| *id).collect(), Ord::cmp);
            schools.dedup();
            let shortfall = Shortfall::new(path, facts! { schools: schools }.and("topic", topic));
            shortfall.against(&network.used().document, schools_path(*school))
        });
    }
}
