// Entry for the docs by `require`.

module.exports = require("./require.cjs")("docs");
