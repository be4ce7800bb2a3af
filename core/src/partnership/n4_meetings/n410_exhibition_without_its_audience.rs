//! `TK-N410`: an exhibition is for all who are to see it.

use crate::documents::Exhibition;
use crate::frameworks::Audience;
use crate::grammar::Closed as _;
use crate::partnership::case::DayId;
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N410",
    name: "exhibition-without-its-audience",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&AUDIENCE],
    facts: in_build!(&[("missing", FactKind::words::<Audience>())]),
    may_lack: &[],
    gives_way_to: &[&super::n409_exhibition_missing::META],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "publiek van de tentoonstelling niet volledig", en: "audience of the exhibition incomplete" },
        asks: {
            nl: "Bij elke gehouden tentoonstelling staat het volledige publiek (`audience`).",
            en: "For every exhibition that was held, the whole audience is recorded (`audience`)."
        },
        why: {
            nl: "Volgens het katern presenteren studenten de opbrengsten aan lerarenopleiders, docenten, directeuren en tweedejaarsstudenten.",
            en: "According to the booklet, students present the results to teacher educators, lecturers, school leaders and second-year students."
        },
        fix: {
            nl: "Leg vast voor welk publiek de tentoonstelling was, of nodig het ontbrekende publiek uit voor de volgende.",
            nl_plain: "Vul in voor wie de tentoonstelling was, of vraag voor de volgende ook wie nog ontbreekt.",
            en: "Record for which audience the exhibition was, or invite the missing audience to the next one."
        },
        message: {
            nl: "bij het publiek van {subject} ontbreekt: `{missing}`",
            nl_plain: "vul het publiek van {subject} aan, of vraag voor de volgende tentoonstelling ook: `{missing}`",
            en: "missing from the audience of {subject}: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: exhibitions each), check };

static AUDIENCE: Norm = Norm::set(
    "audience",
    Text { nl: "publiek van de tentoonstelling", en: "audience of the exhibition" },
    Unit::Words(Audience::LIST),
    &[0, 1, 2, 3],
);

/// For whom an exhibition is not, and is to be.
pub(crate) fn missing_audience(case: &PartnershipCase<'_>, exhibition: &Exhibition) -> Set<Audience> {
    case.norm_set::<Audience>(&AUDIENCE).without(exhibition.audience)
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let partnership = case.partnership();
    for (at, exhibition) in partnership.exhibitions.iter().enumerate() {
        if !case.was_held(exhibition.date) {
            continue;
        }
        let missing = missing_audience(case, exhibition);
        let about = DayId::of(exhibition.date);
        findings.judge(About::the(SubjectKind::Exhibition, &about), missing.is_empty(), Standing::DUE, || {
            Shortfall::new(at!(Partnership: exhibitions[at].audience), facts! { missing: missing })
        });
    }
    // Without an exhibition it is TK-N409 that says so. One that was held is judged, also where another is missing.
    findings.gives_way(About::the(SubjectKind::Partnership, &partnership.id));
    findings.answer(Reason::NothingToJudge)
}
