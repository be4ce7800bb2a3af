//! `TK-X207`: portfolio and partnership agree on where the student is. It needs the partnership.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-X207",
    name: "placement-not-in-the-books",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("schoolYear", FactKind::SchoolYear), ("portfolio", FactKind::Ids), ("partnership", FactKind::Ids)],
    may_lack: &["portfolio", "partnership"],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "het portfolio en het partnerschap leggen dezelfde plaatsingen vast",
        en: "the portfolio and the partnership record the same placements",
    })]),
    texts: texts! {
        title: { nl: "plaatsing in portfolio en partnerschap verschilt", en: "placement differs between portfolio and partnership" },
        asks: {
            nl: "De scholen van de gewone plaatsingen van een schooljaar zijn de scholen waarop het partnerschap van dat schooljaar de student heeft geplaatst; een school van een LIO-stage mag daarbij staan.",
            en: "The schools of the regular placements of a school year are those at which the partnership of that school year has placed the student; the school of a LIO placement may be among them."
        },
        why: {
            nl: "Wie niet op de goede school staat, telt niet mee bij de plaatsen en de opleiders van die school.",
            en: "A student who is not listed at the right school does not count for the places and the trainers of that school."
        },
        fix: {
            nl: "Verbeter de plaatsing in het portfolio, of laat het partnerschap de plaatsing verbeteren.",
            nl_plain: "Kijk na of je scholen kloppen, of vraag je opleiding om je plaats bij het partnerschap te verbeteren.",
            en: "Correct the placement in the portfolio, or have the partnership correct it."
        },
        message: {
            nl: "het portfolio en het partnerschap verschillen over de scholen van {subject} in schooljaar `{schoolYear}`[; alleen in het portfolio: `{portfolio}`][; alleen bij het partnerschap: `{partnership}`]",
            nl_plain: "vraag je opleiding welke scholen kloppen voor {subject} in `{schoolYear}`[; alleen in je portfolio: `{portfolio}`][; alleen bij het partnerschap: `{partnership}`]",
            en: "the portfolio and the partnership differ on the schools of {subject} in school year `{schoolYear}`[; in the portfolio alone: `{portfolio}`][; at the partnership alone: `{partnership}`]"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "partnership")]
pub(super) use checked::RULE;

#[cfg(feature = "partnership")]
mod checked {
    use super::META;
    use crate::documents::{Partnership, Placement, PlacementKind};
    use crate::portfolio::prelude::*;
    use crate::portfolio::stays::is_regular;
    use crate::sort::sorted;
    use crate::values::{SchoolId, SchoolYear};

    pub(in crate::portfolio) static RULE: Rule<Portfolios> =
        Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: student all, placements all), check };

    /// Schools by school year, in order, each one time.
    type Schools<'a> = Vec<(Option<SchoolYear>, &'a SchoolId<'a>)>;

    fn schools_of<'a>(case: &PortfolioCase<'a>, is_one: impl Fn(&Placement<'_>) -> bool) -> Schools<'a> {
        let those = case.placements().map(|(_, placement)| placement).filter(|placement| is_one(placement));
        let schools = those.filter_map(|placement| Some((case.school_year_of(placement), placement.school.as_ref()?)));
        let mut schools = sorted(schools.listed(), Ord::cmp);
        schools.dedup();
        schools
    }

    /// Those of one school year, or of none that is known.
    fn of_year<'s, 'a>(
        schools: &'s Schools<'a>,
        year: Option<SchoolYear>,
    ) -> &'s [(Option<SchoolYear>, &'a SchoolId<'a>)] {
        let rest = schools.get(schools.partition_point(|(own, _)| *own < year)..).unwrap_or_default();
        rest.get(..rest.partition_point(|(own, _)| *own == year)).unwrap_or_default()
    }

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        let student = &case.portfolio().student.id;
        let regular = schools_of(case, is_regular);
        let as_teacher = schools_of(case, |placement| placement.kind == Some(PlacementKind::Lio));
        let has = |schools: &Schools<'_>, year: Option<SchoolYear>, school: &SchoolId<'_>| {
            of_year(schools, year).binary_search_by(|(_, own)| (*own).cmp(school)).is_ok()
        };
        let regular_ones = case.placements().filter(|(_, placement)| is_regular(placement));
        let placed = sorted(regular_ones.map(|(_, placement)| case.school_year_of(placement)).listed(), Ord::cmp);
        let mut unknown = false;
        for network in case.networks() {
            let year = Some(network.school_year());
            let listed = network.placed(student, case.as_of()).listed();
            let is_placed = placed.binary_search(&year).is_ok();
            if listed.is_empty() && !is_placed {
                continue;
            }
            let mut there = sorted(listed.iter().filter_map(|(_, one)| one.school.as_ref()).listed(), Ord::cmp);
            there.dedup();
            let here = of_year(&regular, year).iter().map(|(_, school)| *school);
            let here = here.filter(|school| there.binary_search_by(|other| (*other).cmp(school)).is_err()).listed();
            there.retain(|school| !has(&regular, year, school) && !has(&as_teacher, year, school));
            // A placement of a school year that nobody knows may be the one at that school.
            let of_no_year = |school: &&SchoolId<'_>| has(&regular, None, school) || has(&as_teacher, None, school);
            let may_agree = here.is_empty() && !there.is_empty() && there.iter().all(of_no_year);
            if may_agree {
                unknown = true;
                continue;
            }
            let agree = here.is_empty() && there.is_empty() && !listed.is_empty();
            findings.judge(About::the(SubjectKind::Student, student), agree, Standing::DUE, || {
                let some = |schools: Vec<_>| Some(schools).filter(|schools| !schools.is_empty());
                let facts = facts! { schoolYear: network.school_year() };
                let facts = facts.and("portfolio", some(here)).and("partnership", some(there));
                let place = match listed.first() {
                    Some((at, _)) => at!(Partnership: students[*at]),
                    None => at!(Partnership: students),
                };
                Shortfall::new(at!(Portfolio: placements), facts).against(&network.used().document, place)
            });
        }
        findings.answer(Reason::NothingToJudge).unless(unknown, Reason::NotRecorded)
    }
}
