import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";

/** One at a time: two supervisors on one outside database queue here instead of both migrating. */
const MIGRATION_LOCK = 7_242_001;

type MigrationFile = { readonly name: string; readonly text: string; readonly sha256: string };

/**
 * Brings the database to the state of `folder`: each file that is not recorded runs once, in its own transaction, in the order of names.
 * @returns the names applied now
 * @throws when an applied file was changed since, or the database knows a file that is not here (it was migrated by newer code)
 */
export async function migrate(ownerUrl: string, folder: string): Promise<readonly string[]> {
  const files = readMigrations(folder);
  const client = new Client({ connectionString: ownerUrl, application_name: "tandem migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(
      "create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    const applied = await client.query<{ name: string; sha256: string }>("select name, sha256 from migrations");
    const known = new Map(applied.rows.map((row) => [row.name, row.sha256]));
    refuseChanged(files, known);
    const waiting = files.filter((file) => !known.has(file.name));
    for (const file of waiting) await applyFile(client, file);
    return waiting.map((file) => file.name);
  } finally {
    await client.end();
  }
}

/** The files of a folder of migrations, in the order they run. */
export function readMigrations(folder: string): readonly MigrationFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => {
    // A checkout on Windows may have CRLF; the same migration must have the same mark everywhere.
    const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
  });
}

function refuseChanged(files: readonly MigrationFile[], known: ReadonlyMap<string, string>): void {
  const changed = files.filter((file) => known.has(file.name) && known.get(file.name) !== file.sha256).map((file) => file.name);
  if (changed.length > 0) {
    throw new Error(
      `已执行过的迁移文件被改动：${changed.join(", ")}。 / an applied migration was changed: ${changed.join(", ")}. Write a new one instead.`,
    );
  }
  const missing = [...known.keys()].filter((name) => !files.some((file) => file.name === name));
  if (missing.length > 0) {
    throw new Error(
      `数据库由更新的版本迁移过（${missing.join(", ")}），请升级程序。 / the database was migrated by a newer version (${missing.join(", ")}).`,
    );
  }
}

async function applyFile(client: Client, file: MigrationFile): Promise<void> {
  await client.query("begin");
  try {
    await client.query(file.text);
    await client.query("insert into migrations (name, sha256) values ($1, $2)", [file.name, file.sha256]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new Error(`迁移失败 / migration failed: ${file.name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
