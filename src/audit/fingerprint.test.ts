import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openFingerprint } from "#audit/fingerprint.ts";

test("the same words under the same key are seen again; another key or no key tells nothing", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tandem-fingerprint-"));
  try {
    await writeFile(join(folder, "a.key"), "5a".repeat(32));
    await writeFile(join(folder, "b.key"), "6b".repeat(32));
    const [one, again, other] = await Promise.all(["a.key", "a.key", "b.key"].map((name) => openFingerprint(join(folder, name))));
    expect(one?.("欧阳").equals(again?.("欧阳") ?? Buffer.alloc(0))).toBe(true);
    expect(one?.("欧阳").equals(other?.("欧阳") ?? Buffer.alloc(0))).toBe(false);
    expect(one?.("欧阳").equals(createHash("sha256").update("欧阳").digest())).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
