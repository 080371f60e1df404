import { hkdfSync } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { TakenCount } from "#counts/take-count.command.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import { type OpenMemory, openMemory } from "#scan/resume/open-memory.ts";
import { OtherState } from "#scan/resume/state-file.ts";

/** Where running counts keep what they counted of each finished piece of evidence, so that the next attempt goes on from there. */
export type CountStates = {
  /** `sha256Of` names the evidence behind a source; `onRecalled` hears of each that is not read again. */
  readonly open: (
    countId: string,
    taken: TakenCount,
    toolVersion: string,
    sha256Of: (source: ByteSource) => string,
    onRecalled: (source: ByteSource) => void,
  ) => Promise<OpenMemory>;
  /** A count that is over has no next attempt. */
  readonly forget: (countId: string) => Promise<void>;
};

/** Opens the states below a folder of the installation. They are sealed under keys made of the master key, the evidence's hash and a salt. */
export function openCountStates(folder: string, masterKey: Uint8Array): CountStates {
  const folderOf = (countId: string) => join(folder, countId);
  return {
    open: async (countId, { options, evidence, decisions }, toolVersion, sha256Of, onRecalled) => {
      // Whatever changes a figure, a row or an item to decide; another version of the program counts everything anew.
      const identity = { countId, toolVersion, options, decisions, evidence: evidence.map(({ path, sha256 }) => [path, sha256]) };
      const keyOf = async (source: ByteSource, salt: Uint8Array) =>
        new Uint8Array(hkdfSync("sha256", masterKey, salt, `tandem count state ${countId} ${sha256Of(source)}`, 32));
      try {
        return await openMemory(folderOf(countId), identity, { keyOf, onRecalled });
      } catch (problem) {
        if (!(problem instanceof OtherState)) throw problem;
        await rm(folderOf(countId), { recursive: true, force: true });
        return openMemory(folderOf(countId), identity, { keyOf, onRecalled });
      }
    },
    forget: (countId) => rm(folderOf(countId), { recursive: true, force: true }),
  };
}
