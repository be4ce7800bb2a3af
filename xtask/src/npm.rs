//! The tools of a folder that has a `package.json`, as its lock file has them.

use anyhow::{Result, bail};

use crate::sh::{cmd, root, run, succeeds};

/// Installs them, unless they are there.
pub(crate) fn install(folder: &str) -> Result<()> {
    let npm = |args: &[&str]| {
        let mut npm = cmd("npm", args);
        npm.current_dir(root().join(folder));
        npm
    };
    if succeeds(&mut npm(&["ls"])) {
        return Ok(());
    }
    if !succeeds(&mut npm(&["--version"])) {
        bail!("`npm` is needed for the tools of {folder} and is not there; install Node.js 20 or newer");
    }
    run(&mut npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))
}
