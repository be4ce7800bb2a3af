//! `TK-P308`: in each study year there is evidence of what design studios led to.

use crate::documents::Evidence;
use crate::portfolio::prelude::*;
use crate::sort::distinct;
use crate::values::EvidenceId;

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
    // The evidence that reflections name of which the studio was held, or was lost.
    let named = |held: Option<bool>| {
        let fits =
            case.reflections().filter(|(_, one)| one.studio.as_ref().is_some_and(|id| case.has_studio(id) == held));
        distinct(fits.flat_map(|(_, one)| one.evidence.iter().map(EvidenceId::as_str)))
    };
    let (processed, unsure) = (named(Some(true)), named(None));
    let is_based = |evidence: &Evidence<'_>| {
        let is_in = |ids: &[&str]| ids.binary_search(&evidence.id.as_str()).is_ok();
        let refers = |held: Option<bool>| evidence.studios.iter().any(|id| case.has_studio(id) == held);
        match () {
            () if refers(Some(true)) || is_in(&processed) => Some(true),
            () if refers(None) || is_in(&unsure) => None,
            () => Some(false),
        }
    };
    let based = case.evidence().map(|(_, evidence)| (evidence, is_based(evidence)));
    let based: Vec<_> = based.filter(|(_, is_based)| *is_based != Some(false)).listed();
    for year in case.study_years(&RULE, YEARS) {
        let (mut first, mut unknown) = (None, false);
        for (evidence, is_based) in &based {
            match (is_based, case.is_of(evidence, year.number)) {
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
