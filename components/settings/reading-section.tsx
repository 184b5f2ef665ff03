"use client";

import { useState } from "react";
import type { Settings } from "@/lib/settings/schema";
import { Choice } from "./choice";
import { Section } from "./section";
import { useSaved } from "./use-saved";

type Looks = Pick<Settings, "theme" | "textSize" | "measure" | "typeface" | "motion" | "announcePassages">;

const themes = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

const sizes = [
  { value: "small", label: "Small" },
  { value: "normal", label: "Normal" },
  { value: "large", label: "Large" },
  { value: "largest", label: "Very large" },
] as const;

const measures = [
  { value: "narrow", label: "Narrow" },
  { value: "normal", label: "Normal" },
  { value: "wide", label: "Wide" },
] as const;

const typefaces = [
  { value: "newsreader", label: "Newsreader", className: "face-newsreader" },
  { value: "franklin", label: "Libre Franklin", className: "face-franklin" },
  { value: "atkinson", label: "Atkinson Hyperlegible", className: "face-atkinson" },
] as const;

const motions = [
  { value: "system", label: "As the system" },
  { value: "full", label: "Full" },
  { value: "reduced", label: "Reduced" },
] as const;

/** How articles look for this person. Each choice counts at once, on the sample too. */
export function ReadingSection({ settings }: { settings: Settings }) {
  const { saving, save } = useSaved();
  const [looks, setLooks] = useState<Looks>(settings);
  const set = async (change: Partial<Looks>) => {
    const before = looks;
    setLooks((now) => ({ ...now, ...change }));
    if (await save(change)) return;
    // Only this change goes back: what was chosen after it may be stored.
    const kept = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof Looks]]));
    setLooks((now) => ({ ...now, ...kept }));
  };
  return (
    <Section id="reading" title="Reading" saving={saving}>
      <Choice
        legend="Colours"
        options={themes}
        value={looks.theme}
        onChange={(theme) => void set({ theme })}
      />
      <Choice
        legend="Typeface of articles"
        options={typefaces}
        value={looks.typeface}
        onChange={(typeface) => void set({ typeface })}
      />
      <Choice
        legend="Size of the text"
        options={sizes}
        value={looks.textSize}
        onChange={(textSize) => void set({ textSize })}
      />
      <Choice
        legend="Width of the lines"
        options={measures}
        value={looks.measure}
        onChange={(measure) => void set({ measure })}
      />
      <Sample />
      <Choice
        legend="Motion"
        options={motions}
        value={looks.motion}
        onChange={(motion) => void set({ motion })}
      />
      <label className="flex items-start gap-3 text-card">
        <input
          type="checkbox"
          checked={looks.announcePassages}
          onChange={({ target }) => void set({ announcePassages: target.checked })}
          className="mt-0.5 size-4 accent-ink"
        />
        <span>
          <span className="font-semibold">Announce passages</span>
          <span className="block text-muted">
            Screen readers say “passage” where one begins in the text. Behind its last word there is always a
            link with its number and verdict.
          </span>
        </span>
      </label>
    </Section>
  );
}

function Sample() {
  return (
    <figure className="border-hairline border-y py-5">
      <figcaption className="mb-2 text-label text-muted">How it looks</figcaption>
      <div className="article-text" lang="en">
        <p className="block !mb-0">
          The ferry between the two islands stopped in 2019, and{" "}
          <mark className="passage is-v3">1,204 people have signed a petition to bring it back</mark>, the
          harbour master said on Tuesday. Nobody at the ministry would say whether the boat still exists.
        </p>
      </div>
    </figure>
  );
}
