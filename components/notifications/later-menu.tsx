"use client";

import { Clock } from "lucide-react";
import { useKeyHint } from "@/components/shortcuts/key-settings";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { laterChoices } from "@/lib/notifications/later";

type Props = {
  /** What is put off, in a sentence. */
  of: string;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onChoose: (until: Date) => void;
};

/** Puts something off to a moment that fits most: soon, tomorrow, next week. */
export function LaterMenu({ of, isOpen, onOpen, onChoose }: Props) {
  const hint = useKeyHint()("notifications.later");
  const choices = isOpen ? laterChoices(new Date()) : [];
  return (
    <Menu
      label="Put off until"
      isOpen={isOpen}
      onOpen={onOpen}
      trigger={
        <IconButton
          label={`Later: ${of}`}
          hint={hint ? `Later (${hint.shown})` : "Later"}
          aria-keyshortcuts={hint?.aria}
        >
          <Clock aria-hidden className="size-4" />
        </IconButton>
      }
      items={choices.map(({ label, until }) => ({ label, onSelect: () => onChoose(until) }))}
    />
  );
}
