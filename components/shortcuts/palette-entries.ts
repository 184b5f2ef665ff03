import { askRoom } from "@/components/discussion/room-requests";
import { holdsAll } from "@/lib/search/rank-hits";
import type { SearchHits } from "@/lib/search/schema";
import { contextOf, type ShortcutId, shortcutIds } from "@/lib/shortcuts/keys";
import { contextWords, shortcutWords } from "@/lib/shortcuts/words";
import { type PlaceId, placesFrom } from "./places";
import type { KeyTable } from "./use-keys";

/** One line of the palette. `key` names the shortcut that does the same. */
export type Entry = {
  id: string;
  label: string;
  /** What kind of thing it is, or where it is. */
  note?: string;
  key?: ShortcutId;
  does: { go: string } | { run: () => void };
};

export type Group = { title: string; entries: Entry[] };

/** What the page can do and where one can go from it, when the palette was asked for. */
export type Page = {
  table: KeyTable;
  address: string;
  workspaceId: string | undefined;
  canImport: boolean;
};

/** Steps by one make no sense from here, and the palette is no way to itself. */
const leftOut = new Set<ShortcutId>([
  "text.next-paragraph",
  "text.previous-paragraph",
  "text.pick",
  "selection.menu",
  "selection.leave",
  "everywhere.palette",
  "everywhere.back",
  "everywhere.search",
]);

/** Everything that fits what was typed, by kinds; without anything typed what was opened last comes first. */
export function groupsFor(page: Page, hits: SearchHits, query: string): Group[] {
  const fitting = (entries: Entry[]) => entries.filter((one) => holdsAll(one.label, query));
  const articles = hits.articles.map(articleEntry);
  const here = { title: "On this page", entries: fitting([...actionsOf(page.table), ...roomEntries(page)]) };
  const groups = query
    ? [here, { title: "Articles", entries: articles }]
    : [{ title: "Opened last", entries: articles }, here];
  return [
    ...groups,
    { title: "Sources", entries: hits.sources.map(sourceEntry) },
    { title: "People", entries: hits.people.map(personEntry) },
    { title: "Go to", entries: fitting(goings(page)) },
    { title: "Settings", entries: query ? fitting(settings) : [] },
  ].filter((group) => group.entries.length > 0);
}

function actionsOf(table: KeyTable): Entry[] {
  // What every page has comes after what only this one has.
  const ids = shortcutIds.toSorted((a, b) => Number(isAnywhere(a)) - Number(isAnywhere(b)));
  return ids.flatMap((id): Entry[] => {
    const run = table[id];
    const isGoing = isAnywhere(id) && id !== "everywhere.help";
    if (!run || isGoing || leftOut.has(id) || /^(?:picked|lists|claims|verdict)\./.test(id)) return [];
    const context = contextOf(id);
    const note = context === "text" || context === "everywhere" ? {} : { note: contextWords[context] };
    return [{ id, label: capital(shortcutWords[id]), ...note, key: id, does: { run: () => void run() } }];
  });
}

/** What the reading room can do without a key of its own, and the article as a page that needs no script. */
function roomEntries({ address }: Page): Entry[] {
  if (!/^\/articles\/[0-9a-f-]{36}$/.test(address)) return [];
  return [
    { id: "by-words", label: "Add a passage by its words", does: { run: () => void askRoom("by-words") } },
    {
      id: "suggestions",
      label: "Show or hide suggestions",
      does: { run: () => void askRoom("suggestions") },
    },
    { id: "plain", label: "Plain text", does: { go: `${address}/plain` } },
  ];
}

const isAnywhere = (id: ShortcutId) => contextOf(id) === "everywhere";

function goings({ address, workspaceId, canImport }: Page): Entry[] {
  const places = Object.entries(placesFrom(address, workspaceId)) as [PlaceId, string | null][];
  const known = places.flatMap(([id, go]): Entry[] =>
    go ? [{ id, label: capital(shortcutWords[id].replace("go to ", "")), key: id, does: { go } }] : [],
  );
  const more: Entry[] = [
    ...(canImport ? [{ id: "import", label: "Import an article", does: { go: "/articles/new" } }] : []),
    { id: "new-workspace", label: "New workspace", does: { go: "/workspaces/new" } },
  ];
  return [...known, ...more];
}

const settings: Entry[] = [
  ["profile", "Settings: your name"],
  ["reading", "Settings: colours, typeface, size and width of the text"],
  ["shortcuts", "Settings: shortcuts and keys"],
  ["notifications", "Settings: what to be notified of"],
  ["sign-in", "Settings: password"],
  ["sessions", "Settings: sign out everywhere else"],
  ["delete", "Settings: delete the account"],
].map(([id = "", label = ""]) => ({ id: `settings-${id}`, label, does: { go: `/settings#${id}` } }));

function articleEntry({
  id,
  title,
  publisher,
  workspaceName,
  isArchived,
}: SearchHits["articles"][number]): Entry {
  const note = [isArchived && "archived", publisher, workspaceName].filter(Boolean).join(" · ");
  return { id, label: title, note, does: { go: `/articles/${id}` } };
}

function sourceEntry({ id, name, workspaceName }: SearchHits["sources"][number]): Entry {
  return { id, label: name, note: workspaceName, does: { go: `/sources/${id}` } };
}

function personEntry({ id, name, workspaceId, workspaceName }: SearchHits["people"][number]): Entry {
  const does = { go: `/workspaces/${workspaceId}#member-${id}` };
  return { id: `${workspaceId}-${id}`, label: name, note: workspaceName, does };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
