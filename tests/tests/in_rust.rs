//! The crate as a Rust program uses it: a portfolio and a rulebook in code, and a report whose findings are read as values.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use serde_json::{Value, json};
use twentse_kubus::documents::{Evidence, EvidenceKind, PersonInRole, Placement, Student, Weekday, YearEntry};
use twentse_kubus::frameworks::{Competence, Role};
use twentse_kubus::values::{
    Attempt, Credits, DaysPerWeek, Decimal, EvidenceId, Group, Period, PersonId, PlacementId, SchoolId, SchoolYear,
    Set, Sha256, StudentId, StudyYear,
};
use twentse_kubus::{
    Answer, Base, Error, Fact, Kind, KnowledgeBase, Lang, NaiveDate, Overlay, Portfolio, Report, Severity, SubjectKind,
    Validator, Verdict, Waiver, Windowed, api, explain, parse_date,
};

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

/// Two placements at one school in two study years (TK-P101), and the second has no mentor in its first weeks (TK-P105,
/// 14 days).
fn portfolio() -> Portfolio<'static> {
    let year = |text: &str| text.parse::<SchoolYear>().unwrap();
    let study_year = |number| StudyYear::try_from(number).unwrap();
    let placement = |id, began, of: SchoolYear, number| {
        Placement::new(PlacementId::new(id).unwrap())
            .school_year(of)
            .study_year(study_year(number))
            .school(SchoolId::new("school-1").unwrap())
            .school_name("De Wissel")
            .period(Period::new(began))
            .days_at_school(DaysPerWeek::try_from("1.5").unwrap())
            .weekdays([Weekday::Monday, Weekday::Tuesday])
            .groups([Group::try_from(3).unwrap(), Group::try_from(4).unwrap()])
    };
    let mentor = |from| PersonInRole::new(PersonId::new("p-7").unwrap()).role(Role::Mentor).period(Period::new(from));
    let (first, second) = (day("2022-09-05"), day("2023-09-04"));
    let student = Student::new(StudentId::new("st-1").unwrap())
        .name("Joris")
        .cohort(year("2022-2023"))
        .years([YearEntry::new(year("2022-2023"), study_year(1)), YearEntry::new(year("2023-2024"), study_year(2))]);
    let mut ended = placement("pl-1", first, year("2022-2023"), 1).mentors([mentor(first)]);
    ended.period = Some(Period::between(first, day("2023-07-07")));
    let running = placement("pl-2", second, year("2023-2024"), 2).mentors([mentor(day("2023-10-02"))]);
    let evidence = Evidence::new(EvidenceId::new("ev-1").unwrap(), EvidenceKind::LessonReport)
        .date(day("2023-11-01"))
        .placement(PlacementId::new("pl-2").unwrap())
        .competences([Competence::Interpersonal2005]);
    Portfolio::new(student).synthetic(true).placements([ended, running]).evidence([evidence])
}

#[test]
fn a_portfolio_in_code_is_judged_as_its_json() {
    let (portfolio, validator, as_of) = (portfolio(), Validator::default(), day("2024-05-15"));
    let json = serde_json::to_string(&portfolio).unwrap();
    let written: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(written["format"], "twentse-kubus/portfolio@1");
    assert_eq!(written["placements"][1]["weekdays"], json!(["monday", "tuesday"]));
    assert_eq!(written["placements"][1]["daysAtSchool"], json!(1.5));
    assert_eq!(Portfolio::from_json(&json).unwrap(), portfolio);
    assert_eq!(validator.validate_document(&portfolio, as_of), validator.validate(json.as_bytes(), as_of));
    // No unit value is passed for a knowledge base either.
    let base = KnowledgeBase::new(twentse_kubus::values::KnowledgeBaseId::new("kb-1").unwrap()).name("Kennisbank");
    assert_eq!(serde_json::to_value(&base).unwrap()["format"], "twentse-kubus/knowledge-base@1");
}

