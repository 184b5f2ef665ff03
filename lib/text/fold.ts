import { withoutAccents } from "./without-accents";

/** Small letters without accents, so that "jose" finds "José". */
export function fold(text: string): string {
  return withoutAccents(text).toLowerCase();
}
