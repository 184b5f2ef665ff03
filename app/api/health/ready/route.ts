import { requireReady } from "@/lib/db/readiness";
import { readReady } from "@/lib/http/health";
import { route } from "@/lib/http/route";

export const dynamic = "force-dynamic";

export const GET = route(readReady, async () => {
  await requireReady();
  return { status: "ok" as const };
});
