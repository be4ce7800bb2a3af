//! Next year: where each student can go, and what a proposal of placements brings about.
//!
//! Both write placements into the documents and run the rules themselves, so that no rule is written twice. What a placement
//! brings about at one school does not depend on another school: the rules run for all schools with the same
//! groups at a time, and for one more student at all schools at a time.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::Validator;
use crate::catalogue::{Others, Ruled};
use crate::documents::{
    DocumentRef, Partnership, Partnerships, PlacedStudent, Placement, PlacementKind, Portfolio, Portfolios, School,
    Setting, YearEntry,
};
use crate::error::Error;
use crate::finding::{Fact, Finding, Path, SubjectKind, Voice};
use crate::frameworks::{AgeBand, Role};
use crate::grammar::{Closed as _, Sections, Steps, Wire as _, sections};
use crate::insight::{
    Access, Brought, PlacementReason, Proposal, ProposalCheck, ProposedPlacement, ReasonAtSchool, SchoolForStudent,
    SchoolPlaces, StudentNext, StudentsOfYear, UnreadPortfolio, WhereNext, named, proposal_check_text, where_next_text,
};
use crate::insight::{Count, Thing};
use crate::judging::{Before, Judged as _, MOST_KEPT, Moment, Rule, Shelf, judge};
use crate::partnership::is_in_network;
use crate::portfolio::PortfolioCase;
use crate::provenance::sha256;
use crate::reading::Positions;
use crate::sort::{Listed as _, Texts, sorted};
use crate::values::{Group, PlacementId, SchoolId, SchoolYear, Set, StudentId, StudyYear};

/// The rules of the portfolio that a placement may be about.
const PLACEMENT: [&str; 5] = ["TK-P101", "TK-P102", "TK-P113", "TK-P205", "TK-X201"];
/// Those to which some of them give way.
const PLACEMENT_LEADERS: [&str; 2] = ["TK-P103", "TK-P202"];
/// The rules of the partnership that a placement may be about.
const NETWORK: [&str; 3] = ["TK-N302", "TK-N303", "TK-N304"];
/// What closes a school besides; TK-N302 gives way to the first.
const TRAINERS: [&str; 2] = ["TK-N103", "TK-N104"];

/// The rules of a kind with these codes.
fn rules<K: Ruled>(codes: &[&[&str]]) -> Vec<&'static Rule<K>> {
    let alone = K::RULES.iter().copied().flatten().copied();
    let waiting = K::WAITING.iter().copied().flatten().filter_map(|(.., rule)| *rule);
    alone.chain(waiting).filter(|rule| codes.iter().any(|codes| codes.contains(&rule.meta.code))).listed()
}

/// What is read of a document for this: the sections that the rules read, and what was lost.
struct Read<D> {
    document: D,
    lost: Sections,
    unreadable: Vec<Cow<'static, str>>,
}

/// The partnership of the school year, and the day on which the rules are checked.
struct Plan<'p, 'd> {
    partnership: &'p Read<Partnership<'d>>,
    school_year: SchoolYear,
    as_of: NaiveDate,
}

/// A portfolio with the school year begun.
struct Begun<'a> {
    read: Read<Portfolio<'a>>,
    study_year: StudyYear,
    assumed: bool,
}

/// 1 October of a school year.
fn october(school_year: SchoolYear) -> NaiveDate {
    NaiveDate::from_ymd_opt(school_year.first_year().into(), 10, 1).unwrap_or(school_year.first_day())
}

fn is_of(school_year: SchoolYear, day: NaiveDate) -> bool {
    school_year.first_day() <= day && day <= school_year.last_day()
}

/// The first day on which everything planned has begun, at the earliest 1 October: until then a rule does not look at it, and
/// from then on each school has had its fullest day.
fn day_of_all(partnership: &Partnership<'_>, proposed: impl Iterator<Item = NaiveDate>) -> NaiveDate {
    let school_year = partnership.school_year;
    let listed = partnership.students.iter().filter_map(|placed| placed.period.as_ref().map(|period| period.from));
    let begun = listed.chain(proposed).filter(|day| is_of(school_year, *day));
    begun.fold(october(school_year), NaiveDate::max)
}

/// What the rules read of a partnership.
fn network_of<'a>(partnership: &Partnership<'a>) -> Partnership<'a> {
    Partnership {
        schools: partnership.schools.clone(),
        persons: partnership.persons.clone(),
        students: partnership.students.clone(),
        ..Partnership::new(partnership.id.clone(), partnership.school_year)
    }
}

