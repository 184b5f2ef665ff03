"use client";

import { useState } from "react";
import { Button, wrapsClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { SignInWay } from "@/lib/auth/providers";
import { signInByProvider } from "@/lib/auth/sign-in";
import { useSubmit } from "./use-submit";

/** One button for each provider that is configured, above the form; nothing when there is none. */
export function ProviderButtons({ ways, next }: { ways: SignInWay[]; next: string }) {
  const { busy, problem, submit } = useSubmit();
  const [chosen, setChosen] = useState<string | null>(null);
  const ready = useHydrated();
  if (ways.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {problem && <Notice kind="error">{problem}</Notice>}
      {ways.map(({ id, name }) => (
        <Button
          key={id}
          className={classNames(wrapsClass, "min-h-11 w-full")}
          disabled={!ready || (busy && chosen !== id)}
          busy={busy && chosen === id}
          onClick={() => {
            setChosen(id);
            submit(async () => window.location.assign(await signInByProvider(id, next)), { stay: false });
          }}
        >
          Continue with {name}
        </Button>
      ))}
      <div className="flex items-center gap-4 text-label text-muted before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
        or
      </div>
    </div>
  );
}
