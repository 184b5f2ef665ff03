"use client";

import { toast } from "@/components/ui/toast";
import { CallError } from "@/lib/http/client";

/** Waits for something a person asked for; when it is refused, says why. True when it was done. */
export async function attempt(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    const message = error instanceof CallError ? error.message : "Something went wrong. Try again.";
    toast.error(message);
    return false;
  }
}
