//! Research in the network (onderzoek).

mod n501_research_agenda_missing;
mod n502_research_topic_without_policy;
mod n503_research_experts_missing;

crate::judging::rules! {
    Partnerships:
    n501_research_agenda_missing
    n502_research_topic_without_policy
    n503_research_experts_missing
}
