//! Just in time, just in place: what the knowledge base has for the learning needs of a student, at the student's career stage, the
//! nearest level first.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::cube::theme_name;
use super::shown::{Always, InsightPhrase, capital, heading, owned, titled, write_unreadable};
use crate::documents::{DocumentRef, format_name};
use crate::finding::{SubjectKind, Voice};
use crate::frameworks::{Competence, CubeLevel, CubeStage};
use crate::grammar::{Wire as _, closed, record};
use crate::portfolio::PortfolioCase;
use crate::portfolio::needs::{NeedOf, Suggestions};
use crate::report::Report;
use crate::sort::{Listed as _, Texts};
use crate::values::{GoalId, MaterialId, ThemeId};

format_name! {
    /// The format that it names: `twentse-kubus/just-in-time@1`.
    JustInTimeFormat = "twentse-kubus/just-in-time@1"
}

closed! {
    /// Why no learning materials can be suggested.
    WithoutSuggestions {
        NeedsKnowledgeBase = "needs-knowledge-base", "er is geen kennisbank die bij de student hoort" | "er is nog geen kennisbank bij", "there is no knowledge base that belongs to the student";
        NoStudyYears = "no-study-years", "er loopt geen studiejaar" | "er is nu geen jaar van je opleiding bezig", "no study year is running";
        LeftWithoutDiploma = "left-without-diploma", "gestopt zonder diploma", "left without diploma";
    }
}

record! {
    /// The learning needs of a student, each with the learning materials that the knowledge base has in force for it at the
    /// student's career stage.
    JustInTime<'a> needs {
        /// Names the format and version.
        @fixed format: JustInTimeFormat,
        /// The portfolio.
        document: Thing<'a>,
        /// The reference day.
        as_of: NaiveDate,
        /// Learning goals and questions that nothing takes up yet, in the order of the portfolio, then the competences without
        /// evidence, in the order of their list.
        needs: Always<Vec<LearningNeed<'a>>>,
    } may {
        /// The knowledge base; absent when none belongs to the student.
        knowledge_base: Option<Thing<'a>>,
        /// The career stage of the student; absent when no study year is running.
        stage: Option<CubeStage>,
        /// Why no learning materials are suggested for any need.
        reason: Option<WithoutSuggestions>,
        /// Parts that could not be read, as JSON Pointers; what they hold is not looked at.
        unreadable: Vec<Cow<'a, str>>,
    }
}

record! {
    /// What a student needs to learn: a learning goal or question, or a competence.
    LearningNeed<'a> needs {
        /// Its themes on the Twentse kubus: those of the goal; of a competence those of the curriculum, else of the knowledge base.
        themes: Always<Vec<NeedTheme<'a>>>,
        /// At most ten learning materials, the nearest level first, then in the order of the knowledge base.
        suggestions: Always<Vec<Suggestion<'a>>>,
        /// Whether there are more learning materials for it.
        more: bool,
    } may {
        /// The learning goal or question.
        goal: Option<GoalId<'a>>,
        /// The competence.
        competence: Option<Competence>,
        /// The place of the goal in the portfolio, as a JSON Pointer.
        path: Option<Cow<'a, str>>,
    }
}

record! {
    /// A theme of a need.
    NeedTheme<'a> needs {
        /// The theme.
        theme: ThemeId<'a>,
    } may {
        /// What the knowledge base calls it.
        name: Option<Cow<'a, str>>,
    }
}

record! {
    /// A learning material that is suggested.
    Suggestion<'a> needs {
        /// The learning material.
        material: MaterialId<'a>,
        /// The theme of the need that it has a place with.
        theme: ThemeId<'a>,
        /// The career stage of that place.
        stage: CubeStage,
        /// The nearest level of that place.
        level: CubeLevel,
    } may {
        /// What it is called.
        title: Option<Cow<'a, str>>,
    }
}

