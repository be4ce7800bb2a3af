//! `TK-P301`: a design studio is led by somebody in a role that fits its location.

use crate::documents::StudioLocation;
use crate::frameworks::Role;
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-P301",
    name: "studio-led-by-unfit-role",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&INSTITUTE, &SCHOOL],
    facts: &[
        ("location", FactKind::word::<StudioLocation>()),
        ("fit", FactKind::words::<Role>()),
        ("roles", FactKind::words::<Role>()),
    ],
    may_lack: &["roles"],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ontwerpateliers, Passage::ProfessioneleKwaliteit]),
        Source::Own(Text {
            nl: "het katern noemt voor de hogeschool een studieloopbaanbegeleider of vakdocent; een docent of instituutsopleider past ook, want bijna alle docenten van de opleiding zijn instituutsopleider",
            en: "for the institute, the booklet mentions a study career coach or a subject lecturer; a lecturer or an institute trainer fits too, since nearly all lecturers of the programme are institute trainers",
        }),
    ]),
    texts: texts! {
        title: { nl: "ontwerpatelier zonder begeleider in een passende rol", en: "design studio without a leader in a suitable role" },
        asks: {
            nl: "Staat bij een ontwerpatelier wie het begeleidde, dan past de rol van minstens één begeleider bij de plek: op de hogeschool (`institute`: gewoonlijk studieloopbaanbegeleider, vakdocent, docent of instituutsopleider) of op de basisschool (`school`: gewoonlijk schoolopleider).",
            en: "Where it is recorded who led a design studio, the role of at least one leader suits its location: the institute (`institute`: normally study career coach, subject lecturer, lecturer or institute trainer) or the school (`school`: normally school trainer)."
        },
        why: {
            nl: "Op de hogeschool gaat het om de vertaling van theorie naar praktijk, op de basisschool om de theorie in de eigen school en groep; bij elk hoort een eigen begeleider.",
            en: "A studio at the institute translates theory into practice, one at the school ties theory to that school and class; each needs its own kind of leader."
        },
        fix: {
            nl: "Vraag de opleiders wie het ontwerpatelier begeleidde en verbeter de rol, of regel een passende begeleider voor het volgende ontwerpatelier.",
            nl_plain: "Vraag je opleiders wie het ontwerpatelier begeleidde, en vul in welke rol die persoon heeft.",
            en: "Find out from the trainers who led the studio and correct the role, or arrange a suitable leader for the next studio."
        },
        message: {
            nl: "bij {subject} staat geen begeleider met een passende rol; locatie: `{location}`; passend: `{fit}`[; vastgelegd: `{roles}`]",
            nl_plain: "vraag je opleiders wie {subject} op de `{location}` begeleidde, en vul de rol in; passend: `{fit}`[; nu staat er: `{roles}`]",
            en: "no leader of {subject} has a suitable role; location: `{location}`; suitable: `{fit}`[; recorded: `{roles}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: studios each), check };

/// Who leads a studio at the institute.
static INSTITUTE: Norm = Norm::set(
    "institute",
    Text { nl: "rollen die op de hogeschool passen", en: "roles that are suitable at the institute" },
    Unit::Words(Role::LIST),
    &[Role::InstituteTrainer as u8, Role::StudyCareerCoach as u8, Role::SubjectLecturer as u8, Role::Lecturer as u8],
);

/// Who leads a studio at the school.
static SCHOOL: Norm = Norm::set(
    "school",
    Text { nl: "rollen die op de basisschool passen", en: "roles that are suitable at the school" },
    Unit::Words(Role::LIST),
    &[Role::SchoolTrainer as u8],
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, studio) in case.studios() {
        let Some(location) = studio.location else { continue };
        let mut leaders = case.persons(&studio.led_by).peekable();
        if leaders.peek().is_none() {
            continue;
        }
        let norm = if location == StudioLocation::Institute { &INSTITUTE } else { &SCHOOL };
        let fit: Set<Role> = case.norm_set(norm, studio.date.unwrap_or(case.as_of()));
        let roles: Set<Role> = leaders.filter_map(|leader| leader.role).collect();
        findings.judge(About::the(SubjectKind::Studio, &studio.id), roles.overlaps(fit), Standing::DUE, || {
            let facts = facts! { location: location, fit: fit };
            let facts = facts.and("roles", Some(roles).filter(|roles| !roles.is_empty()));
            Shortfall::new(at!(Portfolio: studios[at].led_by), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
