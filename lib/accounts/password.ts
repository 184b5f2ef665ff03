/** Code points, after NFKC, that a password must and may have (NIST 800-63B-4, without a second factor). */
export const shortest = 15;
export const longest = 128;

// Lists of common passwords are lists of short ones: of the ten thousand in use, all but some dozens have fewer than
// 15 characters, so length has refused them. What people do to make those long is: say them twice, join two, add
// digits, walk over the keyboard. So we hold the words they are made of, and the rules. No composition is asked for.
const commonWords = new Set(
  `password passwort passw pass word welcome letmein admin administrator login user root guest test testing secret
  changeme change default master monkey dragon shadow sunshine princess football baseball basketball soccer hockey
  superman batman spiderman starwars pokemon naruto minecraft iloveyou love lovely forever always mother father
  family friend friends baby angel jesus christ god heaven blessed freedom whatever nothing trustno trust matrix
  computer internet samsung google facebook twitter instagram linkedin yahoo hotmail gmail outlook microsoft windows
  apple iphone android summer winter spring autumn january february march april may june july august september october
  november december monday tuesday wednesday thursday friday saturday sunday hello hallo bonjour goodbye
  qwerty azerty qwertz asdf zxcv michael jennifer jordan daniel jessica ashley charlie thomas robert george anthony
  andrew joshua matthew nicole amanda hunter ranger killer thunder cheese chocolate cookie banana orange purple yellow
  silver golden diamond flower butterfly rainbow tigger ginger pepper maggie buster london paris berlin
  liverpool chelsea arsenal barcelona manchester united madrid juventus ferrari mercedes porsche mustang corvette
  my the is and one two three our your this that new old big super mega best very long security secure safe
  newspaper newsroom article editor news reader sayso`.split(/\s+/),
);

const famous = new Set([
  "correcthorsebatterystaple",
  "thequickbrownfoxjumpsoverthelazydog",
  "tobeornottobethatisthequestion",
  "maytheforcebewithyou",
  "openthepodbaydoorshal",
  "loremipsumdolorsitamet",
  "neveruseafamouspassphrase",
]);

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "zxcvbnm",
  "yxcvbnm",
  "wxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "!@#$%^&*()",
];
const walks = [...rows, ...rows.map((row) => [...row].reverse().join(""))];

const leet: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * What is wrong with a password, as a sentence for the person, or null. `about` is what everybody knows about them:
 * their name and address.
 */
export function weaknessOf(password: string, about: readonly string[]): string | null {
  const length = [...password.normalize("NFKC")].length;
  if (length < shortest)
    return `Use at least ${shortest} characters; this has ${length}. A few words in a row are easy to remember.`;
  if (length > longest) return `Use at most ${longest} characters; this has ${length}.`;
  const plain = password.normalize("NFKC").toLowerCase();
  if (new Set(plain).size < 5) return "This repeats a few characters. Use a few words instead.";
  const letters = plain.replace(/[\s\p{P}\p{S}]+/gu, "");
  const folded = [...letters].map((sign) => leet[sign] ?? sign).join("");
  if (famous.has(folded) || famous.has(letters)) return "Many people use this phrase. Use words of your own.";
  const known = ownWords(about);
  if ([letters, folded].some((one) => isGuessable(one, known)))
    return "This is easy to guess: common words, repetitions, your own name or address. Add a few other words.";
  return null;
}

/** Everything of a name or an address that is worth trying: "ida", "holm", "idaholm", "example". */
function ownWords(about: readonly string[]): Set<string> {
  const words = about.flatMap((one) => {
    const parts = one
      .normalize("NFKC")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
    return [...parts, parts.join(""), parts.slice(0, 2).join(""), parts.slice(0, 2).reverse().join("")];
  });
  return new Set(words.filter((word) => word.length >= 3));
}

/** True when at most five characters are left beside the person's own words, walks, repetitions and two common words. */
function isGuessable(text: string, own: Set<string>): boolean {
  const signs = [...text];
  const kinds = new Set<string>();
  let left = 0;
  for (let at = 0; at < signs.length; ) {
    const rest = signs.slice(at).join("");
    const piece =
      longestKnown(rest, own) || walkAt(rest) || repeatAt(text.slice(0, text.length - rest.length), rest);
    if (!piece) {
      left += /\p{N}/u.test(signs[at] ?? "") ? 0 : 1;
      at++;
      continue;
    }
    if (commonWords.has(piece)) kinds.add(piece);
    at += [...piece].length;
  }
  return left <= 5 && kinds.size <= 2;
}

function longestKnown(rest: string, own: Set<string>): string {
  for (let length = Math.min(rest.length, 40); length >= 3; length--) {
    const piece = rest.slice(0, length);
    if (commonWords.has(piece) || own.has(piece)) return piece;
  }
  return "";
}

/** The longest run of at least four neighbours on a keyboard row, in the alphabet or in counting, at the start. */
function walkAt(rest: string): string {
  for (let length = Math.min(rest.length, 36); length >= 4; length--) {
    const piece = rest.slice(0, length);
    if (walks.some((walk) => walk.includes(piece)) || /^(.)\1+$/u.test(piece)) return piece;
  }
  return "";
}

/** What stood before, said again. */
function repeatAt(before: string, rest: string): string {
  for (let length = Math.min(before.length, rest.length); length >= 3; length--) {
    const piece = rest.slice(0, length);
    if (before.includes(piece)) return piece;
  }
  return "";
}
