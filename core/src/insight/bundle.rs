//! Decisions that can be replayed: a bundle of an answer and all that it was made from, and what came out when it was
//! made again.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::assessment::ProgrammeAssessment;
use super::shown::{Always, InsightPhrase, Json, capital, heading};
use crate::documents::{DocumentRef, Kind, format_name};
use crate::error::Error;
use crate::finding::Voice;
use crate::grammar::{Wire as _, closed, record};
use crate::json::{Look as _, Reader, Value, parse};
use crate::judging::Lens;
use crate::report::{Phrase, Report};
use crate::values::{SchoolYear, Sha256, is_id};

format_name! {
    /// The format that a bundle names: `twentse-kubus/bundle@1`.
    BundleFormat = "twentse-kubus/bundle@1"
}

record! {
    /// A report and an assessment with all that they were made from, so that they can be made again: see
    /// [`replay`](crate::replay). The documents themselves are not in it, but their hashes are.
    Bundle<'a> needs {
        /// Names the format and version.
        @fixed format: BundleFormat,
        /// The version of the engine that made it.
        engine: Cow<'a, str>,
        /// The reference day.
        as_of: NaiveDate,
        /// The question about the portfolio.
        lens: Lens,
        /// The rulebook.
        rulebook: BundledRulebook<'a>,
        /// The portfolio, and then the documents that it was compared with.
        documents: Always<Vec<BundledDocument<'a>>>,
        /// The body of the report.
        report: Json<'a>,
    } may {
        /// The outcome by the assessment framework; absent when nothing of the portfolio could be judged.
        assessment: Option<Json<'a>>,
    }
}

record! {
    /// A rulebook.
    BundledRulebook<'a> needs {
        /// The SHA-256 of the resolved rulebook.
        fingerprint: Sha256,
    } may {
        /// The overlay that it was built from; absent for the built-in rulebook.
        overlay: Option<Json<'a>>,
    }
}

record! {
    /// A document by its hash.
    BundledDocument<'a> needs {
        /// Its kind.
        kind: Kind,
        /// The SHA-256 of its bytes.
        sha256: Sha256,
    } may {
        /// Its id, when it could be read.
        id: Option<Cow<'a, str>>,
        /// Its school year, of a partnership.
        school_year: Option<SchoolYear>,
    }
}

impl BundledDocument<'static> {
    pub(crate) fn of(document: &DocumentRef, sha256: Sha256) -> Self {
        Self {
            id: document.id.clone().map(Cow::Owned),
            school_year: document.school_year,
            ..Self::new(document.kind, sha256)
        }
    }
}

impl BundledDocument<'_> {
    /// Which document.
    pub(crate) fn document(&self) -> DocumentRef {
        let id = self.id.as_deref().map(ToOwned::to_owned);
        DocumentRef { kind: self.kind, id, school_year: self.school_year }
    }
}

/// How many documents a bundle may name: a portfolio is compared with a curriculum, a knowledge base and a partnership in each of its
/// school years at most, and each that is not given is looked for among
/// those that are.
const MOST_DOCUMENTS: usize = 160;

impl<'a> Bundle<'a> {
    /// A report and an assessment, with what they were made from.
    pub(crate) fn of(
        report: &Report,
        assessment: Option<&ProgrammeAssessment<'_>>,
        overlay: Option<&'a str>,
        fingerprint: Sha256,
        documents: Vec<BundledDocument<'a>>,
    ) -> Self {
        let rulebook = BundledRulebook { overlay: overlay.map(Json::of), ..BundledRulebook::new(fingerprint) };
        let (as_of, lens) = (report.as_of(), report.lens());
        let body = Json::of(report.body_json());
        let assessment = assessment.and_then(|one| serde_json::to_string(one).ok()).map(Json::of);
        Self { assessment, ..Self::new(report.engine(), as_of, lens, rulebook, documents, body) }
    }

