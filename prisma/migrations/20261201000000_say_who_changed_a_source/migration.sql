-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "changedById" UUID;
