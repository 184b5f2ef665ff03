const particle = "(?:de|da|di|do|dos|du|del|della|von|van|der|den|la|le|el|al|bin|ibn|af|ter|zu)";
const namePart = "\\p{Lu}[\\p{L}.'’-]*";
/** Two to five capitalised words, particles such as "von" between them. Needs the flag u. */
export const fullName = `${namePart}(?:\\s+${particle})*(?:\\s+${namePart}){1,4}`;
const anyName = `${namePart}(?:(?:\\s+${particle})*\\s+${namePart}){0,4}`;
const and =
  "\\s*(?:,|&|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b|\\ben\\b|\\boch\\b|(?<=\\s)и(?=\\s)|(?<=\\s)та(?=\\s)|(?<=\\s)і(?=\\s))\\s*";

const bylineWord =
  "(?:written by|story by|words by|words|reporting by|report by|interview by|analysis by|by|von|texte? de|texte|text|texto de|texto|testo di|par|por|di|door|av|af|автори|автор|авторы|текст)";
const byline = new RegExp(`^(?:${bylineWord})\\s*:?\\s+(?<names>${anyName}(?:${and}${anyName})*)`, "iu");
const capitalByline = new RegExp(`^\\S+(?:\\s+by|\\s+de|\\s+di)?\\s*:?\\s+${namePart}`, "u");
const onlyName = new RegExp(`^${fullName}(?:${and}${fullName})*$`, "u");

/** The names in a line such as "By Ana Ruiz and Tom Hall | Politics", joined by commas; null when it is none. */
export function namesInByline(line: string): string | null {
  const bare = line.replace(/^[*_(\s]+/u, "");
  // The flag i of the byline's word would let names start with a small letter.
  if (!capitalByline.test(bare)) return null;
  const names = byline.exec(bare)?.groups?.names;
  return names ? tidyNames(names) : null;
}

/** Whether a line holds only one or more people's full names. */
export function isOnlyNames(line: string): boolean {
  return line.length <= 80 && onlyName.test(line);
}

/** "Ana Ruiz and Tom Hall" as "Ana Ruiz, Tom Hall". */
export function tidyNames(names: string): string {
  const parts = names
    .split(new RegExp(and, "u"))
    .map((part) =>
      capitalised(part)
        .trim()
        .replace(/[,.;]+$/u, ""),
    )
    .filter((part) => part !== "");
  return parts.join(", ");
}

/** The capitalised beginning of a name that was matched without regard to case. */
function capitalised(name: string): string {
  return new RegExp(`^${anyName}`, "u").exec(name.trim())?.[0] ?? "";
}
