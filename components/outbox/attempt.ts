"use client";

import { toast } from "@/components/ui/toast";
import { messageOf } from "@/lib/http/client";

/** Waits for something a person asked for; when it is refused, says why. True when it was done. */
export async function attempt(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    const message = messageOf(error);
    toast.error(message);
    return false;
  }
}
