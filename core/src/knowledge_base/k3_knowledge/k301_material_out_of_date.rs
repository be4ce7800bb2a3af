//! `TK-K301`: a learning material in force was made or reviewed within the term.

use chrono::{Months, NaiveDate};

use crate::documents::Review;
use crate::knowledge_base::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-K301",
    name: "material-out-of-date",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[&MONTHS],
    facts: in_build!(&[("material", FactKind::Id), ("months", FactKind::Whole), ("last", FactKind::Date)]),
    may_lack: &["last"],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ambities]),
        Source::Own(Text { nl: "geen bron geeft de termijn", en: "no source gives the term" }),
    ]),
    texts: texts! {
        title: { nl: "leermiddel te lang niet herzien", en: "material out of date" },
        asks: {
            nl: "Elk leermiddel dat in gebruik is, is binnen de termijn (`months`) gemaakt of door een expert herzien.",
            en: "Every material that is in force was made, or reviewed by an expert, within the term (`months`)."
        },
        why: {
            nl: "Experts hebben de taak om de essentiële kennis actueel te houden.",
            en: "Experts have the task of keeping the essential knowledge up to date."
        },
        fix: {
            nl: "Vraag een expert om het leermiddel te herzien en leg vast wanneer en door wie.",
            nl_plain: "Vraag een expert om het leermiddel te herzien, en vul in wanneer en door wie.",
            en: "Let an expert review the material, and record when and by whom."
        },
        message: {
            nl: "bij leermiddel `{material}` staat niet dat het binnen de termijn is gemaakt of door een expert is herzien; termijn in maanden: `{months}`[; laatste keer: `{last}`]",
            nl_plain: "vraag een expert om leermiddel `{material}` te herzien en schrijf op wanneer en door wie; termijn in maanden: `{months}`[; laatste keer: `{last}`]",
            en: "material `{material}` is not recorded as made, or reviewed by an expert, within the period required; months: `{months}`[; last time: `{last}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> =
    Rule { meta: &META, when: (), reads: reads!(KnowledgeBase: materials each), check };

static MONTHS: Norm = Norm::number(
    "months",
    Text {
        nl: "maanden na het maken of herzien van een leermiddel",
        en: "months since a material was made or reviewed",
    },
    Unit::Months,
    24,
    1,
    600,
);

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let months = case.norm(&MONTHS);
    let first = case.as_of().checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
    for (at, material) in case.in_force() {
        let by_expert = |review: &&Review<'_>| review.by.as_ref().is_some_and(|by| case.is_expert(by));
        let reviews = material.reviews.iter().filter(by_expert).map(|review| review.on);
        let last = reviews.chain(material.made_on).filter(|day| case.has_come(*day)).max();
        let in_time = last.is_some_and(|last| first <= last);
        findings.judge(About::the(SubjectKind::Material, &material.id), in_time, Standing::DUE, || {
            let facts = facts! { material: &material.id, months: months }.and("last", last);
            Shortfall::new(at!(KnowledgeBase: materials[at].reviews), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
