"use client";

import { BellOff } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useHandOn } from "@/components/ui/use-hand-on";
import type { Gathered, ArticleNews as News } from "@/lib/notifications/gather";

type Props = {
  news: News;
  onMute: () => void;
  children: (line: Gathered) => ReactNode;
};

/** What happened in one article, passage by passage, each with its words. */
export function ArticleNews({ news, onMute, children }: Props) {
  const { articleId, title } = news;
  const place = useRef<HTMLElement>(null);
  // It was muted: on with the next article, or at the top.
  useHandOn(
    place,
    ({ beside }) => beside?.querySelector<HTMLElement>("[data-row]") ?? document.querySelector("h1"),
  );
  return (
    <section ref={place} aria-labelledby={`news-${articleId}`} className="border-ink border-t pt-3 pb-8">
      <div className="flex items-start justify-between gap-4">
        <h2 id={`news-${articleId}`} className="text-dek font-medium">
          <a href={`/articles/${articleId}`} className="hover:underline">
            {title}
          </a>
        </h2>
        <Button size="small" look="quiet" onClick={onMute} title="Hear nothing more of this article">
          <BellOff aria-hidden className="size-4" />
          Mute<span className="sr-only"> {title}</span>
        </Button>
      </div>
      {news.passages.map(({ passageId, words, lines }) => (
        <div key={passageId ?? "article"} className="mt-3">
          {words && (
            <blockquote className="line-clamp-2 border-control border-l-2 pl-3 font-serif text-muted text-quote italic">
              {words}
            </blockquote>
          )}
          <ul className="mt-1 pl-1">{lines.map(children)}</ul>
        </div>
      ))}
    </section>
  );
}
