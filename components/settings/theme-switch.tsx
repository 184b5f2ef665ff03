"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Settings } from "@/lib/settings/schema";

type Theme = Settings["theme"];

const choices: { theme: Theme; label: string; Icon: typeof Sun }[] = [
  { theme: "system", label: "As the system", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
];

/** What saves them comes when it is first needed: this stands in the header of every page. */
async function save(theme: Theme): Promise<void> {
  const { saveSettings } = await import("./save-settings");
  await saveSettings({ theme });
}

/** Three buttons for the colours of the page: the setting of the same name, at hand on every page. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(themeHere()), []);
  const choose = (choice: Theme) => {
    setTheme(choice);
    save(choice).catch(() => {
      setTheme(themeHere());
      toast.error("The colours were not saved. Try again when you are online.");
    });
  };
  return (
    <fieldset className="flex">
      <legend className="sr-only">Colours</legend>
      {choices.map(({ theme: choice, label, Icon }) => (
        <button
          key={choice}
          type="button"
          aria-pressed={theme === choice}
          title={label}
          className="flex size-9 pointer-coarse:size-11 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink aria-pressed:bg-sunk aria-pressed:text-ink"
          onClick={() => choose(choice)}
        >
          <Icon aria-hidden className="size-4" />
          <span className="sr-only">{label}</span>
        </button>
      ))}
    </fieldset>
  );
}

function themeHere(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}
