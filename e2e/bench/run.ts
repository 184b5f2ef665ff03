import { cpus } from "node:os";
import { measureOpening, measurePeople } from "./measure-browser";
import { measureClaims } from "./measure-claims";
import { measureDiscussion, measureInserts, measureReaders } from "./measure-server";
import { measureArticleLedger, measureSuggesting, measureWorkspaceLedger } from "./measure-voices";
import { benchSuggestions } from "./suggestions";
import { withWorld } from "./world";

// Prints tables; nothing here passes or fails on an absolute time.
console.log(
  `\n${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}; browser, server, database and load on this one machine.`,
);

await withWorld(async (world) => {
  await measureOpening(world);
  await measurePeople(world);
  await measureReaders(world);
  await measureDiscussion(world);
  await measureInserts(world);
  await measureSuggesting(world);
  await measureArticleLedger(world);
  await measureWorkspaceLedger(world);
  await measureClaims(world);
});

await benchSuggestions();
