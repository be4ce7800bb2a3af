//! The vectors: small documents with the exact report that every language must give. Those of a rule are about that rule alone;
//! a few stories keep the answers of all, and normal lives those of the rules that a wrong implementation would raise there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use twentse_kubus::api::{Outcome, Report, Validator};

/// What a case is about, and what its author expects of it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Case {
    /// What it shows and why.
    pub shows: String,
    /// The reference day.
    pub as_of: String,
    /// The lens.
    pub lens: Option<String>,
    /// An overlay upon the shipped rulebook.
    pub rulebook: Option<serde_json::Value>,
    /// The rules that it is about: no others are checked and listed. None: all are.
    #[serde(default)]
    pub only: Vec<String>,
    /// The kind of document whose report is compared; absent: the portfolio.
    pub judges: Option<String>,
    /// `false` when the document cannot be given as an object.
    pub objects: Option<bool>,
    /// What was worked out by hand before the code ran.
    pub expects: Option<Expectation>,
}

/// What the rule that a case is about must answer.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Expectation {
    /// Its answer; absent for a rule of reading.
    pub outcome: Option<String>,
    /// Why, where the answer has a reason.
    pub reason: Option<String>,
    /// In a normal life: what each rule listed must answer, and why where the answer has a reason: `not-applicable exempted`.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// Its findings.
    #[serde(default)]
    pub findings: Vec<ExpectedFinding>,
    /// The verdict of the report.
    pub verdict: Option<String>,
}

/// A finding, as far as it was thought out.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExpectedFinding {
    /// JSON Pointer.
    pub path: String,
    /// Severity.
    pub severity: String,
    /// The last day to fix it.
    pub due: Option<String>,
    /// Whether it is about what is still a draft.
    #[serde(default)]
    pub draft: bool,
}

/// A vector: its name, its case, its document, and its folder.
#[derive(Debug)]
pub struct Vector {
    /// `<code>/<case>`.
    pub name: String,
    /// The code of the rule.
    pub code: String,
    /// What it is about.
    pub case: Case,
    /// The exact bytes of the document.
    pub document: Vec<u8>,
    /// Where it lies.
    pub folder: PathBuf,
}

/// The folder of the vectors that are about no rule by itself, and so list what every rule answers.
pub const STORIES: &str = "stories";

/// The folder of the lives in which nothing is wrong. Each lists the rules that a wrong implementation would raise there.
pub const NORMAL_LIFE: &str = "normal-life";

/// Every vector below this folder, by name.
///
/// # Errors
/// When the folder holds no vectors, or one that cannot be read.
pub fn all(root: &Path) -> Result<Vec<Vector>> {
    let mut vectors = Vec::new();
    for rule in folders(root)? {
        for folder in folders(&rule)? {
            let (code, case) = (name(&rule), name(&folder));
            let name = format!("{code}/{case}");
            let text = fs::read(folder.join("case.json")).with_context(|| name.clone())?;
            let case: Case = serde_json::from_slice(&text).with_context(|| format!("{name}/case.json"))?;
            let kind = case.judges.as_deref().unwrap_or("portfolio");
            let document = fs::read(folder.join(kind).with_extension("json")).with_context(|| name.clone())?;
            vectors.push(Vector { name, code, case, document, folder });
        }
    }
    ensure!(!vectors.is_empty(), "no vectors below {}", root.display());
    Ok(vectors)
}

fn folders(root: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(root).with_context(|| root.display().to_string())?;
    let mut folders: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    folders.retain(|path| path.is_dir());
    folders.sort();
    Ok(folders)
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Vector {
    /// The report that the core gives.
    ///
    /// # Errors
    /// When the case cannot be run.
    pub fn run(&self) -> Result<Report> {
        let Case { as_of, lens, judges, .. } = &self.case;
        let overlay = self.overlay().map(|overlay| overlay.to_string());
        let validator = Validator::new(overlay.as_deref().map(str::as_bytes)).with_context(|| self.name.clone())?;
        Ok(validator.validate(&self.document, as_of, lens.as_deref(), judges.as_deref())?)
    }

    /// The overlay upon the shipped rulebook, with the rules that the case is about.
    pub fn overlay(&self) -> Option<serde_json::Value> {
        let Case { rulebook, only, .. } = &self.case;
        if only.is_empty() {
            return rulebook.clone();
        }
        let mut overlay = rulebook.clone().unwrap_or_else(|| serde_json::json!({}));
        overlay.as_object_mut()?.insert("only".to_owned(), only.clone().into());
        Some(overlay)
    }

    /// The bytes that every language must give.
    ///
    /// # Errors
    /// When there are none yet.
    pub fn blessed(&self) -> Result<Vec<u8>> {
        fs::read(self.folder.join("report.json")).with_context(|| format!("{} has no report; bless it", self.name))
    }

    /// Holds a report against what was thought out.
    ///
    /// # Errors
    /// When the two differ.
    pub fn hold(&self, report: &Report) -> Result<()> {
        let Some(expects) = &self.case.expects else { bail!("{}: nothing was thought out", self.name) };
        if let Some(verdict) = &expects.verdict {
            ensure!(report.verdict() == verdict, "{}: expected {verdict}, it {}", self.name, report.verdict());
        }
        let outcome = report.outcomes().iter().find(|outcome| outcome.code() == self.code);
        let given = (outcome.map(|outcome| outcome.outcome().to_owned()), outcome.and_then(Outcome::reason));
        ensure!(given.0 == expects.outcome, "{}: expected {:?}, the rule says {:?}", self.name, expects.outcome, given);
        if expects.reason.is_some() {
            ensure!(
                given.1 == expects.reason.as_deref(),
                "{}: expected {:?}, got {given:?}",
                self.name,
                expects.reason
            );
        }
        for (code, expected) in &expects.answers {
            let answer = report.outcomes().iter().find(|outcome| outcome.code() == code).map(|outcome| {
                let words = [Some(outcome.outcome()), outcome.reason()];
                words.into_iter().flatten().collect::<Vec<_>>().join(" ")
            });
            ensure!(answer.as_ref() == Some(expected), "{}: expected {code} {expected}, got {answer:?}", self.name);
        }
        let mut found: Vec<(String, String, bool, Option<String>)> = report
            .findings()
            .iter()
            .filter(|finding| finding.code() == self.code)
            .map(|finding| (finding.path(), finding.severity().to_owned(), finding.draft(), finding.due()))
            .collect();
        let mut expected: Vec<_> = expects
            .findings
            .iter()
            .map(|finding| (finding.path.clone(), finding.severity.clone(), finding.draft, finding.due.clone()))
            .collect();
        found.sort();
        expected.sort();
        if expected.iter().all(|(.., due)| due.is_none()) {
            found.iter_mut().for_each(|(.., due)| *due = None);
        }
        ensure!(found == expected, "{}: expected {expected:?}, found {found:?}", self.name);
        Ok(())
    }
}

/// SHA-256 as hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What `vectors.lock` holds: per vector the hash of everything that makes it.
///
/// # Errors
/// When a vector has no report yet.
pub fn lock(vectors: &[Vector]) -> Result<BTreeMap<String, String>> {
    let hash = |vector: &Vector| {
        let mut all = fs::read(vector.folder.join("case.json"))?;
        all.extend(&vector.document);
        all.extend(vector.blessed()?);
        Ok((vector.name.clone(), sha256(&all)))
    };
    vectors.iter().map(hash).collect()
}
