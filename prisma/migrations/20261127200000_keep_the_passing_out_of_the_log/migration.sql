-- Tries that are counted and readers who are here now: every write of the product counts one, every open page says
-- every twenty seconds that it is there, and both are worth nothing after a minute or five. As unlogged tables they cost
-- no flush of the write-ahead log. After a crash of Postgres they are empty, which gives everybody their tries anew, and
-- shows readers again at their next heartbeat. Their rows still go through locks and transactions like any others.
ALTER TABLE "RateLimit" SET UNLOGGED;
ALTER TABLE "Presence" SET UNLOGGED;
