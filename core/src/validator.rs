//! The validator: a rulebook read once, and documents checked against it.

#[cfg(feature = "insight")]
mod insight;
#[cfg(all(feature = "insight", feature = "portfolio"))]
mod many;
#[cfg(all(feature = "insight", feature = "portfolio", feature = "partnership"))]
mod next_year;
#[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
mod replay;

#[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
pub use replay::replay;

#[cfg(all(feature = "insight", feature = "portfolio"))]
pub use many::compare;

use std::sync::Arc;

#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
use chrono::NaiveDate;

use crate::catalogue::{self, Others, Ruled, for_kind};
#[cfg(feature = "curriculum")]
use crate::documents::{Curriculum, Curriculums};
use crate::documents::{DocumentRef, Kind};
#[cfg(feature = "knowledge-base")]
use crate::documents::{KnowledgeBase, KnowledgeBases};
#[cfg(feature = "partnership")]
use crate::documents::{Partnership, Partnerships};
#[cfg(feature = "portfolio")]
use crate::documents::{Portfolio, Portfolios};
use crate::error::Error;
use crate::finding::{Path, Unchecked};
use crate::grammar::Closed as _;
use crate::grammar::{Record, Sections, Steps};
use crate::json::{Look as _, Reader, parse};
use crate::judging::{Before, Gathered, Judgement, MOST_KEPT, Moment, Tray, judge};
#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
use crate::judging::{Clash, Compared, Shelf};
#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
use crate::provenance::sha256;
use crate::reading::{LeftOut, Opened, Positions, beginning_of, look_over, open, text_of, too_large};
use crate::report::{Report, Summary, Verdict};
use crate::rulebook::Rulebook;

/// Checks documents against a rulebook. Built once, shared freely: a clone is cheap, and threads can share it.
///
/// ```
/// use twentse_kubus::{Validator, parse_date};
///
/// let validator = Validator::default();
/// let as_of = parse_date("2024-05-15").expect("a day");
/// let report = validator.validate(br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}"#, as_of);
/// assert_eq!(report.document_id(), Some("s-1"));
/// ```
#[derive(Clone, Debug)]
pub struct Validator {
    rulebook: Arc<Rulebook>,
    source: Option<Arc<[u8]>>,
    others: Arc<Others>,
    given: Arc<Given>,
}

/// The documents that portfolios are compared with, as they were given, by kind.
#[derive(Clone, Debug, Default)]
struct Given {
    #[cfg(feature = "curriculum")]
    curricula: Pile,
    #[cfg(feature = "partnership")]
    partnerships: Pile,
    #[cfg(feature = "knowledge-base")]
    knowledge_bases: Pile,
    /// How many documents were given of which the kind was not.
    mixed: usize,
    /// Those of them that are of no kind that portfolios are compared with.
    faults: Vec<String>,
}

#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
impl Given {
    /// Those of a kind, if portfolios are compared with it.
    fn pile(&mut self, kind: Kind) -> Option<&mut Pile> {
        match kind {
            #[cfg(feature = "curriculum")]
            Kind::Curriculum => Some(&mut self.curricula),
            #[cfg(feature = "partnership")]
            Kind::Partnership => Some(&mut self.partnerships),
            #[cfg(feature = "knowledge-base")]
            Kind::KnowledgeBase => Some(&mut self.knowledge_bases),
            _ => None,
        }
    }
}

/// The documents of one kind: the bytes of the JSON of each, and what it is called where it cannot be used.
#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
#[derive(Clone, Debug, Default)]
struct Pile {
    documents: Vec<Vec<u8>>,
    names: Vec<String>,
}

#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
impl Pile {
    /// Adds one that is called by its place among those of its kind.
    fn add<K: Compared>(&mut self, document: Vec<u8>) {
        let name = format!("{}[{}]", K::CALLED, self.documents.len());
        self.add_as(name, document);
    }

    fn add_as(&mut self, name: String, document: Vec<u8>) {
        self.documents.push(document);
        self.names.push(name);
    }
}

/// By the default rulebook.
impl Default for Validator {
    fn default() -> Self {
        Self {
            rulebook: Arc::new(Rulebook::shipped(catalogue::ALL)),
            source: None,
            others: Arc::default(),
            given: Arc::default(),
        }
    }
}

