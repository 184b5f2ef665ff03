import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { type ShortcutId, shortcutIds } from "@/lib/shortcuts/keys";

const shortcut = z.enum(shortcutIds as [ShortcutId, ...ShortcutId[]]);
const key = z.string().min(1).max(20);

const fields = {
  theme: z.enum(["system", "light", "dark"]),
  /** Of the article's text. */
  textSize: z.enum(["small", "normal", "large", "largest"]),
  /** How wide its lines are. */
  measure: z.enum(["narrow", "normal", "wide"]),
  typeface: z.enum(["newsreader", "franklin", "atkinson"]),
  motion: z.enum(["system", "full", "reduced"]),
  /** Screen readers hear where a passage begins and ends. */
  announcePassages: z.boolean(),
  /** Single letters, figures and signs are keys. */
  letterKeys: z.boolean(),
};

/** How one person wants pages to look, and which keys they know. */
export const settingsView = z
  .strictObject({ ...fields, keys: z.partialRecord(shortcut, key) })
  .meta({ id: "Settings" });

export type Settings = z.output<typeof settingsView>;

/** As everybody has them at first. */
export const firstSettings: Settings = {
  theme: "system",
  textSize: "normal",
  measure: "normal",
  typeface: "newsreader",
  motion: "system",
  announcePassages: false,
  letterKeys: true,
  keys: {},
};

export const getSettings = endpoint({
  method: "GET",
  path: "/api/settings",
  summary: "My settings",
  action: "signed-in",
  answer: settingsView,
});

/** `keys` names those that change: null gives a shortcut its first key again, and null for all of them does so for all. */
export const changeSettings = endpoint({
  method: "PATCH",
  path: "/api/settings",
  summary: "Change some of my settings",
  action: "signed-in",
  body: z
    .strictObject({ ...fields, keys: z.partialRecord(shortcut, key.nullable()).nullable() })
    .partial()
    .refine((given) => Object.keys(given).length > 0, { error: "Nothing is to be changed." }),
  answer: settingsView,
});

export type SettingsChange = z.output<typeof changeSettings.body>;