#[test]
fn findings_are_read_as_values() {
    let report = Validator::default().validate_document(&portfolio(), day("2024-05-15"));
    assert_eq!(report.verdict(), Verdict::FallsShort);
    assert_eq!(report.answer("TK-P105"), Some(Answer::NotMet));
    let [finding] = report.findings_of("TK-P105").collect::<Vec<_>>()[..] else {
        panic!("one placement has no mentor")
    };
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!((finding.subject.kind, finding.subject.id.as_deref()), (SubjectKind::Placement, Some("pl-2")));
    assert_eq!(finding.path.to_string(), "/placements/1/mentors");
    // 4 September to 1 October: 27 days of September and one of October.
    assert_eq!(finding.facts.get("days"), Some(&Fact::Whole(28)));
    assert_eq!(finding.facts.get("from"), Some(&Fact::Date(day("2023-09-04"))));
    let english = finding.render(Lang::En);
    assert!(english != finding.render(Lang::Nl) && english != finding.render(Lang::NlPlain));
    assert_eq!(finding.to_string(), format!("error TK-P105 at /placements/1/mentors: {english}"));
    assert_eq!(report.to_string(), report.render(Lang::En));
}

#[test]
fn what_comes_out_is_serialised_as_it_is_written() {
    let validator = Validator::default();
    let (reports, summary) = validator.validate_many([serde_json::to_vec(&portfolio()).unwrap()], day("2024-05-15"));
    let report: &Report = &reports[0];
    assert_eq!(serde_json::to_string(report).unwrap(), report.to_json());
    assert_eq!(serde_json::to_string(&summary).unwrap(), summary.to_json());
    let body: Value = serde_json::from_str(&report.body_json()).unwrap();
    assert_eq!(serde_json::to_value(report.findings()).unwrap(), body["findings"]);
    assert_eq!(serde_json::to_value(report.outcomes()).unwrap(), body["outcomes"]);
    assert_eq!(serde_json::to_value(report.verdict()).unwrap(), report.verdict().to_string());
}

#[test]
fn words_are_displayed_and_read_by_their_keys() {
    assert_eq!(Verdict::FallsShort.to_string(), "falls-short");
    assert_eq!(Severity::Error.to_string(), "error");
    assert_eq!(Answer::NotYet.to_string(), "not-yet");
    assert_eq!(format!("{:>8}", Severity::Info), "    info");
    assert_eq!("falls-short".parse(), Ok(Verdict::FallsShort));
    assert_eq!(
        "fatal".parse::<Severity>().unwrap_err().to_string(),
        "not a word of the list: `Severity` has info, warning, error"
    );
    assert_eq!("nl-plain".parse(), Ok(Lang::NlPlain));
    assert_eq!("fr".parse::<Lang>(), Err(Error::UnknownLanguage));
}

