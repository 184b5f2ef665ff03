"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { readTheme, type Theme, themeCookie } from "./theme";

const choices: { theme: Theme; label: string; Icon: typeof Sun }[] = [
  { theme: "system", label: "As the system", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
];

const oneYear = 365 * 24 * 60 * 60;

function apply(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari's older versions
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${oneYear}; samesite=lax`;
}

/** Three buttons for the colours of the page; the choice is a cookie, so the server draws it without a flash. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(readTheme(document.documentElement.dataset.theme)), []);
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
          onClick={() => {
            apply(choice);
            setTheme(choice);
          }}
        >
          <Icon aria-hidden className="size-4" />
          <span className="sr-only">{label}</span>
        </button>
      ))}
    </fieldset>
  );
}
