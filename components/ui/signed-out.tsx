"use client";

import { useEffect, useSyncExternalStore } from "react";
import { noteClosed } from "./closed";
import { Notice } from "./notice";

// Whoever calls the server notes it at the page (lib/http/signed-out.ts).
const isSignedOut = () => document.documentElement.dataset.session === "ended";

function onSignedOut(hear: () => void): () => void {
  window.addEventListener("session", hear);
  return () => window.removeEventListener("session", hear);
}

/** Whether the server has answered that nobody is signed in here any more. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(onSignedOut, isSignedOut, () => false);
}

/** The person has signed out in another window of this browser. */
let isLeftElsewhere = false;

/** Hears why the session of this page ends, should it end by the person's own doing (lib/http/signed-out.ts). */
function useHearSignOut(): void {
  useEffect(() => {
    const channel = new BroadcastChannel("sayso-sign-out");
    channel.onmessage = ({ data }: MessageEvent<boolean>) => {
      isLeftElsewhere = data;
    };
    const stop = onSignedOut(() => {
      // Signed in again, the next end is another one.
      if (!isSignedOut()) isLeftElsewhere = false;
    });
    return () => {
      channel.close();
      stop();
    };
  }, []);
}

/** The address of the sign-in that comes back to what is open just now. */
export function signInHere(): string {
  const { pathname, search, hash } = window.location;
  return `/sign-in?next=${encodeURIComponent(pathname + search + hash)}`;
}

/** The same for whoever was signed in a moment ago; it says why they are not any more, and who they are. */
function signInAgain(): string {
  const { viewer } = document.documentElement.dataset;
  const was = viewer ? `&was=${viewer}` : "";
  return `${signInHere()}&reason=${isLeftElsewhere ? "elsewhere" : "ended"}${was}`;
}

/**
 * Leaves for the sign-in, or lets the server decide what there is to see now, after a refusal that says that I may not
 * see it. Whoever has a dialogue open and is only signed out is told so there, and keeps what they typed.
 */
export function leaveWhatIsClosed(code: string): void {
  if (code === "not-found") noteClosed();
  if (code === "not-found" || code === "forbidden") window.location.reload();
  if (code === "unauthenticated" && !document.querySelector("[role=dialog]"))
    window.location.replace(signInAgain());
}

/** The way to the sign-in and back to what is open when it is pressed. */
export function SignInLink({ isApart = false }: { isApart?: boolean }) {
  return (
    <a
      className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
      href="/sign-in"
      {...(isApart ? { target: "_blank" } : {})}
      // What is open changes the address without drawing this anew.
      onClick={(event) => {
        event.currentTarget.href = signInAgain();
      }}
    >
      {isApart ? "Sign in in a new window" : "Sign in"}
    </a>
  );
}

/** What to do in a box whose fields would be lost with the page; nothing as long as somebody is signed in. */
export function SignedOutNotice() {
  if (!useSignedOut()) return null;
  return (
    <Notice kind="caution">
      You are signed out. <SignInLink isApart />, then try again here.
    </Notice>
  );
}

/** The same above the page, wherever it was scrolled to: the header's places lead nowhere without a session. */
export function SignedOutBar() {
  useHearSignOut();
  if (!useSignedOut()) return null;
  return (
    <div className="fixed inset-x-0 top-0 z-40 bg-caution-tint shadow-float print:hidden">
      <Notice kind="caution" className="mx-auto max-w-room items-baseline">
        You are signed out: nothing is sent. <SignInLink />
      </Notice>
    </div>
  );
}
