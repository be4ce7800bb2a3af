//! What answers: the validator, and the functions of the module.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyType};
use twentse_kubus::api;

use crate::convert::{
    AsOf, AssessmentCard, Batch, Bundle, Bundled, Comparison, Coverage, Cube, Curricula, CurriculumCoverage, Document,
    Documents, Frameworks, HandOver, JustInTime, KnowledgeBases, Labels, Network, Object, Objects, Overview,
    Partnerships, ProgrammeAssessment, ProposalCheck, Replay, Rulebook, Several, Trace, WhereNext, as_text, refusal,
};
use crate::report::Report;

/// Checks documents against a rulebook. Built once, used from any number of threads, and picklable.
///
/// `rulebook` is an overlay with own norms, severities and waivers, as JSON text, its bytes, the `dict` of it or the
/// `pathlib.Path` of its file; without one, the built-in rulebook is used.
///
/// Portfolios are compared with `curricula` (opleidingsprogramma's), `partnerships`, each in one school year, and
/// `knowledge_bases`: each is any iterable of what `validate` takes, read once. Of several curricula, the one counts that fits the
/// student's institute, partnership, mode of study and cohort, and of those the latest. Of each school year of a student, the
/// partnership counts that the portfolio names, else the only one of that school year; and of several knowledge bases, the one of
/// the student's partnership, else the only one of none. Validators are equal when they use the same rulebook, however it is
/// written, and the same documents.
///
/// Raises `KubusError`, code `invalid-rulebook` with all faults of an overlay in `details`, or `invalid-documents` with all
/// faults of the documents; `TypeError` for what is no document; `ValueError` for NaN in a `dict`; `OSError` for a file that
/// cannot be read.
///
/// >>> import twentse_kubus as tk
/// >>> tk.Validator({"severity": {"TK-P609": "warning"}}) == tk.Validator()
/// False
/// >>> curriculum = {"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024"}
/// >>> student = {"id": "s-1", "cohort": "2023-2024"}
/// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": student, "evidence": [
/// ...     {"id": "ev-1", "kind": "lesson-report", "assignment": "op-1"}]}
/// >>> report = tk.Validator(curricula=[curriculum]).validate(portfolio, "2024-05-15")
/// >>> [finding.path for finding in report.findings if finding.code == "TK-X101"]
/// ['/evidence/0/assignment']
#[pyclass(frozen, eq, hash, module = "twentse_kubus")]
#[derive(PartialEq)]
pub(crate) struct Validator(api::Validator);

impl Hash for Validator {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.fingerprint().hash(state);
    }
}

/// The bytes of each document.
fn each(documents: &[Document]) -> Vec<&[u8]> {
    documents.iter().map(AsRef::as_ref).collect()
}

/// JSON texts of one kind, as their bytes.
type Bytes<'py> = Vec<Bound<'py, PyBytes>>;

/// What a validator is made anew from: its overlay, its curricula, its partnerships, its knowledge bases.
type Given<'py> = (Option<Bound<'py, PyBytes>>, Bytes<'py>, Bytes<'py>, Bytes<'py>);

/// Documents as they were given, as JSON texts.
fn texts(documents: &[Vec<u8>]) -> Vec<Cow<'_, str>> {
    documents.iter().map(|document| as_text(document)).collect()
}

#[pymethods]
impl Validator {
    #[new]
    #[pyo3(signature = (rulebook = None, curricula = None, partnerships = None, knowledge_bases = None))]
    fn new(
        py: Python<'_>,
        rulebook: Option<Rulebook>,
        curricula: Option<Several<Curricula>>,
        partnerships: Option<Several<Partnerships>>,
        knowledge_bases: Option<Several<KnowledgeBases>>,
    ) -> PyResult<Self> {
        let overlay = overlay(rulebook.as_ref());
        let documents = Several::each(curricula.as_ref())
            .chain(Several::each(partnerships.as_ref()))
            .chain(Several::each(knowledge_bases.as_ref()));
        py.detach(|| api::Validator::with_kinds(overlay, documents)).map(Self).map_err(refusal)
    }

