import { expect, type Page } from "@playwright/test";
import { makeMembership, makeUser, makeWorkspace } from "@/prisma/factories";
import type { PrismaClient, Role } from "@/prisma/generated/client";

/** A workspace with an owner, and Edda in this role. */
export async function desk(db: PrismaClient, role: Role = "editor") {
  const workspace = await makeWorkspace(db);
  const owner = await makeUser(db, { name: "Olga Owner" });
  await makeMembership(db, { workspaceId: workspace.id, userId: owner.id, role: "owner" });
  const user = await makeUser(db, { name: "Edda Editor" });
  await makeMembership(db, { workspaceId: workspace.id, userId: user.id, role });
  return { workspace, owner, user };
}

/** An article as it is pasted, with a quotation that is never closed. */
export const article = [
  "Ferry line to close in autumn",
  "Residents of both shores fear a winter without a crossing",
  "By Ines Holm",
  "The ferry line across the sound will close in October, its operator said on Monday. It carried 90,000 people last year.",
  "“We lost two winters, said the harbour master, who has asked for help since May.",
  "Sign up for our weekly newsletter",
].join("\n\n");

/** Pastes a text and asks for the preview. */
export async function preview(page: Page, text: string) {
  await page.getByLabel("The article").fill(text);
  await page.getByRole("button", { name: "Show the preview" }).click();
  await expect(page.getByRole("heading", { name: "What became of it" })).toBeVisible();
}

/** The roles of the blocks in the preview, in order. */
export function roles(page: Page): Promise<string[]> {
  return page
    .getByLabel(/^Role of block/)
    .evaluateAll((list) => list.map((one) => (one instanceof HTMLSelectElement ? one.value : "")));
}
