//! Partnerships and knowledge bases that portfolios are compared with: which of them belongs to a student, what cannot be used,
//! and where a report names them.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use twentse_kubus::api;
use twentse_kubus::documents::{Kind, parse_date};
use twentse_kubus::grammar::Closed as _;
use twentse_kubus::{Error, Validator, ValidatorBuilder};

fn partnership(id: &str, school_year: &str) -> Value {
    json!({ "format": "twentse-kubus/partnership@1", "id": id, "schoolYear": school_year })
}

fn knowledge_base(id: &str, partnership: Option<&str>) -> Value {
    match partnership {
        Some(partnership) => {
            json!({ "format": "twentse-kubus/knowledge-base@1", "id": id, "partnership": partnership })
        }
        None => json!({ "format": "twentse-kubus/knowledge-base@1", "id": id }),
    }
}

/// What is wrong with documents; nothing where they can be used together.
fn faults(builder: ValidatorBuilder) -> Result<Vec<String>> {
    match builder.build() {
        Ok(_) => Ok(Vec::new()),
        Err(Error::InvalidDocuments(faults)) => Ok(faults),
        Err(other) => Err(other.into()),
    }
}

fn with(documents: &[Value]) -> ValidatorBuilder {
    Validator::builder().documents(documents.iter().map(Value::to_string))
}

/// The documents that belong to a student, as `kind id`, and the school year of a partnership.
fn used(documents: &[Value], student: &Value, day: &str) -> Result<Vec<String>> {
    let validator = with(documents).build()?;
    let portfolio = json!({ "format": "twentse-kubus/portfolio@1", "student": student });
    let report = validator.validate(portfolio.to_string().as_bytes(), parse_date(day).context("a day")?);
    let named = report.used().map(|used| {
        let year = used.document.school_year.map(|year| format!(" {year}")).unwrap_or_default();
        format!("{} {}{year}", used.document.kind, used.document.id.as_deref().unwrap_or_default())
    });
    Ok(named.collect())
}

/// Of each school year that has begun the partnership counts that the entry names, else that of the student.
#[test]
fn a_student_has_a_partnership_in_each_school_year() -> Result<()> {
    let documents =
        ["oost", "west"].map(|id| ["2016-2017", "2017-2018", "2018-2019"].map(|year| partnership(id, year)));
    let documents = documents.concat();
    let entry = |year: &str, number: u8| json!({ "schoolYear": year, "studyYear": number });
    let mut student = json!({ "id": "s", "partnership": "oost",
        "years": [entry("2016-2017", 1), entry("2017-2018", 2), entry("2018-2019", 3)] });
    ensure!(used(&documents, &student, "2018-05-16")? == ["partnership oost 2016-2017", "partnership oost 2017-2018"]);
    student["years"][1]["partnership"] = "west".into();
    ensure!(
        used(&documents, &student, "2018-09-16")?
            == ["partnership oost 2016-2017", "partnership west 2017-2018", "partnership oost 2018-2019"]
    );
    // The one that is named was not given, or not for that school year.
    student["partnership"] = "noord".into();
    ensure!(used(&documents, &student, "2018-09-16")? == ["partnership west 2017-2018"]);
    // A study year that is repeated is of two school years, and an entry that comes again of one.
    let again = json!({ "id": "s", "partnership": "oost", "years": [entry("2016-2017", 1), entry("2017-2018", 1), entry("2017-2018", 1)] });
    ensure!(used(&documents, &again, "2018-05-16")? == ["partnership oost 2016-2017", "partnership oost 2017-2018"]);
    Ok(())
}

/// Where neither names one, the only one of the school year counts; of two none does.
#[test]
fn the_only_partnership_of_a_school_year_needs_no_name() -> Result<()> {
    let student = json!({ "id": "s", "years": [{ "schoolYear": "2017-2018", "studyYear": 1 }] });
    let [one, other] = [partnership("oost", "2017-2018"), partnership("west", "2017-2018")];
    let elsewhere = partnership("west", "2016-2017");
    ensure!(used(&[one.clone(), elsewhere], &student, "2018-05-16")? == ["partnership oost 2017-2018"]);
    ensure!(used(&[one, other], &student, "2018-05-16")?.is_empty());
    Ok(())
}

