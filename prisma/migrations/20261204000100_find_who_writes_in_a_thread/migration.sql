-- Who writes in a thread was found by reading all of its comments.
CREATE INDEX "Comment_threadId_authorId_idx" ON "Comment"("threadId", "authorId") WHERE ("deletedAt" IS NULL);
