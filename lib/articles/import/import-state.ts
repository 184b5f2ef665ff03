import { type BlockRole, blockRoles } from "@/lib/articles/document-schema";
import { type MetadataFields, noMetadata } from "@/lib/articles/metadata-fields";
import type { ArticlePreview, SameArticle } from "@/lib/articles/schema";
import { blockText, coversOriginal, readSource } from "./block-text";
import { headlineReason } from "./candidate";
import { joinWithNext, setRole, splitBlock } from "./edit-draft";
import type { DraftBlock } from "./make-draft";
import type { TextFormat } from "./parse-text";
import { authorOfLine } from "./recognise-names";

/** An import on its way: what was given, what the preview made of it, and what the person changed. */
export type ImportState = {
  step: "text" | "preview";
  workspaceId: string;
  text: string;
  format: TextFormat;
  fileName: string | null;
  blocks: DraftBlock[];
  /** What the blocks were made of: while the text is another one, they are an earlier preview's. */
  previewed: Previewed | null;
  /** The preview before each change, the latest last. */
  past: Earlier[];
  existing: SameArticle | null;
  fields: MetadataFields;
  /** Where each filled-in value was read from. */
  reasons: Partial<Record<keyof MetadataFields, string>>;
  /** Fields that the person typed in: a new preview leaves them alone. */
  typed: (keyof MetadataFields)[];
  /** The person said that the article shows no date. */
  withoutDate: boolean;
  /** Where the cursor belongs after a split or a join. */
  caret: { index: number; offset: number } | null;
};

type Previewed = Pick<ImportState, "text" | "format">;

/** A preview as it was before a change, with the text that it shows. */
type Earlier = Previewed & Pick<ImportState, "blocks" | "fields" | "reasons">;

export type ImportAction =
  | { type: "write"; text: string }
  | { type: "take"; text: string; format: TextFormat; fileName: string | null }
  | { type: "format"; format: TextFormat }
  | { type: "workspace"; workspaceId: string }
  | { type: "preview"; preview: ArticlePreview }
  | { type: "found"; existing: SameArticle }
  | { type: "go"; step: "text" | "preview" }
  | { type: "role"; index: number; role: BlockRole }
  | { type: "split"; index: number; offset: number }
  | { type: "join"; index: number }
  | { type: "undo" }
  | { type: "field"; name: keyof MetadataFields; value: string }
  | { type: "withoutDate"; value: boolean }
  | { type: "replace"; state: ImportState };

/** An import before anything was given. */
export function freshImport(workspaceId: string): ImportState {
  return {
    step: "text",
    workspaceId,
    text: "",
    format: "text",
    fileName: null,
    blocks: [],
    previewed: null,
    past: [],
    existing: null,
    fields: noMetadata,
    reasons: {},
    typed: [],
    withoutDate: false,
    caret: null,
  };
}

/** Whether there is anything that would be a pity to lose. */
export function isWorthKeeping(state: ImportState): boolean {
  return state.text.trim() !== "" || state.typed.length > 0;
}

/** The import after a step of the person or an answer of the server. */
export function changeImport(state: ImportState, action: ImportAction): ImportState {
  switch (action.type) {
    case "write":
      return withText(state, action.text);
    case "take":
      return { ...withText(state, action.text), format: action.format, fileName: action.fileName };
    case "format":
      return { ...withText(state, state.text), format: action.format };
    case "workspace":
      return { ...state, workspaceId: action.workspaceId, existing: null };
    case "preview":
      return withPreview(state, action.preview);
    case "found":
      return { ...state, existing: action.existing };
    case "go":
      return {
        ...state,
        step: action.step === "preview" && !isPreviewed(state) ? "text" : action.step,
      };
    case "undo":
      return undo(state);
    case "field":
      return {
        ...state,
        fields: { ...state.fields, [action.name]: action.value },
        reasons: { ...state.reasons, [action.name]: undefined },
        typed: [...state.typed.filter((name) => name !== action.name), action.name],
      };
    case "withoutDate":
      return { ...state, withoutDate: action.value };
    case "replace":
      return action.state;
    default:
      return changeBlocks(state, action);
  }
}

/** Whether the blocks are those of the text as it is, with what the person changed in them. */
export function isPreviewed({ previewed, text, format }: ImportState): boolean {
  return previewed !== null && previewed.text === text && previewed.format === format;
}

/** Whether the last step that can be undone was a preview of another text. */
export function isNewPreview({ past, text, format }: ImportState): boolean {
  const last = past.at(-1);
  return last !== undefined && (last.text !== text || last.format !== format);
}

function withText(state: ImportState, text: string): ImportState {
  return { ...state, step: "text", text, existing: null, caret: null };
}

function withPreview(state: ImportState, { blocks, metadata, existing }: ArticlePreview): ImportState {
  // The same text again: what the person made of it is kept.
  if (isPreviewed(state)) return { ...state, step: "preview", existing, caret: null };
  const fields = { ...state.fields };
  const reasons: ImportState["reasons"] = {};
  for (const name of Object.keys(metadata) as (keyof MetadataFields)[]) {
    if (state.typed.includes(name)) continue;
    fields[name] = metadata[name]?.value ?? noMetadata[name];
    if (metadata[name]) reasons[name] = metadata[name].why;
  }
  const { text, format } = state;
  const past = withEarlier(state);
  return {
    ...state,
    step: "preview",
    blocks,
    previewed: { text, format },
    past,
    existing,
    fields,
    reasons,
    caret: null,
  };
}

