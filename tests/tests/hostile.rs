//! Hostile input: always a report, of bounded size and from bounded memory, that says what is so.

use std::alloc::System;
use std::sync::{Mutex, MutexGuard, PoisonError};

use peakmem_alloc::{INSTRUMENTED_SYSTEM, PeakMemAlloc, PeakMemAllocTrait as _};
use serde_json::{Value, json};
use twentse_kubus::api::{Error, Finding, Report, Summary, Unchecked, Validator, validate};
use twentse_kubus_conformance::hostile::{FAMILIES, Input, sound};
use twentse_kubus_conformance::samples::generate;

#[global_allocator]
static MEMORY: &PeakMemAlloc<System> = &INSTRUMENTED_SYSTEM;

const DAY: &str = "2024-05-15";

/// The most findings, and the most parts, that a report keeps.
const MOST: usize = 10_000;

/// Memory is counted for the whole process, so that these tests run one after another.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What comes of doing something, and the most memory that it takes at one time.
fn measured<T>(run: impl FnOnce() -> T) -> (T, usize) {
    MEMORY.reset_peak_memory();
    let done = run();
    (done, MEMORY.get_peak_memory())
}

fn portfolio(rest: &str) -> String {
    format!(r#"{{"format":"twentse-kubus/portfolio@1","student":{{"id":"s"}},{rest}}}"#)
}

fn list(items: usize, item: impl Fn(usize) -> String) -> String {
    (0..items).map(item).collect::<Vec<_>>().join(",")
}

/// The codes of the rules of reading that fire.
fn codes(report: &Report) -> Vec<&'static str> {
    report.findings().iter().map(Finding::code).filter(|code| code.starts_with("TK-R")).collect()
}

fn counted(report: &Report) -> usize {
    let counts = report.counts();
    [counts.error, counts.warning, counts.info, counts.waived].iter().map(|count| *count as usize).sum()
}

/// Whatever it is given, the library gives a report: with no more findings and parts than it keeps, that tells its places,
/// speaks every language, and can be stored and read back. The memory for it is at most a hundred bytes for each item of a
/// list or object and a struct for each object, besides ten times the document and what is kept.
#[test]
fn every_hostile_document_has_a_bounded_report() {
    let _alone = alone();
    for family in FAMILIES {
        let Input { document, overlay } = (family.make)(4_000);
        let count = |sought: &[u8]| {
            let bytes = document.iter().chain(overlay.as_deref().unwrap_or_default().as_bytes());
            bytes.filter(|byte| sought.contains(byte)).count()
        };
        let bytes = document.len() + overlay.as_deref().map_or(0, str::len);
        let most = 10 * bytes + 100 * count(b",[{") + 550 * count(b"{");
        let holds = |what: &str, memory: usize, kept: usize| {
            assert!(memory <= most + kept, "{}: {what} takes {memory} of {most} and {kept}", family.name);
        };
        let (validator, memory) = measured(|| Validator::new(overlay.as_deref().map(str::as_bytes)));
        holds("overlay", memory, 200_000);
        let Ok(validator) = validator else { continue };
        let (report, memory) = measured(|| validator.validate(&document, DAY, None, None).unwrap());
        let findings = report.findings().len();
        // A finding is a struct of 160 bytes with its facts; the names of 20 members are 640 more.
        holds("validate", memory, 100_000 + 1_500 * findings);
        // Besides the parts: that there are more, and one for each other kind of document that was not given.
        assert!(findings <= MOST && report.unchecked().len() <= MOST + 1 + 3, "{}", family.name);
        assert!(counted(&report) >= findings, "{}", family.name);
        assert!(report.counts().error == 0 || report.verdict() != "meets", "{}", family.name);
        let (places, memory) = measured(|| report.places(&document));
        assert_eq!(places.len(), findings, "{}", family.name);
        holds("places", memory, 100_000 + 500 * findings);
        let stored = report.to_json();
        assert_eq!(Report::from_json(&stored).as_ref(), Ok(&report), "{}", family.name);
        assert!(!report.render("nl-plain").unwrap().contains('…'), "{}", family.name);
    }
}

