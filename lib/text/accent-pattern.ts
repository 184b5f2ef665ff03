// Letters that are typed without what print puts on them, in Latin scripts of Europe. Few of each: Postgres looks up
// every combination of three letters in its index, and gives the index up where there are too many.
const kin: Record<string, string> = {
  a: "àáâãäåāă",
  c: "çćč",
  d: "ďđð",
  e: "èéêëēėęě",
  g: "ğģ",
  i: "ìíîïīıİį",
  l: "ľł",
  n: "ñńň",
  o: "òóôõöøōő",
  r: "řŕ",
  s: "śşšș",
  t: "ťţț",
  u: "ùúûüūůűų",
  y: "ýÿ",
  z: "źżž",
};

const plainOf = new Map(Object.entries(kin).flatMap(([plain, all]) => [...all].map((one) => [one, plain])));

/**
 * A pattern of LIKE as a regular expression of Postgres (`~*`) that finds it anywhere, and with or without accents:
 * "lefevre" finds "Lefèvre", "Müller" finds "Muller". The trigram index answers both kinds of pattern.
 */
export function accentPattern(like: string): string {
  const letters = [...like.normalize("NFC")];
  let pattern = "";
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? "";
    if (letter === "_") pattern += ".";
    else if (letter === "%") pattern += ".*";
    else pattern += anyOf(letter === "\\" ? (letters[++at] ?? "\\") : letter);
  }
  return pattern;
}

function anyOf(letter: string): string {
  const small = letter.toLowerCase();
  const plain = plainOf.get(letter) ?? plainOf.get(small) ?? small;
  const others = kin[plain];
  // Capitals too: not every database knows that "É" is a capital "é".
  if (others) return `[${plain}${plain.toUpperCase()}${others}${others.toUpperCase()}]`;
  return letter.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
