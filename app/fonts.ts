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

/** Class names that define the faces; the tokens in globals.css name them. */
export const fontClasses = `${newsreader.variable} ${libreFranklin.variable} ${atkinson.variable}`;
