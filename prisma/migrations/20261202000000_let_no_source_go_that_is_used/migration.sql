-- Deleting a source emptied what pointed to it: words became those of somebody unnamed, verdicts those on nobody. Now
-- it is refused while anything does, though not before all that is deleted along with it is gone: sources that were
-- merged go together with their workspace. What is there is not looked at while the tables are locked: the next migration does that. The sources first,
-- as every write locks them first.
ALTER TABLE "Source" DROP CONSTRAINT "Source_mergedIntoId_fkey";
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source"("id") ON DELETE NO ACTION ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Attribution" DROP CONSTRAINT "Attribution_sourceId_fkey";
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE NO ACTION ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Thread" DROP CONSTRAINT "Thread_sourceId_fkey";
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE NO ACTION ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Assessment" DROP CONSTRAINT "Assessment_sourceId_fkey";
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE NO ACTION ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Resolution" DROP CONSTRAINT "Resolution_sourceId_fkey";
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE NO ACTION ON UPDATE CASCADE NOT VALID;
