import { bare } from "@/lib/text/bare";

/** Names of states and of their people, to one key each. */
const nations: ReadonlyMap<string, string> = new Map(
  [
    "uk britain british united-kingdom",
    "us usa america american united-states",
    "russia russian",
    "ukraine ukrainian",
    "china chinese",
    "france french",
    "germany german",
    "israel israeli",
    "iran iranian",
    "india indian",
    "japan japanese",
    "canada canadian",
    "australia australian",
    "mexico mexican",
    "turkey turkish",
    "poland polish",
    "spain spanish",
    "italy italian",
    "brazil brazilian",
    "egypt egyptian",
    "syria syrian",
    "iraq iraqi",
    "pakistan pakistani",
    "sweden swedish",
    "norway norwegian",
    "finland finnish",
    "greece greek",
    "netherlands dutch",
    "belgium belgian",
    "hungary hungarian",
    "ireland irish",
    "scotland scottish",
    "wales welsh",
    "cuba cuban",
    "venezuela venezuelan",
    "qatar qatari",
    "saudi saudi-arabia",
    "lebanon lebanese",
    "belarus belarusian",
    "georgia georgian",
    "korea korean",
    "taiwan taiwanese",
    "afghanistan afghan",
    "nigeria nigerian",
    "kenya kenyan",
    "ethiopia ethiopian",
  ].flatMap((line) => line.split(" ").map((word) => [word, line.split(" ")[0] ?? word])),
);

/** The state that words name, as one key, and the words that are left; null where they name none. */
export function nationOf(words: string[]): { nation: string; rest: string[] } | null {
  const plain = words.map(bare).filter((word) => word !== "the");
  const pair = plain.length > 1 ? nations.get(`${plain[0]}-${plain[1]}`) : undefined;
  if (pair) return { nation: pair, rest: plain.slice(2) };
  const single = nations.get(plain[0] ?? "");
  return single ? { nation: single, rest: plain.slice(1) } : null;
}

/** Whether a word names a state or its people. */
export function isNationWord(word: string): boolean {
  return nations.has(bare(word));
}
