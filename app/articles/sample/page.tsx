import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/session";
import { findSample } from "@/lib/onboarding/queries";

/** Where a new person begins: in the sample article of their workspace. Whoever has none begins at the list. */
export default async function SamplePage() {
  const viewer = await requireViewer("/articles/sample");
  const articleId = await findSample(viewer);
  redirect(articleId ? `/articles/${articleId}` : "/");
}
