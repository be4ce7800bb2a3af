// A library inside a module: two hexadecimal digits a byte, since that is a twelfth larger than the library when gzipped, and
// base64, which breaks what repeats in it, a quarter.

const digit = (code) => (code < 58 ? code - 48 : code - 87);

/** The bytes that these digits stand for. */
export function unpacked(hex) {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = 16 * digit(hex.charCodeAt(2 * at)) + digit(hex.charCodeAt(2 * at + 1));
  return bytes;
}
