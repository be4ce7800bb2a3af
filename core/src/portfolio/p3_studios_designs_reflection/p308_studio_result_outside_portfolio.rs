//! `TK-P308`: in each study year there is evidence of what design studios led to.

use crate::documents::Evidence;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P308",
    name: "studio-result-outside-portfolio",
    severity: Some(Severity::Error),
    phase: Phase::Year(YEARS),
    basis: Basis::Seed,
    norms: &[],
    facts: &[("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ontwerpateliers])]),
    texts: texts! {
        title: { nl: "opbrengst van ontwerpateliers niet in het portfolio", en: "results of design studios not in the portfolio" },
        asks: {
            nl: "In elk studiejaar is er minstens één bewijs dat naar een ontwerpatelier verwijst, of dat hoort bij een reflectie die in een ontwerpatelier is verwerkt.",
            en: "In every study year at least one piece of evidence refers to a design studio, or belongs to a reflection that was processed in one."
        },
        why: {
            nl: "De opbrengst van de ontwerpateliers komt in het bewijsportfolio, waarmee de student ontwikkeling laat zien.",
            en: "The results of the design studios go into the portfolio, with which the student shows development."
        },
        fix: {
            nl: "Verwijs in bestaand bewijs naar het ontwerpatelier, of voeg bewijs toe van wat een ontwerpatelier opleverde.",
            nl_plain: "Voeg bewijs toe van wat je in een ontwerpatelier maakte of leerde, of koppel bewijs dat je al hebt.",
            en: "Refer to the studio in existing evidence, or add evidence of what a design studio produced."
        },
        message: {
            nl: "geen bewijs van studiejaar `{year}` verwijst naar een ontwerpatelier dat al is geweest, ook niet via een reflectie",
            nl_plain: "koppel in jaar `{year}` bewijs aan een ontwerpatelier, of voeg bewijs toe van wat je daar maakte of leerde",
            en: "no evidence of study year `{year}` refers, directly or through a reflection, to a design studio that has been held"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: evidence some, reflections some, studios named, placements named),
    check,
};

const YEARS: &[u8] = &[1, 2, 3, 4];

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    // The evidence, by position, that reflections name of which the studio was held, and of which it was lost.
    let mut named = vec![(false, false); case.portfolio().evidence.len()];
    for (_, reflection) in case.reflections() {
        let Some(studio) = &reflection.studio else { continue };
        let held = case.has_studio(studio);
        for at in reflection.evidence.iter().filter_map(|id| case.evidence_at(id)) {
            let Some((processed, unsure)) = named.get_mut(at) else { continue };
            *processed |= held == Some(true);
            *unsure |= held.is_none();
        }
    }
    let is_based = |at: usize, evidence: &Evidence<'_>| {
        let (processed, unsure) = named.get(at).copied().unwrap_or_default();
        let refers = |held: Option<bool>| evidence.studios.iter().any(|id| case.has_studio(id) == held);
        match () {
            () if processed || refers(Some(true)) => Some(true),
            () if unsure || refers(None) => None,
            () => Some(false),
        }
    };
    let based = case.evidence().map(|(at, evidence)| (evidence, is_based(at, evidence)));
    let based = based.filter(|(_, is_based)| *is_based != Some(false));
    let based: Vec<_> = based.map(|(evidence, is_based)| (evidence, is_based, case.years_of(evidence))).listed();
    for year in case.study_years(&RULE, YEARS) {
        let (mut first, mut unknown) = (None, false);
        for (evidence, is_based, years) in &based {
            match (is_based, years.map(|years| years.contains(year.number))) {
                (_, Some(false)) => {}
                (Some(_), Some(true)) => first = first.or(Some(About::the(SubjectKind::Evidence, &evidence.id))),
                (None, _) | (_, None) => unknown = true,
            }
        }
        if first.is_none() && unknown {
            findings.cannot_judge();
            continue;
        }
        findings.met_by(first);
        findings.judge(About::year(year.number), first.is_some(), year.standing, || {
            Shortfall::new(at!(Portfolio: evidence), facts! { year: year.number })
        });
    }
    findings.answer_or(|| case.without_study_year(&RULE, YEARS))
}
