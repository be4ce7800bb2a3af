//! The vectors: small documents with the exact report that every language must give. Those of a rule are about that rule alone;
//! a few stories keep the answers of all, and normal lives those of the rules that a wrong implementation would raise there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use twentse_kubus::ValidatorBuilder;
use twentse_kubus::api::{Finding, Outcome, Report, Validator};

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
    pub rulebook: Option<Value>,
    /// The rules that it is about: no others are checked and listed. None: all are.
    #[serde(default)]
    pub only: Vec<String>,
    /// The kind of document whose report is compared; absent: the portfolio.
    pub judges: Option<String>,
    /// What is asked besides the report.
    #[serde(default)]
    pub call: Call,
    /// `false` when the document cannot be given as an object.
    pub objects: Option<bool>,
    /// What was worked out by hand before the code ran.
    pub expects: Option<Expectation>,
}

/// What is asked of a document besides its report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Call {
    /// Nothing more.
    #[default]
    Validate,
    /// What the curriculum makes of a portfolio.
    Assess,
    /// The assessment card.
    Card,
}

impl Call {
    /// The file in which its result is compared, beside the report.
    fn file(self) -> Option<&'static str> {
        match self {
            Self::Validate => None,
            Self::Assess => Some("assessment.json"),
            Self::Card => Some("assessment-card.json"),
        }
    }
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
    /// Of `call: assess`: what the result holds. Of an object the members that are named, of a list every item by its position.
    pub assessment: Option<Value>,
    /// Of `call: card`: what the result holds, in the same way.
    pub card: Option<Value>,
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
    /// What it is about: the kind, and the id where it has one.
    pub subject: Option<String>,
    /// All of its facts.
    pub facts: Option<Value>,
}

impl ExpectedFinding {
    /// Whether a finding of this place and severity is about that, with those facts.
    fn is_like(&self, finding: &Finding) -> bool {
        let subject = || {
            let words = [Some(finding.subject_kind()), finding.subject_id()];
            words.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let facts = || serde_json::from_str::<Value>(&finding.facts_json()).ok();
        finding.path() == self.path
            && finding.severity() == self.severity
            && self.subject.as_ref().is_none_or(|expected| *expected == subject())
            && (self.facts.is_none() || self.facts == facts())
    }
}

/// A vector: its name, its case, its documents, and its folder.
#[derive(Debug)]
pub struct Vector {
    /// `<code>/<case>`.
    pub name: String,
    /// The code of the rule.
    pub code: String,
    /// What it is about.
    pub case: Case,
    /// The exact bytes of the document that is judged.
    pub document: Vec<u8>,
    /// Those of the documents that portfolios are compared with, by the names of their files.
    pub others: Vec<Vec<u8>>,
    /// Where it lies.
    pub folder: PathBuf,
}

/// The folder of the vectors that are about no rule by itself, and so list what every rule answers.
pub const STORIES: &str = "stories";

/// The folder of the lives in which nothing is wrong. Each lists the rules that a wrong implementation would raise there.
pub const NORMAL_LIFE: &str = "normal-life";

/// The folder of the vectors about what an assessment framework makes of a portfolio.
pub const ASSESS: &str = "assess";

/// The folder of the vectors about the assessment card of a portfolio.
pub const CARD: &str = "card";

/// The folders of vectors that are about no rule by itself.
pub const OF_NO_RULE: [&str; 4] = [STORIES, NORMAL_LIFE, ASSESS, CARD];

/// Every vector below this folder, by name.
///
/// # Errors
/// When the folder holds no vectors, or one that cannot be read.
pub fn all(root: &Path) -> Result<Vec<Vector>> {
    let mut vectors = Vec::new();
    for rule in folders(root)? {
        for folder in folders(&rule)? {
            vectors.push(read(name(&rule), folder)?);
        }
    }
    ensure!(!vectors.is_empty(), "no vectors below {}", root.display());
    Ok(vectors)
}

fn read(code: String, folder: PathBuf) -> Result<Vector> {
    let name = format!("{code}/{}", name(&folder));
    let text = |file: &str| fs::read(folder.join(file)).with_context(|| format!("{name}/{file}"));
    let case: Case = serde_json::from_slice(&text("case.json")?).with_context(|| format!("{name}/case.json"))?;
    let kind = case.judges.as_deref().unwrap_or("portfolio");
    let judged = format!("{kind}.json");
    let mut others = Vec::new();
    for file in files(&folder)? {
        let is_other = ["curriculum", "partnership", "knowledge-base"].iter().any(|kind| file.starts_with(kind));
        if is_other && kind == "portfolio" {
            others.push(text(&file)?);
        } else {
            // A file that nothing reads would be believed to be held.
            let is_read = ["case.json", "report.json", &judged].contains(&&*file) || case.call.file() == Some(&file);
            ensure!(is_read, "{name}: nothing reads {file}");
        }
    }
    let document = text(&judged)?;
    Ok(Vector { name, code, case, document, others, folder })
}

/// The names of the files in a folder, in their order.
fn files(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files: Vec<String> = entries.map(|entry| Ok(name(&entry?.path()))).collect::<Result<_>>()?;
    files.sort();
    Ok(files)
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
        Ok(self.validator()?.validate(&self.document, as_of, lens.as_deref(), judges.as_deref())?)
    }

