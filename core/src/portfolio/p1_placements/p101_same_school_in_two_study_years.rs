//! `TK-P101`: each study year brings the student to another training school.

use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;
use crate::sort::sorted;
use crate::values::SchoolId;

pub(crate) static META: Meta = Meta {
    code: "TK-P101",
    name: "same-school-in-two-study-years",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&DISTINCT],
    facts: &[("school", FactKind::Id), ("earlier", FactKind::Whole), ("later", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[&super::p103_study_year_without_placement::META],
    step: Step::ArrangePlacement,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Werkplekleren]),
        Source::Own(Text {
            nl: "of de student later naar een eerdere school terug mag, zegt het katern niet",
            en: "the booklet does not say whether the student may return to an earlier school",
        }),
    ]),
    texts: texts! {
        title: { nl: "zelfde school in twee studiejaren", en: "same school in two study years" },
        asks: {
            nl: "In elk studiejaar leert de student op een andere opleidingsschool dan in het studiejaar ervoor, of dan in alle eerdere (`distinct`); wie een studiejaar overdoet, mag blijven.",
            en: "In each study year the student trains at a different school from the study year before, or from all earlier ones (`distinct`); a student who repeats a study year may stay."
        },
        why: {
            nl: "Elk studiejaar een andere school geeft de student zicht op de breedte van het beroep.",
            en: "A different school each year gives the student a view of the whole profession."
        },
        fix: {
            nl: "Verbeter de gegevens als de school niet klopt; vraag anders de opleiding om een andere opleidingsschool, of het partnerschap om ontheffing als de plaatsing al voorbij is.",
            nl_plain: "Verbeter de gegevens als de school niet klopt. Klopt de school wel? Bespreek dan met je opleiding wat er kan.",
            en: "Correct the data if the recorded school is wrong; otherwise request a different training school from the institute, or a waiver from the partnership if the placement is over."
        },
        message: {
            nl: "studiejaar `{later}` ({subject}) is op dezelfde opleidingsschool als studiejaar `{earlier}`: `{school}`",
            nl_plain: "{subject} in jaar `{later}` is op dezelfde school als in jaar `{earlier}` (`{school}`): verbeter de gegevens, of bespreek met je opleiding wat er kan",
            en: "study year `{later}` ({subject}) is at the same training school as study year `{earlier}`: `{school}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::PartTime, StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: student all, placements all),
    check,
};

static DISTINCT: Norm = Norm::choice(
    "distinct",
    Text { nl: "welke studiejaren een andere school vragen", en: "which study years require another school" },
    &["consecutive", "all"],
);

/// A training school, the position of an entry in which the student was there, and that of the first placement then.
type Stay<'a> = (&'a SchoolId<'a>, usize, usize);

/// Where the student was, by school and by entry; whether any placement names a school, and whether it is unknown of one
/// that does when it was.
fn stays<'a>(case: &PortfolioCase<'a>) -> (Vec<Stay<'a>>, bool, bool) {
    let mut stays: Vec<Stay<'_>> = Vec::new();
    let (mut placed, mut undated) = (false, false);
    for (at, placement) in case.placements_at_schools() {
        if let Some(school) = &placement.school {
            let known = stays.len();
            stays.extend(case.entries_of(placement).map(|entry| (school, entry, at)));
            undated |= stays.len() == known && case.school_year_of(placement).is_none();
            placed = true;
        }
    }
    let mut stays = sorted(stays, Ord::cmp);
    stays.dedup_by_key(|(school, entry, _)| (*school, *entry));
    (stays, placed, undated)
}

/// Whether the norm of an entry's first day requires another school than in all earlier study years.
pub(super) fn all_differ(case: &PortfolioCase<'_>, entry: usize) -> bool {
    let first = case.entries().get(entry).map_or(case.as_of(), |entry| entry.first);
    case.norm(&DISTINCT, first) == 1
}

/// Judges each stay at a school that comes after one in another study year, where the rule is about the two: it is given the
/// entry of the stay before, if any, that of the last one in another study year, and the entry itself.
pub(super) fn judge_stays(
    case: &PortfolioCase<'_>,
    findings: &mut Findings<'_, '_>,
    is_about: &dyn Fn(Option<usize>, usize, usize) -> bool,
) -> Reply {
    let year = |entry: usize| case.entries().get(entry).map_or(0, |entry| entry.study_year.get());
    let (schools, placed, undated) = stays(case);
    if placed && case.entries().is_empty() {
        return case.without_entries();
    }
    for stays in schools.chunk_by(|a, b| a.0 == b.0) {
        // The stay before, and the last before it that was in another study year.
        let (mut before, mut of_other_year): (Option<Stay<'_>>, Option<Stay<'_>>) = (None, None);
        for stay in stays {
            let (school, entry, at) = *stay;
            of_other_year = before.filter(|(_, other, _)| year(*other) != year(entry)).or(of_other_year);
            let last = before.map(|(_, other, _)| other);
            let earlier = of_other_year.filter(|(_, other, _)| is_about(last, *other, entry));
            before = Some(*stay);
            let Some(placement) = case.portfolio().placements.get(at) else { continue };
            let about = About::the(SubjectKind::Placement, &placement.id);
            findings.judge_each(about, earlier, Standing::DUE, |(_, other, other_at)| {
                let facts = facts! { school: school, earlier: year(other), later: year(entry) };
                let shortfall = Shortfall::new(at!(Portfolio: placements[at].school), facts);
                shortfall.with(Part::Earlier, at!(Portfolio: placements[other_at].school))
            });
        }
    }
    // A placement whose study year is unknown may be the one at the same school.
    findings.answer(Reason::NothingToJudge).unless(undated, Reason::NoStudyYears)
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    PortfolioCase::pass_over_years(findings);
    judge_stays(case, findings, &|_, other, entry| other + 1 == entry || all_differ(case, entry))
}
