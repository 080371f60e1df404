import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ByteSource } from "#scan/byte-source.ts";
import { type ArchiveMember, type UnpackBudget, withinLimits } from "#scan/sources/archive-member.ts";
import type { ScanLimits } from "#scan/sources/leaf-sink.ts";

const BLOCK = 1 << 20;

/** The one file that a gzip holds, named as the gzip without its ending (`a.tgz` holds `a.tar`). The stream checks its own checksum. */
export function openGzip(source: ByteSource, limits: ScanLimits, budget: UnpackBudget): ArchiveMember {
  const own = source.path.slice(Math.max(source.path.lastIndexOf("/"), source.path.lastIndexOf("!")) + 1);
  return {
    name: own.replace(/\.tgz$/i, ".tar").replace(/\.gz$/i, ""),
    size: 0,
    encrypted: false,
    intact: () => true,
    unpack: () => withinLimits(async () => gunzip(source), source.size, limits, budget),
  };
}

async function* readBlocks(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; at += BLOCK) yield await source.read(at, BLOCK);
}

/** A failure on either side ends both: the reader of the stream gets it, and no file stays open behind it. */
function gunzip(source: ByteSource): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(readBlocks(source)), createGunzip(), () => undefined);
}
