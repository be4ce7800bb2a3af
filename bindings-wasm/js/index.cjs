// Entry for portfolios by `require`.

module.exports = require("./require.cjs")("judge");
