/** Letters whose stroke or missing dot is part of them to Unicode, and which are typed without it all the same. */
const plain: Record<string, string> = {
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  ı: "i",
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
};

/** The letters without what print puts on them: "Wałęsa" becomes "Walesa". The search of the database finds the same. */
export function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐðÐıłŁøØ]/g, (letter) => plain[letter] ?? letter);
}
