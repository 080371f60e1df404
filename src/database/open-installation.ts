import { existsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { lockFolder } from "#database/lock-folder.ts";
import { rememberDatabase } from "#database/place-cluster.ts";
import { APP_ROLE, urlAs } from "#database/prepare-database.ts";
import type { Say } from "#database/say.ts";
import { DATABASE, findClusterUrl, startCluster } from "#database/start-cluster.ts";

/** Addresses of an installation's database. The owner sees every row, for checks that must not depend on who asks. */
export type OpenInstallation = { readonly appUrl: string; readonly ownerUrl: string; readonly close: () => Promise<void> };

/**
 * Reaches the database of an installation from the command line: the running one if it runs, else it is started for the time of the
 * command. Nothing is made and nothing is migrated.
 * @throws when there is no installation in the folder, or it is just being started or stopped
 */
export async function openInstallation(
  place: { readonly dataFolder: string; readonly databaseUrl: string | null },
  say: Say,
): Promise<OpenInstallation> {
  if (!existsSync(join(place.dataFolder, "database.json"))) {
    throw new Error(
      `${place.dataFolder} 中没有双轨的数据，请先运行 npm start。 / there is no installation in ${place.dataFolder}; run npm start first.`,
    );
  }
  const { appPassword } = rememberDatabase(place.dataFolder);
  const opened = (ownerUrl: string, close: () => Promise<void>) => ({ ownerUrl, appUrl: urlAs(ownerUrl, APP_ROLE, appPassword), close });
  if (place.databaseUrl !== null) return opened(place.databaseUrl, async () => undefined);
  const running = findClusterUrl(place.dataFolder, DATABASE);
  if (running !== null && (await answers(running))) return opened(running, async () => undefined);
  const lock = lockFolder(place.dataFolder);
  if (lock.outcome === "held") {
    throw new Error(
      `双轨正在启动或停止（进程 ${lock.pid}），请稍后再试。 / Tandem is just starting or stopping (process ${lock.pid}); try again in a moment.`,
    );
  }
  try {
    const cluster = await startCluster(place.dataFolder, say);
    return opened(cluster.urlOf(DATABASE), async () => {
      await cluster.stop();
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined); // the same error rejects the call below
  try {
    await client.connect();
    return true;
  } catch {
    // Not running, or just starting: the lock that is asked for next tells which.
    return false;
  } finally {
    await client.end().catch(() => undefined); // it is being thrown away
  }
}