/// The knowledge base of the student's partnership counts, else the only one that is of none.
#[test]
fn a_student_has_one_knowledge_base() -> Result<()> {
    let of_oost = json!({ "id": "s", "partnership": "oost" });
    let of_nobody = json!({ "id": "s" });
    let [all, oost, west] =
        [knowledge_base("all", None), knowledge_base("o", Some("oost")), knowledge_base("w", Some("west"))];
    let three = [all.clone(), oost, west.clone()];
    ensure!(used(&three, &of_oost, "2018-05-16")? == ["knowledge-base o"]);
    ensure!(used(&three, &of_nobody, "2018-05-16")? == ["knowledge-base all"]);
    ensure!(used(&[all.clone(), west.clone()], &of_oost, "2018-05-16")? == ["knowledge-base all"]);
    ensure!(used(&[west], &of_nobody, "2018-05-16")?.is_empty());
    ensure!(used(&[all, knowledge_base("more", None)], &of_oost, "2018-05-16")?.is_empty());
    Ok(())
}

#[test]
fn what_cannot_be_used_is_told_with_its_place() -> Result<()> {
    let builder = |partnerships: &[Value]| {
        partnerships.iter().fold(Validator::builder(), |builder, one| builder.partnership(one.to_string()))
    };
    let [this, last] = [partnership("oost", "2017-2018"), partnership("oost", "2016-2017")];
    ensure!(faults(builder(&[this.clone(), last.clone()]))?.is_empty(), "one id in two school years");
    ensure!(
        faults(builder(&[this.clone(), last, this.clone()]))?
            == ["partnerships[2]: it has the id and the school year of partnerships[0]"]
    );
    let mut unknown = this.clone();
    unknown["status"] = "new".into();
    ensure!(
        faults(builder(&[unknown.clone()]))? == ["partnerships[0]: it cannot be read whole (TK-R006 at `/status`)"]
    );
    let bases = [Some("oost"), Some("oost"), None, None].map(|partnership| knowledge_base("kb", partnership));
    let [first, mut second, mut third, mut fourth] = bases;
    (second["id"], third["id"], fourth["id"]) = ("kb-2".into(), "kb-3".into(), "kb-4".into());
    let of_bases = |bases: &[&Value]| {
        bases.iter().fold(Validator::builder(), |builder, one| builder.knowledge_base(one.to_string()))
    };
    ensure!(faults(of_bases(&[&first, &third, &fourth]))?.is_empty());
    ensure!(
        faults(of_bases(&[&first, &second]))?
            == ["knowledgeBases[1]: it is for the same partnership as knowledgeBases[0]"]
    );
    ensure!(faults(of_bases(&[&first, &first]))? == ["knowledgeBases[1]: it has the id of knowledgeBases[0]"]);
    // In a mixed list a place is that in the list.
    let portfolio = json!({ "format": "twentse-kubus/portfolio@1", "student": { "id": "s" } });
    let mixed = [first, this, portfolio, unknown, json!("text"), second];
    ensure!(
        faults(with(&mixed))?
            == [
                "documents[2]: portfolios are compared with no document of its `format`",
                "documents[4]: portfolios are compared with no document of its `format`",
                "documents[3]: it cannot be read whole (TK-R006 at `/status`)",
                "documents[5]: it is for the same partnership as documents[0]",
            ]
    );
    Ok(())
}