    /// The overlay it was built from, as JSON text.
    #[getter]
    fn rulebook_source(&self) -> Option<Cow<'_, str>> {
        self.0.rulebook_source().map(as_text)
    }

    /// The curricula that it compares portfolios with, as JSON texts, in the order in which they were given.
    #[getter]
    fn curricula(&self) -> Vec<Cow<'_, str>> {
        texts(self.0.curricula())
    }

    /// The partnerships that it compares portfolios with, as JSON texts, in the order in which they were given.
    #[getter]
    fn partnerships(&self) -> Vec<Cow<'_, str>> {
        texts(self.0.partnerships())
    }

    /// The knowledge bases that it compares portfolios with, as JSON texts, in the order in which they were given.
    #[getter]
    fn knowledge_bases(&self) -> Vec<Cow<'_, str>> {
        texts(self.0.knowledge_bases())
    }

    /// SHA-256 of the rulebook that it checks against, as 64 hexadecimal digits.
    #[getter]
    fn fingerprint(&self) -> &str {
        self.0.fingerprint()
    }

    /// Judges one document as it was on the day `as_of`. The GIL is released meanwhile.
    ///
    /// `document` is JSON as `str` or bytes, a `dict`, or the `pathlib.Path` of a file. A `dict` is judged as the text
    /// that `json.dumps` makes of it. A `str` is always the text itself: one that is the name of a file is the finding
    /// TK-R001, which says so. `as_of` is a `datetime.date`, an ISO date (`YYYY-MM-DD`), or a `datetime.datetime` or
    /// `pandas.Timestamp`, of which the date counts as it is written, in whatever time zone. `lens` is `now`, or what if
    /// the study year ended (`year-ended`) or graduation were decided (`graduating`) that day. `kind` is `portfolio`,
    /// `curriculum`, `partnership` or `knowledge-base`.
    ///
    /// Whatever is wrong with the document is a finding. Raises `KubusError`, code `invalid-date`, `unknown-lens` or
    /// `unknown-kind`; `TypeError` for what is no document; `ValueError` for NaN in a `dict`, with its place; `OSError`
    /// for a file that cannot be read.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> validator = tk.Validator()
    /// >>> validator.validate({"format": "twentse-kubus/portfolio@1"}, "2026-05-01", "graduating").verdict
    /// 'undecided'
    #[pyo3(signature = (document, as_of, lens = "now", *, kind = "portfolio"))]
    fn validate(&self, py: Python<'_>, document: Document, as_of: AsOf, lens: &str, kind: &str) -> PyResult<Report> {
        py.detach(|| self.0.validate(document.as_ref(), &as_of, Some(lens), Some(kind)))
            .map(Report::of)
            .map_err(refusal)
    }

    /// Judges many documents of a kind and sums them up. Other threads run meanwhile; Ctrl-C stops it.
    ///
    /// `documents` is any iterable of what `validate` takes; they are taken one by one, so that files are never all in
    /// memory. Raises what `validate` raises; a `TypeError` or `ValueError` names the position of the document, from 0.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> tk.Validator().validate_many(["{}", b"[]"], "2026-05-01")
    /// <Batch of 2 documents: 0 meets, 0 falls-short, 2 undecided>
    #[pyo3(signature = (documents, as_of, lens = "now", *, kind = "portfolio"))]
    fn validate_many(
        &self,
        py: Python<'_>,
        mut documents: Documents<'_>,
        as_of: AsOf,
        lens: &str,
        kind: &str,
    ) -> PyResult<Batch> {
        let judged = |slice: &[Document]| {
            py.detach(|| self.0.validate_many(slice, &as_of, Some(lens), Some(kind))).map_err(refusal)
        };
        // A wrong day or word is refused before a document is taken.
        let mut batch = judged(&[])?;
        loop {
            let slice = documents.slice()?;
            if slice.is_empty() {
                break;
            }
            py.check_signals()?;
            let more = judged(&slice)?;
            batch.reports.extend(more.reports);
            batch.summary = batch.summary.merge(&more.summary).map_err(refusal)?;
        }
        Ok(Batch(batch))
    }

    /// Judges a dossier: documents of any kind, each recognised by its `format`, with a summary over all. Portfolios are compared
    /// with the others among them, and with those that the validator was given. Other threads run meanwhile.
    ///
    /// `documents` is any iterable of what `validate` takes, read once. Raises `KubusError`, code `invalid-documents`, when
    /// portfolios cannot be compared with the others, and what `validate_many` does.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
    /// >>> partnership = {"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025"}
    /// >>> [report.document_kind for report in tk.Validator().dossier([portfolio, partnership], "2024-10-01").reports]
    /// ['portfolio', 'partnership']
    #[pyo3(signature = (documents, as_of, lens = "now"))]
    fn dossier(&self, py: Python<'_>, documents: Documents<'_>, as_of: AsOf, lens: &str) -> PyResult<Batch> {
        let documents = documents.all()?;
        py.detach(|| self.0.dossier(&documents, &as_of, Some(lens))).map(Batch).map_err(refusal)
    }

    /// Says why each rule answered about a document as it did: by what it is met, or which findings would have to be mended.
    ///
    /// Takes and raises what `validate` does, of which it judges the document anew.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> placement = {"id": "pl-1", "schoolYear": "2024-2025", "studyYear": 1, "mentors": [{"person": "m-1"}]}
    /// >>> document = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}, "placements": [placement]}
    /// >>> rules = {rule["code"]: rule for rule in tk.Validator().trace(document, "2024-10-01")["rules"]}
    /// >>> rules["TK-P105"]["outcome"], [thing["path"] for thing in rules["TK-P105"]["metBy"]]
    /// ('met', ['/placements/0'])
    #[pyo3(signature = (document, as_of, lens = "now", *, kind = "portfolio"))]
    fn trace(&self, py: Python<'_>, document: Document, as_of: AsOf, lens: &str, kind: &str) -> PyResult<Trace> {
        py.detach(|| self.0.trace(document.as_ref(), &as_of, Some(lens), Some(kind))).map(Trace).map_err(refusal)
    }

    /// The trace as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `validate` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> print(tk.Validator().trace_text("{}", "2026-05-01", lang="en").splitlines()[0])
    /// Why is this so? · portfolio without an id · reference day 1 May 2026
    #[pyo3(signature = (document, as_of, lens = "now", *, kind = "portfolio", lang = "nl"))]
    fn trace_text(
        &self,
        py: Python<'_>,
        document: Document,
        as_of: AsOf,
        lens: &str,
        kind: &str,
        lang: &str,
    ) -> PyResult<String> {
        py.detach(|| self.0.trace_text(document.as_ref(), &as_of, Some(lens), Some(kind), lang)).map_err(refusal)
    }

    /// What the next school or trainer must know of a student: placements so far, age bands, specialisation, open goals,
    /// the last advice of a mentor, next steps, and what the next study year will require.
    ///
    /// It has ids, days and words of closed lists. With `texts` it also has the student's goals and the mentor's advice in
    /// their own words, for who may read the portfolio. `portfolio` and `as_of` are given as to `validate`.
    ///
    /// Raises `KubusError`, code `invalid-date`, or `unreadable-document` when nothing of it can be judged: `validate` says
    /// why. Also raises what `validate` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> placement = {"id": "pl-1", "schoolYear": "2024-2025", "studyYear": 1, "groups": [1, 2]}
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}, "placements": [placement]}
    /// >>> page = tk.Validator().hand_over(portfolio, "2024-10-01")
    /// >>> page["bandsMet"], page["bandsMissing"]
    /// (['lower'], ['middle', 'upper'])
    #[pyo3(signature = (portfolio, as_of, *, texts = false))]
    fn hand_over(&self, py: Python<'_>, portfolio: Document, as_of: AsOf, texts: bool) -> PyResult<HandOver> {
        py.detach(|| self.0.hand_over(portfolio.as_ref(), &as_of, texts)).map(HandOver).map_err(refusal)
    }

    /// The hand-over page as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `hand_over` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
    /// >>> print(tk.Validator().hand_over_text(portfolio, "2024-10-01", lang="en").splitlines()[0])
    /// Hand-over · portfolio s-1 · reference day 1 October 2024
    #[pyo3(signature = (portfolio, as_of, *, texts = false, lang = "nl"))]
    fn hand_over_text(
        &self,
        py: Python<'_>,
        portfolio: Document,
        as_of: AsOf,
        texts: bool,
        lang: &str,
    ) -> PyResult<String> {
        py.detach(|| self.0.hand_over_text(portfolio.as_ref(), &as_of, texts, lang)).map_err(refusal)
    }

    /// What the assessment framework of the student's curriculum makes of a portfolio: the outcome of each study year that has
    /// begun and of the programme, and for each part what that follows from.
    ///
    /// Without a curriculum that belongs to the student there are no study years. With the lens `year-ended` the running study
    /// year counts as ended, with `graduating` every one does. `portfolio`, `as_of` and `lens` are given as to `validate`.
    ///
    /// Raises `KubusError`, code `invalid-date`, `unknown-lens`, or `unreadable-document` when nothing of it can be judged:
    /// `validate` says why. Also raises what `validate` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> marks = {"id": "marks", "kind": "numeric", "least": 1, "most": 10}
    /// >>> teaching = {"id": "teaching", "studyYear": 1, "of": "development", "leastResult": "5.5"}
    /// >>> curriculum = {"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024",
    /// ...     "assessment": {"scales": [marks], "components": [teaching]}}
    /// >>> student = {"id": "s-1", "years": [{"schoolYear": "2024-2025", "studyYear": 1}]}
    /// >>> judged = {"id": "as-1", "of": "development", "studyYear": 1, "result": "7", "isFinal": True}
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": student, "assessments": [judged]}
    /// >>> [year] = tk.Validator(curricula=[curriculum]).assess(portfolio, "2025-05-15")["years"]
    /// >>> year["outcome"], year["components"][0]["taken"]
    /// ('passed', 'as-1')
    #[pyo3(signature = (portfolio, as_of, lens = "now"))]
    fn assess(&self, py: Python<'_>, portfolio: Document, as_of: AsOf, lens: &str) -> PyResult<ProgrammeAssessment> {
        py.detach(|| self.0.assess(portfolio.as_ref(), &as_of, Some(lens))).map(ProgrammeAssessment).map_err(refusal)
    }

    /// The same as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `assess` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
    /// >>> "portfolio s-1" in tk.Validator().assess_text(portfolio, "2025-05-15", lang="en")
    /// True
    #[pyo3(signature = (portfolio, as_of, lens = "now", *, lang = "nl"))]
    fn assess_text(
        &self,
        py: Python<'_>,
        portfolio: Document,
        as_of: AsOf,
        lens: &str,
        lang: &str,
    ) -> PyResult<String> {
        py.detach(|| self.0.assess_text(portfolio.as_ref(), &as_of, Some(lens), lang)).map_err(refusal)
    }

    /// The assessment card of a student: what is assessed in each study year that has begun, by whom, on what evidence, and its
    /// state.
    ///
    /// Persons are told by their ids, as the student's placements have them. Without a curriculum that belongs to the student
    /// there are no study years. `portfolio`, `as_of` and `lens` are given as to `assess`.
    ///
    /// Raises `KubusError`, code `invalid-date`, `unknown-lens`, or `unreadable-document` when nothing of it can be judged:
    /// `validate` says why. Also raises what `validate` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> teaching = {"id": "teaching", "studyYear": 1, "of": "development", "leastEvidence": 2, "assessors": ["mentor"]}
    /// >>> curriculum = {"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024",
    /// ...     "assessment": {"components": [teaching]}}
    /// >>> student = {"id": "s-1", "years": [{"schoolYear": "2024-2025", "studyYear": 1}]}
    /// >>> placement = {"id": "pl-1", "schoolYear": "2024-2025", "studyYear": 1, "mentors": [{"person": "m-1"}]}
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": student, "placements": [placement]}
    /// >>> [year] = tk.Validator(curricula=[curriculum]).card(portfolio, "2025-05-15")["years"]
    /// >>> year["people"], year["components"][0]["requiredEvidence"]
    /// ([{'role': 'mentor', 'persons': ['m-1']}], [{'wanted': 2, 'there': 0}])
    #[pyo3(signature = (portfolio, as_of, lens = "now"))]
    fn card(&self, py: Python<'_>, portfolio: Document, as_of: AsOf, lens: &str) -> PyResult<AssessmentCard> {
        py.detach(|| self.0.card(portfolio.as_ref(), &as_of, Some(lens))).map(AssessmentCard).map_err(refusal)
    }

    /// The assessment card as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `card` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
    /// >>> print(tk.Validator().card_text(portfolio, "2025-05-15", lang="en").splitlines()[0])
    /// Assessment card · portfolio s-1 · reference day 15 May 2025
    #[pyo3(signature = (portfolio, as_of, lens = "now", *, lang = "nl"))]
    fn card_text(&self, py: Python<'_>, portfolio: Document, as_of: AsOf, lens: &str, lang: &str) -> PyResult<String> {
        py.detach(|| self.0.card_text(portfolio.as_ref(), &as_of, Some(lens), lang)).map_err(refusal)
    }

    /// How much evidence and how many final assessments there are for each competence, by study year.
    ///
    /// Counts only: what they are worth is for the assessors. `portfolio` and `as_of` are given as to `validate`.
    ///
    /// Raises `KubusError`, code `invalid-date`, or `unreadable-document` when nothing of it can be judged: `validate` says
    /// why. Also raises what `validate` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> student = {"id": "s-1", "cohort": "2024-2025"}
    /// >>> evidence = [{"id": "ev-1", "kind": "lesson-report", "competences": ["2017-pedagogical"]}]
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": student, "evidence": evidence}
    /// >>> rows = tk.Validator().coverage(portfolio, "2024-10-01")["competences"]
    /// >>> [(row["competence"], row["noYear"]["evidence"]) for row in rows]
    /// [('2017-subject-matter', 0), ('2017-subject-didactics', 0), ('2017-pedagogical', 1)]
    fn coverage(&self, py: Python<'_>, portfolio: Document, as_of: AsOf) -> PyResult<Coverage> {
        py.detach(|| self.0.coverage(portfolio.as_ref(), &as_of)).map(Coverage).map_err(refusal)
    }

    /// Coverage as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `coverage` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1", "cohort": "2024-2025"}}
    /// >>> print(tk.Validator().coverage_text(portfolio, "2024-10-01", lang="en").splitlines()[0])
    /// Coverage of the competences · portfolio s-1 · reference day 1 October 2024
    #[pyo3(signature = (portfolio, as_of, *, lang = "nl"))]
    fn coverage_text(&self, py: Python<'_>, portfolio: Document, as_of: AsOf, lang: &str) -> PyResult<String> {
        py.detach(|| self.0.coverage_text(portfolio.as_ref(), &as_of, lang)).map_err(refusal)
    }

    /// How a curriculum is covered, without any portfolio: competences by profession theme and subject line, knowledge bases by
    /// subject line, and components of the spider web by element.
    ///
    /// Counts only. `curriculum` is given as a document to `validate`; it need not be one of those that the validator has.
    ///
    /// Raises `KubusError`, code `unreadable-document` when nothing of it can be judged: `validate` with `kind="curriculum"` says
    /// why. Also raises what `validate` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> themes = [{"id": "th-1", "competences": ["2017-pedagogical"]}]
    /// >>> curriculum = {"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024", "themes": themes}
    /// >>> coverage = tk.Validator().curriculum_coverage(curriculum)
    /// >>> [(row["competence"], row["themes"]) for row in coverage["competences"]]
    /// [('2017-subject-matter', 0), ('2017-subject-didactics', 0), ('2017-pedagogical', 1)]
    fn curriculum_coverage(&self, py: Python<'_>, curriculum: Document) -> PyResult<CurriculumCoverage> {
        py.detach(|| self.0.curriculum_coverage(curriculum.as_ref())).map(CurriculumCoverage).map_err(refusal)
    }

    /// The coverage of a curriculum as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `curriculum_coverage` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> curriculum = {"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024"}
    /// >>> print(tk.Validator().curriculum_coverage_text(curriculum, lang="en").splitlines()[0])
    /// Coverage of the curriculum · curriculum cur-1
    #[pyo3(signature = (curriculum, *, lang = "nl"))]
    fn curriculum_coverage_text(&self, py: Python<'_>, curriculum: Document, lang: &str) -> PyResult<String> {
        py.detach(|| self.0.curriculum_coverage_text(curriculum.as_ref(), lang)).map_err(refusal)
    }

    /// The Twentse kubus as a knowledge base fills it on a day: for each theme the learning materials in force at every career
    /// stage and level, the cells that are empty, and whether the line from student to teacher is continuous.
    ///
    /// `knowledge_base` and `as_of` are given as to `validate`; it need not be one of those that the validator has.
    ///
    /// Raises `KubusError`, code `invalid-date`, or `unreadable-document` when nothing of it can be judged: `validate` with
    /// `kind="knowledge-base"` says why. Also raises what `validate` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> place = {"theme": "bullying", "stages": ["student-1", "teacher"]}
    /// >>> base = {"format": "twentse-kubus/knowledge-base@1", "id": "kb-1", "levels": ["team"],
    /// ...     "themes": [{"id": "bullying"}], "materials": [{"id": "m-1", "kind": "ktp", "places": [place]}]}
    /// >>> cube = tk.Validator().cube(base, "2024-10-01")
    /// >>> [line] = cube["themes"]
    /// >>> line["continuous"], line["stages"][0]["levels"], cube["empty"][0]["stage"]
    /// (False, [{'level': 'team', 'materials': ['m-1']}], 'student-2')
    fn cube(&self, py: Python<'_>, knowledge_base: Document, as_of: AsOf) -> PyResult<Cube> {
        py.detach(|| self.0.cube(knowledge_base.as_ref(), &as_of)).map(Cube).map_err(refusal)
    }

    /// The cube as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `cube` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> base = {"format": "twentse-kubus/knowledge-base@1", "id": "kb-1"}
    /// >>> "knowledge base kb-1" in tk.Validator().cube_text(base, "2024-10-01", lang="en")
    /// True
    #[pyo3(signature = (knowledge_base, as_of, *, lang = "nl"))]
    fn cube_text(&self, py: Python<'_>, knowledge_base: Document, as_of: AsOf, lang: &str) -> PyResult<String> {
        py.detach(|| self.0.cube_text(knowledge_base.as_ref(), &as_of, lang)).map_err(refusal)
    }

    /// Just in time, just in place: the learning needs of a student, each with at most ten learning materials that the knowledge
    /// base has in force for it at the student's career stage, the nearest level first.
    ///
    /// Needs are learning goals and questions that nothing takes up yet, and competences without evidence. Without a knowledge base
    /// that belongs to the student, `reason` says why nothing is suggested. `portfolio` and `as_of` are given as to `validate`.
    ///
    /// Raises `KubusError`, code `invalid-date`, or `unreadable-document` when nothing of it can be judged: `validate` says
    /// why. Also raises what `validate` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> place = {"theme": "bullying", "stages": ["student-1"]}
    /// >>> base = {"format": "twentse-kubus/knowledge-base@1", "id": "kb-1", "themes": [{"id": "bullying"}],
    /// ...     "materials": [{"id": "m-1", "kind": "ktp", "places": [place]}]}
    /// >>> student = {"id": "s-1", "years": [{"schoolYear": "2024-2025", "studyYear": 1}]}
    /// >>> goal = {"id": "g-1", "kind": "learning-goal", "text": "Pesten zien.", "themes": ["bullying"]}
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": student, "goals": [goal]}
    /// >>> told = tk.Validator(knowledge_bases=[base]).just_in_time(portfolio, "2024-10-01")
    /// >>> need = told["needs"][0]
    /// >>> told["stage"], need["goal"], [one["material"] for one in need["suggestions"]]
    /// ('student-1', 'g-1', ['m-1'])
    fn just_in_time(&self, py: Python<'_>, portfolio: Document, as_of: AsOf) -> PyResult<JustInTime> {
        py.detach(|| self.0.just_in_time(portfolio.as_ref(), &as_of)).map(JustInTime).map_err(refusal)
    }

    /// The same as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `just_in_time` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
    /// >>> "portfolio s-1" in tk.Validator().just_in_time_text(portfolio, "2024-10-01", lang="en")
    /// True
    #[pyo3(signature = (portfolio, as_of, *, lang = "nl"))]
    fn just_in_time_text(&self, py: Python<'_>, portfolio: Document, as_of: AsOf, lang: &str) -> PyResult<String> {
        py.detach(|| self.0.just_in_time_text(portfolio.as_ref(), &as_of, lang)).map_err(refusal)
    }

    /// How a partnership is organised: its schools, students, mentors, trainers, meetings and quality system, by what holds on its
    /// day of judgement.
    ///
    /// `partnership`, `as_of` and `lens` are given as to `validate`. Raises `KubusError`, code `invalid-date`, `unknown-lens`, or
    /// `unreadable-document` when nothing of it can be judged: `validate` with `kind="partnership"` says why. Also raises what
    /// `validate` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> schools = [{"id": "sch-a", "places": 4}, {"id": "sch-b", "places": 2}]
    /// >>> partnership = {"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025", "schools": schools}
    /// >>> totals = tk.Validator().network(partnership, "2024-10-01")["totals"]
    /// >>> totals["schools"], totals["places"]
    /// (2, 6)
    #[pyo3(signature = (partnership, as_of, lens = "now"))]
    fn network(&self, py: Python<'_>, partnership: Document, as_of: AsOf, lens: &str) -> PyResult<Network> {
        py.detach(|| self.0.network(partnership.as_ref(), &as_of, Some(lens))).map(Network).map_err(refusal)
    }

    /// The same as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `network` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> partnership = {"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025"}
    /// >>> "partnership oost" in tk.Validator().network_text(partnership, "2024-10-01", lang="en")
    /// True
    #[pyo3(signature = (partnership, as_of, lens = "now", *, lang = "nl"))]
    fn network_text(
        &self,
        py: Python<'_>,
        partnership: Document,
        as_of: AsOf,
        lens: &str,
        lang: &str,
    ) -> PyResult<String> {
        py.detach(|| self.0.network_text(partnership.as_ref(), &as_of, Some(lens), lang)).map_err(refusal)
    }

    /// Where each student can go in a school year: for each student the schools of the partnership, and the places of each school.
    ///
    /// `portfolios` is any iterable of what `validate` takes, read once; `partnership` is that of the school year, and
    /// `school_year` is written as `2024-2025`. Raises `KubusError`, code `invalid-school-year`, `unreadable-document` when nothing
    /// of a document can be judged, or `invalid-documents`; and what `validate_many` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> schools = [{"id": "sch-a", "places": 4}]
    /// >>> partnership = {"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025", "schools": schools}
    /// >>> student = {"id": "s-1", "years": [{"schoolYear": "2023-2024", "studyYear": 1}]}
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": student}
    /// >>> [told] = tk.Validator().where_next([portfolio], partnership, "2024-2025")["students"]
    /// >>> told["student"], told["studyYear"], [one["school"] for one in told["schools"]]
    /// ('s-1', 2, ['sch-a'])
    fn where_next(
        &self,
        py: Python<'_>,
        portfolios: Documents<'_>,
        partnership: Document,
        school_year: &str,
    ) -> PyResult<WhereNext> {
        let portfolios = portfolios.all()?;
        py.detach(|| self.0.where_next(&each(&portfolios), partnership.as_ref(), school_year))
            .map(WhereNext)
            .map_err(refusal)
    }

    /// The same as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `where_next` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> partnership = {"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025"}
    /// >>> "partnership oost" in tk.Validator().where_next_text([], partnership, "2024-2025", lang="en")
    /// True
    #[pyo3(signature = (portfolios, partnership, school_year, *, lang = "nl"))]
    fn where_next_text(
        &self,
        py: Python<'_>,
        portfolios: Documents<'_>,
        partnership: Document,
        school_year: &str,
        lang: &str,
    ) -> PyResult<String> {
        let portfolios = portfolios.all()?;
        py.detach(|| self.0.where_next_text(&each(&portfolios), partnership.as_ref(), school_year, lang))
            .map_err(refusal)
    }

    /// What a proposal of placements brings about: the findings that are there with it and not without it.
    ///
    /// `proposal` is a document of `schema("proposal")`, in the forms that `validate` takes; the others are given as to
    /// `where_next`. Raises `KubusError`, code `invalid-proposal` with all faults in `details`, and what `where_next` does.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> schools = [{"id": "sch-a", "places": 4}]
    /// >>> partnership = {"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025", "schools": schools}
    /// >>> student = {"id": "s-1", "years": [{"schoolYear": "2024-2025", "studyYear": 1}]}
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": student}
    /// >>> proposal = {"format": "twentse-kubus/proposal@1", "schoolYear": "2024-2025",
    /// ...     "placements": [{"student": "s-1", "school": "sch-a"}]}
    /// >>> check = tk.Validator().check_proposal([portfolio], partnership, proposal)
    /// >>> check["document"]["id"], check["schoolYear"]
    /// ('oost', '2024-2025')
    fn check_proposal(
        &self,
        py: Python<'_>,
        portfolios: Documents<'_>,
        partnership: Document,
        proposal: Document,
    ) -> PyResult<ProposalCheck> {
        let portfolios = portfolios.all()?;
        py.detach(|| self.0.check_proposal(&each(&portfolios), partnership.as_ref(), proposal.as_ref()))
            .map(ProposalCheck)
            .map_err(refusal)
    }

    /// The same as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `check_proposal` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> partnership = {"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025"}
    /// >>> proposal = {"format": "twentse-kubus/proposal@1", "schoolYear": "2024-2025", "placements": []}
    /// >>> "partnership oost" in tk.Validator().check_proposal_text([], partnership, proposal, lang="en")
    /// True
    #[pyo3(signature = (portfolios, partnership, proposal, *, lang = "nl"))]
    fn check_proposal_text(
        &self,
        py: Python<'_>,
        portfolios: Documents<'_>,
        partnership: Document,
        proposal: Document,
        lang: &str,
    ) -> PyResult<String> {
        let portfolios = portfolios.all()?;
        py.detach(|| self.0.check_proposal_text(&each(&portfolios), partnership.as_ref(), proposal.as_ref(), lang))
            .map_err(refusal)
    }

    /// Counts over many portfolios, in all, by school and by study year. A count of results is hidden where it would say something
    /// about fewer than `k` students.
    ///
    /// `portfolios` is any iterable of what `validate` takes, read once; `as_of` and `lens` are given as to `validate`. Raises
    /// `KubusError`, code `invalid-date` or `unknown-lens`, and what `validate_many` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
    /// >>> told = tk.Validator().overview([portfolio], "2024-10-01")
    /// >>> told["students"], told["smallestGroup"], "verdicts" in told
    /// (1, 5, False)
    #[pyo3(signature = (portfolios, as_of, lens = "now", *, k = 5))]
    fn overview(
        &self,
        py: Python<'_>,
        portfolios: Documents<'_>,
        as_of: AsOf,
        lens: &str,
        k: u32,
    ) -> PyResult<Overview> {
        let portfolios = portfolios.all()?;
        py.detach(|| self.0.overview(&portfolios, &as_of, Some(lens), Some(k))).map(Overview).map_err(refusal)
    }

    /// The same as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Takes and raises what `overview` does, and raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> "1 October 2024" in tk.Validator().overview_text([], "2024-10-01", lang="en")
    /// True
    #[pyo3(signature = (portfolios, as_of, lens = "now", *, k = 5, lang = "nl"))]
    fn overview_text(
        &self,
        py: Python<'_>,
        portfolios: Documents<'_>,
        as_of: AsOf,
        lens: &str,
        k: u32,
        lang: &str,
    ) -> PyResult<String> {
        let portfolios = portfolios.all()?;
        py.detach(|| self.0.overview_text(&portfolios, &as_of, Some(lens), Some(k), lang)).map_err(refusal)
    }

    /// The report of a portfolio and the outcome by the assessment framework, with all that they were made from: day, lens,
    /// rulebook, version of the library, and the SHA-256 of each document. `replay` makes them again.
    ///
    /// It is kept as `json.dumps` writes it. The documents are not in it: keep them too, each as the text or the file that was
    /// given. `portfolio`, `as_of` and `lens` are given as to `validate`. Of a portfolio of which nothing can be judged there is
    /// no `assessment` in it.
    ///
    /// Raises `KubusError`, code `invalid-date` or `unknown-lens`, and what `validate` does for what is no document.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
    /// >>> bundle = tk.Validator().bundle(portfolio, "2025-05-15")
    /// >>> [(document["kind"], document["id"]) for document in bundle["documents"]]
    /// [('portfolio', 's-1')]
    #[pyo3(signature = (portfolio, as_of, lens = "now"))]
    fn bundle(&self, py: Python<'_>, portfolio: Document, as_of: AsOf, lens: &str) -> PyResult<Bundle> {
        py.detach(|| self.0.bundle(portfolio.as_ref(), &as_of, Some(lens))).map(Bundle).map_err(refusal)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, Given<'py>) {
        let bytes = |of: &[u8]| PyBytes::new(py, of);
        let all = |documents: &[Vec<u8>]| documents.iter().map(|document| bytes(document)).collect();
        let overlay = self.0.rulebook_source().map(bytes);
        let [curricula, partnerships, knowledge_bases] =
            [self.0.curricula(), self.0.partnerships(), self.0.knowledge_bases()].map(all);
        (py.get_type::<Self>(), (overlay, curricula, partnerships, knowledge_bases))
    }

    fn __repr__(&self) -> String {
        let given = [
            ("rulebook", self.0.rulebook_source().is_some()),
            ("curricula", !self.0.curricula().is_empty()),
            ("partnerships", !self.0.partnerships().is_empty()),
            ("knowledge_bases", !self.0.knowledge_bases().is_empty()),
        ];
        let shown = given.iter().filter(|(_, is_given)| *is_given).map(|(name, _)| format!("{name}=..."));
        format!("Validator({})", shown.collect::<Vec<_>>().join(", "))
    }
}

