-- A source can only go when nothing names it. Without these, deleting a workspace read every verdict and every
-- resolution of the whole database once for each of its sources.
CREATE INDEX "Assessment_sourceId_idx" ON "Assessment"("sourceId");
CREATE INDEX "Resolution_sourceId_idx" ON "Resolution"("sourceId");
