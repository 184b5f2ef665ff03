"use client";

import { can } from "@/lib/auth/permissions";
import { aboutHints, aboutLabels } from "@/lib/threads/about";
import type { DraftPlace } from "@/lib/threads/draft";
import { Composer } from "./composer/composer";
import { starterName } from "./composer/draft-line";
import { NoField, useWasAllowed } from "./composer/no-field";
import { sendLabelFor } from "./composer/send-label";
import type { ThreadStarterProps } from "./thread-props";

/** The field in which a new thread begins, on a passage or on the whole article. */
export function ThreadStarter({
  ref,
  passageId,
  passage,
  sourceId,
  assessmentId,
  about,
  onStarted,
  onLeave,
  ...given
}: ThreadStarterProps) {
  const { viewer, workspace, people, actions } = given;
  const place: DraftPlace = {
    passageId: passage?.id ?? passageId ?? sourceId,
    about: starterName(about, assessmentId),
  };
  const mayStart = can(viewer, "thread.create", { workspaceId: workspace.id });
  const wasAllowed = useWasAllowed(mayStart);
  const where = { articleId: given.articleId, viewerId: viewer.userId, place };
  if (!mayStart) return <NoField {...where} isArchived={given.isArchived} wasAllowed={wasAllowed} />;
  return (
    <section aria-label={`New thread: ${aboutLabels[about]}`} className="flex flex-col gap-2">
      <h4 className="text-card font-semibold">{aboutLabels[about]}</h4>
      <Composer
        ref={ref}
        {...where}
        people={people}
        label={aboutLabels[about]}
        placeholder={aboutHints[about]}
        sendLabel={sendLabelFor(workspace, people)}
        autoFocus
        onSend={(body) => {
          onStarted(actions.startThread({ passageId, passage, sourceId, assessmentId, about, body }));
          return true;
        }}
        onLeave={onLeave}
      />
    </section>
  );
}
