//! Who can go where next year: for each student the schools of a partnership that are open or closed, and why; for each school
//! the places that are left.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::shown::{Always, Count, InsightPhrase, capital, heading, listed, titled};
use crate::documents::{DocumentRef, format_name};
use crate::finding::{Path, Reason, SubjectKind, Voice};
use crate::frameworks::AgeBand;
use crate::grammar::{Record, closed, record};
use crate::portfolio::next_year::WithoutStudyYear;
use crate::sort::{Listed as _, Texts};
use crate::values::{SchoolId, SchoolYear, Set, StudentId, StudyYear};

format_name! {
    /// The format that it names: `twentse-kubus/where-next@1`.
    WhereNextFormat = "twentse-kubus/where-next@1"
}

closed! {
    /// Whether a student can go to a school.
    Access {
        Open = "open", "open" | "kan", "open";
        Closed = "closed", "gesloten" | "kan niet", "closed";
    }
}

closed! {
    /// What counts for a student at a school, for it or against it.
    PlacementReason {
        SameSchool = "same-school", "dezelfde school als in een ander studiejaar" | "daar was je al in een ander jaar", "same school as in another study year";
        NoPlace = "no-place", "geen opleidingsplaats meer" | "er is geen plaats meer", "no training place left";
        NoSchoolTrainer = "no-school-trainer", "geen schoolopleider" | "er is geen schoolopleider", "no school trainer";
        NoInstituteTrainer = "no-institute-trainer", "geen instituutsopleider" | "er is geen instituutsopleider", "no institute trainer";
        EarlierSchool = "earlier-school", "terug op een eerdere school" | "daar was je al eens eerder", "back at an earlier school";
        MeetsNoMissingBand = "meets-no-missing-band", "geen bouw die nog ontbreekt" | "geen bouw die je nog mist", "no age band that is still missing";
        OutsideSpecialisation = "outside-specialisation", "geen groep die bij de specialisatie past" | "geen groep die bij je specialisatie past", "no group that fits the specialisation";
        OnlyStudyYear = "only-study-year", "te weinig verschillende studiejaren op de school" | "te weinig verschillende jaren op de school", "too few different study years at the school";
        MeetsBand = "meets-band", "bouw die nog ontbrak" | "bouw die je nog mist", "age band that was still missing";
    }
}

impl PlacementReason {
    /// The code of the rule by which it counts.
    pub fn code(self) -> &'static str {
        match self {
            Self::SameSchool => "TK-P101",
            Self::NoPlace => "TK-N304",
            Self::NoSchoolTrainer => "TK-N103",
            Self::NoInstituteTrainer => "TK-N104",
            Self::EarlierSchool => "TK-P113",
            Self::MeetsNoMissingBand | Self::MeetsBand => "TK-P102",
            Self::OutsideSpecialisation => "TK-P205",
            Self::OnlyStudyYear => "TK-N303",
        }
    }

    /// Whether it closes the school to the student.
    pub fn closes(self) -> bool {
        matches!(self, Self::SameSchool | Self::NoPlace | Self::NoSchoolTrainer | Self::NoInstituteTrainer)
    }
}

record! {
    /// Who can go where in a school year: for each student the schools of the partnership, and the places of each school.
    WhereNext<'a> needs {
        /// Names the format and version.
        @fixed format: WhereNextFormat,
        /// The partnership.
        document: Thing<'a>,
        /// The school year.
        school_year: SchoolYear,
        /// The day on which the rules are checked: the first on which everything planned has begun, at the earliest 1 October.
        as_of: NaiveDate,
        /// The schools that are in the network on 1 October, in the order of the partnership.
        schools: Always<Vec<SchoolPlaces<'a>>>,
        /// The students, in the order of the portfolios.
        students: Always<Vec<StudentNext<'a>>>,
    } may {
        /// Parts of the partnership that could not be read, as JSON Pointers; what they hold is not looked at.
        unreadable: Vec<Cow<'a, str>>,
    }
}

record! {
    /// The places of a school.
    SchoolPlaces<'a> needs {
        /// The school.
        school: SchoolId<'a>,
        /// The students who are placed there in the school year, by study year.
        students: Always<Vec<StudentsOfYear>>,
    } may {
        /// Its name.
        name: Option<Cow<'a, str>>,
        /// How many places it has, where that is recorded.
        places: Option<Count>,
        /// The places that are left on the day on which most students are there.
        left: Option<Count>,
    }
}

