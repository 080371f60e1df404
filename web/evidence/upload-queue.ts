import { createRequestId } from "#web/app/request-id.ts";
import { uploadFile } from "#web/evidence/upload-file.ts";
import { keepSample, type Sample } from "#web/evidence/upload-rate.ts";

export type Upload = {
  readonly id: string;
  readonly caseId: string;
  readonly path: string;
  readonly bytes: number;
  readonly status: "waiting" | "sending" | "stored" | "failed" | "cancelled";
  readonly sent: number;
  readonly samples: readonly Sample[];
  readonly error: unknown;
};
type Picked = { readonly path: string; readonly file: Blob };

const AT_ONCE = 2;
let uploads: readonly Upload[] = [];
const files = new Map<string, { file: Blob; abort: AbortController }>();
const listeners = new Set<() => void>();
const storedListeners = new Set<(caseId: string) => void>();

/** The uploads of this window: they go on while one looks at other pages. */
export function listUploads(): readonly Upload[] {
  return uploads;
}

export function onUploadsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called with the case whenever a file has been stored. */
export function onStored(listener: (caseId: string) => void): () => void {
  storedListeners.add(listener);
  return () => storedListeners.delete(listener);
}

/** Puts files at the end of the queue; the request id stays with the file, so that trying again never stores it twice. */
export function addUploads(caseId: string, picked: readonly Picked[]): void {
  const fresh = picked.map(({ path, file }): Upload => {
    const id = createRequestId();
    files.set(id, { file, abort: new AbortController() });
    return { id, caseId, path, bytes: file.size, status: "waiting", sent: 0, samples: [], error: null };
  });
  replace([...uploads, ...fresh]);
  startNext();
}

export function cancelUpload(id: string): void {
  files.get(id)?.abort.abort();
  change(id, { status: "cancelled", samples: [] });
  startNext();
}

export function retryUpload(id: string): void {
  const held = files.get(id);
  if (held === undefined) return;
  held.abort = new AbortController();
  change(id, { status: "waiting", sent: 0, samples: [], error: null });
  startNext();
}

export function clearFinished(caseId: string): void {
  const gone = uploads.filter((upload) => upload.caseId === caseId && (upload.status === "stored" || upload.status === "cancelled"));
  for (const { id } of gone) files.delete(id);
  replace(uploads.filter((upload) => !gone.includes(upload)));
}

function startNext(): void {
  const sending = uploads.filter((upload) => upload.status === "sending").length;
  for (const upload of uploads.filter((one) => one.status === "waiting").slice(0, Math.max(0, AT_ONCE - sending))) void run(upload);
}

async function run(upload: Upload): Promise<void> {
  const held = files.get(upload.id);
  if (held === undefined) return;
  const { file, abort } = held;
  change(upload.id, { status: "sending" });
  const sent = (bytes: number) => {
    const now = uploads.find((one) => one.id === upload.id);
    if (now?.status === "sending") change(upload.id, { sent: bytes, samples: keepSample(now.samples, { at: performance.now(), bytes }) });
  };
  try {
    await uploadFile(upload.caseId, file, { requestId: upload.id, path: upload.path }, sent, abort.signal);
    change(upload.id, { status: "stored", sent: upload.bytes, samples: [] });
    for (const listener of storedListeners) listener(upload.caseId);
  } catch (error) {
    // shown in its row with the server's sentence; a cancelled one is no failure
    if (!abort.signal.aborted) change(upload.id, { status: "failed", samples: [], error });
  }
  startNext();
}

function change(id: string, changes: Partial<Upload>): void {
  replace(uploads.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));
}

function replace(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of listeners) listener();
}
