DROP INDEX "Notification_articleId_idx";
DROP INDEX "Notification_commentId_idx";
DROP INDEX "Notification_userId_articleId_number_kind_key";