/// What the rules read of a portfolio.
fn placements_of<'a>(portfolio: &Portfolio<'a>) -> Portfolio<'a> {
    Portfolio {
        exemptions: portfolio.exemptions.clone(),
        specialisation: portfolio.specialisation.clone(),
        placements: portfolio.placements.clone(),
        decisions: portfolio.decisions.clone(),
        ..Portfolio::new(portfolio.student.clone())
    }
}

/// The school year begun: where the student has study years, one more.
fn begin(portfolio: &mut Portfolio<'_>, school_year: SchoolYear, study_year: StudyYear) {
    let years = &mut portfolio.student.years;
    if !years.is_empty() && !years.iter().any(|entry| entry.school_year == school_year) {
        years.push(YearEntry::new(school_year, study_year));
    }
}

/// The groups of a school: all, where none are recorded.
fn groups_of(school: &School<'_>) -> Set<Group> {
    if school.groups.is_empty() { (1..=8).filter_map(Group::new).collect() } else { school.groups }
}

/// Ids that no placement of a portfolio has.
fn free_ids(portfolio: &Portfolio<'_>) -> impl Iterator<Item = PlacementId<'static>> {
    let taken = sorted(portfolio.placements.iter().map(|one| one.id.as_str().to_owned()).listed(), Ord::cmp);
    let ids = (0_u32..).filter_map(|number| PlacementId::new(format!("proposed-{number}")).ok());
    ids.filter(move |id| taken.binary_search_by(|known| known.as_str().cmp(id.as_str())).is_err())
}

/// The placement of a student at a school for a school year.
fn placement(
    id: PlacementId<'static>,
    school_year: SchoolYear,
    study_year: StudyYear,
    school: &SchoolId<'_>,
    known: Option<&School<'_>>,
    groups: Set<Group>,
) -> Placement<'static> {
    let is_special = known.and_then(|school| school.setting) == Some(Setting::SpecialEducation);
    Placement {
        school_year: Some(school_year),
        study_year: Some(study_year),
        school: Some(school.clone().into_owned()),
        setting: is_special.then_some(Setting::SpecialEducation),
        groups: if groups.is_empty() { known.map(groups_of).unwrap_or_default() } else { groups },
        ..Placement::new(id)
    }
}

/// The placements at a training school that a portfolio has in a school year, with their positions.
fn standing<'p, 'a>(
    case: &'p PortfolioCase<'a>,
    portfolio: &'p Portfolio<'a>,
    school_year: SchoolYear,
) -> impl Iterator<Item = (&'p Placement<'a>, &'p SchoolId<'a>)> {
    let at_school = portfolio.placements.iter().filter(|one| one.kind != Some(PlacementKind::Abroad));
    let of_year = at_school.filter(move |one| case.school_year_of(one) == Some(school_year));
    of_year.filter_map(|one| Some((one, one.school.as_ref()?)))
}

/// Those of some findings that are not among others; both are in the order of a report.
fn brought(with: Vec<Finding>, without: &[Finding]) -> Vec<Finding> {
    let is_new = |finding: &Finding| {
        let from = without.partition_point(|other| other.order(finding).is_lt());
        let same = without.iter().skip(from).take_while(|other| other.order(finding).is_eq());
        !same.into_iter().any(|other| other == finding)
    };
    with.into_iter().filter(is_new).listed()
}

