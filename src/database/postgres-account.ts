import { spawnSync } from "node:child_process";

/** `nobody` on every common system; PostgreSQL refuses to run as root and needs no entry in the list of users. */
const NOBODY = 65534;

/** As whom PostgreSQL's programs run; null = as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** Root hands PostgreSQL to nobody; an ordinary user runs it himself. */
export function getPostgresAccount(): Account {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null;
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
