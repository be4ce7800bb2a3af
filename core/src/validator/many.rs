//! What a validator counts over many documents, and what two rulebooks make of the same ones.

use super::Validator;
use crate::documents::Kind;
use crate::error::Error;
use crate::finding::Voice;
use crate::grammar::Wire as _;
use crate::insight::{Comparison, Counting, Differing, Overview, Student, overview_text};
use crate::judging::Moment;
use crate::portfolio::PortfolioCase;
use crate::values::Sha256;

impl Validator {
    /// Counts over many portfolios: verdicts, shortfalls by rule and evidence by competence, in all, by school and by study year.
    /// A count of results is hidden where it would say something about fewer than `k` students, by itself or by subtracting from a
    /// total what is shown; [`SMALLEST_GROUP`](crate::insight::SMALLEST_GROUP) is usual. Portfolios are taken one by one, and nothing
    /// is kept of them but counts. One of which nothing can be judged counts as undecided, at no school.
    ///
    /// ```
    /// use twentse_kubus::insight::SMALLEST_GROUP;
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let of_student = |number: u32| format!(r#"{{"format": "twentse-kubus/portfolio@1", "student": {{"id": "s-{number}"}},
    ///     "placements": [{{"id": "pl-1", "schoolYear": "2024-2025", "studyYear": 1, "school": "sch-{}"}}]}}"#, number % 7);
    /// let as_of = parse_date("2024-10-01").expect("a day");
    /// let overview = Validator::default().overview((0..40).map(of_student), as_of, SMALLEST_GROUP);
    /// assert_eq!((overview.students.0, overview.schools.len()), (40, 7));
    /// let mentors = overview.rules.iter().find(|rule| rule.code == "TK-P105").expect("nobody has a mentor");
    /// assert_eq!(mentors.students.map(|students| students.0), Some(40));
    /// ```
    pub fn overview<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        moment: impl Into<Moment>,
        k: u32,
    ) -> Overview<'static> {
        let moment = moment.into();
        let mut counting = Counting::default();
        for portfolio in portfolios {
            let portfolio = portfolio.as_ref();
            let report = self.validate(portfolio, moment);
            counting.add(&report, self.with_case(portfolio, moment, Student::of).ok());
        }
        counting.overview(moment, k)
    }

    /// The overview as readable text.
    #[cfg(feature = "messages")]
    pub fn overview_text<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        moment: impl Into<Moment>,
        k: u32,
        lang: crate::language::Lang,
    ) -> String {
        self.overview_in(portfolios, moment.into(), k, Voice::of(lang))
    }

    pub(crate) fn overview_in<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        moment: Moment,
        k: u32,
        voice: Voice<'_>,
    ) -> String {
        overview_text(&self.overview(portfolios, moment, k), voice)
    }

    /// The school where a student is on a day.
    fn school_of(&self, portfolio: &[u8], moment: Moment) -> Result<Option<String>, Error> {
        let school = |case: &PortfolioCase<'_>| case.school().map(|school| school.as_str().to_owned());
        self.with_case(portfolio, moment, school)
    }

    fn sha256(&self) -> Sha256 {
        Sha256::parse(self.fingerprint()).unwrap_or(Sha256::BLANK)
    }
}

/// What would change under different rules: the same documents checked by two rulebooks, each an overlay as JSON or, as `None`, the
/// built-in one. For each rule it counts the students, in all and by school, who gain a finding, lose one, or have one that weighs
/// differently; and the same for curricula, partnerships and knowledge bases, which portfolios are compared with too. Documents are
/// recognised by the `format` that each names; what names none is judged as a portfolio. Counts about fewer than `k` students are
/// hidden as in [`Validator::overview`].
///
/// ```
/// use twentse_kubus::{compare, parse_date};
///
/// let of_student = |number: u32| format!(r#"{{"format": "twentse-kubus/portfolio@1", "student": {{"id": "s-{number}"}},
///     "placements": [{{"id": "pl-1", "schoolYear": "2024-2025", "studyYear": 1}}]}}"#);
/// let portfolios: Vec<String> = (0..9).map(of_student).collect();
/// let without = br#"{"severity": {"TK-P105": "off"}}"#;
/// let as_of = parse_date("2024-10-01").expect("a day");
/// let comparison = compare(None, Some(without), &portfolios, as_of, 5)?;
/// let mentors = &comparison.rules[0];
/// assert_eq!((&*mentors.code, mentors.lost.map(|lost| lost.0)), ("TK-P105", Some(9)));
/// # Ok::<(), twentse_kubus::Error>(())
/// ```
///
/// # Errors
/// `invalid-rulebook`, and `invalid-documents` for a document of another kind that cannot be used, each with its faults;
/// `unknown-kind` for a document of a kind that has no rules here.
pub fn compare<D: AsRef<[u8]>>(
    before: Option<&[u8]>,
    after: Option<&[u8]>,
    documents: &[D],
    moment: impl Into<Moment>,
    k: u32,
) -> Result<Comparison<'static>, Error> {
    let moment = moment.into();
    let by_rulebook = |overlay: Option<&[u8]>| {
        let builder = Validator::builder();
        let builder = if let Some(overlay) = overlay { builder.rulebook(overlay) } else { builder };
        builder.build()?.beside(documents)
    };
    let ((before, kinds), (after, _)) = (by_rulebook(before)?, by_rulebook(after)?);
    let mut differing = Differing::default();
    for (document, kind) in documents.iter().zip(kinds) {
        let document = document.as_ref();
        let (was, is) = (before.validate_as(kind, document, moment)?, after.validate_as(kind, document, moment)?);
        if kind == Kind::Portfolio {
            // What one rulebook is too strict to read, the other may read.
            let school = before.school_of(document, moment).or_else(|_| after.school_of(document, moment));
            differing.add_student(school.ok().flatten(), &was, &is);
        } else {
            differing.add_other(kind, &was, &is);
        }
    }
    Ok(differing.comparison(moment, [before.sha256(), after.sha256()], k))
}
