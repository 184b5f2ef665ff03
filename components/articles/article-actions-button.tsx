import { Ellipsis } from "lucide-react";
import type { ComponentProps } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { inQuotes } from "@/lib/text/in-quotes";

/** Opens what may be done to an article. */
export function ArticleActionsButton({
  title,
  ...rest
}: { title: string } & Omit<ComponentProps<typeof IconButton>, "label" | "children">) {
  return (
    <IconButton {...rest} label={`Actions for ${inQuotes(title)}`}>
      <Ellipsis aria-hidden className="size-5" />
    </IconButton>
  );
}
