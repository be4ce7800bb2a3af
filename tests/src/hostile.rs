//! Hostile documents: families of input that would cost much were any path not linear. `cargo xtask bench hostile` measures
//! them against a sound document of the same size; `tests/tests/hostile.rs` holds what the library says of them.

use twentse_kubus::Portfolio;
use twentse_kubus::documents::{Evidence, EvidenceId};

use crate::samples::generate;

/// Documents of one kind, as large as required.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// What is hostile in them.
    pub name: &'static str,
    /// Makes one of about this many items.
    pub make: fn(usize) -> Input,
}

/// A document, and an overlay to judge it by.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The bytes of the document.
    pub document: Vec<u8>,
    /// The overlay upon the shipped rulebook.
    pub overlay: Option<String>,
}

/// A sound document of about this many bytes: the portfolio of a made-up student, whose evidence comes again under other ids.
pub fn sound(bytes: usize) -> Vec<u8> {
    let sample = generate(1, 7, 0.0).map(|sample| sample.json).collect::<String>();
    let Ok(mut portfolio) = Portfolio::from_json(&sample) else { return Vec::new() };
    let pieces = portfolio.evidence.clone();
    let length = |evidence: &[Evidence<'_>]| serde_json::to_string(evidence).map_or(1, |text| text.len());
    let rounds = bytes.saturating_sub(sample.len()) / length(&pieces);
    for round in 1..=rounds {
        for (at, piece) in pieces.iter().enumerate() {
            let mut piece = piece.clone();
            piece.id = EvidenceId::new(format!("syn-again-{round}-{at}")).unwrap_or(piece.id);
            portfolio.evidence.push(piece);
        }
    }
    serde_json::to_vec(&portfolio).unwrap_or_default()
}

/// A portfolio with these members besides the student.
fn portfolio(rest: &str) -> Vec<u8> {
    format!(r#"{{"format":"twentse-kubus/portfolio@1","student":{{"id":"s"}},{rest}}}"#).into_bytes()
}

/// A portfolio of a student with these members.
fn student(members: &str, rest: &str) -> Vec<u8> {
    format!(r#"{{"format":"twentse-kubus/portfolio@1","student":{{"id":"s",{members}}},{rest}}}"#).into_bytes()
}

fn list(items: usize, item: impl Fn(usize) -> String) -> String {
    let mut list = String::new();
    for at in 0..items {
        if at > 0 {
            list.push(',');
        }
        list.push_str(&item(at));
    }
    list
}

fn of(document: Vec<u8>) -> Input {
    Input { document, overlay: None }
}

/// A list under a name, and nothing else.
fn section(name: &str, items: usize, item: impl Fn(usize) -> String) -> Input {
    of(portfolio(&format!(r#""{name}":[{}]"#, list(items, item))))
}

/// A text of about 40 bytes an item, as one member of one piece of evidence.
fn long(items: usize, member: &str, text: &str) -> Input {
    let times = items * 40 / text.len().max(1);
    of(portfolio(&format!(r#""evidence":[{{"id":"e","kind":"photo",{}}}]"#, member.replace('~', &text.repeat(times)))))
}

/// A goal whose text is this, over and over.
fn long_text(items: usize, text: &str) -> Input {
    let text = text.repeat(items * 40 / text.len().max(1));
    of(portfolio(&format!(r#""goals":[{{"id":"g","kind":"learning-goal","text":"{text}"}}]"#)))
}

/// Mentors of one placement.
fn mentors(items: usize, mentor: impl Fn(usize) -> String) -> Input {
    let mentors = list(items, mentor);
    of(portfolio(&format!(r#""placements":[{{"id":"p","period":{{"from":"2020-09-01"}},"mentors":[{mentors}]}}]"#)))
}

/// These by turns.
fn turn(of: &[&'static str], at: usize) -> &'static str {
    of.get(at % of.len().max(1)).copied().unwrap_or_default()
}

fn year(at: usize) -> String {
    let first = 1950 + at % 140;
    format!("{first}-{}", first + 1)
}

/// Another day for each of some 30,000.
fn day(at: usize) -> String {
    format!("{:04}-{:02}-{:02}", 1950 + at / 336 % 70, 1 + at / 28 % 12, 1 + at % 28)
}

fn placements_without_mentor(items: usize) -> String {
    list(items, |at| format!(r#"{{"id":"p-{at}","period":{{"from":"{}"}}}}"#, day(at)))
}

fn with_overlay(document: Vec<u8>, overlay: String) -> Input {
    Input { document, overlay: Some(overlay) }
}

macro_rules! families {
    ($($name:literal: |$items:ident| $input:expr;)*) => {
        &[$(Family { name: $name, make: |$items| $input }),*]
    };
}

/// Every family.
pub const FAMILIES: &[Family] = families! {
    // What is no document of the format.
    "items of the wrong type, ten lists": |items| {
        let zeros = list(items, |_| "0".to_owned());
        of(portfolio(&format!(r#""designs":[{}]"#, list(10, |at| format!(r#"{{"id":"d-{at}","schoolMethods":[{zeros}]}}"#)))))
    };
    "goals of the wrong type": |items| section("goals", items, |_| "0".to_owned());
    "goals that are null": |items| section("goals", items, |_| "null".to_owned());
    "goals that lack everything": |items| section("goals", items, |_| "{}".to_owned());
    "lone surrogates as texts": |items| {
        let texts = list(items, |_| r#""\ud800""#.to_owned());
        of(portfolio(&format!(r#""designs":[{{"id":"d","schoolMethods":[{texts}]}}]"#)))
    };
    "lone surrogates as keys": |items| {
        let keys = list(items, |at| format!(r#""\u{}800":0"#, if at % 2 == 0 { 'd' } else { 'D' }));
        of(portfolio(&format!(r#""extra":{{{keys}}}"#)))
    };
    "one key again and again": |items| {
        let keys = list(items - 10, |_| r#""synthetic":0"#.to_owned());
        let goals = list(3_500, |_| r#"{"id":"?"}"#.to_owned());
        of(portfolio(&format!(r#"{keys},"goals":[{goals}]"#)))
    };
    "keys again in every object": |items| section("evidence", items, |at| format!(r#"{{"id":"e-{at}","kind":"photo","state":0,"state":0,"x":0,"x":0}}"#));
    "a long key": |items| long(items, r#""~":0"#, "p");
    "a long word": |items| long(items, r#""activity":"~""#, "p");
    "a long escaped key": |items| long(items, r#""~":0"#, r"\u0070");
    "a long number": |items| long(items, r#""practice":~1"#, "1");
    "a long number in range": |items| {
        let zeros = "0".repeat(40 * items);
        of(portfolio(&format!(r#""placements":[{{"id":"p","daysAtSchool":2.{zeros}}}]"#)))
    };
    "empty keys": |items| {
        let keys = list(items - 5, |_| r#""":0"#.to_owned());
        of(portfolio(&format!(r#""evidence":[{{"id":"e","kind":"photo",{keys}}}]"#)))
    };
    "unknown members of one object": |items| {
        let keys = list(items - 5, |at| format!(r#""k-{at}":0"#));
        of(portfolio(&format!(r#""evidence":[{{"id":"e","kind":"photo",{keys}}}]"#)))
    };
    "unknown members of the root": |items| of(portfolio(&list(items - 5, |at| format!(r#""k-{at}":0"#))));
    "unknown members that are nearly known": |items| {
        let keys = list(items - 5, |at| format!(r#""{}{}":0"#, turn(&["knid", "dtae", "goasl", "activty", "placemetn", "vouchdBy"], at), at % 10));
        of(portfolio(&format!(r#""evidence":[{{"id":"e","kind":"photo",{keys}}}]"#)))
    };
    "an unknown member in every object": |items| section("studios", items, |at| format!(r#"{{"id":"s-{at}","x":0}}"#));
    "unknown members of a newer version": |items| {
        let studios = list(items, |at| format!(r#"{{"id":"s-{at}","kind":"new","x":0}}"#));
        of(format!(r#"{{"format":"twentse-kubus/portfolio@1.9","student":{{"id":"s"}},"studios":[{studios}]}}"#).into_bytes())
    };
    "words that are nearly known": |items| section("evidence", items, |at| format!(r#"{{"id":"e-{at}","kind":"phtoo"}}"#));
    "subjects that are nearly known": |items| {
        let subjects = list(items, |at| format!(r#""{}""#, turn(&["musci", "hisotry", "geografy", "visual-atrs"], at)));
        of(portfolio(&format!(r#""specialisation":{{"profileSubjects":[{subjects}]}}"#)))
    };
    "days that are none": |items| section("reflections", items, |at| format!(r#"{{"id":"r-{at}","date":"2024-02-30"}}"#));
    "ids that are none": |items| section("reflections", items, |_| r#"{"id":"?"}"#.to_owned());
    "numbers out of range": |items| {
        let groups = list(items, |_| "9".to_owned());
        of(portfolio(&format!(r#""placements":[{{"id":"p","groups":[{groups}]}}]"#)))
    };
    "brackets": |items| of(portfolio(&format!(r#""extra":{}"#, "[".repeat(20 * items) + &"]".repeat(20 * items))));
    "brackets that nothing closes": |items| of(portfolio(&format!(r#""extra":{}"#, "[".repeat(40 * items))));
    "objects in objects": |items| of(portfolio(&format!(r#""extra":{}0{}"#, r#"{"a":"#.repeat(8 * items), "}".repeat(8 * items))));
    "deep items": |items| {
        let item = "[".repeat(70) + &"]".repeat(70);
        section("goals", items / 10, |_| item.clone())
    };
    "deep items in an unknown list": |items| {
        let item = r#"{"a":"#.repeat(50) + "0" + &"}".repeat(50);
        of(portfolio(&format!(r#""extra":[{}]"#, list(items / 10, |_| item.clone()))))
    };
    "unknown lists in lists": |items| {
        let item = "[[0,[0]],[0]]";
        of(portfolio(&format!(r#""extra":[{}]"#, list(items, |_| item.to_owned()))))
    };
    "a list that is too long": |items| section("goals", 4 * items + 1, |_| "0".to_owned());
    "an unknown list that is too long": |items| of(portfolio(&format!(r#""extra":[{}]"#, list(4 * items + 1, |_| "0".to_owned()))));
    "escaped keys": |items| section("studios", items, |at| format!(r#"{{"\u0069\u0064":"s-{at}"}}"#));
    "a sound document cut short": |items| {
        let mut document = sound(40 * items);
        document.truncate(document.len() - 2);
        of(document)
    };
    "a sound document that ends in no character": |items| {
        let mut document = sound(40 * items);
        document.push(0xff);
        of(document)
    };
    "blanks between tokens": |items| of(portfolio(&format!(r#""goals":{}[]"#, " \n".repeat(20 * items))));

    // What can only be seen over the whole document.
    "one id for all": |items| section("studios", items, |_| r#"{"id":"s"}"#.to_owned());
    "every id twice": |items| section("studios", items, |at| format!(r#"{{"id":"s-{}"}}"#, at / 2));
    "references to nothing": |items| {
        let placements = list(items, |at| format!(r#"{{"id":"p-{at:06}"}}"#));
        let evidence = list(items, |at| format!(r#"{{"id":"e-{at}","kind":"photo","placement":"q-{at:06}"}}"#));
        of(portfolio(&format!(r#""placements":[{placements}],"evidence":[{evidence}]"#)))
    };
    "references to nothing from one thing": |items| {
        let goals = list(items, |at| format!(r#"{{"id":"g-{at:06}","kind":"learning-goal","text":"a"}}"#));
        let named = list(items, |at| format!(r#""G-{at:06}""#));
        of(portfolio(&format!(r#""goals":[{goals}],"designs":[{{"id":"d","goals":[{named}]}}]"#)))
    };
    "ids that differ in case": |items| section("studios", items, |at| format!(r#"{{"id":"{}-{}"}}"#, if at % 2 == 0 { 's' } else { 'S' }, at / 2));
    "schools that differ in case": |items| section("placements", items, |at| format!(r#"{{"id":"p-{at}","school":"{}-{}"}}"#, if at % 2 == 0 { 's' } else { 'S' }, at / 2));
    "long ids that differ in case": |items| {
        let tail = "x".repeat(50);
        section("studios", items, |at| format!(r#"{{"id":"{}{tail}-{}"}}"#, if at % 2 == 0 { 's' } else { 'S' }, at / 2))
    };
    "people with two names": |items| mentors(items, |at| format!(r#"{{"person":"m-{}","name":"n{at}"}}"#, at / 2));
    "one person with many names": |items| mentors(items, |at| format!(r#"{{"person":"m","name":"n{at}"}}"#));
    "one person with a long name and many short ones": |items| {
        let name = "é".repeat(20 * items);
        mentors(items, |at| format!(r#"{{"person":"m","name":"{}"}}"#, if at == 0 { &name } else { "é" }))
    };
    "a name of accents": |items| {
        let name = format!("a{}{}", "\u{36F}".repeat(10 * items), "\u{300}".repeat(10 * items));
        mentors(2, |at| format!(r#"{{"person":"m","name":"{name}{at}"}}"#))
    };
    "a name of letters with accents": |items| {
        let name = "ᾧᾯ".repeat(8 * items);
        mentors(2, |at| format!(r#"{{"person":"m","name":"{name}{at}"}}"#))
    };
    "periods the wrong way round": |items| section("placements", items, |at| format!(r#"{{"id":"p-{at}","period":{{"from":"2024-02-02","until":"2024-02-01"}}}}"#));
    "blank texts": |items| section("goals", items, |at| format!(r#"{{"id":"g-{at}","kind":"learning-goal","text":" "}}"#));
    "a text of blanks": |items| long_text(items, " ");
    "a text of invisible characters": |items| long_text(items, "\u{200B}\u{2800}");
    "a text of tags": |items| long_text(items, "<p>");
    "a text of open tags": |items| long_text(items, "<a '<b ");
    "a text of quoted tags": |items| long_text(items, "<a '>'>");
    "a text of comments": |items| long_text(items, "<!-- -->");
    "a text of open comments": |items| long_text(items, "<!--");
    "a text of styles": |items| long_text(items, "<style></style>");
    "a text of open styles": |items| long_text(items, "<style></styl");
    "a text of entities": |items| long_text(items, "&nbsp;");
    "a text of long entities": |items| long_text(items, "&#0000000000000000000000000000000000000160;");
    "a text of escapes": |items| long_text(items, r"\u0020");
    "days outside their school year": |items| of(student(
        &format!(r#""years":[{}]"#, list(items, |at| format!(r#"{{"schoolYear":"{}","studyYear":{},"from":"1900-01-01"}}"#, year(at), 1 + at % 4))), r#""goals":[]"#
    ));
    "things to come": |items| section("reflections", items, |at| format!(r#"{{"id":"r-{at}","date":"2034-02-03"}}"#));

    // What rules compare with each other.
    "placements at one school": |items| section("placements", items, |at| {
        format!(r#"{{"id":"p-{at}","school":"a","schoolYear":"{}","studyYear":{}}}"#, year(at), 1 + at % 4)
    });
    "placements at one school, without study years": |items| of(student(
        &format!(r#""years":[{}]"#, list(560, |at| format!(r#"{{"schoolYear":"{}","studyYear":{}}}"#, year(at / 4), 1 + at % 4))),
        &format!(r#""placements":[{}]"#, list(items, |at| format!(r#"{{"id":"p-{at}","school":"a","schoolYear":"{}"}}"#, year(at)))),
    ));
    "placements without end at two schools": |items| section("placements", items, |at| {
        format!(r#"{{"id":"p-{at}","school":"a-{}","period":{{"from":"{}"}},"daysAtSchool":{}.{:02}}}"#, at % 2, day(at), at % 7, at % 100)
    });
    "placements on all weekdays": |items| section("placements", items, |at| {
        format!(r#"{{"id":"p-{at}","school":"a-{at}","period":{{"from":"{}"}},"weekdays":["monday","friday"]}}"#, day(at))
    });
    "placements without a mentor": |items| of(portfolio(&format!(r#""placements":[{}]"#, placements_without_mentor(items))));
    "interruptions of placements without a mentor": |items| of(student(
        &format!(r#""interruptions":[{}]"#, list(items, |at| format!(r#"{{"from":"{0}","until":"{0}"}}"#, day(2 * at)))),
        &format!(r#""placements":[{}]"#, placements_without_mentor(items)),
    ));
    "mentors by turns": |items| mentors(items, |at| format!(r#"{{"person":"m-{at}","period":{{"from":"{0}","until":"{0}"}}}}"#, day(2 * at)));
    "trainers by turns": |items| {
        let trainers = list(items, |at| {
            let (day, role) = (day(at), if at % 2 == 0 { "school-trainer" } else { "institute-trainer" });
            format!(r#"{{"person":"t-{}","role":"{role}","period":{{"from":"{day}","until":"{day}"}}}}"#, at / 2)
        });
        of(portfolio(&format!(r#""placements":[{{"id":"p","trainers":[{trainers}]}}]"#)))
    };
    "placements in special education": |items| section("placements", items, |at| format!(r#"{{"id":"p-{at}","setting":"special-education"}}"#));
    "year entries and themes": |items| of(student(
        &format!(r#""years":[{}]"#, list(600, |at| format!(r#"{{"schoolYear":"{}","studyYear":{}}}"#, year(at / 4), 1 + at % 4))),
        &format!(r#""research":{{"schoolDevelopmentThemes":[{}]}}"#, list(items, |at| format!(r#"{{"id":"t-{at}","startedOn":"1940-01-01","method":"survey"}}"#))),
    ));
    "year entries": |items| of(student(
        &format!(r#""years":[{}]"#, list(items, |at| format!(r#"{{"schoolYear":"{}","studyYear":{},"outcome":"repeats"}}"#, year(at), 1 + at % 4))), r#""goals":[]"#
    ));
    "years read off placements, and evidence": |items| {
        let placements = list(items, |at| format!(r#"{{"id":"p-{at}","schoolYear":"{}","studyYear":{}}}"#, year(at), 1 + at % 4));
        let evidence = list(items, |at| format!(r#"{{"id":"e-{at}","kind":"photo","placement":"p-{at}","activity":"storytelling"}}"#));
        of(portfolio(&format!(r#""placements":[{placements}],"evidence":[{evidence}]"#)))
    };
    "exemptions from assignments, and evidence": |items| {
        let exemptions = list(items, |at| format!(r#"{{"id":"x-{at}","of":"assignment","assignment":"o-{at}"}}"#));
        let evidence = list(items, |at| format!(r#"{{"id":"e-{at}","kind":"photo","assignment":"o-{at}"}}"#));
        of(portfolio(&format!(r#""exemptions":[{exemptions}],"evidence":[{evidence}]"#)))
    };
    "exemptions of every kind": |items| section("exemptions", items, |at| {
        let of = ["study-year", "competence", "reading-aloud", "specialisation", "school-development-theme", "graduation-research"];
        format!(r#"{{"id":"x-{at}","of":"{}","studyYear":{}}}"#, turn(&of, at), 1 + at % 4)
    });
    "assessments that replace one another": |items| section("assessments", items, |at| {
        format!(r#"{{"id":"a-{at}","of":"development","isFinal":true,"result":"v","replaces":"a-{}"}}"#, at.saturating_sub(1))
    });
    "assessments that replace one another in a circle": |items| section("assessments", items, |at| {
        format!(r#"{{"id":"a-{at}","of":"development","isFinal":true,"result":"v","replaces":"a-{}"}}"#, (at + 1) % items)
    });
    "assessments of research": |items| {
        let assessments = list(items, |at| format!(r#"{{"id":"a-{at}","of":"school-development-theme","isFinal":true,"theme":"t-{at}"}}"#));
        let themes = list(items, |at| format!(r#"{{"id":"t-{at}","startedOn":"{}"}}"#, day(at)));
        of(portfolio(&format!(r#""assessments":[{assessments}],"research":{{"schoolDevelopmentThemes":[{themes}]}}"#)))
    };
    "assessors who are mentors": |items| {
        let assessors = list(items, |at| format!(r#"{{"person":"m-{at}","role":"mentor"}}"#));
        of(portfolio(&format!(r#""assessments":[{{"id":"a","of":"development","isFinal":true,"assessors":[{assessors}]}}]"#)))
    };
    "an assessment that rests on everything": |items| {
        let evidence = list(items, |at| format!(r#"{{"id":"e-{at}","kind":"photo","date":"2034-01-01"}}"#));
        let named = list(items, |at| format!(r#""e-{at}""#));
        of(portfolio(&format!(r#""evidence":[{evidence}],"assessments":[{{"id":"a","of":"development","isFinal":true,"result":"v","evidence":[{named}]}}]"#)))
    };
    "studios taken up in the next": |items| section("studios", items, |at| format!(r#"{{"id":"s-{at}","takenUpIn":["s-{}"]}}"#, (at + 1) % items));
    "a studio taken up in all": |items| {
        let studios = list(items, |at| format!(r#"{{"id":"s-{at}"}}"#));
        let named = list(items, |at| format!(r#""s-{at}""#));
        of(portfolio(&format!(r#""studios":[{{"id":"s","takenUpIn":[{named}]}},{studios}]"#)))
    };
    "a design of many phases": |items| {
        let phases = list(items, |at| format!(r#"{{"phase":"{}","period":{{"from":"{}"}}}}"#, turn(&["exploration", "realisation"], at), day(at)));
        of(portfolio(&format!(r#""designs":[{{"id":"d","phases":[{phases}]}}]"#)))
    };
    "designs without a goal": |items| section("designs", items, |at| format!(r#"{{"id":"d-{at}"}}"#));
    "reflections without levels": |items| section("reflections", items, |at| format!(r#"{{"id":"r-{at}","form":"levels"}}"#));
    "practice without parts": |items| section("evidence", items, |at| format!(r#"{{"id":"e-{at}","kind":"photo","practice":true}}"#));
    "assignments without practice": |items| section("evidence", items, |at| format!(r#"{{"id":"e-{at}","kind":"photo","assignment":"o-{at}"}}"#));
    "members of one group": |items| {
        let group = list(items, |at| format!(r#"{{"student":"s-{}"}}"#, at / 2));
        of(portfolio(&format!(r#""research":{{"schoolDevelopmentThemes":[{{"id":"t","group":[{group}]}}],"graduation":{{"setOn":"2024-01-01","withOthers":[{group}]}}}}"#)))
    };
    "small sound things": |items| section("studios", items, |at| format!(r#"{{"id":"s-{at}"}}"#));
    "small sound evidence": |items| section("evidence", items, |at| format!(r#"{{"id":"e-{at}","kind":"photo"}}"#));
    "small sound placements": |items| section("placements", items, |at| format!(r#"{{"id":"p-{at}"}}"#));
    "small sound assessments": |items| section("assessments", items, |at| format!(r#"{{"id":"a-{at}","of":"development"}}"#));

    // What an overlay adds.
    "windows of a norm, and placements": |items| with_overlay(
        portfolio(&format!(r#""placements":[{}]"#, placements_without_mentor(items))),
        format!(r#"{{"norms":{{"TK-P105.grace_days":[{}]}}}}"#, list(items, |at| format!(r#"{{"value":{},"from":"{}"}}"#, at % 300, day(at)))),
    );
    "waivers and what they are for": |items| with_overlay(
        portfolio(&format!(r#""placements":[{}]"#, placements_without_mentor(items))),
        format!(r#"{{"waive":[{}]}}"#, list(items, |at| format!(
            r#"{{"rule":"TK-P105","document":{{"kind":"portfolio","id":"s"}},"subject":{{"kind":"placement","id":"p-{at}"}},"reason":"r","owner":"o","until":"2030-01-01"}}"#
        ))),
    );
    "waivers for one thing": |items| with_overlay(
        portfolio(&format!(r#""placements":[{}]"#, placements_without_mentor(items))),
        format!(r#"{{"waive":[{}]}}"#, list(items, |at| format!(
            r#"{{"rule":"TK-P105","document":{{"kind":"portfolio","id":"s"}},"reason":"r","owner":"o","until":"{}"}}"#, day(at)
        ))),
    );
    "faults of an overlay": |items| with_overlay(sound(0), format!(r#"{{"waive":[{}]}}"#, list(items, |_| r#"{"rule":0}"#.to_owned())));
    "unknown members of an overlay": |items| with_overlay(sound(0), format!("{{{}}}", list(items, |at| format!(r#""k{at}":0"#))));
    "norms of an overlay that are none": |items| with_overlay(sound(0), format!(r#"{{"norms":{{{}}}}}"#, list(items, |at| format!(r#""TK-P105.k{at}":0"#))));
    "a norm of an overlay again and again": |items| with_overlay(sound(0), format!(r#"{{"norms":{{{}}}}}"#, list(items, |_| r#""TK-P105.grace_days":1"#.to_owned())));
    "a long list in an overlay": |items| with_overlay(sound(0), format!(r#"{{"only":[{}]}}"#, list(4 * items, |_| "0".to_owned())));
    "a long name in an overlay": |items| with_overlay(sound(0), format!(r#"{{"norms":{{"{}":0}},"id":"{}"}}"#, "n".repeat(20 * items), "i".repeat(20 * items)));
    "brackets in an overlay": |items| with_overlay(sound(0), "[".repeat(40 * items));
};
