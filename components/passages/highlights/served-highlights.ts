import { handover } from "@/lib/http/answering";
import type { Highlight } from "./highlight-class";

/** The highlights of the article that is being answered, from its page to the text that the server draws. */
export const servedHighlights = handover<Highlight[]>("highlights");