/// Judges one document against the built-in rulebook: `Validator().validate(…)`, which has all particulars.
///
/// >>> import twentse_kubus as tk
/// >>> tk.validate('{"format": "twentse-kubus/portfolio@1"}', "2026-05-01").verdict
/// 'undecided'
#[pyfunction]
#[pyo3(signature = (document, as_of, lens = "now", *, kind = "portfolio"))]
pub(crate) fn validate(py: Python<'_>, document: Document, as_of: AsOf, lens: &str, kind: &str) -> PyResult<Report> {
    Validator(api::Validator::new(None).map_err(refusal)?).validate(py, document, as_of, lens, kind)
}

/// Makes the answers of a bundle again, from the documents that it was made from: whether they are the same, byte for byte, and
/// else what differs.
///
/// `bundle` is what `Validator.bundle` gave, or its JSON, in the forms that `validate` takes. `documents` is any iterable of
/// what `validate` takes, in any order. They are known by their SHA-256, so that each must be the same text as before; others
/// are not used.
///
/// Raises `KubusError`, code `invalid-bundle`, and what `validate_many` does for what is no document.
///
/// >>> import twentse_kubus as tk
/// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
/// >>> bundle = tk.Validator().bundle(portfolio, "2025-05-15")
/// >>> tk.replay(bundle, [portfolio])["replayed"]
/// 'same'
/// >>> replay = tk.replay(bundle, [])
/// >>> replay["replayed"], [difference["input"] for difference in replay["differences"]]
/// ('not-replayed', ['document'])
#[pyfunction]
pub(crate) fn replay(py: Python<'_>, bundle: Bundled, documents: Documents<'_>) -> PyResult<Replay> {
    let documents = documents.all()?;
    py.detach(|| api::replay(bundle.0.as_ref(), &documents)).map(Replay).map_err(refusal)
}

