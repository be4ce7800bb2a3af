//! A dossier: everything there is of a partnership in the size of the booklet's, made up so that its documents agree with one
//! another.
//!
//! A sample has the two partnerships that the booklet names, each in last school year and in this one, with 14 boards and 84 schools
//! together, and 430 students with a portfolio each, of all four study years. A larger dossier has more such samples. The curriculum
//! and the knowledge base are of all.

use chrono::NaiveDate;
use twentse_kubus::documents::{Kind, Period, PlacedStudent, PlacementKind, SchoolYear, StudyYear};

use super::calendar::is_lesson_day;
use super::network::{self, INSTITUTE, SCHOOLS, Side, people};
use super::portfolio::{self, Settled, id};
use super::random::Random;
use super::{
    Known, Planted, Sample, compared_faults, curriculum, curriculum_faults, faults, knowledge_base,
    knowledge_base_faults, partnership_faults, verdict,
};

/// The students of one partnership; the booklet's two have 430.
const STUDENTS: usize = 215;
/// Who was in study year 1 last year, and left.
const LEFT: usize = 12;

/// The stream of chance of what all samples share.
const OF_ALL: u64 = 1 << 34;
/// The streams of faults: first those of the other documents, then those of portfolios.
const OF_FAULTS: u64 = 1 << 35;
const FAULTS_OF_OTHERS: usize = 1 << 20;

/// The school years of the partnerships, by the years in which they begin.
const LAST_YEAR: u16 = 2022;
const THIS_YEAR: u16 = 2023;

/// A document of a dossier.
#[derive(Clone, Debug)]
pub struct Document {
    /// Which kind it is of.
    pub kind: Kind,
    /// What it is called: its id, of a partnership with the school year.
    pub name: String,
    /// The document, with what must be found in it.
    pub sample: Sample,
}

/// Everything there is of partnerships, made up from a seed.
#[derive(Clone, Copy, Debug)]
pub struct Dossier {
    seed: u64,
    samples: usize,
    has_faults: bool,
}

impl Dossier {
    /// A dossier of this many samples of 430 students each, without faults.
    pub const fn made(seed: u64, samples: usize) -> Self {
        Self { seed, samples, has_faults: false }
    }

    /// The same with known faults: in the curriculum, the knowledge base and each partnership, and in the portfolios of one in five
    /// students.
    #[must_use]
    pub const fn with_faults(self) -> Self {
        Self { has_faults: true, ..self }
    }

    /// The day on which all of it is as it is.
    ///
    /// # Panics
    /// Never: it is a day.
    pub fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 5, 22).unwrap()
    }

    /// The curriculum, the knowledge base and the partnerships: what the portfolios are held against.
    pub fn others(&self) -> impl Iterator<Item = Document> + use<> {
        let dossier = *self;
        let shared = [dossier.curriculum(), dossier.knowledge_base()];
        let sides = (0..2 * dossier.samples).map(Side);
        shared.into_iter().chain(sides.flat_map(move |side| dossier.partnerships(side)))
    }

    /// The portfolios, one after another.
    pub fn portfolios(&self) -> impl Iterator<Item = Document> + use<> {
        let dossier = *self;
        let sides = (0..2 * dossier.samples).map(Side);
        sides.flat_map(move |side| (0..STUDENTS).map(move |at| dossier.portfolio(side, at)))
    }

    /// Where chance comes from that plants the faults of a document, if it has any.
    fn faults_of(self, number: usize) -> Option<Random> {
        self.has_faults.then(|| Random::new(self.seed, OF_FAULTS + number as u64))
    }

    fn portfolio(self, side: Side, at: usize) -> Document {
        let mut made = portfolio_of(self.seed, side, at);
        let mut planted = Vec::new();
        let number = side.0 * STUDENTS + at;
        // One in five, in turn with each of the faults: so each is in every partnership.
        if let Some(mut random) = self.faults_of(FAULTS_OF_OTHERS + number).filter(|_| at.is_multiple_of(5)) {
            let (compared, grounds) = compared_faults::plant(&mut made, &mut random, at / 5);
            planted = compared;
            if random.percent(50) {
                let may = |code: &str, ground: &str| !grounds.contains(&ground) && !COMPARED_TOO.contains(&code);
                planted.extend(faults::plant(&mut made, &mut random, may));
            }
        }
        let id = made.portfolio.student.id.to_string();
        document(Kind::Portfolio, id.clone(), id, &made.portfolio, planted)
    }

    fn curriculum(self) -> Document {
        let mut made = curriculum::of_institute(&mut Random::new(self.seed, OF_ALL), INSTITUTE);
        let planted =
            self.faults_of(0).map(|mut random| curriculum_faults::plant(&mut made, &mut random, of_no_portfolio));
        let id = made.curriculum.id.to_string();
        document(Kind::Curriculum, id.clone(), id, &made.curriculum, planted.unwrap_or_default())
    }

    fn knowledge_base(self) -> Document {
        let random = &mut Random::new(self.seed, OF_ALL + 1);
        let experts = (0..2).flat_map(|side| Side(side).experts()).collect();
        let before = school_year(LAST_YEAR).first_day();
        let mut made = knowledge_base::reviewed_before(random, "syn-kubus", before, experts);
        made.as_of = Self::day();
        let planted =
            self.faults_of(1).map(|mut random| knowledge_base_faults::plant(&mut made, &mut random, of_no_portfolio));
        let id = made.base.id.to_string();
        document(Kind::KnowledgeBase, id.clone(), id, &made.base, planted.unwrap_or_default())
    }

    /// A partnership in last school year and in this one: it has the students of the portfolios where those are, and last year those
    /// who have graduated or left since.
    fn partnerships(self, side: Side) -> impl Iterator<Item = Document> {
        let seed = self.seed;
        let [mut before, mut now] = [Vec::new(), Vec::new()];
        for at in 0..STUDENTS {
            for (school_year, placed) in places(&portfolio_of(seed, side, at)) {
                match school_year.first_year() {
                    LAST_YEAR => before.push(placed),
                    THIS_YEAR => now.push(placed),
                    _ => {}
                }
            }
        }
        before.extend((0..SCHOOLS + LEFT).map(|at| gone(seed, side, at)));
        let first = school_year(LAST_YEAR);
        [(LAST_YEAR, before), (THIS_YEAR, now)].into_iter().enumerate().map(move |(at, (year, students))| {
            let mut made = network::make(seed, side, school_year(year), first, students, Self::day());
            let random = self.faults_of(2 + 2 * side.0 + at);
            let planted = random.map(|mut random| partnership_faults::plant(&mut made, &mut random, of_no_portfolio));
            let made = made.partnership;
            let (id, name) = (made.id.to_string(), format!("{}-{}", made.id, made.school_year));
            document(Kind::Partnership, name, id, &made, planted.unwrap_or_default())
        })
    }
}

