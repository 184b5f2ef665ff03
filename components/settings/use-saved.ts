"use client";

import { useState } from "react";
import type { SettingsChange } from "@/lib/settings/schema";
import { saveSettings } from "./save-settings";

export type Saving = { state: "idle" | "saving" | "saved" } | { state: "failed"; message: string };

/** Saves settings as they are chosen, and knows how that went, for one part of the page. */
export function useSaved(): { saving: Saving; save: (change: SettingsChange) => Promise<boolean> } {
  const [saving, setSaving] = useState<Saving>({ state: "idle" });
  async function save(change: SettingsChange): Promise<boolean> {
    setSaving({ state: "saving" });
    try {
      await saveSettings(change);
      setSaving({ state: "saved" });
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : "This was not saved. Try again.";
      setSaving({ state: "failed", message });
      return false;
    }
  }
  return { saving, save };
}