record! {
    /// How many students of a study year there are.
    StudentsOfYear needs {
        /// The study year.
        study_year: StudyYear,
        /// How many different students.
        students: Count,
    } may {
    }
}

record! {
    /// Where one student can go.
    StudentNext<'a> needs {
        /// The student.
        student: StudentId<'a>,
        /// The schools, in the order of the partnership; none where the student has no study year.
        schools: Always<Vec<SchoolForStudent<'a>>>,
    } may {
        /// The study year in the school year.
        study_year: Option<StudyYear>,
        /// Whether the outcome of the study year before is unknown: then it is assumed to be passed.
        assumed: Option<bool>,
        /// Why the student has no study year.
        reason: Option<WithoutStudyYear>,
        /// Parts of the portfolio that could not be read, as JSON Pointers; what they hold is not looked at.
        unreadable: Vec<Cow<'a, str>>,
    }
}

record! {
    /// Whether a student can go to a school.
    SchoolForStudent<'a> needs {
        /// The school.
        school: SchoolId<'a>,
        /// Whether the student can go there.
        access: Access,
        /// Why, in the order of their list.
        reasons: Always<Vec<ReasonAtSchool<'a>>>,
    } may {
    }
}

record! {
    /// What counts for a student at a school.
    ReasonAtSchool<'a> needs {
        /// What it is.
        reason: PlacementReason,
        /// The code of the rule by which it counts.
        code: Cow<'a, str>,
    } may {
        /// The age bands that were still missing and that the school has.
        bands: Set<AgeBand>,
    }
}

/// Parts that could not be read, as people call them.
pub(super) fn write_unread(out: &mut String, parts: &[Cow<'_, str>], record: &'static Record, voice: Voice<'_>) {
    let places = parts.iter().filter_map(|part| Some(voice.place(&Path::parse(part, record)?))).listed();
    if !places.is_empty() {
        let _ = writeln!(out, "  {}: {}", voice.name(InsightPhrase::Unreadable), places.join(", "));
    }
}

/// Who can go where as readable text: the schools with their places, then per student a line for each school.
pub(crate) fn where_next_text(told: &WhereNext<'_>, document: &DocumentRef, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let names = Texts::of(told.schools.iter().map(|one| one.school.as_str()));
    let name = |school: &SchoolId<'_>| {
        let name = names.find(school.as_str()).and_then(|at| told.schools.get(at)?.name.as_deref());
        titled(name, school.as_str())
    };
    let mut out = heading(InsightPhrase::WhereNext, document, told.as_of, voice);
    let _ = writeln!(out, "\n{}", capital(say(InsightPhrase::SchoolsInNetwork)));
    for one in told.schools.iter() {
        let there = one.students.iter().map(|of_year| {
            format!("{} {}: {}", say(InsightPhrase::StudyYear), of_year.study_year.get(), of_year.students.0)
        });
        let _ = write!(out, "  {} · {}: ", name(&one.school), say(InsightPhrase::PlacesLeft));
        let _ = match (one.left, one.places) {
            (Some(left), Some(places)) => write!(out, "{} {} {}", left.0, say(InsightPhrase::OutOf), places.0),
            _ => write!(out, "{}", voice.name(Reason::NotRecorded)),
        };
        let _ = writeln!(out, " · {}: {}", say(InsightPhrase::Students), listed(&there.listed(), voice));
    }
    write_unread(&mut out, &told.unreadable, crate::documents::Partnership::RECORD, voice);
    for student in told.students.iter() {
        let who = format!("{} {}", voice.name(SubjectKind::Student), student.student.as_str());
        let _ = write!(out, "\n{}", capital(&who));
        if let Some(year) = student.study_year {
            let _ = write!(out, " · {} {}", say(InsightPhrase::StudyYear), year.get());
        }
        if student.assumed == Some(true) {
            let _ = write!(out, " ({})", say(InsightPhrase::Assumed));
        }
        if let Some(reason) = student.reason {
            let _ = write!(out, " · {}", voice.name(reason));
        }
        out.push('\n');
        for at in student.schools.iter() {
            let _ = write!(out, "  {} · {}", voice.name(at.access), name(&at.school));
            for why in at.reasons.iter() {
                let bands = why.bands.iter().map(|band| voice.name(band)).listed().join(", ");
                let bands = if bands.is_empty() { bands } else { format!(": {bands}") };
                let _ = write!(out, " · {}{bands} ({})", voice.name(why.reason), why.code);
            }
            out.push('\n');
        }
        write_unread(&mut out, &student.unreadable, crate::documents::Portfolio::RECORD, voice);
    }
    out
}
