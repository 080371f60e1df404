import { prepareBrowser } from "./open-browser.ts";

/** Vitest's global set-up: the browser is unpacked once, before the files that run side by side would start one that is half written. */
export default async function prepare(): Promise<void> {
  await prepareBrowser();
}