    /// Reads what was written as JSON.
    ///
    /// # Errors
    /// `invalid-bundle` when the text is no bundle.
    pub fn from_json(text: &'a str) -> Result<Self, Error> {
        let mut reader = Reader::new(text);
        let mut bundle = Self::BLANK;
        let is_read = bundle.read(&mut reader).is_some() && reader.end().is_some();
        // What is said of it repeats these, so that each must be what it is called.
        let ids = bundle.documents.iter().filter_map(|document| document.id.as_deref());
        let is_sound = ids.chain([&*bundle.engine]).all(is_id);
        let mut kinds = bundle.documents.iter().map(|document| document.kind);
        let is_of_portfolio = kinds.next() == Some(Kind::Portfolio) && kinds.all(|kind| kind != Kind::Portfolio);
        let are_few = bundle.documents.len() <= MOST_DOCUMENTS;
        if is_read && is_sound && is_of_portfolio && are_few { Ok(bundle) } else { Err(Error::InvalidBundle) }
    }

    /// The same bundle, holding its texts itself.
    pub fn into_owned(self) -> Bundle<'static> {
        crate::grammar::Wire::into_owned(self)
    }
}

format_name! {
    /// The format that a replay names: `twentse-kubus/replay@1`.
    ReplayFormat = "twentse-kubus/replay@1"
}

closed! {
    /// Whether an answer that was made again is the same.
    Replayed {
        /// The same bytes, whatever else differs.
        Same = "same", "hetzelfde antwoord als toen" | "er komt hetzelfde uit als toen", "the same answer as before";
        Differs = "differs", "een ander antwoord dan toen" | "er komt iets anders uit dan toen", "another answer than before";
        /// Something that it was made from is not there.
        NotReplayed = "not-replayed", "kon niet opnieuw worden gemaakt" | "kon niet nog eens worden nagekeken", "could not be made again";
    }
}

closed! {
    /// What differs from what a bundle says.
    Input {
        /// Something that it was made from is not there, or is another version.
        Document = "document", "document", "document";
        Rulebook = "rulebook", "regelboek" | "regels van je opleiding", "rulebook";
        Engine = "engine", "versie van de bibliotheek" | "versie van het programma", "version of the library";
        Report = "report", "rapport" | "lijst met punten", "report";
        Assessment = "assessment", "uitslag volgens het toetskader" | "wat je hebt gehaald", "outcome by the assessment framework";
    }
}

record! {
    /// Whether what a bundle holds comes out again, and else which of what it was made from differs.
    Replay<'a> needs {
        /// Names the format and version.
        @fixed format: ReplayFormat,
        /// The portfolio.
        document: Thing<'a>,
        /// The reference day.
        as_of: NaiveDate,
        /// The question about it.
        lens: Lens,
        /// Whether the answer is the same.
        replayed: Replayed,
        /// What differs: the engine, the rulebook, documents, the report, the assessment. The same answer may come out by
        /// another engine or by another rulebook.
        differences: Always<Vec<Difference<'a>>>,
    } may {
    }
}

record! {
    /// What differs.
    Difference<'a> needs {
        /// What it is.
        input: Input,
    } may {
        /// Which document.
        document: Option<Thing<'a>>,
        /// What the bundle has: a SHA-256, or the version of an engine.
        bundled: Option<Cow<'a, str>>,
        /// What there is instead. Absent: no such document was given, or this engine cannot use the rulebook. The same as the
        /// bundle has: this engine cannot use the document.
        found: Option<Cow<'a, str>>,
        /// The first place in the report or the assessment that differs, as a JSON Pointer; in the bundle, where it calls a
        /// document otherwise than it is called.
        path: Option<Cow<'a, str>>,
    }
}

