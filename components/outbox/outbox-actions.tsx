"use client";

import { copyText } from "@/components/ui/copy-button";
import { SignInLink, useSignedOut } from "@/components/ui/signed-out";

type Props = {
  /** What lands on the clipboard, and what is said then. */
  copy: { text: string; said: string };
  /** It cannot go before something else has gone: nothing to try again. */
  isHeldUp: boolean;
  onRetry: () => void;
  /** Opens it again in its form. */
  onChange?: (() => void) | undefined;
  onDiscard: () => void;
};

/** What can be done with something that waits or was refused. */
export function OutboxActions({ copy, isHeldUp, onRetry, onChange, onDiscard }: Props) {
  const isSignedOut = useSignedOut();
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-label">
      {isSignedOut && (
        <>
          <SignInLink />
          <span aria-hidden>·</span>
        </>
      )}
      {!isHeldUp && (
        <>
          <Action onPress={onRetry}>Retry</Action>
          <span aria-hidden>·</span>
        </>
      )}
      {onChange && (
        <>
          <Action onPress={onChange}>Change</Action>
          <span aria-hidden>·</span>
        </>
      )}
      <Action onPress={() => void copyText(copy.text, copy.said)}>Copy</Action>
      <span aria-hidden>·</span>
      <Action onPress={onDiscard}>Discard</Action>
    </p>
  );
}

function Action({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <button type="button" className="link min-h-6 pointer-coarse:min-h-11" onClick={onPress}>
      {children}
    </button>
  );
}
