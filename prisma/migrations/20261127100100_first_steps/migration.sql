-- AlterTable
ALTER TABLE "User" ADD COLUMN     "onboardedAt" TIMESTAMPTZ(3);