/// The replay as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
///
/// Takes and raises what `replay` does, and raises `KubusError`, code `unknown-language`.
///
/// >>> import twentse_kubus as tk
/// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
/// >>> bundle = tk.Validator().bundle(portfolio, "2025-05-15")
/// >>> print(tk.replay_text(bundle, [portfolio], lang="en").splitlines()[1])
/// The same answer as before
#[pyfunction]
#[pyo3(signature = (bundle, documents, *, lang = "nl"))]
pub(crate) fn replay_text(py: Python<'_>, bundle: Bundled, documents: Documents<'_>, lang: &str) -> PyResult<String> {
    let documents = documents.all()?;
    py.detach(|| api::replay_text(bundle.0.as_ref(), &documents, lang)).map_err(refusal)
}

/// What would change under different rules: how many students, in all and by school, and how many other documents gain a finding,
/// lose one, or have one that weighs differently by the second rulebook.
///
/// `before` and `after` are overlays in the forms that `Validator` takes, or None for the built-in rulebook; `documents` is any
/// iterable of what `validate` takes, of any kind, read once. Counts about fewer than `k` students are hidden.
///
/// Raises `KubusError`, code `invalid-date`, `unknown-lens`, `invalid-rulebook`, or `invalid-documents` for documents that
/// portfolios cannot be compared with; and what `validate_many` does for what is no document.
///
/// >>> import twentse_kubus as tk
/// >>> portfolio = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}
/// >>> told = tk.compare(None, {"severity": {"TK-P609": "warning"}}, [portfolio], "2024-10-01", k=1)
/// >>> told["students"], told["before"] == tk.Validator().fingerprint, told["before"] == told["after"]
/// (1, True, False)
#[pyfunction]
#[pyo3(signature = (before, after, documents, as_of, lens = "now", *, k = 5))]
pub(crate) fn compare(
    py: Python<'_>,
    before: Option<Rulebook>,
    after: Option<Rulebook>,
    documents: Documents<'_>,
    as_of: AsOf,
    lens: &str,
    k: u32,
) -> PyResult<Comparison> {
    let documents = documents.all()?;
    py.detach(|| {
        api::compare(overlay(before.as_ref()), overlay(after.as_ref()), &documents, &as_of, Some(lens), Some(k))
    })
    .map(Comparison)
    .map_err(refusal)
}

