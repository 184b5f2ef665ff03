-- With each comment everybody was looked at, for the few who want to hear everything.
CREATE INDEX "User_hearing_everything_idx" ON "User"("id") WHERE ("watchLevel" = 'everything');
