import localFont from "next/font/local";

// The files come inside npm packages (SIL Open Font License), so a build needs no network.
const newsreader = localFont({
  variable: "--font-newsreader",
  display: "swap",
  // Until it has come, a serif of the same width stands in its place, so that nothing moves.
  adjustFontFallback: "Times New Roman",
  src: [
    {
      path: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
      weight: "200 800",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
      weight: "200 800",
      style: "italic",
    },
  ],
});

const libreFranklin = localFont({
  variable: "--font-libre-franklin",
  display: "swap",
  src: "../node_modules/@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
  weight: "100 900",
});

// Fetched by those who chose it, and where it is offered.
const atkinson = localFont({
  variable: "--font-atkinson",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  src: [
    {
      path: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
      weight: "200 800",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2",
      weight: "200 800",
      style: "italic",
    },
  ],
});

// The letters of č, ş and ł, as names have them. A browser fetches these only for a page that has such a letter. The
// loader reads what stands here without running it, so the range has to stand here three times.
const newsreaderExt = localFont({
  variable: "--font-newsreader-ext",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  src: [
    {
      path: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-normal.woff2",
      weight: "200 800",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-italic.woff2",
      weight: "200 800",
      style: "italic",
    },
  ],
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

const libreFranklinExt = localFont({
  variable: "--font-libre-franklin-ext",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  src: "../node_modules/@fontsource-variable/libre-franklin/files/libre-franklin-latin-ext-wght-normal.woff2",
  weight: "100 900",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

const atkinsonExt = localFont({
  variable: "--font-atkinson-ext",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  src: [
    {
      path: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
      weight: "200 800",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-italic.woff2",
      weight: "200 800",
      style: "italic",
    },
  ],
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

/** Class names that define the faces; the tokens in globals.css name them. */
export const fontClasses = [newsreader, newsreaderExt, libreFranklin, libreFranklinExt, atkinson, atkinsonExt]
  .map((font) => font.variable)
  .join(" ");
