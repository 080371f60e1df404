import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** As whom PostgreSQL's programs run; null = as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** `nobody` where its number is the common one. */
const NOBODY = { uid: 65534, gid: 65534 };
/** Accounts without rights of their own, in the order we ask for them. */
const POWERLESS = ["nobody", "postgres", "daemon"];

/** PostgreSQL refuses to run as root: root hands it to nobody; an ordinary user runs it himself. */
export function getPostgresAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  const known = readAccounts();
  if (known.some(({ uid }) => uid === NOBODY.uid)) return NOBODY;
  const found = POWERLESS.flatMap((name) => known.filter((entry) => entry.name === name && entry.uid !== 0))[0];
  return found ? { uid: found.uid, gid: found.gid } : NOBODY;
}

/** initdb asks the system for its user's name and gives up when there is none, as in a container started with a number only. */
export function refuseNamelessUser(account: Account): void {
  const uid = account?.uid ?? process.getuid?.();
  if (uid === undefined || process.platform !== "linux" || readAccounts().some((entry) => entry.uid === uid)) return;
  const asked = spawnSync("getent", ["passwd", String(uid)], { stdio: "ignore" });
  if (asked.status === 0) return;
  throw new Error(
    `系统中没有 uid ${uid} 的账号，内置数据库无法创建；请在 /etc/passwd 中添加，或用 DATABASE_URL 指定现有的 PostgreSQL。 / uid ${uid} has no account on this system, and PostgreSQL's initdb needs one: add it to /etc/passwd, or name an existing PostgreSQL by DATABASE_URL.`,
  );
}

function readAccounts(): readonly { name: string; uid: number; gid: number }[] {
  if (!existsSync("/etc/passwd")) return [];
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Tries it instead of adding up mode bits: access lists, mounts and capabilities count too. */
export function canReachFolder(account: Account, folder: string): boolean {
  if (!account) return true;
  const run = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { uid: account.uid, gid: account.gid, cwd: "/", stdio: "ignore" });
  return run.status === 0;
}

/** Does the program start at all as that account (path reachable, libraries found)? Answers what it said, or null. */
export function tryProgram(account: Account, program: string, args: readonly string[]): string | null {
  const run = spawnSync(program, [...args], { ...account, cwd: account ? "/" : undefined, encoding: "utf8", windowsHide: true });
  return run.status === 0 ? run.stdout.trim() : null;
}