/// Gathers what a [`Validator`] is made of.
#[derive(Clone, Debug, Default)]
pub struct ValidatorBuilder {
    overlay: Option<Vec<u8>>,
    given: Given,
}

impl ValidatorBuilder {
    /// Sets what changes in the shipped rulebook: an [`Overlay`](crate::Overlay), or one written as JSON.
    ///
    /// ```
    /// use twentse_kubus::{Overlay, Validator};
    ///
    /// let built = Validator::builder().rulebook(Overlay::new().norm("TK-P105.grace_days", 7)).build()?;
    /// let read = Validator::builder().rulebook(r#"{"norms": {"TK-P105.grace_days": 7}}"#).build()?;
    /// assert_eq!(built.fingerprint(), read.fingerprint());
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    #[must_use]
    pub fn rulebook(mut self, overlay: impl Into<Vec<u8>>) -> Self {
        self.overlay = Some(overlay.into());
        self
    }

    /// Adds a curriculum that portfolios are compared with, given as the bytes of its JSON. Of several the one counts for a
    /// student that fits the institute, the partnership, the mode of study and the cohort, and of those the latest.
    ///
    /// ```
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let curriculum = br#"{"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024"}"#;
    /// let validator = Validator::builder().curriculum(curriculum).build()?;
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1", "cohort": "2024-2025"}}"#;
    /// let report = validator.validate(portfolio, parse_date("2024-10-01").expect("a day"));
    /// assert_eq!(report.used().next().and_then(|used| used.document.id.as_deref()), Some("cur-1"));
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    #[cfg(feature = "curriculum")]
    #[must_use]
    pub fn curriculum(mut self, curriculum: impl Into<Vec<u8>>) -> Self {
        self.given.curricula.add::<Curriculums>(curriculum.into());
        self
    }

    /// Adds a partnership in one school year that portfolios are compared with, given as the bytes of its JSON. Of each school
    /// year of a student the one counts that the portfolio names; where it names none, the only one of that school year.
    ///
    /// ```
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let partnership = br#"{"format": "twentse-kubus/partnership@1", "id": "twente", "schoolYear": "2023-2024"}"#;
    /// let validator = Validator::builder().partnership(partnership).build()?;
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1",
    ///     "years": [{"schoolYear": "2023-2024", "studyYear": 1}]}}"#;
    /// let report = validator.validate(portfolio, parse_date("2023-10-01").expect("a day"));
    /// assert_eq!(report.used().next().and_then(|used| used.document.id.as_deref()), Some("twente"));
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    #[cfg(feature = "partnership")]
    #[must_use]
    pub fn partnership(mut self, partnership: impl Into<Vec<u8>>) -> Self {
        self.given.partnerships.add::<Partnerships>(partnership.into());
        self
    }

    /// Adds a knowledge base that portfolios are compared with, given as the bytes of its JSON. The one counts that is of the
    /// student's partnership, else the only one that is of none.
    ///
    /// ```
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let knowledge_base = br#"{"format": "twentse-kubus/knowledge-base@1", "id": "kubus"}"#;
    /// let validator = Validator::builder().knowledge_base(knowledge_base).build()?;
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}"#;
    /// let report = validator.validate(portfolio, parse_date("2023-10-01").expect("a day"));
    /// assert_eq!(report.used().next().and_then(|used| used.document.id.as_deref()), Some("kubus"));
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    #[cfg(feature = "knowledge-base")]
    #[must_use]
    pub fn knowledge_base(mut self, knowledge_base: impl Into<Vec<u8>>) -> Self {
        self.given.knowledge_bases.add::<KnowledgeBases>(knowledge_base.into());
        self
    }

    /// Adds documents of any kind that portfolios are compared with, each given as the bytes of its JSON: curricula, partnerships
    /// and knowledge bases, recognised by the `format` that each names.
    #[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
    #[must_use]
    pub fn documents<D: Into<Vec<u8>>>(mut self, documents: impl IntoIterator<Item = D>) -> Self {
        for document in documents {
            let document = document.into();
            let name = format!("documents[{}]", self.given.mixed);
            self.given.mixed += 1;
            match named_by(&document).and_then(|kind| self.given.pile(kind)) {
                Some(pile) => pile.add_as(name, document),
                None => {
                    self.given.faults.push(format!("{name}: portfolios are compared with no document of its `format`"));
                }
            }
        }
        self
    }

    /// Builds the validator.
    ///
    /// # Errors
    /// `invalid-rulebook`, with the faults of the overlay; `invalid-documents`, where a document cannot be read whole, is there
    /// twice, or nothing tells which of two counts for a student.
    pub fn build(self) -> Result<Validator, Error> {
        let rulebook = Rulebook::read(self.overlay.as_deref(), catalogue::ALL)?;
        let others = others(&self.given, &rulebook)?;
        Ok(Validator {
            rulebook: Arc::new(rulebook),
            source: self.overlay.map(Arc::from),
            others: Arc::new(others),
            given: Arc::new(self.given),
        })
    }
}

