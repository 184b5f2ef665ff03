/** The encodings a text file may come in. windows-1252 holds all of Latin-1's letters. */
type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export type Decoded =
  | { ok: true; text: string; encoding: Encoding }
  | { ok: false; reason: "binary" | "undecodable" };

/**
 * Turns the bytes of a text file into its text, line ends as they are, without the byte order mark.
 * Tells the encoding from the mark, then from the bytes. Refuses what is no text ("binary") and what
 * claims an encoding but breaks it ("undecodable"); it never guesses characters.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = encodingOfMark(bytes);
  if (marked) return strictly(bytes, marked);
  if (hasKnownSignature(bytes)) return { ok: false, reason: "binary" };
  const wide = encodingOfZeros(bytes);
  if (wide) return strictly(bytes, wide);
  if (bytes.includes(0)) return { ok: false, reason: "binary" };
  const utf8 = strictly(bytes, "utf-8");
  if (utf8.ok || utf8.reason === "binary") return utf8;
  return asSingleBytes(bytes);
}

/** Says in words why a file was refused, and what to do. */
export function describeUndecoded(reason: "binary" | "undecodable"): string {
  return reason === "binary"
    ? "This file is not plain text. Save the article as .txt or .md, or paste its words."
    : "The letters in this file cannot be read. Save it as UTF-8 and try again, or paste its words.";
}

function encodingOfMark(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

function strictly(bytes: Uint8Array, encoding: Exclude<Encoding, "windows-1252">): Decoded {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, reason: "undecodable" };
  }
  return hasStrangeControls(text) ? { ok: false, reason: "binary" } : { ok: true, text, encoding };
}

/** Text in a Western language written in UTF-16 without a mark has a zero in every other byte. */
function encodingOfZeros(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) at % 2 === 0 ? even++ : odd++;
  }
  const half = sample.length / 2;
  // Spaces and line ends give zeros on one side in any script; on the other side zeros are rare (an emoji).
  if (odd >= half * 0.05 && even <= odd * 0.1) return "utf-16le";
  if (even >= half * 0.05 && odd <= even * 0.1) return "utf-16be";
  return null;
}

// What windows-1252 has at 0x80 to 0x9f; "?" is open. Written out since TextDecoder of Node 20 reads Latin-1 there.
const highControls = "€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ";

function asSingleBytes(bytes: Uint8Array): Decoded {
  const letters: string[] = [];
  let high = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) high++;
    const letter = byte >= 0x80 && byte <= 0x9f ? highControls[byte - 0x80] : String.fromCharCode(byte);
    if (letter === undefined || (letter === "?" && byte !== 0x3f))
      return { ok: false, reason: "undecodable" };
    letters.push(letter);
  }
  // A file of mostly high bytes is an old encoding of another script, not Western text.
  if (high > bytes.length * 0.3) return { ok: false, reason: "undecodable" };
  const text = letters.join("");
  return hasStrangeControls(text)
    ? { ok: false, reason: "binary" }
    : { ok: true, text, encoding: "windows-1252" };
}

const signatures = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // zip: docx, odt, epub
  [0xd0, 0xcf, 0x11, 0xe0], // old Word
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // {\rtf
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF8
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
];

function hasKnownSignature(bytes: Uint8Array): boolean {
  return signatures.some((signature) => signature.every((byte, at) => bytes[at] === byte));
}

/** Control characters other than tab, line ends, form feed and escape do not occur in an article. */
function hasStrangeControls(text: string): boolean {
  let strange = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return true;
    if (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13 && unit !== 27) strange++;
  }
  return strange > 0 && strange > text.length * 0.01;
}
