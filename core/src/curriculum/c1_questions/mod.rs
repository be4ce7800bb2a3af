//! The questions that a curriculum answers, by the curricular spider web (curriculair spinnenweb).

mod c101_curricular_question_unanswered;
mod c102_spider_web_component_open;
mod c103_curriculum_without_rationale;

use super::case::open_components;
use super::prelude::*;
use crate::frameworks::WebComponent;
use crate::values::Set;

crate::judging::rules! {
    Curriculums:
    c101_curricular_question_unanswered
    c102_spider_web_component_open
    c103_curriculum_without_rationale
}

/// Judges of each element whether it says something of these components of the spider web.
fn judge_elements(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>, components: Set<WebComponent>) -> Reply {
    for (at, element) in case.curriculum().elements.iter().enumerate() {
        let open = open_components(element, components);
        findings.judge(About::the(SubjectKind::Element, &element.id), open.is_empty(), Standing::DUE, || {
            Shortfall::new(at!(Curriculum: elements[at]), facts! { element: &element.id, open: open })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
