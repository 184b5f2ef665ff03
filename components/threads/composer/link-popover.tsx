"use client";

import type { Editor } from "@tiptap/core";
import { Popover as Parts } from "radix-ui";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { completeAddress } from "@/lib/text/complete-address";
import { isSafeAddress } from "@/lib/threads/comment-schema";

type Props = {
  editor: Editor;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button that opens it. */
  children: ReactNode;
};

/** What people write without a scheme: "example.org/page" and "desk@example.org". */
function withScheme(typed: string): string {
  const address = typed.trim();
  if (isSafeAddress(address)) return address;
  if (/^[^\s/:@]+@[^\s/:@]+\.[^\s/:@]+$/.test(address)) return `mailto:${address}`;
  return completeAddress(address);
}

export function LinkPopover({ editor, open, onOpenChange, children }: Props) {
  return (
    <Popover open={open} onOpenChange={onOpenChange}>
      <Parts.Trigger asChild>{children}</Parts.Trigger>
      <Parts.Portal>
        <Parts.Content
          aria-label="Link"
          side="top"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-50 w-72 animate-appear rounded-md border border-hairline bg-card p-4 text-ink shadow-float"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // The command `focus` waits for the next frame, and a key pressed until then would go nowhere.
            editor.view.focus();
          }}
          onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
        >
          <LinkForm editor={editor} onDone={() => onOpenChange(false)} />
        </Parts.Content>
      </Parts.Portal>
    </Popover>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const present = String(editor.getAttributes("link").href ?? "");
  const [typed, setTyped] = useState(present);
  const [error, setError] = useState<string | undefined>();

  function setLink(event: FormEvent) {
    event.preventDefault();
    // The form lies in a portal, but React would still hand the submit to whatever holds the composer.
    event.stopPropagation();
    const href = withScheme(typed);
    if (!isSafeAddress(href))
      return setError("Give an address that starts with https://, http:// or mailto:.");
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !present) {
      chain
        .insertContent({ type: "text", text: typed.trim(), marks: [{ type: "link", attrs: { href } }] })
        .run();
    } else chain.setLink({ href }).run();
    onDone();
  }

  function removeLink() {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onDone();
  }

  return (
    <form onSubmit={setLink} className="flex flex-col gap-3" noValidate>
      <TextField
        label="Address"
        inputMode="url"
        autoComplete="off"
        value={typed}
        error={error}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        {present && (
          <Button size="small" look="quiet" onClick={removeLink}>
            Remove link
          </Button>
        )}
        <Button size="small" look="primary" type="submit">
          {present ? "Change link" : "Add link"}
        </Button>
      </div>
    </form>
  );
}
