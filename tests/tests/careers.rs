//! Whole careers, each one document from entry to diploma, and what student and trainers read in it on the first day of each
//! month: a document is judged as it stood on the reference day, so that a reader sees things being missing, going wrong and
//! being put right.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use chrono::{Datelike as _, Months, NaiveDate};
use twentse_kubus::documents::{
    DecisionKind, ExemptionOf, PlacementKind, Portfolio, SchoolYear, Setting, YearEntry, YearOutcome,
};
use twentse_kubus::frameworks::StudyMode;
use twentse_kubus::values::SchoolId;
use twentse_kubus::{Finding, Lang, Overlay, Severity, Validator, Verdict};

/// A career, and what was thought out before any report was made.
struct Career {
    /// Its folder.
    name: &'static str,
    /// Whether it has what its name says.
    is_one: fn(&Portfolio<'_>) -> bool,
    /// The rules with more than a note on the first day of some month, and nothing at graduation.
    put_right: &'static [&'static str],
    /// The rules with more than a note for ever, because it cannot be undone.
    for_ever: &'static [&'static str],
}

static CAREERS: [Career; 8] = [
    Career { name: "straight", is_one: |one| is_straight(one, &[1, 2, 3, 4]), put_right: &[], for_ever: &[] },
    // No specialisation until November of study year 3.
    Career {
        name: "repeats-and-interrupted",
        is_one: |one| {
            let outcomes: Vec<_> = one.student.years.iter().filter_map(|year| year.outcome).collect();
            outcomes.contains(&YearOutcome::Repeats)
                && outcomes.contains(&YearOutcome::Interrupted)
                && !one.student.interruptions.is_empty()
        },
        put_right: &["TK-P202"],
        for_ever: &[],
    },
    // The mentor of the second school came after six weeks, and no later day changes that.
    Career {
        name: "changes-school",
        is_one: |one| is_straight(one, &[1, 2, 3, 4]) && most_schools_in_a_year(one) == 2,
        put_right: &[],
        for_ever: &["TK-P105"],
    },
    // One study year at the programme, so of one age band only when the warnings begin; reading aloud that was recorded half a
    // year later; the theme of the graduation research, first set alone.
    Career {
        name: "enters-in-year-2",
        is_one: |one| {
            let exempt = |year: &YearEntry| {
                one.exemptions.iter().any(|exemption| {
                    exemption.of == ExemptionOf::StudyYear
                        && exemption.study_year.is_some_and(|from| from.get() + 1 == year.study_year.get())
                })
            };
            is_straight(one, &[2, 3, 4]) && one.student.years.first().is_some_and(exempt)
        },
        put_right: &["TK-P102", "TK-P405", "TK-P608"],
        for_ever: &[],
    },
    // A description without practice for an assignment; the mentor in the place of the institute trainer.
    Career {
        name: "part-time",
        is_one: |one| one.student.mode == Some(StudyMode::PartTime) && is_straight(one, &[1, 2, 3, 4]),
        put_right: &["TK-P102", "TK-P404", "TK-P501", "TK-P503"],
        for_ever: &[],
    },
    // An assignment assessed without an appointed examiner.
    Career {
        name: "lateral-entry",
        is_one: |one| one.student.mode == Some(StudyMode::LateralEntry) && is_straight(one, &[1, 2]),
        put_right: &["TK-P509"],
        for_ever: &[],
    },
    // An assignment answered from books, study year 3 with open work for it; the research assessed by one expert.
    Career {
        name: "lio",
        is_one: |one| {
            one.placements.iter().any(|placement| {
                placement.kind == Some(PlacementKind::Lio)
                    && placement.lio.as_ref().is_some_and(|lio| lio.responsible_teacher.is_some())
            })
        },
        put_right: &["TK-P404", "TK-P611"],
        for_ever: &[],
    },
    // No upper band until study year 4; a theme of one student; a result that named no evidence.
    Career {
        name: "special-education",
        is_one: |one| {
            is_straight(one, &[1, 2, 3, 4])
                && one.placements.iter().any(|placement| placement.setting == Some(Setting::SpecialEducation))
        },
        put_right: &["TK-P102", "TK-P504", "TK-P602"],
        for_ever: &[],
    },
];

/// Whether these study years were followed, one a year in this order, and passed.
fn is_straight(portfolio: &Portfolio<'_>, study_years: &[u8]) -> bool {
    let years = &portfolio.student.years;
    years.iter().map(|year| year.study_year.get()).eq(study_years.iter().copied())
        && years.is_sorted_by(|one, next| one.school_year.first_year() + 1 == next.school_year.first_year())
        && years.iter().all(|year| year.outcome == Some(YearOutcome::Passed))
}

/// The largest number of schools in one school year.
fn most_schools_in_a_year(portfolio: &Portfolio<'_>) -> usize {
    let mut schools: BTreeMap<SchoolYear, BTreeSet<&SchoolId<'_>>> = BTreeMap::new();
    for placement in &portfolio.placements {
        schools.entry(placement.school_year.unwrap()).or_default().extend(&placement.school);
    }
    schools.values().map(BTreeSet::len).max().unwrap_or_default()
}

fn folder(career: &Career) -> String {
    format!("{}/../examples/stories/{}", env!("CARGO_MANIFEST_DIR"), career.name)
}

fn document(career: &Career) -> String {
    fs::read_to_string(format!("{}/portfolio.json", folder(career))).unwrap()
}

