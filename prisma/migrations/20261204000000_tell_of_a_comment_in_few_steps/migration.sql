-- DropForeignKey
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_commentId_fkey";

-- DropForeignKey
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_passageId_fkey";

-- DropForeignKey
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_threadId_fkey";

-- DropIndex
DROP INDEX "Notification_articleId_idx";

-- DropIndex
DROP INDEX "Notification_commentId_idx";

-- DropIndex
DROP INDEX "Notification_userId_articleId_number_kind_key";

-- CreateIndex
CREATE INDEX "Comment_threadId_authorId_idx" ON "Comment"("threadId", "authorId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Notification_articleId_number_userId_kind_key" ON "Notification"("articleId", "number", "userId", "kind");
