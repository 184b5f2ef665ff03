-- Reads the tables while others write in them. The keys before have let nothing in that would fail here.
ALTER TABLE "Source" VALIDATE CONSTRAINT "Source_mergedIntoId_fkey";
ALTER TABLE "Attribution" VALIDATE CONSTRAINT "Attribution_sourceId_fkey";
ALTER TABLE "Thread" VALIDATE CONSTRAINT "Thread_sourceId_fkey";
ALTER TABLE "Assessment" VALIDATE CONSTRAINT "Assessment_sourceId_fkey";
ALTER TABLE "Resolution" VALIDATE CONSTRAINT "Resolution_sourceId_fkey";
