import { firstSettings, type Settings } from "./schema";

/** What stands on <html> for these settings: the first paint has them, and scripts read the keys from there. */
export function attributesOf(settings: Settings): Record<`data-${string}`, string> {
  const { theme, textSize, measure, typeface, motion, letterKeys, keys } = settings;
  const looks = Object.entries({ theme, textSize, measure, typeface, motion }).filter(
    ([name, value]) => value !== firstSettings[name as keyof Settings],
  );
  return {
    ...Object.fromEntries(looks.map(([name, value]) => [`data-${dashed(name)}`, value])),
    ...(letterKeys ? {} : { "data-letter-keys": "off" }),
    ...(Object.keys(keys).length > 0 ? { "data-keys": JSON.stringify(keys) } : {}),
    ...(settings.announcePassages ? { "data-announce-passages": "on" } : {}),
  };
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