/// What a school makes of a student: for each school, by its position, whether each of these rules has a finding.
struct AtSchools(Vec<Vec<&'static str>>);

impl AtSchools {
    fn of(findings: &[Finding], schools: &Texts<'_>, number: usize) -> Self {
        let mut at = vec![Vec::new(); number];
        for finding in findings.iter().filter(|finding| finding.waiver.is_none()) {
            let school = finding.subject.id.as_deref().filter(|_| finding.subject.kind == SubjectKind::School);
            let school = school.and_then(|id| schools.find(id)).and_then(|school| at.get_mut(school));
            school.into_iter().for_each(|codes| codes.push(finding.rule.code));
        }
        Self(at)
    }

    fn has(&self, school: usize, code: &str) -> bool {
        self.0.get(school).is_some_and(|codes| codes.contains(&code))
    }
}

/// The schools that have the same groups, in special education or not.
struct Alike {
    groups: Set<Group>,
    is_special: bool,
    /// Their positions.
    schools: Vec<usize>,
}

/// The schools of a partnership in the network on 1 October, with their positions.
fn in_network<'p, 'd>(partnership: &'p Partnership<'d>) -> impl Iterator<Item = (usize, &'p School<'d>)> {
    let day = october(partnership.school_year);
    partnership.schools.iter().enumerate().filter(move |(_, school)| is_in_network(school, day, day))
}

/// What the schools make of one more student, found once for all students.
struct Schools<'p> {
    ids: Texts<'p>,
    alike: Vec<Alike>,
    /// Without another student.
    now: AtSchools,
    /// With another student of each study year.
    with: Vec<AtSchools>,
    /// Who is listed at which school, in order.
    listed: Vec<(&'p str, usize)>,
}

/// What the rules say of the placements of one student, by the code of the rule.
struct OfStudent {
    /// The schools at which it says it, by code and position, in order.
    at_schools: Vec<(&'static str, usize)>,
    /// The schools at which the student already is in the school year, in order.
    already: Vec<usize>,
    /// The age bands that are still missing without another placement.
    missing: Set<AgeBand>,
}

impl Validator {
    /// Where each student can go in a school year: every school of the partnership, open or closed to the student and why, by the
    /// rules on placements and on schools; and what places each school has left. The portfolios are those of the students, the
    /// partnership is that of the school year: in spring the plan for it.
    ///
    /// ```
    /// use twentse_kubus::Validator;
    /// use twentse_kubus::insight::{Access, PlacementReason};
    ///
    /// let partnership = br#"{"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025",
    ///     "schools": [{"id": "school-1", "places": 2}], "persons": [{"id": "p", "roles": [
    ///         {"role": "school-trainer", "schools": ["school-1"]}, {"role": "institute-trainer", "schools": ["school-1"]}]}]}"#;
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1",
    ///     "student": {"id": "s", "years": [{"schoolYear": "2023-2024", "studyYear": 1}]},
    ///     "placements": [{"id": "pl-1", "schoolYear": "2023-2024", "studyYear": 1, "school": "school-1"}]}"#;
    /// let next = Validator::default().where_next([portfolio], partnership, "2024-2025".parse()?)?;
    /// let at_school = &next.students[0].schools[0];
    /// assert_eq!((at_school.access, at_school.reasons[0].reason), (Access::Closed, PlacementReason::SameSchool));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of one of them can be judged; `invalid-school-year` when the partnership is of another
    /// one; `invalid-documents` when two portfolios are of the same student.
    pub fn where_next<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        partnership: &[u8],
        school_year: SchoolYear,
    ) -> Result<WhereNext<'static>, Error> {
        self.next(portfolios, partnership, school_year).map(|(_, told)| told)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `unreadable-document`, `invalid-school-year`, `invalid-documents`.
    #[cfg(feature = "messages")]
    pub fn where_next_text<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        partnership: &[u8],
        school_year: SchoolYear,
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.where_next_in(portfolios, partnership, school_year, Voice::of(lang))
    }

    pub(crate) fn where_next_in<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        partnership: &[u8],
        school_year: SchoolYear,
        voice: Voice<'_>,
    ) -> Result<String, Error> {
        let (document, told) = self.next(portfolios, partnership, school_year)?;
        Ok(where_next_text(&told, &document, voice))
    }

    /// What a proposal of placements brings about: the findings of TK-P101, TK-P102, TK-P113, TK-P205, TK-X201, TK-N302, TK-N303
    /// and TK-N304 that are there with it in the portfolios and in the partnership, and not without it.
    ///
    /// ```
    /// use twentse_kubus::Validator;
    ///
    /// let partnership = br#"{"format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025",
    ///     "schools": [{"id": "school-1", "places": 0}]}"#;
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1",
    ///     "student": {"id": "s", "years": [{"schoolYear": "2023-2024", "studyYear": 1}]}}"#;
    /// let proposal = br#"{"format": "twentse-kubus/proposal@1", "schoolYear": "2024-2025",
    ///     "placements": [{"student": "s", "school": "school-1"}]}"#;
    /// let check = Validator::default().check_proposal([portfolio], partnership, proposal)?;
    /// assert_eq!(check.findings[0].code, "TK-N304");
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of a document can be judged; `invalid-proposal` when it is no proposal, or has a student
    /// twice, a student without portfolio or without study year, or a period outside the school year; `invalid-school-year` when
    /// the partnership is of another one; `invalid-documents` when two portfolios are of the same student.
    pub fn check_proposal<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        partnership: &[u8],
        proposal: &[u8],
    ) -> Result<ProposalCheck<'static>, Error> {
        self.checked(portfolios, partnership, proposal, |_, told, _, _| told)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `unreadable-document`, `invalid-proposal`, `invalid-school-year`, `invalid-documents`.
    #[cfg(feature = "messages")]
    pub fn check_proposal_text<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        partnership: &[u8],
        proposal: &[u8],
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.check_proposal_in(portfolios, partnership, proposal, Voice::of(lang))
    }

    pub(crate) fn check_proposal_in<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        partnership: &[u8],
        proposal: &[u8],
        voice: Voice<'_>,
    ) -> Result<String, Error> {
        self.checked(portfolios, partnership, proposal, |document, told, brought, network| {
            proposal_check_text(&told, brought, &named(network), document, voice)
        })
    }

    /// What is left of a document, with what could not be read.
    fn left_of<K: Ruled, T>(
        &self,
        document: &[u8],
        as_of: NaiveDate,
        then: impl FnOnce(&K::Document<'_>, Sections, Vec<Cow<'static, str>>) -> T,
    ) -> Result<T, Error> {
        let paths = |parts: &[Steps]| {
            let parts = parts.iter().take(MOST_KEPT);
            parts.map(|part| Cow::Owned(Path::new(K::RECORD, *part).to_string())).listed()
        };
        self.with_what_is_left::<K, _>(document, as_of, |document, left_out| {
            then(document, left_out.lost, paths(&left_out.parts))
        })
    }

    /// The findings of some rules about a document.
    fn findings_of<K: Ruled>(
        &self,
        rules: &[&'static Rule<K>],
        document: &K::Document<'_>,
        lost: Sections,
        others: Option<&K::Others>,
        as_of: NaiveDate,
    ) -> Vec<Finding> {
        let moment = Moment::on(as_of);
        let mut tray = self.tray::<K>(moment);
        tray.begin(DocumentRef::of(Some(document)), Positions::default(), |_| true);
        let before = Before { document: Some(document), lost, others };
        judge::<K>(&before, &[rules], &[], moment, &self.rulebook, &mut tray);
        tray.close().findings
    }

    /// Goes through the portfolios, of each student one.
    fn each_portfolio<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        as_of: NaiveDate,
        mut then: impl FnMut(Read<&Portfolio<'_>>),
    ) -> Result<(), Error> {
        let mut students = Vec::new();
        for portfolio in portfolios {
            let student = self.left_of::<Portfolios, _>(portfolio.as_ref(), as_of, |document, lost, unreadable| {
                then(Read { document, lost, unreadable });
                document.student.id.as_str().to_owned()
            })?;
            students.push(student);
        }
        let known = Texts::of(students.iter().map(String::as_str));
        let same = |(at, student): (usize, &String)| {
            let first = known.find(student).filter(|first| *first != at)?;
            Some(format!("portfolios[{at}]: it is of the same student as portfolios[{first}]"))
        };
        let faults = students.iter().enumerate().filter_map(same).listed();
        if faults.is_empty() { Ok(()) } else { Err(Error::InvalidDocuments(faults)) }
    }

    /// A portfolio with the school year begun, or why it has no study year then.
    fn begun<'a>(
        &self,
        portfolio: Read<&Portfolio<'a>>,
        plan: &Plan<'_, '_>,
    ) -> Result<Begun<'a>, (crate::insight::WithoutStudyYear, Vec<Cow<'static, str>>)> {
        let Read { document, lost, unreadable } = portfolio;
        let mut document = placements_of(document);
        let case = PortfolioCase::new(&document, Moment::on(plan.as_of), &self.rulebook, None);
        let next = case.study_year_in(plan.school_year);
        drop(case);
        match next {
            Ok((study_year, assumed)) => {
                begin(&mut document, plan.school_year, study_year);
                Ok(Begun { read: Read { document, lost, unreadable }, study_year, assumed })
            }
            Err(reason) => Err((reason, unreadable)),
        }
    }

    fn next<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        partnership: &[u8],
        school_year: SchoolYear,
    ) -> Result<(DocumentRef, WhereNext<'static>), Error> {
        self.left_of::<Partnerships, _>(partnership, october(school_year), |document, lost, unreadable| {
            if document.school_year != school_year {
                return Err(Error::InvalidSchoolYear);
            }
            let network = Read { document: network_of(document), lost, unreadable };
            let as_of = day_of_all(&network.document, std::iter::empty());
            let plan = Plan { partnership: &network, school_year, as_of };
            let schools = self.schools(&plan);
            let mut students = Vec::new();
            self.each_portfolio(portfolios, as_of, |portfolio| {
                let student = portfolio.document.student.id.clone().into_owned();
                students.push(match self.begun(portfolio, &plan) {
                    Ok(begun) => self.student_next(student, begun, &plan, &schools),
                    Err((reason, unreadable)) => {
                        let unread = StudentNext { unreadable, ..StudentNext::new(student, Vec::new()) };
                        StudentNext { reason: Some(reason), ..unread }
                    }
                });
            })?;
            let reference = DocumentRef::of(Some(document));
            let about = Thing::from(&reference);
            let places = self.places(&plan);
            let told = WhereNext::new(about, school_year, as_of, places, students);
            Ok((reference, WhereNext { unreadable: network.unreadable.clone(), ..told }))
        })?
    }

    /// The places of the schools.
    fn places(&self, plan: &Plan<'_, '_>) -> Vec<SchoolPlaces<'static>> {
        let network = &plan.partnership.document;
        let case = Partnerships::case(network, Moment::on(plan.as_of), &self.rulebook, None);
        let places = in_network(network).map(|(at, school)| {
            let stays = case.stays_at(at).listed();
            let of_year = (1..=4).filter_map(StudyYear::new).filter_map(|year| {
                let there = stays.iter().filter(|stay| stay.placed.study_year == year);
                let number = Texts::of(there.map(|stay| stay.placed.student.as_str())).len();
                (number > 0).then(|| StudentsOfYear::new(year, Count::of(number)))
            });
            let most = case.fullest_day(at).map_or(0, |(_, most)| most);
            let places = school.places.map(|places| usize::from(places.get()));
            SchoolPlaces {
                name: school.name.as_ref().map(|name| Cow::Owned(name.to_string())),
                places: places.map(Count::of),
                left: places.map(|places| Count::of(places.saturating_sub(most))),
                ..SchoolPlaces::new(school.id.clone().into_owned(), of_year.listed())
            }
        });
        places.listed()
    }

    /// What the schools make of one more student.
    fn schools<'p>(&self, plan: &Plan<'p, '_>) -> Schools<'p> {
        let Read { document: network, lost, .. } = plan.partnership;
        let ids = Texts::of(network.schools.iter().map(|school| school.id.as_str()));
        let rules = rules::<Partnerships>(&[&TRAINERS, &NETWORK]);
        let ask = |network: &Partnership<'_>| {
            let findings = self.findings_of(&rules, network, *lost, None, plan.as_of);
            AtSchools::of(&findings, &ids, network.schools.len())
        };
        // A student whom the partnership does not list.
        let taken = Texts::of(network.students.iter().map(|placed| placed.student.as_str()));
        let mut strangers = (0_u32..).filter_map(|number| StudentId::new(format!("proposed-{number}")).ok());
        let stranger = strangers.find(|id| taken.find(id.as_str()).is_none());
        let with = (1..=4).filter_map(StudyYear::new).map(|year| {
            let mut more = network.clone();
            let placed = |school: &School<'_>| {
                let school = Some(school.id.clone().into_owned());
                Some(PlacedStudent { school, ..PlacedStudent::new(stranger.clone()?, year) })
            };
            more.students.extend(network.schools.iter().filter_map(placed));
            ask(&more)
        });
        let with = with.listed();
        let mut alike: Vec<Alike> = Vec::new();
        for (at, school) in in_network(network) {
            let key = (groups_of(school), school.setting == Some(Setting::SpecialEducation));
            match alike.iter_mut().find(|one| (one.groups, one.is_special) == key) {
                Some(same) => same.schools.push(at),
                None => alike.push(Alike { groups: key.0, is_special: key.1, schools: vec![at] }),
            }
        }
        let listed = network.students.iter();
        let listed =
            listed.filter_map(|placed| Some((placed.student.as_str(), ids.find(placed.school.as_ref()?.as_str())?)));
        Schools { now: ask(network), with, alike, listed: sorted(listed.listed(), Ord::cmp), ids }
    }

    /// Where one student can go.
    fn student_next(
        &self,
        student: StudentId<'static>,
        begun: Begun<'_>,
        plan: &Plan<'_, '_>,
        schools: &Schools<'_>,
    ) -> StudentNext<'static> {
        let own = self.of_student(&begun, plan, schools);
        let with_more = schools.with.get(usize::from(begun.study_year.get()).saturating_sub(1));
        let case = PortfolioCase::new(&begun.read.document, Moment::on(plan.as_of), &self.rulebook, None);
        let at_schools = in_network(&plan.partnership.document).map(|(at, school)| {
            let is_listed = schools.listed.binary_search(&(student.as_str(), at)).is_ok();
            let there = if is_listed { Some(&schools.now) } else { with_more };
            let of_school = |code: &str| there.is_some_and(|there| there.has(at, code));
            let of_student = |code: &str| own.at_schools.binary_search_by(|(a, b)| (*a, *b).cmp(&(code, at))).is_ok();
            let bands = placement(
                PlacementId::BLANK.into_owned(),
                plan.school_year,
                begun.study_year,
                &school.id,
                Some(school),
                Set::default(),
            );
            let bands = case.bands_of(&bands).iter().filter(|band| own.missing.contains(*band));
            let is_already = own.already.binary_search(&at).is_ok();
            let bands: Set<AgeBand> = bands.filter(|_| !is_already).collect();
            let reasons = PlacementReason::ALL.iter().copied().filter(|reason| match reason {
                PlacementReason::MeetsBand => !bands.is_empty(),
                PlacementReason::MeetsNoMissingBand => bands.is_empty() && !own.missing.is_empty(),
                PlacementReason::SameSchool
                | PlacementReason::EarlierSchool
                | PlacementReason::OutsideSpecialisation => of_student(reason.code()),
                PlacementReason::NoPlace
                | PlacementReason::NoSchoolTrainer
                | PlacementReason::NoInstituteTrainer
                | PlacementReason::OnlyStudyYear => of_school(reason.code()),
            });
            let reasons = reasons.map(|reason| {
                let told = ReasonAtSchool::new(reason, reason.code());
                if reason == PlacementReason::MeetsBand { ReasonAtSchool { bands, ..told } } else { told }
            });
            let reasons = reasons.listed();
            let is_closed = reasons.iter().any(|one| one.reason.closes());
            let access = if is_closed { Access::Closed } else { Access::Open };
            SchoolForStudent::new(school.id.clone().into_owned(), access, reasons)
        });
        let at_schools = at_schools.listed();
        drop(case);
        StudentNext {
            study_year: Some(begun.study_year),
            assumed: begun.assumed.then_some(true),
            unreadable: begun.read.unreadable,
            ..StudentNext::new(student, at_schools)
        }
    }

    /// What the rules say of the placements of one student: they run once without another placement, and once for the
    /// schools that have the same groups.
    fn of_student(&self, begun: &Begun<'_>, plan: &Plan<'_, '_>, schools: &Schools<'_>) -> OfStudent {
        let Read { document, lost, .. } = &begun.read;
        let network = &plan.partnership.document;
        let rules = rules::<Portfolios>(&[&PLACEMENT, &PLACEMENT_LEADERS]);
        let ask = |document: &Portfolio<'_>| {
            let findings = self.findings_of(&rules, document, *lost, None, plan.as_of).into_iter();
            findings.filter(|finding| finding.waiver.is_none()).listed()
        };
        let mut own = OfStudent { at_schools: Vec::new(), already: Vec::new(), missing: Set::default() };
        let mut tell = |findings: &[Finding], placed: &[(String, usize)]| {
            let ids = Texts::of(placed.iter().map(|(id, _)| id.as_str()));
            for finding in findings {
                let (code, id) = (finding.rule.code, finding.subject.id.as_deref());
                if finding.subject.kind == SubjectKind::Placement {
                    let school = id.and_then(|id| ids.find(id)).and_then(|at| placed.get(at));
                    own.at_schools.extend(school.map(|(_, school)| (code, *school)));
                }
                if finding.subject.kind == SubjectKind::StudyYear && id == Some(begun.study_year.as_str()) {
                    own.at_schools.extend(placed.iter().map(|(_, school)| (code, *school)));
                }
            }
        };
        let now = ask(document);
        let case = PortfolioCase::new(document, Moment::on(plan.as_of), &self.rulebook, None);
        let here = standing(&case, document, plan.school_year);
        let here =
            here.filter_map(|(one, school)| Some((one.id.as_str().to_owned(), schools.ids.find(school.as_str())?)));
        let here = here.listed();
        tell(&now, &here);
        let mut already = sorted(here.iter().map(|(_, school)| *school).listed(), Ord::cmp);
        already.dedup();
        for alike in &schools.alike {
            let mut with = document.clone();
            let mut placed = Vec::new();
            let others = alike.schools.iter().filter(|at| already.binary_search(at).is_err());
            for (at, id) in others.zip(free_ids(document)) {
                let Some(school) = network.schools.get(*at) else { continue };
                placed.push((id.as_str().to_owned(), *at));
                let year = (plan.school_year, begun.study_year);
                with.placements.push(placement(id, year.0, year.1, &school.id, Some(school), Set::default()));
            }
            if !placed.is_empty() {
                tell(&ask(&with), &placed);
            }
        }
        let band = |finding: &Finding| match finding.facts.get("band") {
            Some(Fact::Word(word)) if finding.rule.code == PlacementReason::MeetsBand.code() => {
                AgeBand::from_key(word.key)
            }
            _ => None,
        };
        own.missing = now.iter().filter_map(band).collect();
        own.already = already;
        own.at_schools = sorted(own.at_schools, Ord::cmp);
        own
    }

    fn checked<D: AsRef<[u8]>, T>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        partnership: &[u8],
        proposal: &[u8],
        then: impl FnOnce(&DocumentRef, ProposalCheck<'static>, &[Brought], &Partnership<'_>) -> T,
    ) -> Result<T, Error> {
        let proposal = Proposal::of(proposal)?;
        let school_year = proposal.school_year;
        let sha256 = sha256(partnership);
        self.left_of::<Partnerships, _>(partnership, october(school_year), |document, lost, unreadable| {
            if document.school_year != school_year {
                return Err(Error::InvalidSchoolYear);
            }
            let network = Read { document: network_of(document), lost, unreadable };
            let network_ids = Texts::of(network.document.schools.iter().map(|school| school.id.as_str()));
            let students = Texts::of(proposal.placements.iter().map(|one| one.student.as_str()));
            let mut faults = faults_of(&proposal, &students);
            let begins = proposal.placements.iter().filter_map(|one| Some(one.period.as_ref()?.from));
            let as_of = day_of_all(&network.document, begins);
            let plan = Plan { partnership: &network, school_year, as_of };
            // Of schools that were lost nothing is known.
            let mut others = Others::default();
            if !lost.overlap(sections!(Partnership: schools)) {
                let mut only = Shelf::default();
                // The only one clashes with no other.
                let _ = only.add(network.document.clone(), sha256);
                others.networks = only.into();
            }
            // What each placement brings about, by its position, with the study year of the student.
            let mut of_placements: Vec<Option<(StudyYear, Vec<Finding>)>> = vec![None; proposal.placements.len()];
            let mut is_known = vec![false; proposal.placements.len()];
            let mut unread = Vec::new();
            self.each_portfolio(portfolios, as_of, |portfolio| {
                let Some(at) = students.find(portfolio.document.student.id.as_str()) else { return };
                let Some(one) = proposal.placements.get(at) else { return };
                is_known.get_mut(at).into_iter().for_each(|known| *known = true);
                let Ok(begun) = self.begun(portfolio, &plan) else {
                    let id = one.student.as_str();
                    faults.push(format!("/placements/{at}/student: {id} has no study year in that school year"));
                    return;
                };
                let parts = &begun.read.unreadable;
                let told = || UnreadPortfolio::new(one.student.clone().into_owned(), parts.clone());
                unread.extend((!parts.is_empty()).then(|| (at, told())));
                let known = network_ids.find(one.school.as_str()).and_then(|at| network.document.schools.get(at));
                let found = Some((begun.study_year, self.of_placement(&begun, one, known, &plan, &others)));
                of_placements.get_mut(at).into_iter().for_each(|of| of.clone_from(&found));
            })?;
            let unknown = proposal.placements.iter().enumerate().filter_map(|(at, one)| {
                let id = one.student.as_str();
                let is_unknown = students.find(id) == Some(at) && is_known.get(at) == Some(&false);
                is_unknown.then(|| format!("/placements/{at}/student: there is no portfolio of {id}"))
            });
            let unknown = unknown.listed();
            faults.extend(unknown);
            if !faults.is_empty() {
                return Err(Error::InvalidProposal(faults));
            }
            let of_network = self.of_network(&proposal, &of_placements, &plan, &network_ids);
            let mut brought = Vec::new();
            for (at, (one, of)) in proposal.placements.iter().zip(of_placements).enumerate() {
                let (student, school) = (one.student.clone().into_owned(), one.school.clone().into_owned());
                brought.extend(of.into_iter().flat_map(|(_, findings)| findings).map(|finding| Brought {
                    finding,
                    placement: Some(at),
                    student: Some(student.clone()),
                    school: Some(school.clone()),
                }));
            }
            brought.extend(of_network);
            let reference = DocumentRef::of(Some(document));
            let about = Thing::from(&reference);
            let shown = brought.iter().map(Brought::shown).listed();
            let told = ProposalCheck {
                unreadable: network.unreadable.clone(),
                portfolios: sorted(unread, |a, b| a.0.cmp(&b.0)).into_iter().map(|(_, told)| told).listed(),
                ..ProposalCheck::new(about, school_year, as_of, shown)
            };
            Ok(then(&reference, told, &brought, &network.document))
        })?
    }

    /// What a placement brings about in the portfolio. One that is there already is not written a second time.
    fn of_placement(
        &self,
        begun: &Begun<'_>,
        proposed: &ProposedPlacement<'_>,
        known: Option<&School<'_>>,
        plan: &Plan<'_, '_>,
        others: &Others,
    ) -> Vec<Finding> {
        let Read { document, lost, .. } = &begun.read;
        let case = PortfolioCase::new(document, Moment::on(plan.as_of), &self.rulebook, None);
        if standing(&case, document, plan.school_year).any(|(_, school)| school.as_str() == proposed.school.as_str()) {
            return Vec::new();
        }
        let rules = rules::<Portfolios>(&[&PLACEMENT, &PLACEMENT_LEADERS]);
        let ask = |document: &Portfolio<'_>| {
            let findings = self.findings_of(&rules, document, *lost, Some(others), plan.as_of).into_iter();
            findings.filter(|finding| PLACEMENT.contains(&finding.rule.code)).listed()
        };
        let mut with = document.clone();
        let year = (plan.school_year, begun.study_year);
        with.placements.extend(free_ids(document).next().map(|id| Placement {
            period: proposed.period.clone(),
            ..placement(id, year.0, year.1, &proposed.school, known, proposed.groups)
        }));
        brought(ask(&with), &ask(document))
    }

    /// What the placements bring about in the partnership, by school. A student who is listed at a school already is not listed there a
    /// second time, and a school that the partnership does not have is for TK-X201.
    fn of_network(
        &self,
        proposal: &Proposal<'_>,
        of_placements: &[Option<(StudyYear, Vec<Finding>)>],
        plan: &Plan<'_, '_>,
        schools: &Texts<'_>,
    ) -> Vec<Brought> {
        let Read { document: network, lost, .. } = plan.partnership;
        let rules = rules::<Partnerships>(&[&NETWORK, &TRAINERS]);
        let ask = |network: &Partnership<'_>| {
            let findings = self.findings_of(&rules, network, *lost, None, plan.as_of).into_iter();
            findings.filter(|finding| NETWORK.contains(&finding.rule.code)).listed()
        };
        let listed =
            network.students.iter().filter_map(|one| Some((one.student.as_str(), one.school.as_ref()?.as_str())));
        let listed = sorted(listed.listed(), Ord::cmp);
        let mut with = network.clone();
        let mut places = vec![false; network.schools.len()];
        for (one, of) in proposal.placements.iter().zip(of_placements) {
            let Some((study_year, _)) = of else { continue };
            let is_listed = listed.binary_search(&(one.student.as_str(), one.school.as_str())).is_ok();
            let Some(at) = schools.find(one.school.as_str()).filter(|_| !is_listed) else { continue };
            places.get_mut(at).into_iter().for_each(|places| *places = true);
            let school = Some(one.school.clone().into_owned());
            let student = PlacedStudent::new(one.student.clone().into_owned(), *study_year);
            with.students.push(PlacedStudent { school, period: one.period.clone(), ..student });
        }
        let persons = Texts::of(network.persons.iter().map(|person| person.id.as_str()));
        // The school that a finding is by: its own, or the first of a trainer's at which somebody is placed.
        let school_of = |finding: &Finding| {
            let id = finding.subject.id.as_deref()?;
            if finding.subject.kind == SubjectKind::School {
                return schools.find(id);
            }
            let person = network.persons.get(persons.find(id)?)?;
            let trains = person.roles.iter().filter(|held| held.role == Role::SchoolTrainer);
            let own = trains.flat_map(|held| &held.schools).filter_map(|school| schools.find(school.as_str()));
            own.filter(|at| places.get(*at) == Some(&true)).min()
        };
        let found = brought(ask(&with), &ask(network)).into_iter();
        let found = found.map(|finding| (school_of(&finding).unwrap_or(usize::MAX), finding)).listed();
        let found = sorted(found, |a, b| a.0.cmp(&b.0).then_with(|| a.1.rule.code.cmp(b.1.rule.code)));
        let shown = found.into_iter().map(|(at, finding)| {
            let school = network.schools.get(at).map(|school| school.id.clone().into_owned());
            Brought { finding, placement: None, student: None, school }
        });
        shown.listed()
    }
}

/// What is wrong with a proposal by itself: a student who is there twice, a period that is not of the school year.
fn faults_of(proposal: &Proposal<'_>, students: &Texts<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, one) in proposal.placements.iter().enumerate() {
        let id = one.student.as_str();
        if let Some(first) = students.find(id).filter(|first| *first != at) {
            faults.push(format!("/placements/{at}/student: {id} is there twice, first at /placements/{first}"));
        }
        let is_sound = one.period.as_ref().is_none_or(|period| {
            is_of(proposal.school_year, period.from) && period.until.is_none_or(|until| period.from <= until)
        });
        if !is_sound {
            faults.push(format!(
                "/placements/{at}/period: it must begin in the school year, and end no earlier than it begins"
            ));
        }
    }
    faults
}
