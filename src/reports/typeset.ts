import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const FONTS = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"));

/**
 * Sets a template as PDF with the Chinese fonts of the package. The same input gives the same bytes: the document carries no time.
 * @param inputs what the template reads from `sys.inputs`
 * @throws an Error with the typesetter's own words when the template is wrong
 */
export async function typeset(template: string, inputs: Record<string, string>): Promise<Buffer> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const fontBlobs = await Promise.all(
    ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"].map((font) => readFile(join(FONTS, font))),
  );
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: dirname(template) });
  const mainFileContent = await readFile(template, "utf8");
  const pdf = compiler.pdf({ mainFileContent, inputs }, { creationTimestamp: 0 });
  compiler.evictCache(0);
  return pdf;
}