/// Findings and parts are kept up to ten thousand, the first in the order of the document; they are counted beyond.
#[test]
fn findings_and_parts_are_capped_and_counted() {
    let _alone = alone();
    let validator = Validator::new(Some(br#"{"only":["TK-P402"]}"#)).unwrap();
    let judge = |document: &str| validator.validate(document.as_bytes(), DAY, None, None).unwrap();
    let report = |goals: usize| judge(&portfolio(&format!(r#""goals":[{}]"#, list(goals, |_| "0".to_owned()))));
    let exactly = report(MOST);
    assert_eq!((exactly.findings().len(), exactly.unchecked().len(), counted(&exactly)), (MOST, MOST, MOST));
    let more = report(MOST + 1);
    assert_eq!((more.findings().len(), more.unchecked().len(), counted(&more)), (MOST, MOST + 1, MOST + 1));
    assert_eq!(more.unchecked().last().map(Unchecked::reason), Some("over-limit"));
    let many = report(60_000);
    assert_eq!((many.findings().len(), many.unchecked().len(), counted(&many)), (MOST, MOST + 1, 60_000));
    assert_eq!(many.findings().last().unwrap().path(), format!("/goals/{}", MOST - 1));
    // What a rule finds is capped with it, and what comes first in the document is kept, however late it is found.
    let late = portfolio(&format!(
        r#""evidence":[{}],"goals":[{}]"#,
        list(15_000, |at| format!(r#"{{"id":"e-{at}","kind":"photo","practice":true}}"#)),
        list(15_000, |_| "0".to_owned())
    ));
    let late = judge(&late);
    assert_eq!(counted(&late), 30_000);
    assert!(late.findings().iter().all(|finding| finding.path().starts_with("/goals/")));
}

/// What is not kept is weighed all the same: a blank text behind more warnings than a report keeps makes the document fall
/// short, unless its part is not judged or it is waived.
#[test]
fn what_is_not_kept_is_weighed_all_the_same() {
    let _alone = alone();
    let mentors = list(2 * MOST + 10, |at| format!(r#"{{"person":"m-{}","name":"n{at}"}}"#, at / 2));
    let document =
        |goal: &str| portfolio(&format!(r#""placements":[{{"id":"p","mentors":[{mentors}]}}],"goals":[{goal}]"#));
    let blank = document(r#"{"id":"g","kind":"learning-goal","text":" "}"#);
    let overlay = r#"{"only":["TK-R015"]}"#;
    let validator = Validator::new(Some(overlay.as_bytes())).unwrap();
    let report = validator.validate(blank.as_bytes(), DAY, None, None).unwrap();
    // Only those of TK-R015 are listed then, and there is one.
    assert_eq!((codes(&report), report.verdict()), (vec!["TK-R015"], "falls-short"));

    let only = |more: &str| format!(r#"{{"only":["TK-R015","TK-R016"]{more}}}"#);
    let judged = |overlay: &str, document: &str| {
        Validator::new(Some(overlay.as_bytes())).unwrap().validate(document.as_bytes(), DAY, None, None).unwrap()
    };
    let report = judged(&only(""), &blank);
    assert!(codes(&report).iter().all(|code| *code == "TK-R016") && report.findings().len() == MOST);
    assert_eq!((report.counts().error, report.verdict()), (1, "falls-short"));
    let unread = judged(&only(""), &document(r#"{"id":"g","kind":"learning-goal","text":" ","competences":7}"#));
    assert_eq!((unread.counts().error, unread.verdict()), (2, "undecided"));
    let let_stand = r#","waive":[{"rule":"TK-R015","document":{"kind":"portfolio","id":"s"},"reason":"a","owner":"b","until":"2030-01-01"}]"#;
    let waived = judged(&only(let_stand), &blank);
    assert_eq!((waived.counts().error, waived.counts().waived, waived.verdict()), (0, 1, "meets"));
}

/// The value with every key written in escapes.
fn with_escaped_keys(value: &Value) -> String {
    if let Some(members) = value.as_object() {
        let members = members.iter().map(|(key, member)| {
            let key: String = key.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect();
            format!("\"{key}\":{}", with_escaped_keys(member))
        });
        return format!("{{{}}}", members.collect::<Vec<_>>().join(","));
    }
    match value.as_array() {
        Some(items) => format!("[{}]", items.iter().map(with_escaped_keys).collect::<Vec<_>>().join(",")),
        None => value.to_string(),
    }
}

/// An escaped key is the key: in a sound document, in one with faults, and in one with unreadable parts and unknown members.
#[test]
fn an_escaped_key_is_the_key() {
    let _alone = alone();
    let mut documents: Vec<Value> =
        generate(20, 5, 0.5).map(|sample| serde_json::from_str(&sample.json).unwrap()).collect();
    let mut spoilt = documents[0].clone();
    spoilt["goals"][0]["text"] = 7.into();
    spoilt["evidence"][0]["knd"] = 7.into();
    spoilt["placements"][0]["period"]["from"] = "2024-02-30".into();
    spoilt["studnt"] = json!({});
    documents.push(spoilt);
    for document in documents {
        let escaped = with_escaped_keys(&document);
        assert!(!escaped.contains("\"id\""));
        let of = |text: &str| validate(text.as_bytes(), DAY).unwrap();
        let (plain, escaped_report) = (of(&document.to_string()), of(&escaped));
        assert_eq!(escaped_report.body_json(), plain.body_json());
        // Each place is that of the same value or key.
        let slices = |text: &str, report: &Report| -> Vec<String> {
            let places = report.places(text.as_bytes());
            let slice = |place: &twentse_kubus::Place| text.get(place.start_byte..place.end_byte).unwrap().to_owned();
            places
                .iter()
                .map(|place| {
                    serde_json::from_str::<Value>(&slice(place)).map_or(slice(place), |value| value.to_string())
                })
                .collect()
        };
        assert_eq!(slices(&escaped, &escaped_report), slices(&document.to_string(), &plain));
    }
}

/// Bytes that are no UTF-8 behind a byte order mark: line and column count what people see, the places all there is.
#[test]
fn a_byte_order_mark_counts_in_places_alone() {
    let _alone = alone();
    let before = "{\"format\":\"twentse-kubus/portfolio@1\",\n\"student\":{\"id\":\"s\",\"name\":\"é";
    let document = [b"\xef\xbb\xbf", before.as_bytes(), b"\xff\"}}"].concat();
    let report = validate(&document, DAY).unwrap();
    assert_eq!(codes(&report), ["TK-R001"]);
    // The second line has 31 bytes before the letter é, which takes two, and so 32 characters.
    let second = "\"student\":{\"id\":\"s\",\"name\":\"é".chars().count();
    // The letter é in two bytes: it is UTF-8, and not Latin-1, that one byte is wrong in.
    assert_eq!(report.findings()[0].facts_json(), format!(r#"{{"line":2,"column":{}}}"#, second + 1));
    let place = report.places(&document)[0];
    assert_eq!((place.line, place.column, place.column_utf16), (2, second + 1, second + 1));
    let characters = before.chars().count() + 1;
    assert_eq!((place.start, place.end, place.start_utf16), (characters, characters, characters));
    assert_eq!((place.start_byte, place.end_byte), (before.len() + 3, before.len() + 3));
    assert_eq!(document[place.start_byte], 0xff);
}

#[test]
fn a_key_of_half_a_character_is_told_twice_as_any_other() {
    let _alone = alone();
    let of = |extra: &str| codes(&validate(portfolio(&format!(r#""extra":{extra}"#)).as_bytes(), DAY).unwrap());
    assert_eq!(of(r#"{"\ud800":0,"\uD800":0}"#), ["TK-R004", "TK-R009"]);
    assert_eq!(of(r#"{"\ud800":0,"\ud801":0}"#), ["TK-R004"]);
    assert_eq!(of(r#"{"a":0,"\u0061":0}"#), ["TK-R004", "TK-R009"]);
}

/// Limits hold in what the format does not know, too.
#[test]
fn an_unknown_part_is_held_to_the_limits() {
    let _alone = alone();
    let of = |extra: &str| codes(&validate(portfolio(&format!(r#""extra":{extra}"#)).as_bytes(), DAY).unwrap());
    assert_eq!(of(&format!("[{}]", list(100_000, |_| "0".to_owned()))), ["TK-R004"]);
    assert_eq!(of(&format!("[{}]", list(100_001, |_| "0".to_owned()))), ["TK-R004", "TK-R010"]);
    // A document may be 64 deep: the root, and 63 lists in it.
    assert_eq!(of(&("[".repeat(63) + &"]".repeat(63))), ["TK-R004"]);
    assert_eq!(of(&("[".repeat(64) + &"]".repeat(64))), ["TK-R004", "TK-R010"]);
}

/// A rulebook that lowers the limits does not make a sound document dearer: it is read in one pass all the same.
#[test]
fn lowered_limits_leave_the_fast_path() {
    let _alone = alone();
    let document = sound(1_000_000);
    let lowered = r#"{"norms":{"TK-R010.max_items":5000,"TK-R010.max_depth":8,"TK-R010.max_bytes":2000000}}"#;
    let lowered = Validator::new(Some(lowered.as_bytes())).unwrap();
    let shipped = Validator::new(None).unwrap();
    let judge = |validator: &Validator| measured(|| validator.validate(&document, DAY, None, None).unwrap());
    let (first, _) = judge(&shipped);
    let ((whole, usual), (limited, memory)) = (judge(&shipped), judge(&lowered));
    assert_eq!(first.outcomes(), limited.outcomes());
    assert_eq!(whole.findings(), limited.findings());
    assert!(memory.abs_diff(usual) < usual / 50, "as much memory under lowered limits: {memory} {usual}");
    // Were it not, it would be: a limit that the document is above makes the collecting reader run.
    let narrow = Validator::new(Some(br#"{"norms":{"TK-R010.max_items":50}}"#)).unwrap();
    let (over, more) = judge(&narrow);
    assert!(codes(&over).contains(&"TK-R010") && more > usual * 3 / 2, "{more} {usual}");
}

/// An overlay has limits of its own, and its faults are listed up to a hundred and counted beyond.
#[test]
fn an_overlay_is_limited_and_its_faults_are_capped() {
    let _alone = alone();
    let faults = |overlay: String| match Validator::new(Some(overlay.as_bytes())) {
        Err(Error::InvalidRulebook(faults)) => faults,
        other => panic!("{other:?}"),
    };
    let many = faults(format!("{{{}}}", list(400_000, |at| format!(r#""k{at}":0"#))));
    assert_eq!(many.len(), 101);
    assert_eq!(many.last().unwrap(), "and 399900 more");
    let hundred = faults(format!("{{{}}}", list(100, |at| format!(r#""k{at}":0"#))));
    assert_eq!(hundred.len(), 100);
    for (name, open, close) in [("only", '[', ']'), ("waive", '[', ']')] {
        let long = faults(format!(r#"{{"{name}":{open}{}{close}}}"#, list(100_001, |_| "0".to_owned())));
        assert_eq!(long, [format!("`{name}` has 100001 items; allowed: at most 100000")]);
    }
    let windows = list(100_001, |_| r#"{"value":1}"#.to_owned());
    let long = faults(format!(r#"{{"norms":{{"TK-P105.grace_days":[{windows}]}}}}"#));
    assert_eq!(long, ["`norms.TK-P105.grace_days` has 100001 items; allowed: at most 100000"]);
    for name in ["norms", "severity", "disable"] {
        let long = faults(format!(r#"{{"{name}":{{{}}}}}"#, list(100_001, |at| format!(r#""k{at}":0"#))));
        assert_eq!(long, [format!("`{name}` has 100001 items; allowed: at most 100000")]);
    }
    let deep = faults("[".repeat(1_000_000));
    assert_eq!(deep.len(), 1);
    let large = faults(" ".repeat((64 << 20) + 1));
    assert_eq!(large, ["larger than allowed: a rulebook has at most 67108864 bytes"]);
}

/// A summary keeps a number for each waiver up to the greatest, so that a stored report cannot name one that no rulebook has.
#[test]
fn a_waiver_that_no_rulebook_can_have_is_refused() {
    let _alone = alone();
    let waive = r#"{"waive":[{"rule":"TK-P105","document":{"kind":"portfolio","id":"s"},"reason":"a","owner":"b","until":"2030-01-01","subject":{"kind":"placement","id":"p"}}]}"#;
    let validator = Validator::new(Some(waive.as_bytes())).unwrap();
    let document = portfolio(r#""placements":[{"id":"p","period":{"from":"2023-09-01"}}]"#);
    let report = validator.validate(document.as_bytes(), DAY, None, None).unwrap();
    let stored = report.to_json();
    let with = |index: &str| Report::from_json(&stored.replace(r#""index":0"#, &format!(r#""index":{index}"#)));
    assert!(stored.contains(r#""index":0"#));
    for index in ["1000000000000000000", "18446744073709551616", "100000", "-1", "0.0", "1e0", "\"0\""] {
        assert_eq!(with(index).err(), Some(Error::InvalidReport), "{index}");
    }
    let last = with("99999").unwrap();
    let (summary, memory) = measured(|| {
        let mut summary = Summary::default();
        validator.add(&mut summary, &last).unwrap();
        summary
    });
    assert!(memory < 4_000_000, "{memory}");
    assert!(summary.to_json().contains(r#""waivers":{"applied":1,"expired":0,"unmatched":99999,"#));
    assert_eq!(Summary::from_json(&summary.to_json()).as_ref(), Ok(&summary));
}
