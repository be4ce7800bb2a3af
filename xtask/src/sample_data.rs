//! `cargo xtask sample-data`: made-up portfolios, one per line, and with them what must be found in each.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};

use anyhow::{Context as _, Result, bail, ensure};
use twentse_kubus_conformance::samples::generate;

use crate::sh::root;

/// Writes `portfolios.ndjson` and `planted.ndjson`.
pub(crate) fn write(args: &[String]) -> Result<()> {
    let (mut students, mut seed, mut faults, mut out) = (1_000, 1, 0.0, "target/samples");
    for pair in args.chunks(2) {
        let [name, value] = pair else { bail!("`{}` needs a value", pair.concat()) };
        let told = || format!("`{value}` is no value of `{name}`");
        match name.as_str() {
            "--students" => students = value.parse().with_context(told)?,
            "--seed" => seed = value.parse().with_context(told)?,
            "--faults" => faults = value.parse().with_context(told)?,
            "--out" => out = value,
            other => bail!("no option `{other}`; the options are --students, --seed, --faults, --out"),
        }
    }
    ensure!((0.0..=1.0).contains(&faults), "--faults is a probability, 0 to 1");
    let out = &root().join(out);
    fs::create_dir_all(out)?;
    let create = |name| File::create(out.join(name)).map(BufWriter::new);
    let (mut portfolios, mut planted) = (create("portfolios.ndjson")?, create("planted.ndjson")?);
    for sample in generate(students, seed, faults) {
        writeln!(portfolios, "{}", sample.json)?;
        writeln!(planted, "{}", serde_json::to_string(&sample.known)?)?;
    }
    portfolios.flush()?;
    planted.flush()?;
    println!("{students} portfolios in {}", out.display());
    Ok(())
}