/// The comparison as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
///
/// Takes and raises what `compare` does, and raises `KubusError`, code `unknown-language`.
///
/// >>> import twentse_kubus as tk
/// >>> "1 October 2024" in tk.compare_text(None, {"severity": {"TK-P609": "warning"}}, [], "2024-10-01", lang="en")
/// True
#[pyfunction]
#[pyo3(signature = (before, after, documents, as_of, lens = "now", *, k = 5, lang = "nl"))]
#[expect(clippy::too_many_arguments, reason = "what is compared, the question, and the language")]
pub(crate) fn compare_text(
    py: Python<'_>,
    before: Option<Rulebook>,
    after: Option<Rulebook>,
    documents: Documents<'_>,
    as_of: AsOf,
    lens: &str,
    k: u32,
    lang: &str,
) -> PyResult<String> {
    let documents = documents.all()?;
    py.detach(|| {
        api::compare_text(
            overlay(before.as_ref()),
            overlay(after.as_ref()),
            &documents,
            &as_of,
            Some(lens),
            Some(k),
            lang,
        )
    })
    .map_err(refusal)
}

/// The text of an overlay, where there is one.
fn overlay(rulebook: Option<&Rulebook>) -> Option<&[u8]> {
    rulebook.map(|overlay| overlay.0.as_ref())
}

