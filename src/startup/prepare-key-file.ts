import { createHash, randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";

/**
 * Makes the master key of the evidence store if there is none: 32 random bytes as hexadecimal digits, mode 600. The data folder
 * keeps a fingerprint of it, so that a lost or exchanged key is noticed before new evidence is sealed with a wrong one.
 * @returns whether it was made now
 * @throws when the file lies inside the data folder (a copy of the folder must not be enough to read it), or the key is not the one
 */
export function prepareKeyFile(keyFile: string, dataFolder: string): boolean {
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
  const way = relative(realpathSync(dataFolder), realpathSync(dirname(keyFile)));
  if (way === "" || !(way.startsWith("..") || isAbsolute(way))) {
    throw new Error(`密钥文件 ${keyFile} 不得放在数据目录 ${dataFolder} 之内。 / the key file must not lie inside the data folder.`);
  }
  const fingerprintFile = join(dataFolder, "key.fingerprint");
  const isNew = !existsSync(keyFile);
  if (isNew) {
    if (existsSync(fingerprintFile)) {
      throw new Error(
        `密钥文件 ${keyFile} 不见了，已有证据无法解密。请从备份恢复该文件。 / the key file is gone; evidence cannot be read without it. Restore it from a backup.`,
      );
    }
    makeKey(keyFile);
  }
  const fingerprint = createHash("sha256").update(readFileSync(keyFile, "utf8").trim().toLowerCase()).digest("hex").slice(0, 16);
  if (!existsSync(fingerprintFile)) writeFileSync(fingerprintFile, `${fingerprint}\n`, { mode: 0o600 });
  else if (readFileSync(fingerprintFile, "utf8").trim() !== fingerprint) {
    throw new Error(`密钥文件 ${keyFile} 不是本数据目录所用的密钥。 / the key file is not the one this data folder was sealed with.`);
  }
  return isNew;
}

/** Written whole under another name, then linked: half a key never has the key's name, an existing one is never overwritten. */
function makeKey(keyFile: string): void {
  const half = `${keyFile}.${process.pid}`;
  writeFileSync(half, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(half, keyFile);
  } finally {
    rmSync(half, { force: true });
  }
}