impl Validator {
    /// Begins to build a validator.
    pub fn builder() -> ValidatorBuilder {
        ValidatorBuilder::default()
    }

    /// The overlay it was built from.
    pub fn rulebook_source(&self) -> Option<&[u8]> {
        self.source.as_deref()
    }

    /// The curricula that it compares portfolios with, as they were given.
    #[cfg(feature = "curriculum")]
    pub fn curricula(&self) -> &[Vec<u8>] {
        &self.given.curricula.documents
    }

    /// The partnerships that it compares portfolios with, as they were given.
    #[cfg(feature = "partnership")]
    pub fn partnerships(&self) -> &[Vec<u8>] {
        &self.given.partnerships.documents
    }

    /// The knowledge bases that it compares portfolios with, as they were given.
    #[cfg(feature = "knowledge-base")]
    pub fn knowledge_bases(&self) -> &[Vec<u8>] {
        &self.given.knowledge_bases.documents
    }

    /// SHA-256 of the resolved rulebook: two validators with the same one answer alike.
    pub fn fingerprint(&self) -> &str {
        &self.rulebook.name.fingerprint
    }

    /// The most bytes that a document may have on a day (TK-R010).
    pub fn max_bytes(&self, moment: impl Into<Moment>) -> u32 {
        self.rulebook.limits(moment.into().as_of).max_bytes
    }

    /// Judges a portfolio, given as the bytes of its JSON. Always gives a report: what cannot be read is a finding.
    #[cfg(feature = "portfolio")]
    pub fn validate(&self, portfolio: &[u8], moment: impl Into<Moment>) -> Report {
        self.of::<Portfolios>(portfolio, moment.into())
    }

    /// Judges a document of any kind that this build has rules for, given as the bytes of its JSON.
    ///
    /// # Errors
    /// `unknown-kind` for a kind that has no rules here.
    pub fn validate_as(&self, kind: Kind, document: &[u8], moment: impl Into<Moment>) -> Result<Report, Error> {
        for_kind!(kind, K => self.of::<K>(document, moment.into())).ok_or(Error::UnknownKind)
    }

    /// The report of a document that is larger than the rulebook lets it be, without the document (TK-R010).
    ///
    /// # Errors
    /// `unknown-kind` for a kind that has no rules here.
    pub fn too_large(&self, kind: Kind, moment: impl Into<Moment>) -> Result<Report, Error> {
        for_kind!(kind, K => self.refused::<K>(moment.into())).ok_or(Error::UnknownKind)
    }

    /// Judges a portfolio that is already typed.
    #[cfg(feature = "portfolio")]
    pub fn validate_document(&self, portfolio: &Portfolio<'_>, moment: impl Into<Moment>) -> Report {
        self.typed::<Portfolios>(portfolio, moment.into())
    }

    /// Judges a curriculum that is already typed.
    #[cfg(feature = "curriculum")]
    pub fn validate_curriculum(&self, curriculum: &Curriculum<'_>, moment: impl Into<Moment>) -> Report {
        self.typed::<Curriculums>(curriculum, moment.into())
    }

    /// Judges a partnership that is already typed.
    #[cfg(feature = "partnership")]
    pub fn validate_partnership(&self, partnership: &Partnership<'_>, moment: impl Into<Moment>) -> Report {
        self.typed::<Partnerships>(partnership, moment.into())
    }

