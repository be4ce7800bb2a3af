//! The example program on assessment as its users run it.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

/// Built by the test command, next to the tests.
fn program() -> PathBuf {
    let tests = env::current_exe().unwrap();
    let folder = tests.parent().and_then(Path::parent).unwrap();
    folder.join("examples").join(format!("assess{}", env::consts::EXE_SUFFIX))
}

fn run(arguments: &[&str]) -> Output {
    Command::new(program()).args(arguments).current_dir(DATA).output().unwrap()
}

fn printed(output: &Output) -> String {
    assert_eq!((String::from_utf8_lossy(&output.stderr).as_ref(), output.status.code()), ("", Some(0)));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The made-up student near the end of study year 2: passed in study year 1; in study year 2 good (8 points, weight 2), exempted
/// from first aid, and sufficient (6 points, weight 1) in the second attempt at observing, after one that was not: (2 × 8 + 6) ÷ 3
/// = 7.33, where 6 is required. Of three pieces of evidence for the development there are two.
#[test]
fn without_files_the_made_up_student_is_shown() {
    let text = printed(&run(&["--lang", "en"]));
    let lines = [
        "Study year 1: passed",
        "Study year 2: passed",
        "    pass rule: weighted average 7.33 · required: 6 · parts that may be below what is required: 1 · but not lower than: 4",
        "    Ontwikkeling in studiejaar 2 (ontwikkeling-2): passed · result: goed (assessment bo-3, 23 June 2022) · required: voldoende · points: 8 · weight: 2",
        "        less evidence than required, the result still holds: 2 of 3",
        "    Eerste hulp op school (eerste-hulp): exempted · exemption vr-1",
        "    Eén kind een week lang volgen (observeren): passed · result: voldoende (assessment bo-5, 9 June 2022) · required: voldoende · points: 6 · weight: 1",
        "        other attempt: onvoldoende (assessment bo-4, 10 February 2022)",
        "    assessors: school trainer (p-so-kasteel), institute trainer (p-io-3)",
        "    attempts: 2 (at most 2)",
    ];
    lines.iter().for_each(|line| assert!(text.lines().any(|other| other == *line), "{line}\n{text}"));
    assert!(text.contains("TK-P506") && !text.contains("TK-P105"), "only the rules on assessment: {text}");
    assert!(!text.contains('\u{1b}'), "no colours where nobody looks");
}

#[test]
fn languages_days_and_lenses_are_chosen() {
    let dutch = printed(&run(&[]));
    assert!(dutch.contains("    slaagregel: gewogen gemiddelde 7,33 · nodig: 6 · "), "{dutch}");
    let plain = printed(&run(&["--lang", "nl-plain"]));
    assert!(plain.contains("\n\n1. Wat heb je gehaald?") && plain.contains("\nJaar 2: gehaald\n"), "{plain}");
    // In March of study year 4 an interim assessment is all that there is: it does not count.
    let later = printed(&run(&["--lang", "en", "--as-of", "2024-03-20"]));
    assert!(later.contains("\nStudy year 4: not passed yet · by 31 August 2024\n"), "{later}");
    assert!(
        later.contains(
            "        does not count (not final, or no judgement): op-koers (assessment bo-8, 1 February 2024)\n"
        ),
        "{later}"
    );
    let ended = printed(&run(&["--lang", "en", "--as-of", "2024-03-20", "--lens", "year-ended"]));
    assert!(ended.contains("\nStudy year 4: not passed\n"), "{ended}");
}

/// The decision is kept as a bundle, and made again later: from the same documents the same comes out, from others it is said
/// which is another one.
#[test]
fn a_decision_is_bundled_and_made_again() {
    let file = env::temp_dir().join(format!("kubus-bundle-{}.json", std::process::id()));
    fs::write(&file, printed(&run(&["--bundle"]))).unwrap();
    let file = file.to_str().unwrap();
    let text = printed(&run(&["--lang", "en", "--replay", file]));
    assert_eq!(
        text,
        "Decision made again · portfolio st-2019-023 · reference day 6 July 2022\nThe same answer as before\n"
    );
    let other = ["--lang", "en", "--replay", file, "--portfolio", "year-3.json", "--curriculum", "curriculum.json"];
    let text = printed(&run(&other));
    assert!(text.contains("\nCould not be made again\n  - portfolio st-2019-023: not given (SHA-256 "), "{text}");
    assert_eq!(run(&["--replay", "year-3.json"]).status.code(), Some(2), "no bundle");
    assert_eq!(run(&["--replay", file, "--as-of", "2022-07-06"]).status.code(), Some(2), "a bundle has its own day");
    fs::remove_file(file).unwrap();
}

#[test]
fn files_of_ones_own_are_taken_together() {
    let own = printed(&run(&["--portfolio", "year-4.json", "--curriculum", "programme.json", "--as-of", "2022-07-06"]));
    let sample = printed(&run(&[]));
    let (made_up, rest) = sample.split_once("\n\n").unwrap();
    assert!(made_up.ends_with("Student en opleiding zijn verzonnen."), "{made_up}");
    assert_eq!(own, rest);
    let status = |arguments: &[&str]| run(arguments).status.code();
    assert_eq!(status(&["--portfolio", "year-4.json"]), Some(2), "a programme belongs to it");
    assert_eq!(status(&["--portfolio", "year-4.json", "--curriculum", "year-4.json"]), Some(2));
    assert_eq!(status(&["--portfolio", "not-there.json", "--curriculum", "programme.json"]), Some(2));
    assert_eq!(status(&["--as-of", "6 juli"]), Some(2));
}
