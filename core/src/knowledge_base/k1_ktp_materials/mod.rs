//! KTP's: knowledge clips with a test and practice examples (kennisclip, toetsing en praktijkvoorbeelden).

mod k101_ktp_element_missing;
mod k102_clip_uncoupled;
mod k103_clip_without_expert;

crate::judging::rules! {
    KnowledgeBases:
    k101_ktp_element_missing
    k102_clip_uncoupled
    k103_clip_without_expert
}