    /// Judges a knowledge base that is already typed.
    #[cfg(feature = "knowledge-base")]
    pub fn validate_knowledge_base(&self, knowledge_base: &KnowledgeBase<'_>, moment: impl Into<Moment>) -> Report {
        self.typed::<KnowledgeBases>(knowledge_base, moment.into())
    }

    /// Judges many portfolios, each by itself, with a summary over all.
    #[cfg(feature = "portfolio")]
    pub fn validate_many<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        moment: impl Into<Moment>,
    ) -> (Vec<Report>, Summary) {
        let moment = moment.into();
        let mut summary = self.summary();
        let judged = portfolios.into_iter().map(|portfolio| {
            let report = self.validate(portfolio.as_ref(), moment);
            self.count(&mut summary, &report);
            report
        });
        let reports = judged.collect();
        (reports, summary)
    }

    /// What the kinds of some documents are, a portfolio where none is named, with the validator that compares portfolios with those
    /// of other kinds too. Where one cannot be used, it is called by its position.
    fn beside<D: AsRef<[u8]>>(&self, documents: &[D]) -> Result<(Self, Vec<Kind>), Error> {
        let kinds = documents.iter().map(|document| named_by(document.as_ref()).unwrap_or(Kind::Portfolio));
        let kinds: Vec<Kind> = kinds.collect();
        #[cfg_attr(
            not(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base")),
            expect(unused_mut, reason = "a build that has portfolios alone compares them with nothing")
        )]
        let mut given = (*self.given).clone();
        #[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
        for (at, (document, kind)) in documents.iter().zip(&kinds).enumerate() {
            if let Some(pile) = given.pile(*kind) {
                pile.add_as(format!("documents[{at}]"), document.as_ref().to_vec());
            }
        }
        let others = others(&given, &self.rulebook)?;
        Ok((Self { others: Arc::new(others), given: Arc::new(given), ..self.clone() }, kinds))
    }

    /// Judges a dossier: documents of any kind, each recognised by the `format` that it names, with a summary over all. Portfolios
    /// are compared with the curricula, partnerships and knowledge bases among them, and with those that the validator was
    /// given. What names no `format` is judged as a portfolio, whose report says so.
    ///
    /// ```
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let portfolio = r#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}"#;
    /// let knowledge_base = r#"{"format": "twentse-kubus/knowledge-base@1", "id": "kubus"}"#;
    /// let day = parse_date("2023-10-01").expect("a day");
    /// let (reports, summary) = Validator::default().dossier(&[portfolio, knowledge_base], day)?;
    /// assert_eq!(reports[0].used().next().and_then(|used| used.document.id.as_deref()), Some("kubus"));
    /// assert_eq!(summary.documents(), 2);
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `invalid-documents` as [`ValidatorBuilder::build`] has it, by the position in the dossier; `unknown-kind` for a kind that
    /// has no rules here.
    pub fn dossier<D: AsRef<[u8]>>(
        &self,
        documents: &[D],
        moment: impl Into<Moment>,
    ) -> Result<(Vec<Report>, Summary), Error> {
        let moment = moment.into();
        let (validator, kinds) = self.beside(documents)?;
        let mut summary = validator.summary();
        let judged = documents.iter().zip(kinds).map(|(document, kind)| {
            let report = validator.validate_as(kind, document.as_ref(), moment)?;
            validator.count(&mut summary, &report);
            Ok(report)
        });
        let reports = judged.collect::<Result<Vec<_>, _>>()?;
        Ok((reports, summary))
    }

    /// A summary of no report yet.
    pub fn summary(&self) -> Summary {
        Summary::of(self.fingerprint(), self.rulebook.waivers())
    }

    /// Adds a report that this validator made just now to a summary of its own.
    fn count(&self, summary: &mut Summary, report: &Report) {
        let added = self.add(summary, report);
        debug_assert!(added.is_ok(), "both are of this rulebook");
    }

    /// Adds a report of this validator to a summary, with how many waivers applied, expired or matched nothing.
    ///
    /// # Errors
    /// `other-rulebook` where the report or the summary is by another rulebook.
    pub fn add(&self, summary: &mut Summary, report: &Report) -> Result<(), Error> {
        summary.add(report)?;
        for finding in report.findings() {
            if let Some(waiver) = self.rulebook.expired_waiver(finding, report.document(), report.as_of()) {
                summary.note_expired(waiver);
            }
        }
        Ok(())
    }

    pub(crate) fn of<K: Ruled>(&self, document: &[u8], moment: Moment) -> Report {
        self.gathered_in::<K>(document, moment, &mut self.tray::<K>(moment))
    }

    fn gathered_in<K: Ruled>(&self, document: &[u8], moment: Moment, tray: &mut Tray<'_>) -> Report {
        let limits = self.rulebook.limits(moment.as_of);
        let opened = open::<K>(document, &limits, moment.as_of, &mut |finding| tray.read(finding));
        self.opened::<K>(opened, moment, tray)
    }

    fn opened<K: Ruled>(&self, opened: Opened<K::Document<'_>>, moment: Moment, tray: &mut Tray<'_>) -> Report {
        match opened {
            Opened::Sound(document) => self.whole::<K>(&document, moment, tray),
            Opened::Cut(document, left_out) => self.rest::<K>(Some(&document), left_out, moment, tray),
            Opened::Torn(rest, left_out) => self.rest::<K>(rest.document().as_ref(), left_out, moment, tray),
        }
    }

    /// The sections that the answer of each rule about a portfolio may depend on; nothing when nothing of it can be
    /// judged. For a test that no other section changes anything.
    #[cfg(feature = "inspect")]
    #[doc(hidden)]
    pub fn rests_on(&self, portfolio: &[u8], moment: impl Into<Moment>) -> Vec<(&'static str, Vec<&'static str>)> {
        let moment = moment.into();
        let record = Portfolio::RECORD;
        let of = |document: &Portfolio<'_>| {
            let (rules, waiting) = (Portfolios::RULES, Portfolios::WAITING);
            let all = crate::judging::inspect::rests_on::<Portfolios>(document, rules, waiting, moment, &self.rulebook);
            all.into_iter().map(|(rule, sections)| (rule.code, sections.names(record).collect())).collect()
        };
        match open::<Portfolios>(portfolio, &self.rulebook.limits(moment.as_of), moment.as_of, &mut |_| {}) {
            Opened::Sound(document) | Opened::Cut(document, _) => of(&document),
            Opened::Torn(rest, _) => rest.document::<Portfolio<'_>>().map(|document| of(&document)).unwrap_or_default(),
        }
    }

    fn refused<K: Ruled>(&self, moment: Moment) -> Report {
        let mut tray = self.tray::<K>(moment);
        let left_out = too_large::<K>(&self.rulebook.limits(moment.as_of), &mut |finding| tray.read(finding));
        self.rest::<K>(None, left_out, moment, &mut tray)
    }

    /// The report of a document that something is left out of; nothing is left when there is none.
    fn rest<K: Ruled>(
        &self,
        document: Option<&K::Document<'_>>,
        left_out: LeftOut,
        moment: Moment,
        tray: &mut Tray<'_>,
    ) -> Report {
        let LeftOut { lost, parts, positions } = left_out;
        let lost = if document.is_none() { Sections::ALL } else { lost };
        // Parts are in the order of the document: the last that is not behind a place is the one that it may be in.
        let judged = |place: &Steps| {
            let before = parts.partition_point(|part| part <= place);
            before.checked_sub(1).and_then(|at| parts.get(at)).is_none_or(|part| !place.are_within(part))
        };
        tray.begin(DocumentRef::of(document), positions, judged);
        self.report::<K>(&Before { document, lost, others: self.others::<K>() }, parts, moment, tray)
    }

    pub(crate) fn typed<K: Ruled>(&self, document: &K::Document<'_>, moment: Moment) -> Report {
        let mut tray = self.tray::<K>(moment);
        let shown = K::shorten(document);
        match look_over::<K>(shown, moment.as_of, &mut |finding| tray.read(finding)) {
            None => self.whole::<K>(shown, moment, &mut tray),
            Some(opened) => self.opened::<K>(opened, moment, &mut tray),
        }
    }

    /// The documents of other kinds that rules of this kind may be about.
    fn others<K: Ruled>(&self) -> Option<&K::Others> {
        K::others(&self.others)
    }

    fn tray<K: Ruled>(&self, moment: Moment) -> Tray<'_> {
        Tray::new(&self.rulebook, moment.as_of, DocumentRef::of::<K::Document<'_>>(None))
    }

    fn whole<K: Ruled>(&self, document: &K::Document<'_>, moment: Moment, tray: &mut Tray<'_>) -> Report {
        tray.begin(DocumentRef::of(Some(document)), Positions::default(), |_| true);
        let before = Before { document: Some(document), lost: Sections::NONE, others: self.others::<K>() };
        self.report::<K>(&before, Vec::new(), moment, tray)
    }

    fn report<K: Ruled>(
        &self,
        before: &Before<'_, '_, K>,
        parts: Vec<Steps>,
        moment: Moment,
        tray: &mut Tray<'_>,
    ) -> Report {
        let Judgement { outcomes, undecidable, needs, used } =
            judge::<K>(before, K::RULES, K::WAITING, moment, &self.rulebook, tray);
        #[cfg(feature = "insight")]
        before.document.into_iter().for_each(|document| tray.place::<K>(K::shorten(document)));
        let Gathered { document, findings, counts, short, unreadable, over } = tray.close();
        Report {
            rulebook: Arc::clone(&self.rulebook.name),
            document,
            as_of: moment.as_of,
            lens: moment.lens,
            verdict: match () {
                () if short => Verdict::FallsShort,
                () if unreadable || undecidable || !parts.is_empty() => Verdict::Undecided,
                () => Verdict::Meets,
            },
            counts,
            findings,
            outcomes,
            unchecked: unchecked(K::RECORD, parts, over, needs),
            used,
        }
    }
}

