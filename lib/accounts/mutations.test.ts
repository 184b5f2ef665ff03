import { describe, expect, it } from "vitest";
import type { Stranger } from "@/lib/auth/options";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { storeSample } from "@/lib/onboarding/mutations";
import { makeUser } from "@/prisma/factories";
import * as mutations from "./mutations";
import { findByPassword } from "./queries";
import { signUp as endpoint, type SignUp } from "./schema";

useTestDatabase();

const now = new Date("2026-11-23T12:00:00Z");
const password = "three quiet boats at dawn";
const signUp = (given: SignUp, from: string, at: Date) => mutations.signUp(given, from, at, storeSample);
const welcome = (stranger: Stranger) => mutations.welcome(stranger, now, storeSample);
let visitor = 0;
const somewhere = () => `198.51.100.${++visitor}`;

function asStored(email: string) {
  return db().user.findUnique({
    where: { email },
    include: { memberships: { include: { workspace: true } }, accounts: true },
  });
}

describe("signUp", () => {
  it("makes an account with a workspace of its own and a hash that only the password opens", async () => {
    const given = endpoint.body.parse({ name: " Ida Holm ", email: " Ida@Example.ORG ", password });
    await signUp(given, somewhere(), now);
    const user = await asStored("ida@example.org");
    expect(user?.name).toBe("Ida Holm");
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(user?.memberships.map((one) => [one.role, one.workspace.name])).toEqual([
      ["owner", "Ida Holm’s workspace"],
    ]);
    expect(await findByPassword("ida@example.org", password)).toEqual({ id: user?.id, sessionVersion: 0 });
    expect(await findByPassword("ida@example.org", `${password}!`)).toBeNull();
    expect(await findByPassword("nobody@example.org", password)).toBeNull();
  });

  it("takes a password typed on another keyboard for the same", async () => {
    const given = {
      name: "Zoë",
      email: "zoe@example.org",
      password: "naïve façade of the tenth".normalize("NFC"),
    };
    await signUp(given, somewhere(), now);
    expect(await findByPassword("zoe@example.org", given.password.normalize("NFD"))).not.toBeNull();
  });

  it("answers a known address alike and changes nothing of it", async () => {
    const given = { name: "Sam", email: "sam@example.org", password };
    const first = await signUp(given, somewhere(), now);
    const before = await asStored("sam@example.org");
    const again = await signUp(
      { ...given, name: "Mallory", password: "an other long password" },
      somewhere(),
      now,
    );
    expect(again).toEqual(first);
    expect(await asStored("sam@example.org")).toEqual(before);
  });

  it("makes one account when the button is pressed five times at once", async () => {
    const given = { name: "Noor", email: "noor@example.org", password };
    await Promise.all(Array.from({ length: 5 }, () => signUp(given, somewhere(), now)));
    expect(await db().workspace.count({ where: { name: "Noor’s workspace" } })).toBe(1);
  });

  it("allows five tries in half an hour from one address", async () => {
    const from = somewhere();
    const attempt = (n: number) => signUp({ name: "Bot", email: `bot${n}@example.org`, password }, from, now);
    for (let n = 0; n < 5; n++) await attempt(n);
    await expect(attempt(6)).rejects.toMatchObject({ code: "too-many", retryAfter: expect.any(Number) });
    await signUp({ name: "Other", email: "other@example.org", password }, somewhere(), now);
  });

  it("takes as long for known as for new addresses", async () => {
    await makeUser(db(), { email: "known@example.org" });
    const time = async (email: string) => {
      const started = performance.now();
      await signUp({ name: "Ida", email, password }, somewhere(), now);
      return performance.now() - started;
    };
    const known: number[] = [];
    const fresh: number[] = [];
    for (let round = 0; round < 5; round++) {
      known.push(await time("known@example.org"));
      fresh.push(await time(`fresh${round}@example.org`));
    }
    expect(likeness(median(known), median(fresh))).toBeGreaterThan(0.4);
  }, 30_000);
});

describe("findByPassword", () => {
  it("takes as long for unknown addresses, and for those without a password, as for a wrong password", async () => {
    await signUp({ name: "Eva", email: "eva@example.org", password }, somewhere(), now);
    await makeUser(db(), { email: "provider@example.org", passwordHash: null });
    const times: Record<string, number[]> = { eva: [], provider: [], nobody: [] };
    for (let round = 0; round < 9; round++) {
      for (const [who, list] of Object.entries(times)) {
        const started = performance.now();
        await findByPassword(`${who}@example.org`, "a wrong password, long");
        list.push(performance.now() - started);
      }
    }
    const [eva = 0, provider = 0, nobody = 0] = Object.values(times).map(median);
    expect(likeness(eva, nobody)).toBeGreaterThan(0.4);
    expect(likeness(eva, provider)).toBeGreaterThan(0.4);
  }, 30_000);
});

describe("welcome", () => {
  const stranger = {
    provider: "oidc https://id.example",
    providerAccountId: "1",
    email: "new@example.org",
    name: "New",
  };

  it("makes an account with a workspace", async () => {
    expect(await welcome(stranger)).toBe("welcome");
    const user = await asStored("new@example.org");
    expect(user?.passwordHash).toBeNull();
    expect(user?.accounts).toMatchObject([{ provider: stranger.provider, providerAccountId: "1" }]);
    expect(user?.memberships).toMatchObject([{ role: "owner", workspace: { name: "New’s workspace" } }]);
  });

  it("never joins an account that exists, however it was made", async () => {
    expect(await welcome({ ...stranger, providerAccountId: "2" })).toBe("exists");
    await makeUser(db(), { email: "old@example.org", passwordHash: "x" });
    expect(await welcome({ ...stranger, providerAccountId: "3", email: "old@example.org" })).toBe("exists");
    expect(await db().account.count({ where: { providerAccountId: { in: ["2", "3"] } } })).toBe(0);
  });

  it("needs an address, and makes do without a name", async () => {
    expect(await welcome({ ...stranger, providerAccountId: "4", email: null })).toBe("no-address");
    await welcome({ ...stranger, providerAccountId: "5", email: "plain@example.org", name: "  " });
    expect((await asStored("plain@example.org"))?.name).toBe("plain");
  });
});

/**
 * The shorter of two durations as a part of the longer. Whoever leaves the hash out for some addresses gets about 0.05;
 * a busy machine makes all of them longer, but alike.
 */
function likeness(a: number, b: number): number {
  return Math.min(a, b) / Math.max(a, b);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
