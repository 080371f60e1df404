import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Anchor } from "#audit/verify-chain.ts";

/** One line of the anchor file. The seal covers the other three fields. */
const AnchorLine = z.object({
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The anchors of the chain: an append-only file outside the database, sealed with a key outside the database. */
export type AnchorFile = {
  /** Appends one anchor and waits until it is on the disk. */
  append(head: { seq: number; hash: string }, at: Date): Promise<void>;
  /** Every anchor of the file in its order; a line torn by a crash is skipped. No file is no anchors. */
  read(): Promise<Anchor[]>;
};

/** Opens (not yet creates) the anchor file. @throws when the key file cannot be read */
export async function openAnchorFile(path: string, keyFile: string): Promise<AnchorFile> {
  const key = Buffer.from(hkdfSync("sha256", (await readFile(keyFile, "utf8")).trim().toLowerCase(), "", "tandem audit anchors", 32));
  return {
    append: async ({ seq, hash }, at) => {
      const time = at.toISOString();
      await appendLine(path, JSON.stringify({ seq, hash, at: time, mac: seal(key, seq, hash, time).toString("hex") }));
    },
    read: async () => parseAnchors(await readText(path), key),
  };
}

function parseAnchors(text: string, key: Buffer): Anchor[] {
  return text.split("\n").flatMap((line) => {
    // A crash can tear the last line off in the middle; who wanted to hide an anchor could as well remove the line.
    if (!line.endsWith("}")) return [];
    const parsed = AnchorLine.safeParse(parseJson(line));
    if (!parsed.success) return [{ seq: 0, hash: "", genuine: false }];
    const { seq, hash, at, mac } = parsed.data;
    return [{ seq, hash, genuine: timingSafeEqual(Buffer.from(mac, "hex"), seal(key, seq, hash, at)) }];
  });
}

function seal(key: Buffer, seq: number, hash: string, at: string): Buffer {
  return createHmac("sha256", key).update(`${seq}\n${hash}\n${at}`).digest();
}

async function appendLine(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o600);
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(1);
    if (size > 0) await file.read(end, 0, 1, size - 1);
    await file.write(`${size > 0 && end.toString() !== "\n" ? "\n" : ""}${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return ""; // nothing was anchored yet
    throw problem;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // not JSON: counts as an anchor whose seal is broken
  }
}
