import type { TextFormat } from "@/lib/articles/import/parse-text";
import { describeTextRefusal, mostBytes, refuseText } from "@/lib/articles/import/refuse-text";
import { decodeText, describeUndecoded } from "@/lib/text/decode";
import { inQuotes } from "@/lib/text/in-quotes";

type TakenFile =
  | { ok: true; text: string; format: TextFormat; fileName: string }
  | { ok: false; message: string };

/** Reads the text of an uploaded .txt or .md file, or says why it cannot be. */
export async function readTextFile(file: File): Promise<TakenFile> {
  if (!/\.(?:txt|text|md|markdown)$/i.test(file.name)) {
    return {
      ok: false,
      message: `${inQuotes(file.name)} is not a text file. Choose one that ends in .txt or .md, or open it, copy the article and paste it here.`,
    };
  }
  // UTF-16 takes twice the bytes; what the text takes in UTF-8 is asked later.
  if (file.size > mostBytes * 2 + 4) {
    return { ok: false, message: "This file is larger than 2 MB of text. Import it in parts." };
  }
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return { ok: false, message: "The browser could not read this file. Choose it again." };
  const decoded = decodeText(new Uint8Array(bytes));
  if (!decoded.ok) return { ok: false, message: describeUndecoded(decoded.reason) };
  // Refused here, because taking it would wipe out what was typed.
  const refused = refuseText(decoded.text);
  if (refused === "empty" || refused === "onlyWhiteSpace") {
    return {
      ok: false,
      message: `There is no text in ${inQuotes(file.name)}. Choose another file, or paste the article.`,
    };
  }
  if (refused) return { ok: false, message: describeTextRefusal(refused) };
  const format = /\.(?:md|markdown)$/i.test(file.name) ? "markdown" : "text";
  return { ok: true, text: decoded.text, format, fileName: file.name };
}
