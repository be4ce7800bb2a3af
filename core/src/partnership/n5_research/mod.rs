//! Research in the network (onderzoek).

mod n501_research_agenda_missing;

crate::judging::rules! {
    Partnerships:
    n501_research_agenda_missing
}
