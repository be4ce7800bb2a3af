//! The jar as a user of Maven gets it: installed into a local repository, and found there by a program that names nothing
//! but the package.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use super::{KOTLIN, compiler_jars, debian, fresh, jar, property};
use crate::sh::{cmd, read, root, run, succeeds};

/// Debian's packages of Maven and of the plugins that are used, and where they are.
const PACKAGES: &[&str] = &[
    "maven",
    "libexec-maven-plugin-java",
    "libmaven-compiler-plugin-java",
    "libmaven-install-plugin-java",
    "libmaven-resources-plugin-java",
];
const DEBIAN: &str = "/usr/share/maven-repo";

const INSTALL: &str = "org.apache.maven.plugins:maven-install-plugin:3.1.0:install-file";
const RUN: &str = "org.codehaus.mojo:exec-maven-plugin:3.1.0:java";

/// What the program in `kotlin/maven` prints: `ooit` is no school year, so no verdict is possible (TK-R006).
const PRINTED: &str = "undecided\n/student/cohort";

/// Installs the jar, then compiles and runs the program.
pub(super) fn check() -> Result<()> {
    if !Path::new(DEBIAN).join("org/codehaus/mojo/exec-maven-plugin").exists() {
        debian::install(PACKAGES)?;
    }
    ensure!(succeeds(&mut cmd("mvn", &["--version"])), "`mvn` is needed and not there; install Maven 3.8 or newer");
    let folder = fresh("maven")?;
    let settings = folder.join("settings.xml");
    // Debian has its plugins in a folder, which then is the only place that anything is taken from.
    let mirror =
        format!("<mirrors><mirror><id>debian</id><mirrorOf>*</mirrorOf><url>file://{DEBIAN}</url></mirror></mirrors>");
    let debians = Path::new(DEBIAN).exists();
    fs::write(&settings, format!("<settings>{}</settings>\n", if debians { &mirror } else { "" }))?;
    let maven = || {
        let mut maven = cmd("mvn", &["--batch-mode", "--quiet", "--settings"]);
        maven.current_dir(&folder).arg(&settings).arg(property("maven.repo.local", &folder.join("installed")));
        maven
    };
    let install = |file: &Path| -> Command {
        let mut command = maven();
        command.arg(INSTALL).arg(property("file", file));
        command
    };
    if debians {
        // Debian's own Kotlin is older.
        for kotlin in compiler_jars(&["kotlin-stdlib"]) {
            let version = format!("-Dversion={}", jar::kotlin()?);
            let names = ["-DgroupId=org.jetbrains.kotlin", "-DartifactId=kotlin-stdlib", "-Dpackaging=jar", &version];
            run(install(&kotlin).args(names))?;
        }
    }
    let jar = jar::file();
    run(install(&jar).arg(property("pomFile", &jar.with_extension("pom"))))?;

    let example = format!("{KOTLIN}/maven");
    fs::write(folder.join("pom.xml"), jar::filled(&format!("{example}/pom.xml"))?)?;
    let sources = folder.join("src/main/java");
    fs::create_dir_all(&sources)?;
    fs::copy(root().join(example).join("src/main/java/Program.java"), sources.join("Program.java"))?;
    let told = read(maven().args(["compile", RUN, "-Dexec.mainClass=Program"]))?;
    ensure!(told.contains(PRINTED), "the program prints\n{told}\nand not\n{PRINTED}");
    println!("installed {}, and a Java program that depends on it alone printed:\n{told}", jar.display());
    Ok(())
}
