import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

// The look has one place: the tokens in app/globals.css. Nothing else says a colour or a size of type, and the
// tokens can be read by everybody (WCAG 1.4.3 and 1.4.11).

const root = resolve(import.meta.dirname, "..");
const tokenFile = "app/globals.css";
const theme = /@theme \{([\s\S]*?)\n\}/.exec(read(tokenFile))?.[1] ?? "";

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function files(ending: RegExp): string[] {
  return ["app", "components"]
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !/\.test\./.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Every match of `pattern` in the file, with its line. */
function found(file: string, source: string, pattern: RegExp): string[] {
  return source
    .split("\n")
    .flatMap((line, at) => [...line.matchAll(pattern)].map(([match]) => `${file}:${at + 1} ${match}`));
}

/** The rules of a style sheet without its comments, and without the tokens. */
function rules(file: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, "");
  const source = read(file).replace(/\/\*[\s\S]*?\*\//g, blank);
  return file === tokenFile ? source.replace(/@theme \{[\s\S]*?\n\}/, blank) : source;
}

const colour = /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|lab|lch|oklab|oklch)\(/gi;
const namedColour =
  /(?<=[:\s,(])(?:white|black|gr[ae]y|silver|red|maroon|orange|yellow|gold|olive|lime|green|teal|aqua|cyan|blue|navy|purple|violet|fuchsia|magenta|pink|brown|beige)(?=[\s;,)])/g;
const arbitrary =
  /[a-z-]+-\[[^\]]*(?:#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)|\d(?:px|rem|em|ch|pt)\b)[^\]]*\]|\b(?:text|leading|tracking|rounded|shadow)-\[[^\]]*\]/g;

describe("one place for the look", () => {
  const scripts = files(/\.tsx?$/);
  const sheets = files(/\.css$/);

  it("reads the files at all", () => {
    expect(scripts.length).toBeGreaterThan(100);
    expect(sheets.length).toBeGreaterThan(4);
    expect(theme).toContain("--color-ink");
  });

  it("components say no colour, and no size outside the tokens", () => {
    const wrong = scripts.flatMap((file) => found(file, read(file), arbitrary));
    expect(wrong).toEqual([]);
    // The colour of the browser's own frame cannot be a variable; it has to be that of the paper.
    const paper = /--color-paper: light-dark\((#\w+), (#\w+)\)/.exec(theme);
    const frame = scripts.flatMap((file) => found(file, read(file), /(?<=")#[0-9a-f]{3,8}(?=")/gi));
    expect(frame.map((one) => one.split(" ")[1])).toEqual([paper?.[1], paper?.[2]]);
  });

  it("style sheets say no colour, no size of type and no roundness outside the tokens", () => {
    const size =
      /(?:font-size|line-height|letter-spacing|border-radius): *[^;]*\d(?:px|rem|pt)|\bfont: [^;]*\d(?:px|rem)/g;
    const wrong = sheets.flatMap((file) =>
      [colour, namedColour, size].flatMap((pattern) => found(file, rules(file), pattern)),
    );
    expect(wrong).toEqual([]);
  });

  it("distances in style sheets are thin, as rules are, or on the grid of 4", () => {
    const wrong = sheets
      .flatMap((file) => found(file, rules(file), /(?<![\w.-])\d+(?:\.\d+)?px/g))
      .filter((one) => {
        const pixels = Number.parseFloat(one.split(" ")[1] ?? "");
        return pixels > 6 && pixels % 4 !== 0 && pixels < 320;
      });
    expect(wrong.filter((one) => !one.endsWith(" 999px"))).toEqual([]);
  });
});

describe("contrast", () => {
  /** The two values of a colour token: in the light, and in the dark. */
  function token(name: string): [light: string, dark: string] {
    const kind = name === "card" ? "background-color" : "color";
    const pair = new RegExp(`--${kind}-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(theme);
    if (!pair?.[1] || !pair[2]) throw new Error(`There is no colour “${name}”.`);
    return [pair[1], pair[2]];
  }

  /** Relative luminance, as WCAG 2.2 defines it. */
  function luminance(hex: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one: string, other: string): number {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  const grounds = ["paper", "card", "sunk"];
  const levels = ["v4", "v3", "v2", "v1", "vu", "vo"];
  const tinted = [...levels, "active", "failure", "success", "caution", "note", "passage"];
  const voices = Array.from({ length: 6 }, (_, index) => `voice-${index}`);

  const texts = [
    ...grounds.flatMap((ground) =>
      ["ink", "muted", "link", "active", ...levels].map((text) => [text, ground]),
    ),
    ...tinted.flatMap((name) => [
      [name, `${name}-tint`],
      ["ink", `${name}-tint`],
    ]),
    ["muted", "note-tint"],
  ];
  const graphics = [
    ...grounds.flatMap((ground) => ["focus", "control", ...voices].map((line) => [line, ground])),
    ...levels.map((level) => [level, "paper"]),
    ["focus", "active-tint"],
  ];

  for (const [theme, at] of [
    ["light", 0],
    ["dark", 1],
  ] as const) {
    it.each(texts)(`%s is read on %s, ${theme}`, (text = "", ground = "") => {
      expect(contrast(token(text)[at], token(ground)[at])).toBeGreaterThanOrEqual(4.5);
    });
    it.each(graphics)(`%s is seen on %s, ${theme}`, (line = "", ground = "") => {
      expect(contrast(token(line)[at], token(ground)[at])).toBeGreaterThanOrEqual(3);
    });
  }

  it("no two levels have the same line under their words", () => {
    const sheet = read("components/passages/highlights/highlights.css");
    const lines = levels.map((level) => {
      const rule = new RegExp(`&\\.is-${level}(?:,[^{]*)? \\{([^}]*)\\}`).exec(sheet)?.[1] ?? "";
      return [...rule.matchAll(/text-decoration-(?:style|thickness): ([^;]+)/g)]
        .map(([, value]) => value)
        .join();
    });
    expect(lines.every(Boolean)).toBe(true);
    expect(new Set(lines).size).toBe(levels.length);
  });
});
