import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

const LONGEST = 20_000_000;
const KEPT = 5;

export type LogFile = { readonly path: string; readonly write: (chunk: Buffer) => void };

/** Appends what a child writes; at 20 MB the file becomes `.1`, the older ones move on, the sixth is gone. */
export function openLogFile(path: string): LogFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let size = existsSync(path) ? statSync(path).size : 0;
  return {
    path,
    write: (chunk) => {
      try {
        if (size + chunk.length > LONGEST) {
          moveOn(path);
          size = 0;
        }
        appendFileSync(path, chunk, { mode: 0o600 });
        size += chunk.length;
      } catch {
        // A full disk costs the log, never the supervisor: it must live to bring the others back.
      }
    },
  };
}

function moveOn(path: string): void {
  for (let number = KEPT - 1; number >= 1; number--) {
    if (existsSync(`${path}.${number}`)) renameSync(`${path}.${number}`, `${path}.${number + 1}`);
  }
  if (existsSync(path)) renameSync(path, `${path}.1`);
}
