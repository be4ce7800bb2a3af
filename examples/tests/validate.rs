//! The example program as its users run it: what it takes, what it prints, its exit status.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

/// Built by the test command, next to the tests.
fn program() -> PathBuf {
    let tests = env::current_exe().unwrap();
    let folder = tests.parent().and_then(Path::parent).unwrap();
    folder.join("examples").join(format!("validate{}", env::consts::EXE_SUFFIX))
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(program())
        .args(arguments)
        .current_dir(DATA)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn printed(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn without_a_file_the_made_up_portfolio_is_shown() {
    let output = run(&[], b"");
    assert_eq!(output.status.code(), Some(0));
    let text = printed(&output);
    assert!(text.starts_with("Portfolio st-2021-031 · peildatum 22 mei 2024\nOordeel: voldoet niet\n"), "{text}");
    assert!(!text.contains('\u{1b}'), "no colours where nobody looks");
}

#[test]
fn the_exit_status_says_how_it_went() {
    let status = |arguments: &[&str], input: &[u8]| run(arguments, input).status.code();
    let day = ["--as-of", "2024-05-22"];
    assert_eq!(status(&[&day[..], &["faulty.json"]].concat(), b""), Some(1));
    assert_eq!(
        status(&[&day[..], &["-"]].concat(), br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": 7}}"#),
        Some(3)
    );
    assert_eq!(status(&[&day[..], &["year-3.json"]].concat(), b""), Some(0));
    assert_eq!(status(&[&day[..], &["faulty.json", "not-there.json"]].concat(), b""), Some(2));
    assert_eq!(status(&["--as-of", "22 mei"], b""), Some(2));
    assert_eq!(status(&["--wrong"], b""), Some(2));
}

#[test]
fn languages_lenses_and_paths_are_chosen() {
    let plain = printed(&run(&["--lang", "nl-plain"], b""));
    assert!(plain.contains("Je portfolio is ") && !plain.contains("TK-P"), "{plain}");
    let paths = printed(&run(&["--lang", "en", "--paths"], b""));
    assert!(paths.contains("/placements/2/mentors"), "{paths}");
    let places = printed(&run(&["--lang", "en"], b""));
    assert!(places.contains("placement 3, mentors") && !places.contains("/placements"), "{places}");
    let graduating = printed(&run(&["--lens", "graduating"], b""));
    assert_ne!(graduating, printed(&run(&[], b"")));
}

#[test]
fn folders_and_several_files_are_taken_in_order() {
    let folder = env::temp_dir().join(format!("kubus-validate-{}", std::process::id()));
    fs::create_dir_all(folder.join("b")).unwrap();
    let document = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}"#;
    for name in ["2.json", "1.json", "b/3.json", "no.txt"] {
        fs::write(folder.join(name), document).unwrap();
    }
    let text = printed(&run(&["--format", "json", folder.to_str().unwrap()], b""));
    assert_eq!(text.lines().count(), 3, "a report per line: {text}");
    let text = printed(&run(&[folder.to_str().unwrap()], b""));
    let named: Vec<&str> = text.lines().filter(|line| line.contains(".json")).collect();
    let ends = named.iter().zip(["1.json", "2.json", "3.json"]).all(|(line, end)| line.ends_with(end));
    assert!(named.len() == 3 && ends, "{named:?}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_rulebook_of_ones_own_applies_and_a_faulty_one_says_where() {
    let file = env::temp_dir().join(format!("kubus-rulebook-{}.json", std::process::id()));
    fs::write(&file, r#"{"id": "own", "disable": {"TK-P105": "we have no mentors here"}}"#).unwrap();
    let text = printed(&run(&["--rulebook", file.to_str().unwrap()], b""));
    assert!(!text.contains("TK-P105  "), "{text}");
    fs::write(&file, r#"{"id": "own", "disabel": {}}"#).unwrap();
    let output = run(&["--rulebook", file.to_str().unwrap()], b"");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && told.contains("`disabel`"), "{told}");
    fs::remove_file(file).unwrap();
}

#[test]
fn what_is_no_utf_8_is_named() {
    let utf16: Vec<u8> = "{\"format\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let text = printed(&run(&["--lang", "en", "-"], &utf16));
    assert!(text.contains("UTF-16"), "{text}");
}

#[test]
fn a_rule_is_explained() {
    let text = printed(&run(&["--explain", "TK-P105", "--lang", "en"], b""));
    assert!(text.contains("TK-P105") && text.contains("mentor"), "{text}");
}

#[test]
fn lines_are_wrapped_at_the_width_that_is_asked_for() {
    let text = printed(&run(&["--width", "60"], b""));
    assert!(text.lines().all(|line| line.chars().count() <= 60), "{text}");
}

/// Behind the report is what to do, in order and by whom, each step with its rules; a student reads no codes.
#[test]
fn next_steps_follow_the_report() {
    let steps = |arguments: &[&str]| -> Vec<String> {
        let text = printed(&run(arguments, b""));
        let numbered = |line: &&str| line.trim_start().starts_with(|first: char| first.is_ascii_digit());
        text.lines().filter(numbered).map(|line| line.trim_start().to_owned()).collect()
    };
    let english = steps(&["--lang", "en"]);
    assert_eq!(english.first().unwrap(), "1. arrange a placement (institute trainer): placement pl-3 · TK-P101");
    assert!(
        english.contains(
            &"7. put assessments in order (institute trainer): assessment bo-3 · TK-P501, TK-P503".to_owned()
        ),
        "{english:?}"
    );
    let plain = steps(&["--lang", "nl-plain"]);
    assert_eq!(plain.len(), english.len());
    assert!(plain.iter().all(|step| !step.contains("TK-")), "{plain:?}");
    assert!(steps(&["--format", "json"]).is_empty());
}

/// With `--trace` it says of every rule why it is met, or what would fix it: as text, or as JSON behind the report.
#[test]
fn a_trace_says_why() {
    let text = printed(&run(&["--lang", "en", "--trace"], b""));
    let (_, trace) = text.split_once("Why is this so?").unwrap();
    assert!(trace.contains("\n    Met, thanks to placement pl-1, placement pl-2, placement pl-3\n"), "{trace}");
    assert!(trace.contains("\n    → Record the groups of the placements, or request a next placement with"), "{trace}");
    let json = printed(&run(&["--format", "json", "--trace"], b""));
    let lines: Vec<&str> = json.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[1].starts_with(r#"{"format":"twentse-kubus/trace@1","document":{"kind":"portfolio""#),
        "{}",
        lines[1]
    );
}
