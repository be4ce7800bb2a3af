//! `TK-X103`: the competences in a portfolio are of the edition that applies to the student. It needs the curriculum.

use crate::frameworks::Competence;
use crate::portfolio::prelude::*;
pub(crate) static META: Meta = Meta {
    code: "TK-X103",
    name: "competence-of-other-framework",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("competences", FactKind::words::<Competence>())],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Law(Text {
        nl: "Besluit bekwaamheidseisen onderwijspersoneel, Stb. 2005, 460, en het besluit van 2017, Stb. 2017, 148",
        en: "Besluit bekwaamheidseisen onderwijspersoneel, Stb. 2005, 460, and its successor, Stb. 2017, 148",
    })]),
    texts: texts! {
        title: { nl: "competenties van een andere uitgave", en: "competences of another edition" },
        asks: {
            nl: "Het portfolio gebruikt de competenties die voor de student gelden: de zeven van 2005 of de drie bekwaamheden van 2017, niet allebei in één studiejaar.",
            en: "The portfolio uses the competences that apply to the student: the seven of 2005 or the three of 2017, not both within one study year."
        },
        why: {
            nl: "Bewijs voor een competentie die niet voor de student geldt, telt niet mee.",
            en: "Evidence for a competence that does not apply to the student does not count."
        },
        fix: {
            nl: "Kies de competenties van de uitgave die voor de student geldt.",
            nl_plain: "Kies de competenties die voor jou gelden.",
            en: "Choose the competences of the edition that applies to the student."
        },
        message: {
            nl: "competenties van een andere uitgave dan voor {subject} geldt: {competences}",
            nl_plain: "kies andere competenties; deze gelden niet voor {subject}: {competences}",
            en: "competences of an edition other than the one that applies to {subject}: {competences}"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "curriculum")]
pub(super) use checked::RULE;

#[cfg(feature = "curriculum")]
mod checked {
    use super::META;
    use crate::documents::Curriculum;
    use crate::finding::Path;
    use crate::frameworks::{Competence, CompetenceEdition};
    use crate::portfolio::prelude::*;
    use crate::values::{Set, StudyYear};

    pub(in crate::portfolio) static RULE: Rule<Portfolios> = Rule {
        meta: &META,
        when: When::ALWAYS,
        reads: reads!(
            Portfolio: student all, placements named, goals each, studios each, evidence each, assessments each, exemptions each
        ),
        check,
    };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        let Some(programme) = case.programme() else { return Reply::not_applicable(Reason::NothingToJudge) };
        let Some(cohort) = case.cohort() else { return Reply::not_assessable(Reason::NoCohort) };
        let editions = case.editions(cohort);
        let about = About::the(SubjectKind::Student, &case.portfolio().student.id);
        let mut judge = |path: Path, all: Set<Competence>, others: Set<Competence>| {
            if all.is_empty() {
                return;
            }
            findings.judge(about, others.is_empty(), Standing::DUE, || {
                let shortfall = Shortfall::new(path, facts! { competences: others });
                shortfall.against(&programme.used().document, at!(Curriculum: edition))
            });
        };
        let of = |edition: CompetenceEdition, all: Set<Competence>| -> Set<Competence> {
            all.iter().filter(|one| one.edition() == Some(edition)).collect()
        };
        if editions.len() > 1 {
            // Either edition may be used, but not both within one study year.
            let mut years: [Set<Competence>; 4] = Default::default();
            let mut unknown = false;
            for (_, one) in case.evidence().filter(|(_, one)| !one.competences.is_empty()) {
                let of_years = case.years_of(one);
                unknown |= of_years.is_none();
                for year in of_years.unwrap_or_default().iter() {
                    let own = years.get_mut(usize::from(StudyYear::get(year)).saturating_sub(1));
                    own.into_iter().for_each(|own| *own = own.union(one.competences));
                }
            }
            let all = years.iter().fold(Set::default(), |all: Set<Competence>, own| all.union(*own));
            let mixed = years.iter().filter(|own| editions.iter().all(|edition| !of(edition, **own).is_empty()));
            let older = mixed
                .fold(Set::default(), |all: Set<Competence>, own| all.union(of(CompetenceEdition::Edition2005, *own)));
            if older.is_empty() && unknown {
                findings.cannot_judge();
            } else {
                judge(at!(Portfolio: evidence), all, older);
            }
            return findings.answer(Reason::NothingToJudge);
        }
        let mut section = |path: Path, competences: &mut dyn Iterator<Item = Set<Competence>>| {
            let all = competences.fold(Set::default(), |all: Set<Competence>, own| all.union(own));
            judge(
                path,
                all,
                all.iter().filter(|one| one.edition().is_some_and(|own| !editions.contains(own))).collect(),
            );
        };
        section(at!(Portfolio: goals), &mut case.goals().map(|(_, one)| one.competences));
        section(at!(Portfolio: studios), &mut case.studios().map(|(_, one)| one.competences));
        section(at!(Portfolio: evidence), &mut case.evidence().map(|(_, one)| one.competences));
        section(at!(Portfolio: assessments), &mut case.assessments().map(|(_, one)| one.competences));
        let granted = case.portfolio().exemptions.iter().filter(|one| case.has_begun(one.granted_on));
        section(at!(Portfolio: exemptions), &mut granted.map(|one| one.competences));
        findings.answer(Reason::NothingToJudge)
    }
}
