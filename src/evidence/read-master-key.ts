import { readFile } from "node:fs/promises";

/**
 * The master key of the evidence store: 32 bytes as 64 hexadecimal digits in a file of its own, outside the data folder.
 * @throws an Error that names the file and what is wrong with it (never its content)
 */
export async function readMasterKey(keyFile: string): Promise<Uint8Array> {
  const text = (await readFile(keyFile, "utf8")).trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new Error(`密钥文件有误 / wrong key file ${keyFile}: expected 64 hexadecimal digits, found ${text.length} characters`);
  }
  return Buffer.from(text, "hex");
}
