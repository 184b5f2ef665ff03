"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  AtSign,
  Bold,
  Code,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  TextQuote,
} from "lucide-react";
import { Toolbar } from "radix-ui";
import { useState } from "react";
import { LinkPopover } from "./link-popover";

type Tool = {
  name: string;
  /** As written after "Ctrl+". */
  keys: string;
  Icon: LucideIcon;
  isOn: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
};

/** Code inside a line, or a block of it when several blocks are selected. */
function toggleCode(editor: Editor) {
  const { $from, $to } = editor.state.selection;
  const chain = editor.chain().focus();
  if (editor.isActive("codeBlock") || !$from.sameParent($to)) chain.toggleCodeBlock().run();
  else chain.toggleCode().run();
}

const tools: Tool[] = [
  {
    name: "Bold",
    keys: "B",
    Icon: Bold,
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "Italic",
    keys: "I",
    Icon: Italic,
    isOn: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "Quote",
    keys: "Shift+B",
    Icon: TextQuote,
    isOn: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: "List",
    keys: "Shift+8",
    Icon: List,
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "Numbered list",
    keys: "Shift+7",
    Icon: ListOrdered,
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "Code",
    keys: "E",
    Icon: Code,
    isOn: (editor) => editor.isActive("code") || editor.isActive("codeBlock"),
    run: toggleCode,
  },
];

const buttonLook =
  "flex size-7 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink aria-pressed:bg-sunk aria-pressed:text-ink pointer-coarse:h-11 pointer-coarse:w-auto pointer-coarse:min-w-8 pointer-coarse:max-w-11 pointer-coarse:flex-1";

type Props = { editor: Editor; linkOpen: boolean; onLinkOpen: (open: boolean) => void };

/** The marks and blocks a comment may have, each with its key. */
export function ComposerToolbar({ editor, linkOpen, onLinkOpen }: Props) {
  const [isMac] = useState(() => /Mac|iPhone|iPad/.test(navigator.platform));
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => [...tools.map((tool) => tool.isOn(now)), now.isActive("link")],
  });
  const hint = (name: string, keys: string) => `${name} (${isMac ? "⌘" : "Ctrl+"}${keys})`;
  return (
    <Toolbar.Root aria-label="Formatting" className="flex flex-wrap items-center pointer-coarse:w-full">
      {tools.map(({ name, keys, Icon, run }, at) => (
        <Toolbar.Button
          key={name}
          aria-label={name}
          aria-pressed={on[at] ?? false}
          aria-keyshortcuts={`${isMac ? "Meta" : "Control"}+${keys}`}
          title={hint(name, keys)}
          className={buttonLook}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
        >
          <Icon aria-hidden className="size-4" />
        </Toolbar.Button>
      ))}
      <LinkPopover editor={editor} open={linkOpen} onOpenChange={onLinkOpen}>
        <Toolbar.Button
          aria-label="Link"
          aria-pressed={on[tools.length] ?? false}
          title={hint("Link", "K")}
          className={buttonLook}
        >
          <Link aria-hidden className="size-4" />
        </Toolbar.Button>
      </LinkPopover>
      <Toolbar.Button
        aria-label="Mention somebody"
        title="Mention somebody (@)"
        className={buttonLook}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          const before = editor.state.selection.$from.nodeBefore;
          const needsSpace = before?.isText && !/\s$/.test(before.text ?? "");
          editor
            .chain()
            .focus()
            .insertContent(needsSpace ? " @" : "@")
            .run();
        }}
      >
        <AtSign aria-hidden className="size-4" />
      </Toolbar.Button>
    </Toolbar.Root>
  );
}
