//! Debian's packages, installed where this may be done without asking.

use crate::sh::{cmd, read, run, succeeds};

/// Installs packages as root on a machine with `apt-get`; elsewhere does nothing, and the caller says what is missing.
pub(crate) fn install(packages: &[&str]) -> anyhow::Result<()> {
    let root = read(&mut cmd("id", &["-u"])).is_ok_and(|id| id == "0");
    if packages.is_empty() || !root || !succeeds(&mut cmd("apt-get", &["--version"])) {
        return Ok(());
    }
    run(&mut cmd("apt-get", &["update", "--quiet=2"]))?;
    let mut install = cmd("apt-get", &["install", "--yes", "--quiet=2", "--no-install-recommends"]);
    run(install.args(packages).env("DEBIAN_FRONTEND", "noninteractive"))
}
