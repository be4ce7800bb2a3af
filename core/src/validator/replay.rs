//! Decisions bundled with what they were made from, and made again.

use chrono::NaiveDate;

use super::Validator;
use crate::documents::Kind;
use crate::error::Error;
use crate::grammar::Wire as _;
use crate::insight::{Bundle, BundledDocument, Difference, Input, Replay, Replayed, differences};
use crate::judging::Moment;
use crate::provenance::sha256;
use crate::reading::text_of;
use crate::values::Sha256;

/// The SHA-256 of bytes.
fn hash(bytes: &[u8]) -> Sha256 {
    Sha256::parse(&sha256(bytes)).unwrap_or(Sha256::BLANK)
}

impl Validator {
    /// The report of a portfolio and what the assessment framework makes of it, with all that they were made from: the
    /// rulebook, the SHA-256 of the portfolio and of the documents that it was compared with, the day, the lens, the version of the
    /// engine. [`replay`] makes them again.
    ///
    /// ```
    /// use twentse_kubus::insight::Replayed;
    /// use twentse_kubus::{Validator, parse_date, replay};
    ///
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s"}}"#;
    /// let bundle = Validator::default().bundle(portfolio, parse_date("2025-05-01").expect("a day"));
    /// let bundle = serde_json::to_string(&bundle)?;
    /// assert_eq!(replay(bundle.as_bytes(), [portfolio])?.replayed, Replayed::Same);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn bundle(&self, portfolio: &[u8], moment: impl Into<Moment>) -> Bundle<'static> {
        let moment = moment.into();
        let (report, assessment) = match self.assessed(portfolio, moment) {
            Ok((report, assessment)) => (report, Some(assessment)),
            Err(_) => (self.validate(portfolio, moment), None),
        };
        let mut documents = vec![BundledDocument::of(report.document(), hash(portfolio))];
        for used in report.used() {
            let sha256 = Sha256::parse(&used.sha256).unwrap_or(Sha256::BLANK);
            documents.push(BundledDocument::of(&used.document, sha256));
        }
        let overlay = self.rulebook_source().and_then(|overlay| text_of(overlay).ok()).map(str::trim);
        let fingerprint = Sha256::parse(self.fingerprint()).unwrap_or(Sha256::BLANK);
        Bundle::of(&report, assessment.as_ref(), overlay, fingerprint, documents).into_owned()
    }
}

/// Makes the answers of a bundle again, from its rulebook and from the documents that it was made from, given as their bytes in
/// any order; they are known by their SHA-256, and what else is given is not used. Says whether the same bytes come out, and
/// what differs: documents, the rulebook as this engine resolves it, the version of the engine, the report, the assessment.
///
/// ```
/// use twentse_kubus::insight::{Input, Replayed};
/// use twentse_kubus::{Validator, parse_date, replay};
///
/// let portfolio = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s"}}"#;
/// let bundle = Validator::default().bundle(portfolio, parse_date("2025-05-01").expect("a day"));
/// let bundle = serde_json::to_string(&bundle)?;
/// let another = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s", "cohort": "2024-2025"}}"#;
/// let replayed = replay(bundle.as_bytes(), [another])?;
/// assert_eq!((replayed.replayed, replayed.differences[0].input), (Replayed::NotReplayed, Input::Document));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// `invalid-bundle` when it is no bundle.
pub fn replay<D: AsRef<[u8]>>(bundle: &[u8], documents: impl IntoIterator<Item = D>) -> Result<Replay<'static>, Error> {
    let bundle = Bundle::from_json(text_of(bundle).map_err(|_| Error::InvalidBundle)?)?;
    let given: Vec<(Sha256, D)> = documents.into_iter().map(|document| (hash(document.as_ref()), document)).collect();
    let mut differences = Vec::new();
    let own = env!("CARGO_PKG_VERSION");
    if bundle.engine != own {
        differences.push(Difference::between(Input::Engine, &bundle.engine, Some(own.to_owned())));
    }
    let made = made_again(&bundle, &given, &mut differences);
    let replayed = match made {
        None => Replayed::NotReplayed,
        Some(made) => {
            let between = self::differences(&bundle, &made);
            let is_answer = |one: &Difference<'_>| matches!(one.input, Input::Report | Input::Assessment);
            let replayed = if between.iter().any(is_answer) { Replayed::Differs } else { Replayed::Same };
            differences.extend(between);
            replayed
        }
    };
    let document = bundle.documents.first().map(BundledDocument::document);
    let Some(document) = document else { return Err(Error::InvalidBundle) };
    Ok(Replay::new(&document, bundle.as_of, bundle.lens, replayed, differences))
}

/// The bundle as it is made now; none where something that it is made from is not there.
fn made_again<D: AsRef<[u8]>>(
    bundle: &Bundle<'_>,
    given: &[(Sha256, D)],
    differences: &mut Vec<Difference<'static>>,
) -> Option<Bundle<'static>> {
    let rulebook = &bundle.rulebook;
    let mut builder = Validator::builder();
    if let Some(overlay) = &rulebook.overlay {
        builder = builder.rulebook(overlay.as_str());
    }
    let by_rulebook = builder.clone().build().ok();
    let resolved = by_rulebook.as_ref().map(|validator| validator.fingerprint().to_owned());
    if resolved.as_deref() != Some(&*rulebook.fingerprint.to_string()) {
        differences.push(Difference::between(Input::Rulebook, &rulebook.fingerprint, resolved));
    }
    let mut found: Vec<&[u8]> = Vec::new();
    for document in bundle.documents.iter() {
        match given.iter().find(|(sha256, _)| *sha256 == document.sha256) {
            Some((_, bytes)) => found.push(bytes.as_ref()),
            None => differences.push(Difference::of_document(document, other_version(bundle, document, given))),
        }
    }
    by_rulebook?;
    let (portfolio, others) = found.split_first().filter(|_| found.len() == bundle.documents.len())?;
    let Ok(validator) = builder.documents(others.iter().copied()).build() else {
        let others = bundle.documents.iter().skip(1);
        differences.extend(others.map(|one| Difference::of_document(one, Some(one.sha256.to_string()))));
        return None;
    };
    Some(validator.bundle(portfolio, Moment::on(bundle.as_of).through(bundle.lens)))
}

/// The SHA-256 of a document that was given and is of the same kind and id, and no other that the bundle names.
fn other_version<D: AsRef<[u8]>>(
    bundle: &Bundle<'_>,
    document: &BundledDocument<'_>,
    given: &[(Sha256, D)],
) -> Option<String> {
    let is_named = |sha256: &Sha256| bundle.documents.iter().any(|one| one.sha256 == *sha256);
    let is_it = |bytes: &[u8]| {
        let day = if document.kind == Kind::Portfolio { bundle.as_of } else { NaiveDate::MAX };
        let report = Validator::default().validate_as(document.kind, bytes, day);
        report.is_ok_and(|report| *report.document() == document.document())
    };
    let mut others = given.iter().filter(|(sha256, _)| !is_named(sha256));
    others.find(|(_, bytes)| is_it(bytes.as_ref())).map(|(sha256, _)| sha256.to_string())
}
