"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Field, inputClass } from "@/components/ui/field";

type Props = {
  label?: string;
  name?: string;
  /** "new-password" has password managers offer one. */
  autoComplete: "current-password" | "new-password";
  hint?: ReactNode;
  error?: string | undefined;
  autoFocus?: boolean;
  onChange?: () => void;
  onLeave?: (password: string) => void;
};

/** A password that can be shown while it is typed; pasting and password managers work. */
export function PasswordField({
  label = "Password",
  name = "password",
  autoComplete,
  hint,
  error,
  autoFocus = false,
  onChange,
  onLeave,
}: Props) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => (
        <div className="relative">
          <input
            {...props}
            name={name}
            type={shown ? "text" : "password"}
            autoComplete={autoComplete}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: asked for where the form takes another's place
            autoFocus={autoFocus}
            required
            onChange={onChange}
            onBlur={(event) => onLeave?.(event.currentTarget.value)}
            className={`${inputClass} pr-12`}
          />
          <button
            type="button"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-md text-muted hover:text-ink"
          >
            <Icon aria-hidden className="size-5" />
            <span className="sr-only">Show password</span>
          </button>
        </div>
      )}
    </Field>
  );
}