    /// The texts that every language must give, by the files that keep them: the body of this report, and the result of what is
    /// asked besides.
    ///
    /// # Errors
    /// When the case cannot be run.
    pub fn answers(&self, report: &Report) -> Result<Vec<(&'static str, String)>> {
        let Case { as_of, lens, call, .. } = &self.case;
        let mut answers = vec![("report.json", report.body_json())];
        if let Some(file) = call.file() {
            let result = match call {
                Call::Validate => String::new(),
                Call::Assess => self.validator()?.assess(&self.document, as_of, lens.as_deref())?,
                Call::Card => self.validator()?.card(&self.document, as_of, lens.as_deref())?,
            };
            answers.push((file, result));
        }
        Ok(answers)
    }

    /// By the overlay of the case, with its rules alone and its other documents.
    ///
    /// # Errors
    /// When there is no such validator.
    pub fn validator(&self) -> Result<Validator> {
        let overlay = self.overlay().map(|overlay| overlay.to_string());
        let overlay = overlay.as_deref().map(str::as_bytes);
        Validator::with_documents(overlay, self.others.iter().cloned()).with_context(|| self.name.clone())
    }

    /// By this overlay, with the other documents of the case.
    pub fn builder(&self, overlay: &str) -> ValidatorBuilder {
        twentse_kubus::Validator::builder().rulebook(overlay).documents(self.others.iter().cloned())
    }

    /// The overlay upon the shipped rulebook, with the rules that the case is about.
    pub fn overlay(&self) -> Option<Value> {
        let Case { rulebook, only, .. } = &self.case;
        if only.is_empty() {
            return rulebook.clone();
        }
        let mut overlay = rulebook.clone().unwrap_or_else(|| serde_json::json!({}));
        overlay.as_object_mut()?.insert("only".to_owned(), only.clone().into());
        Some(overlay)
    }

    /// The bytes of an answer that every language must give.
    ///
    /// # Errors
    /// When there are none yet.
    pub fn blessed(&self, file: &str) -> Result<Vec<u8>> {
        fs::read(self.folder.join(file)).with_context(|| format!("{} has no {file}; bless it", self.name))
    }

    /// Holds a report and the other answers against what was thought out.
    ///
    /// # Errors
    /// When the two differ.
    pub fn hold(&self, report: &Report, answers: &[(&str, String)]) -> Result<()> {
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
        for expected in &expects.findings {
            let own = report.findings().iter().filter(|finding| finding.code() == self.code);
            let found: Vec<String> = own.clone().map(Finding::to_json).collect();
            let is_there = own.clone().any(|finding| expected.is_like(finding));
            ensure!(is_there, "{}: expected {expected:?}, found {found:?}", self.name);
        }
        for (call, expected) in [(Call::Assess, &expects.assessment), (Call::Card, &expects.card)] {
            let is_of_call = |file: &str| self.case.call == call && call.file() == Some(file);
            match (answers.iter().find(|(file, _)| is_of_call(file)), expected) {
                (None, None) => {}
                (Some((file, result)), Some(expected)) => {
                    let at = departs(expected, &serde_json::from_str(result)?, String::new());
                    ensure!(at.is_none(), "{}: {file} is not as expected at {at:?}: {result}", self.name);
                }
                (Some((file, _)), None) => bail!("{}: nothing was thought out of {file}", self.name),
                (None, Some(_)) => bail!("{}: what `{call:?}` tells is expected and not asked for", self.name),
            }
        }
        Ok(())
    }
}

/// Where a value lacks something that is expected of it, as a JSON Pointer: of an object the members that are named, of a list every
/// item by its position.
fn departs(expected: &Value, given: &Value, at: String) -> Option<String> {
    match (expected, given) {
        (Value::Object(expected), Value::Object(given)) => expected.iter().find_map(|(name, expected)| {
            departs(expected, given.get(name).unwrap_or(&Value::Null), format!("{at}/{name}"))
        }),
        (Value::Array(expected), Value::Array(given)) if expected.len() == given.len() => {
            let items = expected.iter().zip(given).enumerate();
            items.into_iter().find_map(|(item, (expected, given))| departs(expected, given, format!("{at}/{item}")))
        }
        _ => (expected != given).then_some(at),
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
        all.extend(vector.others.iter().flatten());
        for file in ["report.json"].into_iter().chain(vector.case.call.file()) {
            all.extend(vector.blessed(file)?);
        }
        Ok((vector.name.clone(), sha256(&all)))
    };
    vectors.iter().map(hash).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::departs;

    #[test]
    fn what_is_expected_is_looked_for_by_name_and_by_position() {
        let given = json!({"years": [{"studyYear": 1, "outcome": "passed", "components": []}], "programme": "not-yet"});
        let at = |expected: serde_json::Value| departs(&expected, &given, String::new());
        assert_eq!(at(json!({})), None);
        assert_eq!(at(json!({"years": [{"outcome": "passed"}]})), None);
        assert_eq!(at(json!({"years": [{"outcome": "not-yet"}]})).as_deref(), Some("/years/0/outcome"));
        assert_eq!(at(json!({"years": [{"due": "2024-07-31"}]})).as_deref(), Some("/years/0/due"));
        assert_eq!(at(json!({"years": []})).as_deref(), Some("/years"));
        // What must be absent is `null`.
        assert_eq!(at(json!({"curriculum": null})), None);
    }
}
