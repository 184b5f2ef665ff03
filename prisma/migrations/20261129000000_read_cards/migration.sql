-- How far each person has read what stands at a passage beside comments.
CREATE TABLE "PassageRead" (
    "userId" UUID NOT NULL,
    "passageId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PassageRead_pkey" PRIMARY KEY ("userId","passageId")
);

CREATE INDEX "PassageRead_passageId_idx" ON "PassageRead"("passageId");

ALTER TABLE "PassageRead" ADD CONSTRAINT "PassageRead_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PassageRead" ADD CONSTRAINT "PassageRead_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was there before anybody could be told of it is not new: nobody is to come back to hundreds of dots.
INSERT INTO "PassageRead" ("userId", "passageId", number)
SELECT v."userId", p.id, a."eventNumber"
FROM "Visit" v
JOIN "Article" a ON a.id = v."articleId" AND a."eventNumber" > v.number
JOIN "Passage" p ON p."articleId" = a.id;
