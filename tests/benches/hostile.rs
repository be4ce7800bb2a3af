//! What hostile documents cost against a sound one of the same size, in time and in memory.
//!
//! Called by `cargo xtask bench hostile` as `hostile ITEMS [PART OF A NAME]`: every family is measured with this number of items and
//! with four times as many. Prints a row for each family and for each thing that is done with its documents, and flags what
//! is above the bound or does not grow with its size.

use std::alloc::System;
use std::hint::black_box;

use anyhow::{Context, Result};
use cpu_time::ThreadTime;
use peakmem_alloc::{INSTRUMENTED_SYSTEM, PeakMemAlloc, PeakMemAllocTrait as _};
use twentse_kubus::api::{Error, Report, Validator};
use twentse_kubus_conformance::hostile::{FAMILIES, Family, Input, sound};
use twentse_kubus_conformance::samples::fitting_curriculum;

#[global_allocator]
static MEMORY: &PeakMemAlloc<System> = &INSTRUMENTED_SYSTEM;

const DAY: &str = "2024-05-15";

/// At most this many times what a sound document costs per byte, or this much per item.
const TIMES: f64 = 10.0;
const NANOSECONDS: f64 = 1_000.0;
const BYTES: f64 = 100.0;

/// What an object may take besides that: the largest, a placement, is a struct of 400 bytes, in a list that may have grown a
/// third longer than it need be.
const OBJECT: f64 = 550.0;

/// What 10,000 kept findings may take besides that, in a report and while they are put in order: with the names of all members
/// a kilobyte and more each.
const KEPT: f64 = 15e6;

/// With four times the items at most this many times the cost: lists are sorted, and the larger ones fit no cache.
const GROWTH: f64 = 10.0;

/// What is below this cannot be distinguished from noise.
const LEAST_NANOSECONDS: f64 = 2e6;

/// What something took: nanoseconds, and bytes of memory at the most, besides what was there before.
#[derive(Clone, Copy, Default)]
struct Cost {
    time: f64,
    memory: f64,
}

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let Some(items) = args.first() else {
        println!("run by `cargo xtask bench hostile`");
        return Ok(());
    };
    let items: usize = items.parse().context("how many items")?;
    let part = args.get(1).map_or("", String::as_str);
    println!(
        "| family | what | MB | items | ms | ns/B | × sound | ns/item | MB memory | B/B | × sound | B/item | growth of time | of memory | |"
    );
    println!("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
    let mut sizes = Sound::default();
    let mut above = 0;
    for family in FAMILIES.iter().filter(|family| family.name.contains(part)) {
        let (small, large) = (measure(family, items)?, measure(family, 4 * items)?);
        for (was, is) in small.iter().zip(&large) {
            above += usize::from(row(family.name, was, is, sizes.of(is.bytes)?));
        }
    }
    println!(
        "\n{above} above the bound: {TIMES} × a sound document of the same size per byte, or {NANOSECONDS} ns and {BYTES} B an item, \
        beside {OBJECT} B an object and {KEPT} B for the findings that are kept"
    );
    Ok(())
}

/// What sound documents cost, by size.
#[derive(Default)]
struct Sound(Vec<(usize, usize, Cost)>);

impl Sound {
    /// The bytes and the cost of a sound document of about this size.
    fn of(&mut self, bytes: usize) -> Result<(usize, Cost)> {
        let size = bytes.next_power_of_two();
        if let Some((_, bytes, cost)) = self.0.iter().find(|(known, ..)| *known == size) {
            return Ok((*bytes, *cost));
        }
        let document = sound(size);
        let validator = Validator::new(None)?;
        let cost = cost(&mut || validator.validate(&document, DAY, None, None)).0;
        self.0.push((size, document.len(), cost));
        Ok((document.len(), cost))
    }
}

/// What is done with a document, and what that took.
struct Measured {
    what: &'static str,
    bytes: usize,
    /// How many items its lists and objects have together.
    items: usize,
    objects: usize,
    cost: Cost,
}

