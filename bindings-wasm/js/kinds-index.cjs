// Entry for every kind of document by `require`.

module.exports = require("./require.cjs")("kinds");
