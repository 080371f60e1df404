export type DroppedFile = { readonly path: string; readonly file: File };

/** All files of a drop, folders walked to their leaves; paths are relative to what was dropped. */
export async function listDroppedFiles(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  // the entries must be taken before the first await: the transfer is emptied afterwards
  const entries = Array.from(transfer.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = entries.length === 0 ? Array.from(transfer.files).map((file) => ({ path: file.name, file })) : [];
  const walked = await Promise.all(entries.map((entry) => walk(entry)));
  return [...plain, ...walked.flat()];
}

/** Files chosen by a file or folder input. */
export function listChosenFiles(list: FileList | null): readonly DroppedFile[] {
  return Array.from(list ?? []).map((file) => ({ path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, file }));
}

async function walk(entry: FileSystemEntry): Promise<readonly DroppedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: DroppedFile[] = [];
  // readEntries hands out a hundred at a time and ends with an empty list
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return found;
    for (const child of batch) found.push(...(await walk(child)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
