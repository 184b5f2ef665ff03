-- CreateEnum
CREATE TYPE "Voice" AS ENUM ('source', 'reporter');

-- CreateEnum
CREATE TYPE "Directness" AS ENUM ('direct', 'mixed', 'indirect');

-- CreateEnum
CREATE TYPE "CueClass" AS ENUM ('neutral', 'asserting', 'hedging', 'vouching', 'denying', 'performing', 'judging');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('statement', 'interview', 'speech', 'testimony', 'pressReport', 'document', 'court', 'post', 'observation', 'unknown');

-- CreateEnum
CREATE TYPE "Polarity" AS ENUM ('positive', 'negative');

-- CreateEnum
CREATE TYPE "ClaimKind" AS ENUM ('quantity', 'date', 'event', 'causal', 'quote');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('person', 'organisation', 'document', 'anonymousPerson', 'anonymousGroup', 'unknown');

-- CreateEnum
CREATE TYPE "SuggestionKind" AS ENUM ('attribution', 'claim');

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('open', 'accepted', 'changed', 'dismissed');

-- AlterTable
ALTER TABLE "Passage" ADD COLUMN     "coreStart" INTEGER,
ADD COLUMN     "coreEnd" INTEGER,
ADD COLUMN     "claimKinds" "ClaimKind"[] DEFAULT ARRAY[]::"ClaimKind"[];

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "sourceId" UUID;

-- CreateTable
CREATE TABLE "Attribution" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "passageId" UUID NOT NULL,
    "voice" "Voice" NOT NULL,
    "sourceId" UUID,
    "parentId" UUID,
    "directness" "Directness",
    "mentionStart" INTEGER,
    "mentionEnd" INTEGER,
    "cueStart" INTEGER,
    "cueEnd" INTEGER,
    "cueClass" "CueClass",
    "channel" "Channel" NOT NULL DEFAULT 'unknown',
    "polarity" "Polarity" NOT NULL DEFAULT 'positive',
    "saidAt" DATE,
    "origin" TEXT NOT NULL DEFAULT 'person',
    "stands" BOOLEAN NOT NULL DEFAULT true,
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deletedAt" TIMESTAMPTZ(3),
    "createdNumber" INTEGER NOT NULL,
    "contentNumber" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "Attribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttributionRevision" (
    "attributionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "was" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AttributionRevision_pkey" PRIMARY KEY ("attributionId","version")
);

-- CreateTable
CREATE TABLE "Settlement" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "passageId" UUID NOT NULL,
    "attributionId" UUID,
    "attributionVersion" INTEGER,
    "byId" UUID NOT NULL,
    "why" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "number" INTEGER NOT NULL,

    CONSTRAINT "Settlement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "isParty" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "mergedIntoId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceAlias" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "articleId" UUID,
    "text" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DistinctSources" (
    "lowId" UUID NOT NULL,
    "highId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DistinctSources_pkey" PRIMARY KEY ("lowId","highId")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "engine" TEXT NOT NULL,
    "kind" "SuggestionKind" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "claimKinds" "ClaimKind"[] DEFAULT ARRAY[]::"ClaimKind"[],
    "directness" "Directness",
    "speaker" JSONB,
    "cue" JSONB,
    "parentId" UUID,
    "rule" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "state" "SuggestionState" NOT NULL DEFAULT 'open',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "passageId" UUID,
    "attributionId" UUID,
    "number" INTEGER NOT NULL,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SuggestionRun" (
    "revisionId" UUID NOT NULL,
    "engine" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SuggestionRun_pkey" PRIMARY KEY ("revisionId","engine")
);

-- CreateIndex
CREATE INDEX "Attribution_articleId_number_idx" ON "Attribution"("articleId", "number");

-- CreateIndex
CREATE INDEX "Attribution_passageId_idx" ON "Attribution"("passageId");

-- CreateIndex
CREATE INDEX "Attribution_sourceId_stands_idx" ON "Attribution"("sourceId", "stands");

