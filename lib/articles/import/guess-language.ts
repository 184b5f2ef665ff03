// The commonest small words of each language; those shared by several are left out where they mislead.
const smallWords: Record<string, string> = {
  en: "the of and to in is was that for with on said by has from it are his as at",
  de: "der die das und ist von mit den des auf für nicht ein eine sich dem im war zu sagte",
  fr: "le la les des est et une dans pour que qui du au pas sur par avec plus ont été",
  es: "el la los las que y una del por con para es se su más como pero fue según",
  it: "il la che di e un una per non con del della sono è nel alla più anche gli ha",
  pt: "o a os as que e um uma do da em para com não por mais foi dos são ao",
  nl: "de het een van en is dat in op te voor met zijn niet aan er ook werd heeft zei",
  pl: "i w na z się nie że do jest to o jak po od za przez przed dla tym był",
  sv: "och att det som en på är av för med den till inte har de om ett sade var från",
  da: "og at det som en på er af for med den til ikke har de om et sagde var fra",
};

const scripts: [RegExp, string][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Cyrillic}/gu, "cyrillic"],
];

/** Guesses the language of a text from its script and its small words; null when there is too little to tell. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  for (const [script, language] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    // Japanese is written with few kana among many Han characters.
    if (share > (language === "ja" ? 0.1 : 0.5)) {
      return language === "cyrillic" ? guessCyrillic(sample) : language;
    }
  }
  return guessLatin(sample);
}

function guessCyrillic(text: string): string {
  const ukrainian = text.match(/[іїєґ]/giu)?.length ?? 0;
  const russian = text.match(/[ыэъё]/giu)?.length ?? 0;
  return ukrainian > russian ? "uk" : "ru";
}

function guessLatin(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scores = Object.entries(smallWords)
    .map(([language, list]) => ({
      language,
      score: list.split(" ").reduce((sum, word) => sum + (counts.get(word) ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score);
  const best = scores[0];
  return best && best.score >= 2 && best.score >= words.length * 0.04 ? best.language : null;
}