const mostSteps = 200;

/** The past with the preview as it is now at its end. */
function withEarlier({ previewed, blocks, fields, reasons, past }: ImportState): Earlier[] {
  return previewed ? [...past, { ...previewed, blocks, fields, reasons }].slice(-mostSteps) : past;
}

/** The preview before the last change, with its text; what a person typed into the fields stays. */
function undo(state: ImportState): ImportState {
  const earlier = state.past.at(-1);
  if (!earlier) return { ...state, caret: null };
  const { text, format } = earlier;
  const typed = Object.fromEntries(state.typed.map((name) => [name, state.fields[name]]));
  const reasons = Object.fromEntries(state.typed.map((name) => [name, undefined]));
  return {
    ...state,
    ...earlier,
    previewed: { text, format },
    fields: { ...earlier.fields, ...typed },
    reasons: { ...earlier.reasons, ...reasons },
    past: state.past.slice(0, -1),
    caret: null,
  };
}

function changeBlocks(
  state: ImportState,
  action: Extract<ImportAction, { type: "role" | "split" | "join" }>,
): ImportState {
  const { text, format, blocks } = state;
  const { index } = action;
  const changed =
    action.type === "role"
      ? setRole(blocks, index, action.role)
      : action.type === "split"
        ? splitBlock(readSource(text, format), blocks, index, action.offset)
        : joinWithNext(readSource(text, format), blocks, index);
  if (changed === blocks) return state;
  return {
    ...state,
    ...(action.type === "role" && action.role === "byline" ? withAuthor(state, blocks[index]?.text) : {}),
    ...withTitle(state, changed),
    blocks: changed,
    past: withEarlier(state),
    caret:
      action.type === "split"
        ? { index: index + 1, offset: 0 }
        : action.type === "join"
          ? { index, offset: blocks[index]?.text.length ?? 0 }
          : null,
  };
}

/** Whoever says that a block is the byline has said who the author is, unless one is known. */
function withAuthor(
  { fields, reasons }: ImportState,
  line = "",
): Partial<Pick<ImportState, "fields" | "reasons">> {
  const author = authorOfLine(line);
  if (fields.author.trim() !== "" || !author) return {};
  return {
    fields: { ...fields, author },
    reasons: { ...reasons, author: "From the block that you made the byline." },
  };
}

/**
 * The field of the title follows the block that is it, unless the person typed in the field. Cutting or joining that
 * block leaves alone a title that was read from elsewhere.
 */
function withTitle(
  { fields, reasons, blocks, typed }: ImportState,
  changed: DraftBlock[],
): Partial<Pick<ImportState, "fields" | "reasons">> {
  const before = blocks.find(({ role }) => role === "title");
  const now = changed.find(({ role }) => role === "title");
  if (!now || now.text === before?.text || typed.includes("title")) return {};
  if (now.start === before?.start && fields.title !== before.text) return {};
  return { fields: { ...fields, title: now.text }, reasons: { ...reasons, title: headlineReason } };
}

/**
 * The import as text for the browser's storage. The words of the blocks are read from the text again; blocks of an
 * earlier text are left out.
 */
export function writeImport(state: ImportState): string {
  const { blocks, past: _past, caret: _caret, existing: _existing, previewed: _previewed, ...rest } = state;
  const kept = isPreviewed(state) ? blocks : [];
  return JSON.stringify({ ...rest, blocks: kept.map(({ text: _text, ...block }) => block) });
}

/** An import from the browser's storage; null for anything that writeImport did not make. */
export function readImport(stored: string | null, workspaceIds: string[]): ImportState | null {
  try {
    const value = JSON.parse(stored ?? "null") as Partial<ImportState> | null;
    if (typeof value?.text !== "string") return null;
    const first = workspaceIds[0] ?? "";
    const format = value.format === "markdown" ? "markdown" : "text";
    const known = value.workspaceId && workspaceIds.includes(value.workspaceId) ? value.workspaceId : first;
    const state: ImportState = {
      ...freshImport(known),
      text: value.text,
      format,
      fileName: typeof value.fileName === "string" ? value.fileName : null,
      fields: readFields(value.fields),
      reasons: value.reasons ?? {},
      typed: (value.typed ?? []).filter((name) => name in noMetadata),
      withoutDate: value.withoutDate === true,
    };
    const blocks = readBlocks(value.text, format, value.blocks);
    if (blocks.length === 0) return state;
    const step = value.step === "preview" ? "preview" : "text";
    return { ...state, blocks, previewed: { text: value.text, format }, step };
  } catch {
    return null;
  }
}

function readFields(stored: Partial<MetadataFields> | undefined): MetadataFields {
  const fields = { ...noMetadata };
  for (const name of Object.keys(noMetadata) as (keyof MetadataFields)[]) {
    if (typeof stored?.[name] === "string") fields[name] = stored[name];
  }
  return fields;
}

function readBlocks(text: string, format: TextFormat, stored: DraftBlock[] | undefined): DraftBlock[] {
  if (!Array.isArray(stored) || !coversOriginal(text, stored)) return [];
  const source = readSource(text, format);
  const blocks = stored.map((block) => ({ ...block, text: blockText(source, block) }));
  const isSound = blocks.every(
    (block, index) =>
      block.text !== "" &&
      blockRoles.includes(block.role) &&
      typeof block.why === "string" &&
      (block.duplicateOf === null || block.duplicateOf < index),
  );
  return isSound ? blocks : [];
}
