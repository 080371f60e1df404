import { spawn } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

const require = createRequire(import.meta.url);

/**
 * Opens the Chromium that ships in npm, headless, with a Chinese font so that screenshots show glyphs and no boxes. Needs nothing
 * from the operating system: where its NSS libraries are missing, the package's own are unpacked beside it.
 * @throws where the platform has no such Chromium; TANDEM_BROWSER names another one
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, libraries, fonts } = await prepareBrowser();
  return playwright.launch({
    executablePath,
    headless: true,
    args: [
      ...chromium.args.filter(
        (argument) => !argument.startsWith("--headless") && argument !== "--single-process" && argument !== "--no-zygote",
      ),
      "--lang=zh-CN",
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--force-color-profile=srgb",
    ],
    env: {
      ...process.env,
      FONTCONFIG_FILE: fonts,
      ...(libraries ? { LD_LIBRARY_PATH: [libraries, process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":") } : {}),
    },
  });
}

/** Unpacks what a browser needs where that has not been done, and says where it lies. To be called once before several browsers start side by side. */
export async function prepareBrowser() {
  const executablePath = process.env["TANDEM_BROWSER"] ?? (await chromium.executablePath());
  return { executablePath, libraries: await unpackLibraries(), fonts: writeFontConfiguration() };
}

/** A fontconfig file whose only folder is the Noto Sans SC of npm. */
function writeFontConfiguration(): string {
  const fonts = join(dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json")));
  const folder = join(tmpdir(), "tandem-fonts");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "fonts.conf");
  const content = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${["400Regular", "600SemiBold", "700Bold"].map((weight) => `<dir>${join(fonts, weight)}</dir>`).join("")}
<cachedir>${join(folder, "cache")}</cachedir>
${["sans-serif", "serif", "monospace"].map((family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`).join("")}
</fontconfig>`;
  // Another browser may be reading it.
  if (!existsSync(file) || readFileSync(file, "utf8") !== content) writeFileSync(file, content);
  return file;
}

/** Chromium needs NSS; many small servers lack it, and the npm package brings it. Answers the folder, or null where the system has it. */
async function unpackLibraries(): Promise<string | null> {
  if (
    process.platform !== "linux" ||
    ["/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib"].some((folder) =>
      existsSync(join(folder, "libnss3.so")),
    )
  )
    return null;
  const target = join(tmpdir(), "tandem-chromium-libraries");
  if (!existsSync(join(target, "lib", "libnss3.so"))) {
    mkdirSync(target, { recursive: true });
    const tar = spawn("tar", ["-x", "-C", target], { stdio: ["pipe", "ignore", "inherit"] });
    const archive = join(dirname(require.resolve("@sparticuz/chromium/package.json")), "bin", "al2023.tar.br");
    await pipeline(createReadStream(archive), createBrotliDecompress(), tar.stdin);
    await new Promise((done, failed) => tar.on("close", (code) => (code === 0 ? done(null) : failed(new Error(`tar ended with ${code}`)))));
  }
  return join(target, "lib");
}