impl Difference<'static> {
    /// Of something that the bundle has and that is another one now, or none.
    pub(crate) fn between(input: Input, bundled: &impl ToString, found: Option<String>) -> Self {
        Self { bundled: Some(Cow::Owned(bundled.to_string())), found: found.map(Cow::Owned), ..Self::new(input) }
    }

    /// Of a document that is another one now, or none.
    pub(crate) fn of_document(document: &BundledDocument<'_>, found: Option<String>) -> Self {
        let which = Some((&document.document()).into());
        Self { document: which, ..Self::between(Input::Document, &document.sha256, found) }
    }

    /// Of an answer that comes out otherwise.
    fn at(input: Input, path: String) -> Self {
        Self { path: Some(Cow::Owned(path)), ..Self::new(input) }
    }
}

/// What differs between a bundle and the same bundle as it is made now: what the documents are called, the report, the
/// assessment.
pub(crate) fn differences(bundled: &Bundle<'_>, made: &Bundle<'_>) -> Vec<Difference<'static>> {
    let documents = |bundle: &Bundle<'_>| serde_json::to_string(&bundle.documents).ok().map(Json::of);
    let called = differs_at(documents(bundled).as_ref(), documents(made).as_ref());
    let report = differs_at(Some(&bundled.report), Some(&made.report));
    let assessment = differs_at(bundled.assessment.as_ref(), made.assessment.as_ref());
    let called = called.map(|path| Difference::at(Input::Document, format!("/documents{path}")));
    let report = report.map(|path| Difference::at(Input::Report, path));
    let assessment = assessment.map(|path| Difference::at(Input::Assessment, path));
    [called, report, assessment].into_iter().flatten().collect()
}

/// Where an answer is another one than was bundled, as a JSON Pointer. White space apart, what has no difference is the same,
/// byte for byte. The pointer leads into the answer that was made now, so that it repeats nothing that somebody wrote into a
/// bundle.
fn differs_at(bundled: Option<&Json<'_>>, made: Option<&Json<'_>>) -> Option<String> {
    let of = |json: Option<&Json<'_>>| json.map(|json| json.as_str().to_owned());
    let (bundled, made) = (of(bundled), of(made));
    let mut path = String::new();
    match (bundled.as_deref().and_then(parse), made.as_deref().and_then(parse)) {
        (Some(bundled), Some(made)) => differ(&bundled, &made, &mut path).then_some(path),
        (None, None) => None,
        _ => Some(path),
    }
}

/// Whether two values differ; then the path leads to the first place where they do.
fn differ(bundled: &Value<'_>, made: &Value<'_>, path: &mut String) -> bool {
    let length = path.len();
    if let (Some(of_bundle), Some(of_now)) = (bundled.members(), made.members()) {
        for (at, (name, value)) in of_now.iter().enumerate() {
            let _ = write!(path, "/{name}");
            match of_bundle.get(at) {
                Some((known, bundled)) if known == name => {
                    if differ(bundled, value, path) {
                        return true;
                    }
                }
                _ => return true,
            }
            path.truncate(length);
        }
        return of_bundle.len() > of_now.len();
    }
    if let (Some(of_bundle), Some(of_now)) = (bundled.items(), made.items()) {
        for (at, (bundled, value)) in of_bundle.iter().zip(of_now).enumerate() {
            let _ = write!(path, "/{at}");
            if differ(bundled, value, path) {
                return true;
            }
            path.truncate(length);
        }
        if of_bundle.len() != of_now.len() {
            let _ = write!(path, "/{}", of_bundle.len().min(of_now.len()));
            return true;
        }
        return false;
    }
    bundled != made
}

closed! {
    /// The fixed phrases of a replay as readable text.
    ReplayPhrase {
        Then = "then", "toen", "before";
        Now = "now", "nu", "now";
        NotGiven = "not-given", "niet meegegeven" | "zit er niet bij", "not given";
        OtherVersion = "other-version", "een andere versie dan toen", "another version than before";
        NotUsable = "not-usable", "kan met deze versie niet worden gebruikt" | "werkt niet met deze versie", "cannot be used by this version";
        OtherThanThen = "other-than-then", "anders dan toen", "different from before";
        FirstAt = "first-at", "het eerst bij", "first at";
        TheWhole = "the-whole", "het geheel", "the whole";
    }
}

