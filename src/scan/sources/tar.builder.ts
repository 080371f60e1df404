/** A member of a test TAR. `name` as raw bytes to write names in GBK; the fields make hostile archives. */
export type TarFile = {
  readonly name: string | Buffer;
  readonly bytes?: Buffer | string;
  readonly type?: string;
  /** a size other than that of the bytes */
  readonly size?: number | string;
  readonly link?: string;
  /** no mark, as before POSIX */
  readonly unmarked?: boolean;
  readonly prefix?: string;
};

/** A TAR, the same bytes for the same files. */
export function buildTar(files: readonly TarFile[], { end = true }: { end?: boolean } = {}): Buffer {
  return Buffer.concat([...files.flatMap(memberBlocks), Buffer.alloc(end ? 1024 : 0)]);
}

/** A pax record `LENGTH KEY=VALUE\n`, its length counting itself. */
export function paxRecord(key: string, value: string | Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from("\n")]);
  let length = rest.length;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

function memberBlocks({ name, bytes = "", type = "0", size, link = "", unmarked = false, prefix = "" }: TarFile): Buffer[] {
  const data = Buffer.from(bytes);
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write("0000644\0", 100);
  header.write(typeof size === "string" ? size : `${(size ?? data.length).toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0        ", 136);
  header.write(unmarked ? "\0" : type, 156);
  header.write(link, 157);
  if (!unmarked) header.write("ustar\u000000", 257);
  header.write(prefix, 345);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0 `,
    148,
  );
  return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
}
