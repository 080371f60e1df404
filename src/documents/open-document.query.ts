import { resolve } from "node:path";
import type { CommandIo } from "#cli/command.ts";
import { WrongRequest } from "#cli/command.ts";
import type { CaseDocument } from "#documents/document.ts";
import { readDocument } from "#documents/read-document.query.ts";
import { tellDocumentProblem } from "#documents/refuse-document.ts";
import { type ListedFile, listFiles, openFiles } from "#scan/sources/open-files.ts";
import { Unreadable } from "#scan/sources/problem.ts";

const EMPTY = { zh: "文件里没有文字。", en: "There is no text in the file." };

/** What became of a document that was asked for: its text, or the sentence why not. */
export type OpenedDocument =
  | { readonly ok: true; readonly document: CaseDocument }
  | { readonly ok: false; readonly path: string; readonly sentence: { readonly zh: string; readonly en: string } };

/** Reads the documents of a command line one after the other; one that cannot be read does not stop the rest. @throws WrongRequest for a path that is not there */
export async function* openDocuments(paths: readonly string[], io: CommandIo): AsyncGenerator<OpenedDocument> {
  // All are looked for before the first is answered: a wrong request has no half an answer.
  const files: ListedFile[] = [];
  for (const path of paths) files.push(...(await listAt(path, io)));
  for await (const source of openFiles(files))
    try {
      const document = await readDocument(source, io.signal);
      if (document.text.trim() === "") yield { ok: false, path: source.path, sentence: EMPTY };
      else yield { ok: true, document };
    } catch (problem) {
      io.signal.throwIfAborted();
      if (!(problem instanceof Unreadable) && io.environment["TANDEM_LOG_LEVEL"] === "debug")
        io.say(problem instanceof Error ? String(problem.stack) : String(problem));
      const { zh, en } = problem instanceof Unreadable ? problem.problem : tellDocumentProblem("program-failed");
      yield { ok: false, path: source.path, sentence: { zh, en } };
    }
}

function listAt(path: string, io: CommandIo): Promise<ListedFile[]> {
  return listFiles([resolve(io.workingFolder, path)]).catch((problem: NodeJS.ErrnoException) => {
    throw new WrongRequest("DOCUMENT", { zh: "存在的文件", en: "an existing file" }, `${path} (${problem.code})`, io.language);
  });
}