/// The replay as readable text: whether the answer is the same, and a line for each difference.
pub(crate) fn replay_text(replay: &Replay<'_>, voice: Voice<'_>) -> String {
    let id = replay.document.id.as_deref().map(ToOwned::to_owned);
    let portfolio = DocumentRef { kind: Kind::Portfolio, id, school_year: None };
    let mut out = heading(InsightPhrase::Replay, &portfolio, replay.as_of, voice);
    let _ = writeln!(out, "{}", capital(voice.name(replay.replayed)));
    for difference in replay.differences.iter() {
        let _ = writeln!(out, "  - {}", sentence(difference, voice));
    }
    out
}

fn sentence(difference: &Difference<'_>, voice: Voice<'_>) -> String {
    let say = |phrase: ReplayPhrase| voice.name(phrase);
    let what = match &difference.document {
        Some(document) => {
            let id = document.id.as_deref().unwrap_or(voice.name(Phrase::WithoutId));
            format!("{} {id}", voice.name(document.kind))
        }
        None => voice.name(difference.input).to_owned(),
    };
    let (bundled, found) = (difference.bundled.as_deref().unwrap_or_default(), difference.found.as_deref());
    let both = |found: &str| format!("{} {bundled}, {} {found}", say(ReplayPhrase::Then), say(ReplayPhrase::Now));
    if let Some(path) = difference.path.as_deref() {
        let path = if path.is_empty() { say(ReplayPhrase::TheWhole) } else { path };
        return format!("{what}: {}, {} {path}", say(ReplayPhrase::OtherThanThen), say(ReplayPhrase::FirstAt));
    }
    match (difference.input, found) {
        (Input::Document, None) => format!("{what}: {} (SHA-256 {bundled})", say(ReplayPhrase::NotGiven)),
        (Input::Document | Input::Rulebook, Some(found)) if found != bundled => {
            format!("{what}: {} (SHA-256 {})", say(ReplayPhrase::OtherVersion), both(found))
        }
        (Input::Engine, Some(found)) => format!("{what}: {}", both(found)),
        _ => format!("{what}: {}", say(ReplayPhrase::NotUsable)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, differs_at};

    fn at(bundled: &str, made: &str) -> Option<String> {
        differs_at(Some(&Json::of(bundled)), Some(&Json::of(made)))
    }

    #[test]
    fn the_first_place_that_differs_is_in_what_was_made_now() {
        assert_eq!(at(r#"{"a": [1, 2], "b": "x"}"#, r#"{"a":[1,2],"b":"x"}"#), None);
        assert_eq!(at(r#"{"a": [1, 2], "b": "x"}"#, r#"{"a":[1,3],"b":"y"}"#).as_deref(), Some("/a/1"));
        assert_eq!(at(r#"{"a": [1]}"#, r#"{"a":[1,3]}"#).as_deref(), Some("/a/1"));
        assert_eq!(at(r#"{"a": [1, 3]}"#, r#"{"a":[1]}"#).as_deref(), Some("/a/1"));
        assert_eq!(at(r#"{"a": 1}"#, r#"{"a":1,"b":2}"#).as_deref(), Some("/b"));
        // A name that is only in the bundle is not repeated.
        assert_eq!(at(r#"{"a": 1, "other": 2}"#, r#"{"a":1}"#).as_deref(), Some(""));
        assert_eq!(at(r#"{"other": 1}"#, r#"{"a":1}"#).as_deref(), Some("/a"));
        assert_eq!(at(r#"{"b": 2, "a": 1}"#, r#"{"a":1,"b":2}"#).as_deref(), Some("/a"), "in another order");
        assert_eq!(at("1", "[1]").as_deref(), Some(""));
        assert_eq!(differs_at(None, Some(&Json::of("1"))).as_deref(), Some(""));
        assert_eq!(differs_at(None, None), None);
    }
}
