import { afterEach, expect, test } from "vitest";
import { openDatabase } from "#database/open-database.ts";
import { openInstallation } from "#database/open-installation.ts";
import { buildFolder, buildSupervisor, type TestFolder } from "#startup/supervisor.builder.ts";

const folders: TestFolder[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await folder.remove();
});

function newFolder(): TestFolder {
  const folder = buildFolder();
  folders.push(folder);
  return folder;
}

async function ask(dataFolder: string): Promise<number> {
  const opened = await openInstallation({ dataFolder, databaseUrl: null }, () => undefined);
  const database = openDatabase(opened.appUrl);
  try {
    return (await database.transact({ as: "worker" }, (tx) => tx.selectFrom("audit_entries").select("seq").execute())).length;
  } finally {
    await database.close();
    await opened.close();
  }
}

test("the command line reaches a running installation without disturbing it, and a stopped one by starting it for a moment", {
  timeout: 60_000,
}, async () => {
  const folder = newFolder();
  const supervisor = buildSupervisor(folder);
  const address = await supervisor.started;
  expect(await ask(folder.data)).toBe(0);
  expect((await fetch(address)).status).toBe(200);
  expect(supervisor.printed()).not.toContain("ended unexpectedly");
  supervisor.process.kill("SIGTERM");
  await supervisor.exit;
  expect(await ask(folder.data)).toBe(0);
  expect(await ask(folder.data), "it left no lock behind").toBe(0);
});

test("where no installation is, the command line says so and makes none", async () => {
  const folder = newFolder();
  await expect(openInstallation({ dataFolder: folder.data, databaseUrl: null }, () => undefined)).rejects.toThrow(/run npm start first/);
});
