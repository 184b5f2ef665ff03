import { Editor, Extension, type JSONContent, Node } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  highlightPlugin,
  type Shown,
  showHighlights,
} from "@/components/passages/highlights/highlight-plugin";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { foldBlocks } from "@/lib/articles/fold-blocks";
import { blockShape, foldSummary } from "./block-shape";

/** The article in Tiptap: read-only, with highlights that can change. */
export type ReaderEditor = {
  /** `selected` is what the reader had selected just before. */
  show: (shown: Shown, selected: Selected) => void;
  destroy: () => void;
};

type Given = {
  element: HTMLElement;
  text: string;
  blocks: BlockPlace[];
  language: string;
  label: string;
  shown: Shown;
};

/** Puts the article into `element`, as the same elements that article-text.tsx serves. */
export function createReaderEditor({ element, text, blocks, language, label, shown }: Given): ReaderEditor {
  const editor = new Editor({
    element,
    editable: false,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    extensions: [Document, Fold, Block, Text, highlights(blocks, shown)],
    content: documentOf(text, blocks),
    editorProps: {
      // Tiptap would say role=textbox and translate=no; this is an article, and it may be translated.
      attributes: { role: "article", "aria-label": label, lang: language, translate: "yes" },
    },
  });
  return {
    show: (next, selected) => {
      followSelection(editor.view, selected);
      showHighlights(editor.view, next);
    },
    destroy: () => editor.destroy(),
  };
}

export type Selected = Pick<Selection, "anchorNode" | "anchorOffset" | "focusNode" | "focusOffset"> | null;

/**
 * What is selected in the page. To be asked before anything in it is changed: afterwards the browser lays the whole
 * text out before it answers that nothing is.
 */
export function readSelected(): Selected {
  const selection = window.getSelection();
  if (!selection) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return { anchorNode, anchorOffset, focusNode, focusOffset };
}

/**
 * Takes over what the reader has selected meanwhile. ProseMirror hears of it a moment late, and would otherwise put
 * its old selection back when it draws.
 */
function followSelection(view: EditorView, selected: Selected): void {
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selected ?? {};
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const { doc, selection } = view.state;
  const anchor = doc.resolve(view.posAtDOM(anchorNode, anchorOffset));
  const head = doc.resolve(view.posAtDOM(focusNode, focusOffset));
  const next = TextSelection.between(anchor, head);
  if (!next.eq(selection)) view.dispatch(view.state.tr.setSelection(next));
}

const Document = Node.create({ name: "doc", topNode: true, content: "(block|fold)+" });

const Text = Node.create({ name: "text" });

const Block = Node.create({
  name: "block",
  content: "text*",
  marks: "",
  addAttributes: () => ({ role: { default: "body" }, start: { default: 0 } }),
  renderHTML({ node }) {
    const { tag, className } = blockShape(node.attrs.role, node.textContent);
    return [tag, { class: className, "data-start": node.attrs.start }, 0];
  },
});

const Fold = Node.create({
  name: "fold",
  content: "block+",
  addAttributes: () => ({ summary: { default: "" } }),
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement("details");
      dom.className = "fold";
      const summary = dom.appendChild(document.createElement("summary"));
      summary.textContent = node.attrs.summary;
      const contentDOM = dom.appendChild(document.createElement("div"));
      return {
        dom,
        contentDOM,
        // Opening and closing is the reader's, not the document's.
        ignoreMutation: (mutation) => mutation.type !== "selection",
        stopEvent: (event) => event.target instanceof globalThis.Node && summary.contains(event.target),
      };
    },
});

function highlights(blocks: BlockPlace[], shown: Shown): Extension {
  return Extension.create({
    name: "passages",
    addProseMirrorPlugins: () => [highlightPlugin(blocks, shown)],
  });
}

function documentOf(text: string, blocks: BlockPlace[]): JSONContent {
  const nodes = blocks.map((block) => ({
    type: "block",
    attrs: { role: block.role, start: block.start },
    content: [{ type: "text", text: text.slice(block.start, block.end) }],
  }));
  return {
    type: "doc",
    content: foldBlocks(blocks).flatMap(({ folded, from, to }): JSONContent[] => {
      const inside = nodes.slice(from, to + 1);
      if (!folded) return inside;
      const summary = foldSummary(inside.map((node) => node.attrs.role));
      return [{ type: "fold", attrs: { summary }, content: inside }];
    }),
  };
}