/// Whether a fault of this rule in another document changes nothing that is found in portfolios, and lets the document be read whole.
fn of_no_portfolio(code: &str) -> bool {
    let students_and_staff =
        ["TK-N103", "TK-N104", "TK-N203", "TK-N301", "TK-N302", "TK-N303", "TK-N304", "TK-N501", "TK-N503"];
    let passing = ["TK-C404", "TK-C406"];
    let needs = ["TK-K201", "TK-K203", "TK-K303", "TK-K304"];
    let exhibitions = ["TK-N409"];
    !code.starts_with("TK-R") && ![&students_and_staff[..], &passing, &needs, &exhibitions].concat().contains(&code)
}

/// Rules whose faults in a portfolio other documents see too, since they change where the student is and with whom, who assesses and
/// which assignments there are; of which the first run of a study year is as good; and those that leave a part unread.
const COMPARED_TOO: &[&str] = &[
    "TK-P101", "TK-P103", "TK-P108", "TK-P112", "TK-P113", "TK-P502", "TK-P503", "TK-P508", "TK-P513", "TK-R011",
    "TK-R012", "TK-R013",
];

fn document(kind: Kind, name: String, id: String, made: &impl serde::Serialize, mut planted: Vec<Planted>) -> Document {
    planted.sort();
    let as_of = Dossier::day().to_string();
    let known = Known { document: id, as_of, verdict: verdict(&planted), planted };
    Document { kind, name, sample: Sample { json: serde_json::to_string(made).unwrap(), known } }
}

fn school_year(first: u16) -> SchoolYear {
    SchoolYear::beginning(first).unwrap()
}

/// The portfolio of one of the students of a partnership.
///
/// Students are dealt out in rounds, one at each school. Those of the first four rounds are of study years 1 to 4 and are never
/// late, so that each school has students of several study years, this year and the last; others are of any. Each round goes round
/// the schools in its own steps, which share no divisor with their number: no student is at a school twice.
fn portfolio_of(seed: u64, side: Side, at: usize) -> portfolio::Made {
    let (round, first) = (at / SCHOOLS, at % SCHOOLS);
    let step = [1, 5, 11, 13, 17, 19].get(round).copied().unwrap();
    let settled = Settled {
        institute: INSTITUTE,
        partnership: &side.id(),
        study_year: if round < 4 { round + 1 } else { at % 4 + 1 },
        may_be_late: round >= 4,
        school: &|year| side.school(first + step * (year - 2000)),
        people: &people,
    };
    let number = side.0 * STUDENTS + at;
    let random = &mut Random::new(seed, number as u64);
    portfolio::make_settled(random, &format!("syn-st-{seed}-{number:05}"), Dossier::day(), &settled)
}

/// Where a student is placed, by school year. Abroad is at no school of the partnership.
fn places(made: &portfolio::Made) -> Vec<(SchoolYear, PlacedStudent<'static>)> {
    let student = &made.portfolio.student;
    let of = |placement: &twentse_kubus::documents::Placement<'static>| {
        let mut placed = PlacedStudent::new(student.id.clone(), placement.study_year?);
        placed.school = placement.school.clone().filter(|_| placement.kind != Some(PlacementKind::Abroad));
        placed.period.clone_from(&placement.period);
        Some((placement.school_year?, placed))
    };
    made.portfolio.placements.iter().filter_map(of).collect()
}

/// Somebody who was there last year: one of study year 4 at each school, who has graduated, and some of study year 1.
fn gone(seed: u64, side: Side, at: usize) -> PlacedStudent<'static> {
    let number = side.0 * (SCHOOLS + LEFT) + at;
    let study_year = StudyYear::new(if at < SCHOOLS { 4 } else { 1 }).unwrap();
    let mut placed = PlacedStudent::new(id!(StudentId, "syn-st-{seed}-weg-{number:04}"), study_year);
    placed.school = Some(id!(SchoolId, "syn-school-{:02}", side.school(at)));
    let september = NaiveDate::from_ymd_opt(i32::from(LAST_YEAR), 9, 8).unwrap();
    let from = september.iter_days().find(|day| is_lesson_day(*day)).unwrap();
    let spring = NaiveDate::from_ymd_opt(i32::from(THIS_YEAR), 3, 31).unwrap();
    let summer = NaiveDate::from_ymd_opt(i32::from(THIS_YEAR), 7, 20).unwrap();
    placed.period = Some(Period::between(from, if at < SCHOOLS { summer } else { spring }));
    placed
}
