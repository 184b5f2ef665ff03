import { withoutWhiteSpace } from "@/lib/text/white-space";

/**
 * SHA-256 of the words of a text, without white space: the same article is known by it however it was wrapped. Not by
 * node:crypto, which would hash megabytes in this thread.
 */
export async function hashWords(text: string): Promise<string> {
  const words = new TextEncoder().encode(withoutWhiteSpace(text));
  return Buffer.from(await crypto.subtle.digest("SHA-256", words)).toString("hex");
}
