import type { Post } from "@/lib/threads/outbox";

/** One entry a post, so that two tabs never overwrite each other's. */
const prefix = (userId: string) => `sayso:post:${userId}:`;

/** Keeps a waiting post over reloads. Without storage (private mode, full disk) it lives as long as the page. */
export function storePost(userId: string, post: Post): void {
  try {
    localStorage.setItem(prefix(userId) + post.id, JSON.stringify(post));
  } catch {
    // Nothing to do: the post is in memory and on its way.
  }
}

export function forgetPost(userId: string, id: string): void {
  try {
    localStorage.removeItem(prefix(userId) + id);
  } catch {
    // Storage is off, so there is nothing to forget.
  }
}

/** The posts of an article that a closed page left behind, oldest first. */
export function loadPosts(userId: string, articleId: string): Post[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix(userId)))
      .map((key) => readPost(localStorage.getItem(key)))
      .filter((post) => post !== null)
      .filter((post) => post.articleId === articleId)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  } catch {
    return [];
  }
}

/** Our own writing, or null for anything else: the server checks the wording again in any case. */
function readPost(json: string | null): Post | null {
  try {
    const value = JSON.parse(json ?? "null") as Post | null;
    return value && typeof value.id === "string" && Array.isArray(value.body?.content) ? value : null;
  } catch {
    return null;
  }
}
