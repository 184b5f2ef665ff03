"use client";

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { useRoom } from "@/components/discussion/room";
import { type Axis, type Verdict, verdict as verdicts } from "@/lib/assessments/schema";
import { nameOf, type Pressed } from "@/lib/shortcuts/press";

/** A verdict that is being given, as the page's keys know it when the focus is not in its form. */
export type Judging = { axis: Axis; answer: (verdict: Verdict) => void; focus: () => void };

type Given = { axis: Axis; choose: (verdict: Verdict) => void; save: () => void; leave: () => void };

type FormKeys = {
  ref: RefObject<HTMLFormElement | null>;
  onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
};

/**
 * The keys of a form that gives a verdict: 4 3 2 1 U O choose, Enter on a choice and Ctrl+Enter anywhere save, Escape
 * leaves. While the form is open the page's own keys know of it, wherever the focus is.
 */
export function useVerdictKeys(given: Given): FormKeys {
  const { setJudging } = useRoom();
  const { axis } = given;
  const ref = useRef<HTMLFormElement>(null);
  const latest = useRef(given);
  useLayoutEffect(() => {
    latest.current = given;
  });
  // Before the next key: one that opened a form anew would still be taken for the one that has just closed.
  useLayoutEffect(() => {
    const focus = () => focusAnswer(ref.current);
    const answer = (verdict: Verdict) => {
      flushSync(() => latest.current.choose(verdict));
      focus();
    };
    const here: Judging = { axis, answer, focus };
    setJudging(here);
    return () => setJudging((before) => (before === here ? null : before));
  }, [axis, setJudging]);
  return { ref, onKeyDown: (event) => runVerdictKey(event, given) };
}

function runVerdictKey(event: KeyboardEvent<HTMLFormElement>, { choose, save, leave }: Given): void {
  const { target, currentTarget, nativeEvent } = event;
  // React also hands on what happens in a portal, such as the field for the address of a link.
  if (!(target instanceof Element) || !currentTarget.contains(target)) return;
  // A field inside has used it, or a letter is still being put together.
  if (nativeEvent.defaultPrevented || nativeEvent.isComposing) return;
  const isText = isTextField(target);
  const isCommand = event.ctrlKey || event.metaKey;
  const verdict = isText || isCommand || event.altKey ? undefined : verdictOf(nativeEvent);
  if (event.key === "Escape") leave();
  else if (event.key === "Enter" && (isCommand || (target instanceof HTMLInputElement && !isText))) save();
  else if (verdict) choose(verdict);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function verdictOf(event: Pressed): Verdict | undefined {
  return verdicts.safeParse(nameOf(event).replace("shift+", "").toUpperCase()).data;
}

function focusAnswer(form: HTMLFormElement | null): void {
  const answers = 'input[type="radio"][name^="verdict-"]';
  const answer = form?.querySelector<HTMLElement>(`${answers}:checked`) ?? form?.querySelector(answers);
  if (answer instanceof HTMLElement) answer.focus();
}

/** Where letters are typed: there they are no keys. */
function isTextField(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type);
}
