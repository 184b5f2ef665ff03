-- CreateEnum
CREATE TYPE "Axis" AS ENUM ('so', 'said');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "Reason" AS ENUM ('missingContext', 'outdated', 'wrongNumber', 'wrongDate', 'wrongPlace', 'wrongSource', 'overstated', 'cherryPicked', 'causeNotShown', 'mistranslated', 'headlineBeyondBody', 'unsupported');

-- CreateEnum
CREATE TYPE "Bearing" AS ENUM ('supports', 'refutes', 'context');

-- AlterTable
ALTER TABLE "Passage" ADD COLUMN     "assigneeId" UUID;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "url" TEXT;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "assessmentId" UUID;

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "passageId" UUID NOT NULL,
    "axis" "Axis" NOT NULL,
    "byId" UUID NOT NULL,
    "verdict" CHAR(1),
    "confidence" "Confidence" NOT NULL DEFAULT 'medium',
    "reasons" "Reason"[] DEFAULT ARRAY[]::"Reason"[],
    "rationale" JSONB,
    "text" TEXT NOT NULL DEFAULT '',
    "blind" BOOLEAN NOT NULL,
    "exact" TEXT NOT NULL,
    "sourceId" UUID,
    "replacesId" UUID,
    "changeNote" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "number" INTEGER NOT NULL,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reveal" (
    "articleId" UUID NOT NULL,
    "passageId" UUID NOT NULL,
    "axis" "Axis" NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "number" INTEGER NOT NULL,

    CONSTRAINT "Reveal_pkey" PRIMARY KEY ("userId","passageId","axis")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "passageId" UUID NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "bearing" "Bearing" NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT false,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deletedAt" TIMESTAMPTZ(3),
    "number" INTEGER NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentEvidence" (
    "assessmentId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,

    CONSTRAINT "AssessmentEvidence_pkey" PRIMARY KEY ("assessmentId","evidenceId")
);

-- CreateTable
CREATE TABLE "Resolution" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "passageId" UUID NOT NULL,
    "axis" "Axis" NOT NULL,
    "verdict" CHAR(1),
    "rationale" JSONB,
    "text" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "exact" TEXT NOT NULL,
    "sourceId" UUID,
    "replacesId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "number" INTEGER NOT NULL,

    CONSTRAINT "Resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "passageId" UUID,
    "threadId" UUID,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "choices" JSONB NOT NULL,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_replacesId_key" ON "Assessment"("replacesId");

-- CreateIndex
CREATE INDEX "Assessment_articleId_number_idx" ON "Assessment"("articleId", "number");

-- CreateIndex
CREATE INDEX "Assessment_passageId_axis_byId_number_idx" ON "Assessment"("passageId", "axis", "byId", "number");

-- CreateIndex
CREATE INDEX "Reveal_articleId_userId_number_idx" ON "Reveal"("articleId", "userId", "number");

-- CreateIndex
CREATE INDEX "Reveal_passageId_idx" ON "Reveal"("passageId");

-- CreateIndex
CREATE INDEX "Evidence_articleId_number_idx" ON "Evidence"("articleId", "number");

-- CreateIndex
CREATE INDEX "Evidence_passageId_idx" ON "Evidence"("passageId");

-- CreateIndex
CREATE INDEX "AssessmentEvidence_evidenceId_idx" ON "AssessmentEvidence"("evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "Resolution_replacesId_key" ON "Resolution"("replacesId");

-- CreateIndex
CREATE INDEX "Resolution_articleId_number_idx" ON "Resolution"("articleId", "number");

-- CreateIndex
CREATE INDEX "Resolution_passageId_axis_number_idx" ON "Resolution"("passageId", "axis", "number");

-- CreateIndex
CREATE INDEX "Notification_userId_readAt_at_idx" ON "Notification"("userId", "readAt", "at");

-- CreateIndex
CREATE INDEX "Notification_articleId_idx" ON "Notification"("articleId");

-- CreateIndex
CREATE INDEX "Notification_passageId_idx" ON "Notification"("passageId");

-- CreateIndex
CREATE INDEX "Notification_threadId_idx" ON "Notification"("threadId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_userId_articleId_number_kind_key" ON "Notification"("userId", "articleId", "number", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_address_key" ON "Publication"("address");

-- CreateIndex
CREATE INDEX "Publication_articleId_createdAt_idx" ON "Publication"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "Passage_assigneeId_idx" ON "Passage"("assigneeId");

-- CreateIndex
CREATE INDEX "Thread_assessmentId_idx" ON "Thread"("assessmentId");

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Assessment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentEvidence" ADD CONSTRAINT "AssessmentEvidence_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentEvidence" ADD CONSTRAINT "AssessmentEvidence_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Resolution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Prisma cannot say which letters a verdict may be: four levels, and two answers off the scale.
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_verdict_check" CHECK (verdict IN ('4', '3', '2', '1', 'U', 'O'));
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_verdict_check" CHECK (verdict IN ('4', '3', '2', '1', 'U', 'O'));