/// Says what a rule requires, why, how to fix it and where it comes from, as Markdown in `nl`, `nl-plain` or `en`.
///
/// Raises `KubusError`, code `unknown-rule` or `unknown-language`.
///
/// >>> import twentse_kubus as tk
/// >>> tk.explain("TK-P609", "en") == tk.explain("theme-not-recognised-in-own-group", "en")
/// True
#[pyfunction]
#[pyo3(signature = (code_or_name, lang = "nl"))]
pub(crate) fn explain(code_or_name: &str, lang: &str) -> PyResult<String> {
    api::explain(code_or_name, lang).map_err(refusal)
}

/// Every rule with its data and texts, as plain data by code, kind by kind.
///
/// >>> import twentse_kubus as tk
/// >>> tk.rules()[0]["code"]
/// 'TK-R001'
#[pyfunction]
pub(crate) fn rules() -> Objects {
    Objects(api::rules())
}

/// What people call fields, items of lists, values of closed lists and kinds of documents, in Dutch (`nl`), plain Dutch
/// (`nl-plain`) or English (`en`).
///
/// Raises `KubusError`, code `unknown-language`.
///
/// >>> import twentse_kubus as tk
/// >>> labels = tk.labels("en")
/// >>> labels["fields"]["placements"], labels["items"]["placements"], labels["values"]["Weekday"]["monday"]
/// ('placements', 'placement', 'Monday')
#[pyfunction]
#[pyo3(signature = (lang = "nl"))]
pub(crate) fn labels(lang: &str) -> PyResult<Labels> {
    api::labels(lang).map(Labels).map_err(refusal)
}