-- CreateIndex
CREATE INDEX "Attribution_parentId_idx" ON "Attribution"("parentId");

-- CreateIndex
CREATE INDEX "Settlement_articleId_number_idx" ON "Settlement"("articleId", "number");

-- CreateIndex
CREATE INDEX "Settlement_passageId_number_idx" ON "Settlement"("passageId", "number");

-- CreateIndex
CREATE INDEX "Settlement_attributionId_idx" ON "Settlement"("attributionId");

-- CreateIndex
CREATE INDEX "Source_workspaceId_name_id_idx" ON "Source"("workspaceId", "name", "id");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_idx" ON "Source"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Source_name_trgm_idx" ON "Source" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "SourceAlias_sourceId_idx" ON "SourceAlias"("sourceId");

-- CreateIndex
CREATE INDEX "SourceAlias_articleId_idx" ON "SourceAlias"("articleId");

-- CreateIndex
CREATE INDEX "SourceAlias_text_trgm_idx" ON "SourceAlias" USING GIN ("text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "DistinctSources_highId_idx" ON "DistinctSources"("highId");

-- CreateIndex
CREATE INDEX "Suggestion_articleId_number_idx" ON "Suggestion"("articleId", "number");

-- CreateIndex
CREATE INDEX "Suggestion_articleId_state_idx" ON "Suggestion"("articleId", "state");

-- CreateIndex
CREATE INDEX "Suggestion_revisionId_idx" ON "Suggestion"("revisionId");

-- CreateIndex
CREATE INDEX "Thread_sourceId_idx" ON "Thread"("sourceId");

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Attribution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributionRevision" ADD CONSTRAINT "AttributionRevision_attributionId_fkey" FOREIGN KEY ("attributionId") REFERENCES "Attribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_attributionId_fkey" FOREIGN KEY ("attributionId") REFERENCES "Attribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceAlias" ADD CONSTRAINT "SourceAlias_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceAlias" ADD CONSTRAINT "SourceAlias_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceAlias" ADD CONSTRAINT "SourceAlias_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DistinctSources" ADD CONSTRAINT "DistinctSources_lowId_fkey" FOREIGN KEY ("lowId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DistinctSources" ADD CONSTRAINT "DistinctSources_highId_fkey" FOREIGN KEY ("highId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DistinctSources" ADD CONSTRAINT "DistinctSources_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionRun" ADD CONSTRAINT "SuggestionRun_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must hold whichever door the rows came through. Prisma has no words for CHECK. A CHECK that is NULL holds, so
-- that half a place has to be refused in words of its own.
ALTER TABLE "Source" ADD CONSTRAINT "Source_name_check" CHECK (btrim("name") <> '');
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedInto_check" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "SourceAlias" ADD CONSTRAINT "SourceAlias_text_check" CHECK (btrim("text") <> '');
ALTER TABLE "DistinctSources" ADD CONSTRAINT "DistinctSources_order_check" CHECK ("lowId" < "highId");
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_core_check" CHECK (("coreStart" IS NULL) = ("coreEnd" IS NULL) AND "coreStart" >= 0 AND "coreStart" < "coreEnd");
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_mention_check" CHECK (("mentionStart" IS NULL) = ("mentionEnd" IS NULL) AND "mentionStart" >= 0 AND "mentionStart" < "mentionEnd");
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_cue_check" CHECK (("cueStart" IS NULL) = ("cueEnd" IS NULL) AND "cueStart" >= 0 AND "cueStart" < "cueEnd");
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_parent_check" CHECK ("parentId" <> "id");
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_voice_check" CHECK ("voice" = 'source' OR ("sourceId" IS NULL AND "parentId" IS NULL));
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_range_check" CHECK ("start" >= 0 AND "start" < "end");
-- A thread hangs on one thing.
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_subject_check" CHECK ("passageId" IS NULL OR "sourceId" IS NULL);
