"use client";

import { Button } from "./button";
import { toast } from "./toast";

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast.success(said);
  } catch {
    toast.error("The browser did not allow copying. Select the text and copy it yourself.", {
      description: text,
    });
  }
}

export function CopyButton({ text, label, said }: { text: string; label: string; said: string }) {
  return <Button onClick={() => copyText(text, said)}>{label}</Button>;
}
