import type { ByteSource } from "#scan/byte-source.ts";

/** The source, read on only when what was counted has found its place: `ready` resolves then and never rejects. */
export function readPatiently(source: ByteSource, ready: () => Promise<void>): ByteSource {
  return {
    path: source.path,
    size: source.size,
    ...(source.disk === undefined ? {} : { disk: source.disk }),
    get changed() {
      return source.changed === true;
    },
    read: async (offset, length, into) => {
      await ready();
      return source.read(offset, length, into);
    },
  };
}
