import { blockText, coversOriginal, readSource } from "./block-text";
import { type BlockRole, blockRoles } from "./document-schema";
import { joinWithNext, setRole, splitBlock } from "./edit-draft";
import type { DraftBlock } from "./make-draft";
import type { TextFormat } from "./parse-text";
import type { ArticleMetadata, ArticlePreview, SameArticle } from "./schema";

/** What an article is beside its text, as typed: empty for what is not known. */
export type MetadataFields = Record<keyof ArticleMetadata, string>;

/** An import on its way: what was given, what the preview made of it, and what the person changed. */
export type ImportState = {
  step: "text" | "preview";
  workspaceId: string;
  text: string;
  format: TextFormat;
  fileName: string | null;
  blocks: DraftBlock[];
  /** The blocks before each change, the latest last. */
  past: DraftBlock[][];
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

const noFields: MetadataFields = {
  title: "",
  author: "",
  publisher: "",
  publishedAt: "",
  url: "",
  language: "en",
};

/** An import before anything was given. */
export function freshImport(workspaceId: string): ImportState {
  return {
    step: "text",
    workspaceId,
    text: "",
    format: "text",
    fileName: null,
    blocks: [],
    past: [],
    existing: null,
    fields: noFields,
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
        step: action.step === "preview" && state.blocks.length === 0 ? "text" : action.step,
      };
    case "undo":
      return {
        ...state,
        blocks: state.past.at(-1) ?? state.blocks,
        past: state.past.slice(0, -1),
        caret: null,
      };
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

function withText(state: ImportState, text: string): ImportState {
  return { ...state, step: "text", text, blocks: [], past: [], existing: null, caret: null };
}

function withPreview(state: ImportState, { blocks, metadata, existing }: ArticlePreview): ImportState {
  const fields = { ...state.fields };
  const reasons: ImportState["reasons"] = {};
  for (const name of Object.keys(metadata) as (keyof MetadataFields)[]) {
    if (state.typed.includes(name)) continue;
    fields[name] = metadata[name]?.value ?? noFields[name];
    if (metadata[name]) reasons[name] = metadata[name].why;
  }
  return { ...state, step: "preview", blocks, past: [], existing, fields, reasons, caret: null };
}

const mostSteps = 200;

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
    blocks: changed,
    past: [...state.past, blocks].slice(-mostSteps),
    caret:
      action.type === "split"
        ? { index: index + 1, offset: 0 }
        : action.type === "join"
          ? { index, offset: blocks[index]?.text.length ?? 0 }
          : null,
  };
}

/** The import as text for the browser's storage; the words of the blocks are read from the text again. */
export function writeImport(state: ImportState): string {
  const { blocks, past: _past, caret: _caret, existing: _existing, ...rest } = state;
  return JSON.stringify({ ...rest, blocks: blocks.map(({ text: _text, ...block }) => block) });
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
      typed: (value.typed ?? []).filter((name) => name in noFields),
      withoutDate: value.withoutDate === true,
    };
    const blocks = readBlocks(value.text, format, value.blocks);
    return { ...state, blocks, step: value.step === "preview" && blocks.length > 0 ? "preview" : "text" };
  } catch {
    return null;
  }
}

function readFields(stored: Partial<MetadataFields> | undefined): MetadataFields {
  const fields = { ...noFields };
  for (const name of Object.keys(noFields) as (keyof MetadataFields)[]) {
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

/** The metadata as the server takes it: what is empty is not known. */
export function metadataOf(fields: MetadataFields): ArticleMetadata {
  const known = (value: string) => (value.trim() === "" ? null : value.trim());
  return {
    title: fields.title.trim(),
    author: known(fields.author),
    publisher: known(fields.publisher),
    publishedAt: known(fields.publishedAt),
    url: known(fields.url),
    language: fields.language,
  };
}
