-- The same uniqueness in an order that also finds the notifications of an article.
CREATE UNIQUE INDEX "Notification_articleId_number_userId_kind_key" ON "Notification"("articleId", "number", "userId", "kind");
