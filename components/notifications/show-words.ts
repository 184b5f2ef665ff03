import type { NotificationShow } from "@/lib/notifications/schema";

/** The lists of notifications in their order, and what stands where one is empty. */
export const showWords: Record<NotificationShow, { name: string; empty: string; why: string }> = {
  all: {
    name: "All",
    empty: "You are up to date",
    why: "When colleagues mention you, ask you to check something, or go on with what you began, it stands here.",
  },
  mentions: {
    name: "Mentions",
    empty: "Nobody has mentioned you",
    why: "Colleagues do with @ and your name.",
  },
  assigned: {
    name: "Assigned",
    empty: "Nothing is assigned to you",
    why: "What colleagues ask you to check, and threads that they give you, stand here.",
  },
  unread: { name: "Unread", empty: "You are up to date", why: "There is nothing that you have not read." },
  later: {
    name: "Later",
    empty: "Nothing is put off",
    why: "What you put off waits here and comes back by itself.",
  },
  done: {
    name: "Done",
    empty: "Nothing is done yet",
    why: "What you are done with stays here, to be found again.",
  },
};