/// A report says which documents it was made with, and the bound surface takes all of them in one list.
#[test]
fn a_report_names_the_documents_that_it_was_made_with() -> Result<()> {
    let curriculum = json!({ "format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2017-2018" });
    let [last, this] = ["2016-2017", "2017-2018"].map(|year| partnership("oost", year));
    let documents = [knowledge_base("kb-1", None), this, last, curriculum].map(|one| one.to_string());
    let validator = api::Validator::with_documents(None, documents.clone())?;
    let portfolio = json!({ "format": "twentse-kubus/portfolio@1", "student": { "id": "s", "cohort": "2017-2018",
        "years": [{ "schoolYear": "2016-2017", "studyYear": 1 }, { "schoolYear": "2017-2018", "studyYear": 2 }] } });
    let report = validator.validate(portfolio.to_string().as_bytes(), "2018-05-16", None, None)?;
    let body: Value = serde_json::from_str(&report.body_json())?;
    ensure!(body["scope"] == json!(["portfolio", "curriculum", "partnership", "knowledge-base"]), "{}", body["scope"]);
    let json: Value = serde_json::from_str(&report.to_json())?;
    let told = json["producer"]["documents"].as_array().context("a list")?;
    let told: Vec<Value> = told
        .iter()
        .map(|one| json!([one["kind"], one["id"], one["schoolYear"], one["sha256"].as_str().map(str::len)]))
        .collect();
    ensure!(
        told == [
            json!(["curriculum", "cur-1", null, 64]),
            json!(["partnership", "oost", "2016-2017", 64]),
            json!(["partnership", "oost", "2017-2018", 64]),
            json!(["knowledge-base", "kb-1", null, 64]),
        ],
        "{told:?}"
    );
    ensure!(api::Report::from_json(&report.to_json())? == report);
    let needs: BTreeSet<&str> = report.unchecked().iter().map(api::Unchecked::reason).collect();
    ensure!(needs.is_empty(), "nothing is missing: {needs:?}");
    let again = api::Validator::with_documents(None, documents.clone())?;
    ensure!(validator == again && validator != api::Validator::with_documents(None, documents.into_iter().take(2))?);
    Ok(())
}

/// A dossier is judged as its documents are one by one, in its order, by a validator that was given all that are no portfolios;
/// what names no `format` is judged as a portfolio.
#[test]
fn a_dossier_is_judged_as_its_documents_one_by_one() -> Result<()> {
    let curriculum = json!({ "format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2017-2018" });
    let student = |id: &str| {
        json!({ "format": "twentse-kubus/portfolio@1", "student": { "id": id, "cohort": "2017-2018",
        "years": [{ "schoolYear": "2017-2018", "studyYear": 1 }] } })
    };
    let documents = [
        student("a"),
        knowledge_base("kb-1", None),
        json!("text"),
        partnership("oost", "2017-2018"),
        curriculum,
        student("b"),
    ];
    let kinds =
        [Kind::Portfolio, Kind::KnowledgeBase, Kind::Portfolio, Kind::Partnership, Kind::Curriculum, Kind::Portfolio];
    let documents = documents.map(|one| one.to_string());
    let day = "2018-05-16";
    let dossier = api::Validator::new(None)?.dossier(&documents, day, None)?;
    let others = [1, 3, 4].map(|at: usize| documents[at].clone());
    let validator = api::Validator::with_documents(None, others.clone())?;
    let mut summary = validator.summary();
    for ((document, kind), report) in documents.iter().zip(kinds).zip(&dossier.reports) {
        let one = validator.validate(document.as_bytes(), day, None, Some(kind.key()))?;
        validator.add(&mut summary, &one)?;
        ensure!(*report == one, "{document}");
    }
    ensure!((dossier.reports.len(), dossier.summary) == (6, summary));
    let used: Vec<usize> = dossier.reports.iter().map(|report| report.used().len()).collect();
    ensure!(used == [3, 0, 0, 0, 0, 3], "{used:?}");
    // What the validator was given before counts too, and what clashes with it is named by its position in the dossier.
    let again = validator.dossier(&documents[5..], day, None)?;
    ensure!(again.reports[0] == dossier.reports[5]);
    let clash = validator.dossier(&documents[3..4], day, None).err().context("it is there already")?;
    ensure!(
        clash.code() == "invalid-documents" && clash.details().iter().all(|fault| fault.contains("documents[0]")),
        "{clash}"
    );
    Ok(())
}
