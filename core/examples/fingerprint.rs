//! Prints the fingerprint of the shipped rulebook: `cargo xtask features` holds those of builds with other kinds against it.

use twentse_kubus::{Error, Validator};

fn main() -> Result<(), Error> {
    println!("{}", Validator::builder().build()?.fingerprint());
    Ok(())
}