/// What each kind of value says of what it refuses: the limits are those of the schema, and the text is never repeated.
#[test]
fn an_unfit_value_says_why() {
    let id = |text: &str| StudentId::new(text.to_owned()).unwrap_err().to_string();
    assert_eq!(id(""), "not an id: it is empty");
    assert_eq!(id("-a"), "not an id: it must begin with a letter or a digit");
    assert_eq!(id(&"a".repeat(65)), "not an id: it has 65 characters; allowed are at most 64");
    assert_eq!(id("José"), "not an id: character 4 is none of the letters, digits, `.`, `_` and `-` that are allowed");
    assert_eq!("st-1".parse::<StudentId<'_>>(), StudentId::try_from("st-1"));
    for text in ["2023", "2023-2025", "1949-1950", "2100-2101", "23-24"] {
        let error = SchoolYear::try_from(text).unwrap_err();
        assert_eq!((error.what, error.why.contains(text)), ("a school year", false), "{text}");
    }
    for (text, fits) in [("1.5", true), ("7", true), ("0", true), ("7.01", false), ("1.555", false), ("-1", false)] {
        assert_eq!(text.parse::<DaysPerWeek>().is_ok(), fits, "{text}");
    }
    for text in ["", ".5", "1.", "1e2", "1.2.3", "+1", "one"] {
        assert!(text.parse::<Decimal>().is_err(), "{text}");
    }
    assert_eq!("2.50".parse(), Ok(Decimal::hundredths(250)));
    assert_eq!(
        Credits::try_from(241).unwrap_err().to_string(),
        "not a number of credits: allowed is a whole number from 0 to 240"
    );
    assert!(Attempt::try_from(0).is_err() && "100".parse::<Attempt>().is_err() && "99".parse::<Attempt>().is_ok());
    let digits = "0f".repeat(32);
    assert_eq!(digits.parse::<Sha256>().unwrap().to_string(), digits);
    assert_eq!(
        "xyz0".parse::<Sha256>().unwrap_err().to_string(),
        "not a SHA-256: allowed are 64 hexadecimal digits; characters: 4, hexadecimal digits among them: 1"
    );
    let set = Set::from([Weekday::Friday, Weekday::Monday, Weekday::Friday]);
    assert_eq!(set.iter().collect::<Vec<_>>(), [Weekday::Monday, Weekday::Friday]);
}

fn built(overlay: Overlay) -> Result<Validator, Error> {
    Validator::builder().rulebook(overlay).build()
}

fn read(overlay: &Value) -> Result<Validator, Error> {
    Validator::builder().rulebook(overlay.to_string()).build()
}

#[test]
fn the_default_validator_is_that_of_no_overlay() {
    let default = Validator::default();
    assert_eq!(default.rulebook_source(), None);
    for other in [Validator::builder().build().unwrap(), built(Overlay::new()).unwrap(), read(&json!({})).unwrap()] {
        assert_eq!(other.fingerprint(), default.fingerprint());
    }
}

/// Every member of an overlay, built and written: the same rulebook, and each differs from the shipped one.
#[test]
fn an_overlay_in_code_is_the_overlay_in_json() {
    let (until, from) = (day("2024-07-31"), day("2024-08-01"));
    let accepted = || Waiver::new("TK-P101", (Kind::Portfolio, "st-1"), until).because("a").owned_by("b");
    let waived = |more: Value| {
        let mut one = json!({"rule": "TK-P101", "document": {"kind": "portfolio", "id": "st-1"}, "reason": "a",
            "owner": "b", "until": "2024-07-31"});
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "waive": [one] })
    };
    let year = "2023-2024".parse().unwrap();
    let partnership = Waiver::new("TK-P101", (Kind::Partnership, "twente"), until).in_school_year(year);
    let of_partnership = json!({"document": {"kind": "partnership", "id": "twente", "schoolYear": "2023-2024"}});
    let same = [
        (Overlay::new().named("oost", "2"), json!({"id": "oost", "version": "2"})),
        (Overlay::new().extends(Base::Twente), json!({"extends": "twente"})),
        (Overlay::new().extends(Base::Statutory), json!({"extends": "statutory"})),
        (Overlay::new().norm("TK-P105.grace_days", 7), json!({"norms": {"TK-P105.grace_days": 7}})),
        (
            Overlay::new().norm(
                "TK-P105.grace_days",
                [Windowed::new(7).until(until), Windowed::new(21).from(from), Windowed::new(3).from(from).until(from)],
            ),
            json!({"norms": {"TK-P105.grace_days": [{"value": 7, "until": "2024-07-31"}, {"value": 21, "from": "2024-08-01"},
                {"value": 3, "from": "2024-08-01", "until": "2024-08-01"}]}}),
        ),
        (Overlay::new().norm("TK-P102.lower", [Group::try_from(1).unwrap()]), json!({"norms": {"TK-P102.lower": [1]}})),
        (
            Overlay::new().severity("TK-P105", Severity::Info).severity("TK-P101", None),
            json!({"severity": {"TK-P105": "info", "TK-P101": "off"}}),
        ),
        (Overlay::new().disable("placement-without-mentor", "why"), json!({"disable": {"TK-P105": "why"}})),
        (Overlay::new().only(["TK-P101", "TK-P105"]), json!({"only": ["TK-P101", "TK-P105"]})),
        (Overlay::new().only([""; 0]), json!({"only": []})),
        (Overlay::new().waive(accepted()), waived(json!({}))),
        (
            Overlay::new().waive(accepted().about(SubjectKind::Placement, "pl-2")),
            waived(json!({"subject": {"kind": "placement", "id": "pl-2"}})),
        ),
        (Overlay::new().waive(partnership.because("a").owned_by("b")), waived(of_partnership)),
    ];
    for (overlay, json) in same {
        let (built, read) = (built(overlay.clone()).unwrap(), read(&json).unwrap());
        assert_eq!(built.fingerprint(), read.fingerprint(), "{json}");
        assert_ne!(built.fingerprint(), Validator::default().fingerprint(), "{json}");
        // What is kept of it is JSON that gives the same again, in every language.
        assert_eq!(built.rulebook_source().unwrap(), overlay.to_json().as_bytes());
        let bound = api::Validator::new(built.rulebook_source()).unwrap();
        assert_eq!(bound.fingerprint(), built.fingerprint(), "{json}");
    }
}

