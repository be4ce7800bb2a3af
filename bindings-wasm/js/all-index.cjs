// Entry for every kind of document and every question by `require`.

module.exports = require("./require.cjs")("all");
