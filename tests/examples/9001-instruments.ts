import { type Kysely, sql } from "kysely";

const statements = [
  // 大型仪器设备
  sql`CREATE TABLE "instruments" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "assetNo" TEXT, "owner" TEXT, "level" TEXT, "price" INTEGER, "boughtOn" TEXT,
    "shared" INTEGER, "hours" INTEGER
  ) STRICT`,
  sql`CREATE UNIQUE INDEX "instrumentsOneAssetNo" ON "instruments" ("assetNo") WHERE deletedAt IS NULL AND "assetNo" IS NOT NULL`,
  sql`CREATE INDEX "instrumentsByOwner" ON "instruments" ("owner")`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
