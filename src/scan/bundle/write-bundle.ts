import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildManifest } from "#scan/bundle/bundle.ts";
import type { CountResult } from "#scan/scan.contract.ts";

export const MANIFEST = "manifest.json";

const README = `清点固定包
==========
manifest.json 记录一次清点的全部内容：每个来源的长度、SHA-256与SM3、编码、能否读取及原因，清点口径（条的单位、去重键、截止日期）、规则版本、
程序版本，以及全部数字（三本账、人数、人群、各种信息的数量）。其中没有任何证据内容，也没有时间，同样的证据与口径总是得到同样的字节。

核验：在同一版本的程序上运行

    npx tandem verify 本文件夹 证据路径…

清点时用过口令文件的，核验时加 --password-file 给出同一文件（固定包只记口令所在的行号）。程序按固定包中的口径重新清点，全部一致时退出码为0；不一致时为1，并指出哪个来源变化、哪个数字不同。

Bundle of a count
=================
manifest.json holds all of one count: of every source its length, SHA-256 and SM3, encoding, whether it could be read and why not; the
options (item, key, date), the versions of rules and program, and every figure. It holds nothing of the evidence and no time: the same
evidence and options always give the same bytes.

To verify, run \`npx tandem verify THIS-FOLDER PATH…\`. Where a password file was used, give the same one with --password-file
(the bundle holds the number of its line only). It counts again with the bundle's options and exits with 0 when every figure is the
same, with 1 when not, naming the sources that changed and the figures that differ.
`;

/** Writes the bundle of a result, counted on `today`, into a folder, which is made when it is not there. */
export async function writeBundle(folder: string, today: string, result: CountResult): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(buildManifest(today, result), null, 2)}\n`);
  await writeFile(join(folder, "README.txt"), README);
}