/// The documents that portfolios are compared with, each read and put in order once.
#[cfg_attr(
    not(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base")),
    expect(unused_mut, unused_variables, reason = "a build that has portfolios alone compares them with nothing")
)]
fn others(given: &Given, rulebook: &Rulebook) -> Result<Others, Error> {
    let mut faults = given.faults.clone();
    let others = Others {
        #[cfg(feature = "curriculum")]
        programmes: shelf(&given.curricula, rulebook, &mut faults),
        #[cfg(feature = "partnership")]
        networks: shelf(&given.partnerships, rulebook, &mut faults).into(),
        #[cfg(feature = "knowledge-base")]
        bases: shelf(&given.knowledge_bases, rulebook, &mut faults),
    };
    if faults.is_empty() { Ok(others) } else { Err(Error::InvalidDocuments(faults)) }
}

/// Documents of one kind to compare portfolios with, as far as they can be used; of the others it says why not.
#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
fn shelf<K: Compared>(given: &Pile, rulebook: &Rulebook, faults: &mut Vec<String>) -> Shelf<K> {
    let mut shelf = Shelf::default();
    // What those are called that can be used.
    let mut usable: Vec<&str> = Vec::new();
    // Nothing in such a document is dated later than it may be.
    let (limits, day) = (rulebook.limits(NaiveDate::MAX), NaiveDate::MAX);
    for (bytes, name) in given.documents.iter().zip(&given.names) {
        let mut fault = |why: String| faults.push(format!("{name}: {why}"));
        let mut wrong = Vec::new();
        let opened = open::<K>(bytes, &limits, day, &mut |finding| {
            wrong.push(format!("{} at `{}`", finding.rule.code, finding.path));
        });
        let Opened::Sound(document) = opened else {
            wrong.truncate(MOST_FAULTS);
            fault(format!("it cannot be read whole ({})", wrong.join(", ")));
            continue;
        };
        let other = |at: usize| usable.get(at).copied().unwrap_or_default();
        match shelf.add(document, sha256(bytes)) {
            Ok(()) => usable.push(name),
            Err(Clash::Same(at)) => fault(format!("it has the {} of {}", K::KEY, other(at))),
            Err(Clash::Tie(at)) => fault(format!("it is for {} as {}", K::TIE, other(at))),
        }
    }
    shelf
}

