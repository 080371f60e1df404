import { CountMemory, type MemoryHooks } from "#scan/resume/count-memory.ts";
import { StateFile } from "#scan/resume/state-file.ts";

export type OpenMemory = {
  readonly memory: CountMemory;
  /** keeps the state: the count was stopped and may go on */
  readonly close: () => Promise<void>;
  /** the figures have been handed over: nothing is to go on from here any more */
  readonly forget: () => Promise<void>;
};

/**
 * 断点续算 opens the state of a count in a folder, or begins one. What was counted is sealed, unless `keyOf` says otherwise under keys made of
 * the evidence itself, so that the folder tells nothing to who does not hold it. `identity`: everything on which figures depend beside the evidence.
 * @throws OtherState when the folder belongs to a count of another identity; a system error
 */
export async function openMemory(folder: string, identity: object, hooks: Omit<MemoryHooks, "clock">): Promise<OpenMemory> {
  const state = await StateFile.open(folder, JSON.stringify(identity));
  return {
    memory: new CountMemory(state, { clock: () => performance.now(), ...hooks }),
    close: () => state.close(),
    forget: () => state.forget(),
  };
}
