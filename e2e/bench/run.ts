import { cpus } from "node:os";
import { toolEnv } from "@/lib/env";
import { measureClaims } from "./measure-claims";
import { measureOpening, measureScript } from "./measure-opening";
import { measurePeople } from "./measure-people";
import { measureRoom } from "./measure-room";
import { measureScale } from "./measure-scale";
import { measureDiscussion, measureInserts, measureReaders, measureRoutes } from "./measure-server";
import { measureArticleLedger, measureSuggesting, measureWorkspaceLedger } from "./measure-voices";
import { benchSuggestions } from "./suggestions";
import { withWorld } from "./world";

// Prints tables; nothing here passes or fails on an absolute time.
console.log(
  `\n${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}; browser, server, database and load on this one machine.`,
);

await withWorld(async (world) => {
  await measureScript(world);
  await measureOpening(world);
  await measureRoom(world);
  await measurePeople(world);
  await measureReaders(world);
  await measureDiscussion(world);
  await measureInserts(world);
  await measureRoutes(world);
  await measureSuggesting(world);
  await measureArticleLedger(world);
  await measureWorkspaceLedger(world);
  await measureClaims(world);
});

await measureScale(toolEnv().SAYSO_BENCH_PASSAGES);
await benchSuggestions();