/// The kind of document whose format a text names; none where it names none, or cannot be looked into.
fn named_by(bytes: &[u8]) -> Option<Kind> {
    let named = |format: &str| {
        let is_of = |kind: &&Kind| {
            let version = format.strip_prefix("twentse-kubus/").and_then(|rest| rest.strip_prefix(kind.key()));
            version.is_some_and(|version| version.starts_with('@'))
        };
        Kind::ALL.iter().find(is_of).copied()
    };
    // Most documents of a dossier are portfolios, which name their format first. What follows is not looked at here, not so much as
    // whether it is text: judging a portfolio reads it, and a broken one is a portfolio all the same.
    let mut first = None;
    Reader::new(beginning_of(bytes, BEGINNING)).members(&["format"], |reader, _| {
        first = reader.string();
        None
    });
    match first.as_deref().and_then(named) {
        Some(Kind::Portfolio) => Some(Kind::Portfolio),
        _ => named(parse(text_of(bytes).ok()?)?.get("format")?.text()?),
    }
}

/// How far a document is looked into for the format that it begins with, in bytes: of a portfolio without spaces that takes 37.
const BEGINNING: usize = 128;

/// How many of the faults of one document are listed.
#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
const MOST_FAULTS: usize = 10;

/// What was not checked: parts that could not be read, what is more than a report keeps, rules that need another
/// document.
fn unchecked(
    record: &'static Record,
    parts: Vec<Steps>,
    over: bool,
    needs: Vec<(Kind, &'static crate::finding::Meta)>,
) -> Vec<Unchecked> {
    let over = over || parts.len() > MOST_KEPT;
    let parts = parts.into_iter().take(MOST_KEPT).map(|part| Unchecked::Unreadable(Path::new(record, part)));
    let mut unchecked: Vec<Unchecked> = parts.collect();
    if over {
        unchecked.push(Unchecked::OverLimit);
    }
    for (kind, rule) in needs {
        let same = unchecked.iter_mut().find_map(|entry| match entry {
            Unchecked::Needs { kind: other, rules } if *other == kind => Some(rules),
            Unchecked::Needs { .. } | Unchecked::Unreadable(_) | Unchecked::OverLimit => None,
        });
        match same {
            Some(rules) => rules.push(rule),
            None => unchecked.push(Unchecked::Needs { kind, rules: vec![rule] }),
        }
    }
    unchecked
}

#[cfg(test)]
mod tests {
    use super::named_by;
    use crate::documents::Kind;

    /// The kind is that of the format, wherever the document has it. Behind the format of a portfolio nothing is looked at, be it no
    /// JSON or no text at all; of another kind, and where the format comes later, the document must be JSON.
    #[test]
    fn a_document_is_recognised_by_its_format() {
        let portfolio = r#"{"format": "twentse-kubus/portfolio@1""#;
        let far = " ".repeat(super::BEGINNING);
        // The beginning ends within the first letter of the name, which takes two bytes.
        let name = format!("{portfolio},{}\"é\"}}", " ".repeat(super::BEGINNING - 2 - portfolio.len() - 1));
        for (text, kind) in [
            (&*format!("{portfolio}}}"), Some(Kind::Portfolio)),
            (&*format!("\u{feff}{portfolio}}}"), Some(Kind::Portfolio)),
            (portfolio, Some(Kind::Portfolio)),
            (&*name, Some(Kind::Portfolio)),
            (&*format!(r#"{{{far}"format": "twentse-kubus/portfolio@1"}}"#), Some(Kind::Portfolio)),
            (&*format!(r#"{{{far}"format": "twentse-kubus/portfolio@1""#), None),
            (r#"{"id": "kubus", "format": "twentse-kubus/knowledge-base@1"}"#, Some(Kind::KnowledgeBase)),
            (r#"{"format": "twentse-kubus/knowledge-base@1"}"#, Some(Kind::KnowledgeBase)),
            (r#"{"format": "twentse-kubus/knowledge-base@1""#, None),
            (r#"{"format": "twentse-kubus/knowledge@1"}"#, None),
            (r#"{"student": {"format": "twentse-kubus/portfolio@1"}}"#, None),
            (r#"{"format": 1}"#, None),
            ("", None),
        ] {
            assert_eq!(named_by(text.as_bytes()), kind, "{text}");
        }
        let spoilt = |format: &str| [format!(r#"{{"format": "{format}", "id": ""#).as_bytes(), b"\xff\"}"].concat();
        assert_eq!(named_by(&spoilt("twentse-kubus/portfolio@1")), Some(Kind::Portfolio));
        assert_eq!(named_by(&spoilt("twentse-kubus/partnership@1")), None);
    }
}
