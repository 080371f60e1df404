import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Account, canReachFolder } from "#database/postgres-account.ts";
import type { Say } from "#database/say.ts";

/** Linux allows 107 bytes for the path of a socket, macOS 103; PostgreSQL adds "/.s.PGSQL.5432.lock". */
const LONGEST_SOCKET_FOLDER = 80;

const INSIDE = "postgres";

const Remembered = z.object({
  /** relative to the data folder, so that the whole may be moved; null = not chosen yet */
  home: z.string().nullable(),
  /** the cluster was made: if it is missing now, it was lost, and an empty one must not take its place */
  isMade: z.boolean(),
  ownerPassword: z.string(),
  appPassword: z.string(),
});

/** What an installation must not forget about its database. Lives in `<data folder>/database.json`, mode 600. */
export type Remembered = z.infer<typeof Remembered>;

export type ClusterPlace = { readonly home: string; readonly files: string; readonly sockets: string; readonly account: Account };

/** Reads, or makes at the first start, the passwords and the place of the cluster. */
export function rememberDatabase(dataFolder: string): Remembered {
  const path = join(dataFolder, "database.json");
  if (existsSync(path)) {
    const parsed = Remembered.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (parsed.success) return parsed.data;
    throw new Error(`${path} 已损坏，请从备份恢复。 / ${path} is damaged; restore it from a backup.`);
  }
  mkdirSync(dataFolder, { recursive: true });
  const fresh = {
    home: null,
    isMade: false,
    ownerPassword: randomBytes(24).toString("base64url"),
    appPassword: randomBytes(24).toString("base64url"),
  };
  writeRemembered(dataFolder, fresh);
  return fresh;
}

function writeRemembered(dataFolder: string, value: Remembered): void {
  const path = join(dataFolder, "database.json");
  rmSync(`${path}.new`, { force: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/**
 * Chooses where the cluster lives: inside the data folder, or, when PostgreSQL's account cannot get there, in a common folder
 * under a name made from the data folder's path. The choice is remembered.
 */
export function placeCluster(dataFolder: string, wanted: Account, say: Say): ClusterPlace {
  const remembered = rememberDatabase(dataFolder);
  const home = remembered.home === null ? chooseHome(dataFolder, wanted, say) : resolve(dataFolder, remembered.home);
  if (remembered.isMade && !existsSync(join(home, "pgdata", "PG_VERSION"))) {
    throw new Error(`数据库 ${home} 不见了，请从备份恢复。 / the database ${home} is gone; restore it from a backup.`);
  }
  if (remembered.home === null) writeRemembered(dataFolder, { ...remembered, home: home === join(dataFolder, INSIDE) ? INSIDE : home });
  makeOwnFolder(home, wanted);
  // Started by root now and by an ordinary user before: PostgreSQL goes on as the one who owns its files.
  const owner = statSync(home);
  const account = wanted && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : wanted;
  if (!canReachFolder(account, home)) {
    throw new Error(
      `数据库账号（uid ${account?.uid}）进不了 ${home}。 / the database's account (uid ${account?.uid}) cannot enter ${home}.`,
    );
  }
  return { home, files: join(home, "pgdata"), sockets: placeSockets(home, account), account };
}

/** From now on a missing cluster is a loss, not a first start. */
export function rememberMade(dataFolder: string): void {
  const remembered = rememberDatabase(dataFolder);
  if (!remembered.isMade) writeRemembered(dataFolder, { ...remembered, isMade: true });
}

function chooseHome(dataFolder: string, account: Account, say: Say): string {
  const inside = join(dataFolder, INSIDE);
  makeOwnFolder(inside, account);
  if (canReachFolder(account, inside)) return inside;
  rmSync(inside, { recursive: true, force: true });
  // Not by the path alone: a data folder that was deleted and made anew must not find the cluster of its predecessor.
  const home = join(getCommonFolder(), `${hashOf(dataFolder)}-${randomBytes(3).toString("hex")}`);
  say({
    zh: `数据库账号进不了 ${dataFolder}，数据库放在 ${home}`,
    en: `the database's account cannot enter ${dataFolder}; the database lives in ${home}`,
  });
  return home;
}

/** A folder every account can pass through and that outlives a restart, where there is one. */
export function getCommonFolder(): string {
  const wanted = process.platform === "darwin" ? "/usr/local/var/tandem" : "/var/lib/tandem";
  try {
    makeOpenFolder(wanted);
    accessSync(wanted, constants.W_OK);
    return wanted;
  } catch {
    // A read-only /var (some containers): the temporary folder is all there is.
    const spare = join(tmpdir(), "tandem");
    makeOpenFolder(spare);
    return spare;
  }
}

function placeSockets(home: string, account: Account): string {
  const near = join(home, "run");
  // PostgreSQL reads a list there: a comma or a quote in the path would cut it.
  const folder =
    Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER && /^[\w/.-]+$/.test(near) ? near : join("/tmp", `tandem-${hashOf(home)}`);
  makeOwnFolder(folder, account);
  const owner = statSync(folder).uid;
  const wanted = account?.uid ?? process.getuid?.() ?? owner;
  if (owner !== wanted) throw new Error(`${folder} 属于另一个用户（uid ${owner}）。 / ${folder} belongs to another user (uid ${owner}).`);
  return folder;
}

function makeOwnFolder(folder: string, account: Account): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}

/** Whatever the umask of who types the command: PostgreSQL's account must pass through. */
function makeOpenFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function hashOf(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 12);
}
