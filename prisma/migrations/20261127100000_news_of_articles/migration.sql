-- CreateEnum
CREATE TYPE "WatchLevel" AS ENUM ('everything', 'participating', 'mentions', 'muted');

-- DropIndex
DROP INDEX "Notification_userId_readAt_at_idx";

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "commentId" UUID,
ADD COLUMN     "doneAt" TIMESTAMPTZ(3),
ADD COLUMN     "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- What was told before the column was there was due when it happened. Before the indexes, so that they are made once.
UPDATE "Notification" SET "dueAt" = at;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "watchLevel" "WatchLevel" NOT NULL DEFAULT 'participating';

-- CreateTable
CREATE TABLE "Watch" (
    "userId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "level" "WatchLevel" NOT NULL,

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("userId","articleId")
);

-- CreateIndex
CREATE INDEX "Watch_articleId_idx" ON "Watch"("articleId");

-- CreateIndex
CREATE INDEX "Notification_userId_dueAt_id_idx" ON "Notification"("userId", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Notification_userId_readAt_dueAt_idx" ON "Notification"("userId", "readAt", "dueAt");

-- CreateIndex
CREATE INDEX "Notification_commentId_idx" ON "Notification"("commentId");

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
