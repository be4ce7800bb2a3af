// The one error: a call that could not be answered.

/** A call that could not be answered. What is wrong with a document is a finding, never an error. */
export class KubusError extends Error {
  /** @param {string} code @param {string} message @param {readonly string[]} details @param {ErrorOptions} [options] */
  constructor(code, message, details = [], options = undefined) {
    super(message, options);
    this.name = "KubusError";
    /** A stable code for programs, such as `invalid-rulebook`. */
    this.code = code;
    /** Every single fault, where there are several. */
    this.details = Object.freeze([...details]);
  }
}

/** What the library throws for a refusal: a JSON array of code, message and details. */
export const refusal = (told) => new KubusError(...JSON.parse(told));