/// The day of the diploma.
fn graduated(portfolio: &Portfolio<'_>) -> NaiveDate {
    let made: Vec<_> = portfolio.decisions.iter().filter(|made| made.kind == DecisionKind::Graduation).collect();
    assert_eq!(made.len(), 1, "one decision on graduation: {}", portfolio.student.id);
    made.first().and_then(|decision| decision.on).unwrap()
}

/// The first day of each month, from entry to the month after graduation.
fn months(portfolio: &Portfolio<'_>) -> Vec<NaiveDate> {
    let entry = portfolio.student.years.first().and_then(|year| year.from).unwrap().with_day(1).unwrap();
    let last = graduated(portfolio).with_day(1).unwrap() + Months::new(1);
    // Nobody studies for ten years here.
    (0..120).map(|month| entry + Months::new(month)).take_while(|day| *day <= last).collect()
}

/// The rules, but for the one that counts what is dated later: of a document that is looked at on days that have been, it
/// would say something else each month, and nothing of what there was to read then.
fn of_its_day() -> Validator {
    let overlay = Overlay::new().disable("TK-R014", "seen on a day that has been, later things are the story to come");
    Validator::builder().rulebook(overlay).build().unwrap()
}

/// The reports of all months, one after another; a month in which nothing changed is one line.
fn told(json: &str, days: &[NaiveDate], lang: Lang) -> String {
    let validator = of_its_day();
    let (mut text, mut before) = (String::new(), String::new());
    for day in days {
        let report = validator.validate(json.as_bytes(), *day).render(lang);
        // The first line names the day.
        let (title, body) = report.split_once('\n').unwrap();
        if body == before {
            let unchanged = if lang == Lang::En { "unchanged" } else { "onveranderd" };
            writeln!(text, "== {title}: {unchanged}\n").unwrap();
        } else {
            writeln!(text, "== {title}\n{body}").unwrap();
            body.clone_into(&mut before);
        }
    }
    text
}

#[test]
fn what_a_student_and_a_trainer_read_each_month() {
    for career in &CAREERS {
        let json = document(career);
        let days = months(&Portfolio::from_json(&json).unwrap());
        insta::with_settings!({
            snapshot_path => folder(career), prepend_module_to_snapshot => false, omit_expression => true,
        }, {
            for lang in [Lang::NlPlain, Lang::En] {
                insta::assert_snapshot!(format!("report.{}", lang.tag()), told(&json, &days, lang));
            }
        });
    }
}

/// Each folder is a career, and holds nothing that no test reads.
#[test]
fn every_career_is_read() {
    let names = |folder: &str| -> BTreeSet<String> {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| !name.ends_with(".snap.new")).collect()
    };
    let root = format!("{}/../examples/stories", env!("CARGO_MANIFEST_DIR"));
    let folders = CAREERS.iter().map(|career| career.name.to_owned());
    assert_eq!(names(&root), folders.chain(["README.md".to_owned()]).collect());
    let files = ["portfolio.json", "report.en.snap", "report.nl-plain.snap"].map(str::to_owned);
    let introduction = fs::read_to_string(format!("{root}/README.md")).unwrap();
    for career in &CAREERS {
        assert_eq!(names(&folder(career)), BTreeSet::from(files.clone()), "{}", career.name);
        assert!(introduction.contains(&format!("({}/portfolio.json)", career.name)), "{}", career.name);
    }
}

#[test]
fn every_career_is_what_its_name_says() {
    for career in &CAREERS {
        let json = document(career);
        let portfolio = Portfolio::from_json(&json).unwrap();
        assert_eq!(portfolio.synthetic, Some(true), "{}", career.name);
        assert!((career.is_one)(&portfolio), "{}", career.name);
    }
    // That can be told apart: a straight career is none of the others.
    let [straight, others @ ..] = &CAREERS;
    let json = document(straight);
    let portfolio = Portfolio::from_json(&json).unwrap();
    assert!(others.iter().all(|other| !(other.is_one)(&portfolio)));
}

/// Findings beyond what is not due yet or merely worth knowing.
fn worse(findings: &[Finding]) -> BTreeSet<&'static str> {
    findings.iter().filter(|one| one.severity != Severity::Info).map(Finding::code).collect()
}

#[test]
fn every_career_ends_well() {
    let (default, of_its_day) = (Validator::default(), of_its_day());
    for career in &CAREERS {
        let json = document(career);
        let portfolio = Portfolio::from_json(&json).unwrap();
        let diploma = graduated(&portfolio);
        let report = default.validate(json.as_bytes(), diploma);
        assert_eq!(worse(report.findings()), career.for_ever.iter().copied().collect(), "{} on {diploma}", career.name);
        let verdict = if career.for_ever.is_empty() { Verdict::Meets } else { Verdict::FallsShort };
        assert_eq!(report.verdict(), verdict, "{}", career.name);
        // Nothing is wrong with the document itself, and nothing is dated after the day: it is the whole career.
        let of_reading: Vec<_> = report.findings().iter().filter(|one| one.code().starts_with("TK-R")).collect();
        assert!(of_reading.is_empty(), "{}: {of_reading:?}", career.name);
        let days = months(&portfolio);
        let met: BTreeSet<_> =
            days.iter().flat_map(|day| worse(of_its_day.validate(json.as_bytes(), *day).findings())).collect();
        let unmet: Vec<_> = career.put_right.iter().filter(|code| !met.contains(*code)).collect();
        assert!(unmet.is_empty(), "{}: {unmet:?} on no day; there are {met:?}", career.name);
    }
}
