import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** What a page looks for; the not-found page where it is not there, or not for this viewer. */
export async function orNotFound<Found>(found: Promise<Found>): Promise<Found> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
}
