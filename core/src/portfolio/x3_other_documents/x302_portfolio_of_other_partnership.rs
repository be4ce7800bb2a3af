//! `TK-X302`: a partnership that lists the student is the one that the portfolio names. It needs the partnership.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-X302",
    name: "portfolio-of-other-partnership",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("schoolYear", FactKind::SchoolYear), ("partnership", FactKind::Id), ("named", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "een student is in een schooljaar van een partnerschap",
        en: "a student belongs to one partnership in a school year",
    })]),
    texts: texts! {
        title: { nl: "portfolio van een ander partnerschap", en: "portfolio of another partnership" },
        asks: {
            nl: "Een partnerschap dat de student in een schooljaar plaatst, is het partnerschap dat in het portfolio bij dat schooljaar staat, of anders bij de student.",
            en: "A partnership that places the student in a school year is the one that the portfolio names for that school year, or else for the student."
        },
        why: {
            nl: "Een student telt in een schooljaar bij één partnerschap mee.",
            en: "In a school year, a student counts for one partnership."
        },
        fix: {
            nl: "Leg bij het schooljaar het partnerschap van de student vast, of haal de student weg bij het andere partnerschap.",
            nl_plain: "Vraag je opleiding bij welk partnerschap je hoort, en vul dat in.",
            en: "Record the partnership of the student with the school year, or remove the student from the other partnership."
        },
        message: {
            nl: "partnerschap `{partnership}` plaatst {subject} in schooljaar `{schoolYear}`, maar het portfolio hoort bij partnerschap `{named}`",
            nl_plain: "vraag je opleiding of {subject} in `{schoolYear}` bij partnerschap `{partnership}` hoort of bij `{named}`, en verbeter dat in je portfolio",
            en: "partnership `{partnership}` places {subject} in school year `{schoolYear}`, although the portfolio belongs to partnership `{named}`"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "partnership")]
pub(super) use checked::RULE;

#[cfg(feature = "partnership")]
mod checked {
    use super::META;
    use crate::documents::Partnership;
    use crate::portfolio::prelude::*;

    pub(in crate::portfolio) static RULE: Rule<Portfolios> =
        Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: student all), check };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        let student = &case.portfolio().student;
        for network in case.listing() {
            let school_year = network.school_year();
            let Some(named) = case.partnership_in(school_year) else { continue };
            let Some((listed_at, _)) = network.placed(&student.id, case.as_of()).next() else { continue };
            let given = &network.document.id;
            let is_it = given.as_str() == named.as_str();
            findings.judge(About::the(SubjectKind::Student, &student.id), is_it, Standing::DUE, || {
                let entry =
                    |one: &crate::documents::YearEntry<'_>| one.school_year == school_year && one.partnership.is_some();
                let path = match student.years.iter().rposition(entry) {
                    Some(at) => at!(Portfolio: student.years[at].partnership),
                    None => at!(Portfolio: student.partnership),
                };
                let facts = facts! { schoolYear: school_year, partnership: given, named: named };
                let shortfall = Shortfall::new(path, facts);
                shortfall.against(&network.used().document, at!(Partnership: students[listed_at]))
            });
        }
        findings.answer(Reason::NothingToJudge)
    }
}