/// Every list of reference data: each item with its Dutch and English name, its source and the days on which it holds.
///
/// >>> import twentse_kubus as tk
/// >>> bands = {framework["name"]: framework for framework in tk.frameworks()}["age_bands"]
/// >>> [item["key"] for item in bands["items"]]
/// ['lower', 'middle', 'upper']
#[pyfunction]
pub(crate) fn frameworks() -> Frameworks {
    Frameworks(api::frameworks())
}

/// The JSON Schema (2020-12) of a kind of document, `portfolio`, `curriculum`, `partnership` or
/// `knowledge-base`; of a `rulebook`; or of what is
/// told about a document: `next-steps`, `trace`, `hand-over`, `assessment`, `assessment-card`, `coverage`, `curriculum-coverage`,
/// `cube`, `just-in-time`, `network`, `where-next`, `proposal`, `proposal-check`, `overview`, `comparison`, `bundle` or `replay`.
///
/// Raises `KubusError`, code `unknown-kind`.
///
/// >>> import twentse_kubus as tk
/// >>> sorted(tk.schema("knowledge-base"))[:2]
/// ['$defs', '$schema']
#[pyfunction]
#[pyo3(signature = (kind = "portfolio"))]
pub(crate) fn schema(kind: &str) -> PyResult<Object> {
    api::schema(kind).map(Object).map_err(refusal)
}

/// The tag of the language that a system calls so, for what is written in Python.
#[pyfunction(name = "_language")]
pub(crate) fn language(tag: &str) -> PyResult<&'static str> {
    api::language(tag).map_err(refusal)
}
