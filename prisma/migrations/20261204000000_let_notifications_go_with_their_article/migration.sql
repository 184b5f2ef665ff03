-- For each who is told of a comment Postgres looked up all that the notification leads to, which goes with its article
-- anyway. The indexes are of the next files, where they keep nobody from reading.
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_passageId_fkey";
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_threadId_fkey";
ALTER TABLE "Notification" DROP CONSTRAINT "Notification_commentId_fkey";
