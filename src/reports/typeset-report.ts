import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Report } from "#reports/report.contract.ts";

const FONTS = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"));
const TEMPLATE = join(import.meta.dirname, "count-report.typ");

/**
 * Sets a report as PDF with the Chinese fonts of the package. The same report gives the same bytes: the document carries no time.
 * @throws an Error with the typesetter's own words when the template is wrong
 */
export async function typesetReport(report: Report): Promise<Buffer> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const fontBlobs = await Promise.all(
    ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"].map((font) => readFile(join(FONTS, font))),
  );
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: import.meta.dirname });
  const mainFileContent = await readFile(TEMPLATE, "utf8");
  const pdf = compiler.pdf({ mainFileContent, inputs: { report: JSON.stringify(report) } }, { creationTimestamp: 0 });
  compiler.evictCache(0);
  return pdf;
}
