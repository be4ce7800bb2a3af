// What the entries for `require` have in common: the same modules as CommonJS, with every language, and a library that is read
// from the file in this package.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");

for (const tag of ["en", "nl-plain", "nl"]) require(`../dist/cjs/dist/sentences/${tag}.js`);

/** An entry upon one of the libraries. */
module.exports = (name) => {
  const { library, ...entry } = require(`../dist/cjs/js/${name}.js`);
  library.from(() => readFileSync(join(__dirname, `../dist/${name}.wasm`)));
  return entry;
};
