import type { DemoArticle } from "./demo-article";
import { text } from "./ferry-inquiry/text";
import { passages, threads } from "./ferry-inquiry/threads";
import { verdicts } from "./ferry-inquiry/verdicts";
import { voices } from "./ferry-inquiry/voices";

/** A ferry, a log with gaps, and who says what about them. */
export const ferryInquiry: DemoArticle = {
  text,
  title: "Ferry Skipped Checks 41 Times Before Grounding, Inquiry Told",
  author: "Helen Askew",
  publisher: "Coastline News",
  url: "https://news.example/ferry-inquiry",
  publishedAt: "2026-10-12",
  importedBy: "ines",
  hoursAgo: 52,
  voices,
  verdicts,
  passages,
  threads,
};