/// All faults are found, with the words that the same faults have in JSON.
#[test]
fn faults_of_an_overlay_in_code_are_those_of_json() {
    let overlay = Overlay::new()
        .named("two words", "1")
        .norm("TK-P105.grace_days", "soon")
        .norm("TK-P105.grace", 7)
        .norm("TK-P108.days", f64::NAN)
        .severity("TK-R001", Severity::Info)
        .disable("TK-P999", "why")
        .disable("TK-P101", " ")
        .disable("TK-P102", "why")
        .disable("TK-P102", "again")
        .only(["TK-P101", "nothing"])
        .waive(Waiver::new("TK-P101", (Kind::Partnership, "no id"), day("2024-07-31")).because("why"));
    let Err(Error::InvalidRulebook(built)) = built(overlay.clone()) else { panic!("it has faults") };
    let Err(Error::InvalidRulebook(read)) = Validator::builder().rulebook(overlay.to_json()).build() else {
        panic!("it has faults")
    };
    assert_eq!(built, read);
    let places: Vec<&str> = built.iter().map(|fault| fault.split('`').nth(1).unwrap()).collect();
    for place in [
        "id",
        "norms.TK-P105.grace_days",
        "norms.TK-P105.grace",
        "norms.TK-P108.days",
        "severity.TK-R001",
        "disable.TK-P999",
        "disable.TK-P101",
        "disable.TK-P102",
        "only[1]",
        "waive[0].document.id",
        "waive[0].document.schoolYear",
        "waive[0].owner",
    ] {
        assert!(places.contains(&place), "{place}: {built:#?}");
    }
    let grace = built.iter().find(|fault| fault.starts_with("`norms.TK-P105.grace_days`")).unwrap();
    assert_eq!(grace, r#"`norms.TK-P105.grace_days` is "soon"; allowed: a whole number from 0 to 366"#);
}

#[test]
fn an_overlay_in_code_changes_the_report() {
    let as_of = day("2024-05-15");
    let judged = |overlay: Overlay| built(overlay).unwrap().validate_document(&portfolio(), as_of);
    assert_eq!(judged(Overlay::new()).answer("TK-P105"), Some(Answer::NotMet));
    assert_eq!(judged(Overlay::new().disable("TK-P105", "why")).answer("TK-P105"), Some(Answer::Disabled));
    // The gap of 28 days is within a grace of 30.
    assert_eq!(judged(Overlay::new().norm("TK-P105.grace_days", 30)).answer("TK-P105"), Some(Answer::Met));
    assert_eq!(judged(Overlay::new().only(["TK-P101"])).outcomes().len(), 1);
    let waiver = Waiver::new("TK-P105", (Kind::Portfolio, "st-1"), day("2024-12-31"))
        .about(SubjectKind::Placement, "pl-2")
        .because("the mentor was on leave")
        .owned_by("the school trainer");
    let report = judged(Overlay::new().waive(waiver));
    let applied = report.findings_of("TK-P105").next().unwrap().waiver.unwrap();
    assert_eq!((applied.index, applied.until, report.counts().waived), (0, day("2024-12-31"), 1));
}

#[test]
fn a_rule_is_explained_by_values_and_as_a_page() {
    for lang in Lang::ALL {
        let rule = explain("TK-P105", lang).unwrap();
        let page = rule.to_string();
        assert_eq!(page, api::explain("placement-without-mentor", lang.tag()).unwrap());
        let norm = rule.norms().next().unwrap();
        assert_eq!((rule.rule().code, norm.name, norm.default.as_str()), ("TK-P105", "grace_days", "14"));
        let parts = [rule.title(), rule.requires(), rule.why(), rule.fix(), rule.severity(), norm.label];
        assert!(parts.iter().all(|part| page.contains(part)), "{page}");
        assert!(page.contains(&rule.due()) && rule.sources().all(|source| page.contains(&source)), "{page}");
    }
    assert_eq!(explain("TK-P999", Lang::En).unwrap_err(), Error::UnknownRule);
}