/// The needs of a student, with what there is for each.
pub(crate) fn just_in_time(
    case: &PortfolioCase<'_>,
    document: &DocumentRef,
    unreadable: Vec<String>,
) -> JustInTime<'static> {
    let base = case.base();
    let stage = case.stage().filter(|_| !case.left());
    let needs = case.needs().needs;
    let reason = match (base, stage) {
        (None, _) => Some(WithoutSuggestions::NeedsKnowledgeBase),
        (_, None) if case.left() => Some(WithoutSuggestions::LeftWithoutDiploma),
        (_, None) => Some(WithoutSuggestions::NoStudyYears),
        _ => None,
    };
    let mut suggestions = match base.zip(stage) {
        Some((base, stage)) => case.suggestions(base, &needs, stage),
        None => Vec::new(),
    }
    .into_iter();
    let names = base.map_or(&[][..], |base| &base.document.themes);
    let known = Texts::of(names.iter().map(|theme| theme.id.as_str()));
    let materials = base.map_or(&[][..], |base| &base.document.materials);
    let needs = needs.iter().map(|need| {
        let themes = need.themes.iter().map(|theme| {
            let name = known.find(theme.as_str()).and_then(|at| owned(names.get(at)?.name.as_ref()));
            NeedTheme { name, ..NeedTheme::new((*theme).clone().into_owned()) }
        });
        let Suggestions { nearest, more } =
            suggestions.next().unwrap_or(Suggestions { nearest: Vec::new(), more: false });
        let suggested = nearest.into_iter().filter_map(|one| {
            let material = materials.get(one.material)?;
            let id = material.id.clone().into_owned();
            let suggestion = Suggestion::new(id, one.theme.clone().into_owned(), stage?, one.level);
            Some(Suggestion { title: owned(material.title.as_ref()), ..suggestion })
        });
        let mut told = LearningNeed::new(themes.listed(), suggested.listed(), more);
        match need.of {
            NeedOf::Goal(at, goal) => {
                told.goal = Some(goal.id.clone().into_owned());
                told.path = Some(Cow::Owned(format!("/goals/{at}")));
            }
            NeedOf::Competence(competence) => told.competence = Some(competence),
        }
        told
    });
    JustInTime {
        knowledge_base: base.map(|base| Thing::from(&base.used().document)),
        stage,
        reason,
        unreadable: unreadable.into_iter().map(Cow::Owned).collect(),
        ..JustInTime::new(document, case.as_of(), needs.listed())
    }
}

/// The same as readable text: per need its themes, and a line for each learning material.
pub(crate) fn just_in_time_text(told: &JustInTime<'_>, report: &Report, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let mut out = heading(InsightPhrase::JustInTime, report.document(), told.as_of, voice);
    if let Some(stage) = told.stage {
        let _ = writeln!(out, "{}: {}", capital(say(InsightPhrase::CareerStage)), voice.name(stage));
    }
    if let Some(reason) = told.reason {
        let _ = writeln!(out, "{}", capital(voice.name(reason)));
    }
    if told.needs.is_empty() {
        let _ = writeln!(out, "{}", capital(say(InsightPhrase::NoNeeds)));
    }
    for need in told.needs.iter() {
        let what = match (&need.goal, need.competence) {
            (Some(goal), _) => format!("{} {}", voice.name(SubjectKind::Goal), goal.as_str()),
            (None, Some(competence)) => voice.name(competence).to_owned(),
            (None, None) => String::new(),
        };
        let themes = need.themes.iter().map(|theme| theme_name(theme.name.as_deref(), &theme.theme, voice)).listed();
        let themes = super::shown::listed(&themes, voice);
        let _ = writeln!(out, "\n{}\n    {}: {themes}", capital(&what), say(InsightPhrase::KubusThemes));
        for one in need.suggestions.iter() {
            let named = need.themes.iter().find(|theme| theme.theme == one.theme);
            let theme = named.map(|theme| theme_name(theme.name.as_deref(), &theme.theme, voice)).unwrap_or_default();
            let material = titled(one.title.as_deref(), one.material.as_str());
            let _ = writeln!(out, "    {material} · {theme} · {}", voice.name(one.level));
        }
        if need.suggestions.is_empty() && told.reason.is_none() {
            let _ = writeln!(out, "    {}", say(InsightPhrase::NoMaterials));
        }
        if need.more {
            let _ = writeln!(out, "    {}", say(InsightPhrase::MoreMaterials));
        }
    }
    write_unreadable(&mut out, report, voice);
    out
}