fn measure(family: &Family, items: usize) -> Result<Vec<Measured>> {
    let Input { document, overlay, .. } = (family.make)(items);
    let count = |sought: &[u8]| {
        let bytes = document.iter().chain(overlay.as_deref().unwrap_or_default().as_bytes());
        bytes.filter(|byte| sought.contains(byte)).count()
    };
    // Each list and each object begins with one, and each comma is followed by another.
    let (items, objects) = (count(b",[{"), count(b"{"));
    let of = |what, bytes: usize, cost| Measured { what, bytes, items, objects, cost };
    let mut measured = Vec::new();
    let overlay = overlay.as_deref();
    let mut validator = Validator::new(None)?;
    if let Some(overlay) = overlay {
        let (cost, built) = cost(&mut || Validator::new(Some(overlay.as_bytes())));
        measured.push(of("overlay", overlay.len(), cost));
        match built {
            Ok(built) => validator = built,
            Err(_) => return Ok(measured),
        }
    }
    let bytes = document.len() + overlay.map_or(0, str::len);
    let (took, report) = cost(&mut || validator.validate(&document, DAY, None, None));
    let report = report?;
    measured.push(of("validate", bytes, took));
    measured.push(of("places", bytes, cost(&mut || report.places(&document)).0));
    measured.push(of("render", bytes, cost(&mut || report.render("nl")).0));
    let (took, stored) = cost(&mut || report.to_json());
    measured.push(of("to_json", bytes, took));
    measured.push(of("from_json", bytes.max(stored.len()), cost(&mut || Report::from_json(&stored)).0));
    if let Some(portfolio) = in_a_cohort(&document) {
        let compared = Validator::with_documents(overlay.map(str::as_bytes), [fitting_curriculum()])?;
        let bytes = portfolio.len() + overlay.map_or(0, str::len);
        for (what, tell) in TELL {
            measured.push(of(what, bytes, cost(&mut || tell(&compared, &portfolio)).0));
        }
    }
    Ok(measured)
}

/// What is told of a portfolio besides its report.
type Tell = fn(&Validator, &[u8]) -> Result<String, Error>;

const TELL: [(&str, Tell); 5] = [
    ("trace", |validator, portfolio| validator.trace(portfolio, DAY, None, None)),
    ("hand_over", |validator, portfolio| validator.hand_over(portfolio, DAY, false)),
    ("coverage", |validator, portfolio| validator.coverage(portfolio, DAY)),
    ("assess", |validator, portfolio| validator.assess(portfolio, DAY, None)),
    ("card", |validator, portfolio| validator.card(portfolio, DAY, None)),
];

/// A portfolio of a student whom the made-up curriculum fits; none where the document is no portfolio of that student.
fn in_a_cohort(document: &[u8]) -> Option<Vec<u8>> {
    const STUDENT: &str = r#""student":{"id":"s""#;
    let text = std::str::from_utf8(document).ok().filter(|text| text.contains(STUDENT))?;
    let cohort = if text.contains("\"cohort\"") { "" } else { r#","cohort":"2019-2020""# };
    Some(text.replacen(STUDENT, &format!("{STUDENT}{cohort}"), 1).into_bytes())
}

/// The least time of several runs, and the memory of the first. The time is that of the thread: others may use the machine.
fn cost<T>(run: &mut dyn FnMut() -> T) -> (Cost, T) {
    MEMORY.reset_peak_memory();
    let start = ThreadTime::now();
    let mut done = black_box(run());
    #[expect(clippy::cast_precision_loss, reason = "a size to print")]
    let memory = MEMORY.get_peak_memory() as f64;
    let (mut time, mut all) = (start.elapsed(), start.elapsed());
    for _ in 0..8 {
        if all.as_millis() > 300 {
            break;
        }
        drop(done);
        let start = ThreadTime::now();
        done = black_box(run());
        time = time.min(start.elapsed());
        all += start.elapsed();
    }
    (Cost { time: time.as_secs_f64() * 1e9, memory }, done)
}

/// Prints a row; whether something in it is above the bound.
fn row(family: &str, was: &Measured, is: &Measured, (bytes_of_sound, sound): (usize, Cost)) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "numbers to print")]
    let (bytes, items, objects, bytes_of_sound) =
        (is.bytes as f64, is.items as f64, is.objects as f64, bytes_of_sound as f64);
    let Cost { time, memory } = is.cost;
    let (slow, fat) = (time / bytes / (sound.time / bytes_of_sound), memory / bytes / (sound.memory / bytes_of_sound));
    let growth = (time / was.cost.time, memory / was.cost.memory.max(1.0));
    let mut flags = String::new();
    if slow > TIMES && time / items > NANOSECONDS && time > LEAST_NANOSECONDS {
        flags.push_str(" SLOW");
    }
    let beyond = memory - KEPT - OBJECT * objects;
    if beyond / bytes / (sound.memory / bytes_of_sound) > TIMES && beyond / items > BYTES {
        flags.push_str(" FAT");
    }
    if growth.0 > GROWTH && time > LEAST_NANOSECONDS || growth.1 > GROWTH && beyond > 0.0 {
        flags.push_str(" GROWS");
    }
    println!(
        "| {family} | {} | {:.2} | {} | {:.1} | {:.2} | {slow:.1} | {:.0} | {:.1} | {:.1} | {fat:.1} | {:.0} | {:.1} | {:.1} |{flags} |",
        is.what,
        bytes / 1e6,
        is.items,
        time / 1e6,
        time / bytes,
        time / items,
        memory / 1e6,
        memory / bytes,
        memory / items,
        growth.0,
        growth.1,
    );
    !flags.is_empty()
}
