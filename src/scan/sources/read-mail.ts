import type { ByteSource } from "#scan/byte-source.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import type { ArchiveMember } from "#scan/sources/archive-member.ts";
import { inspectText, readChunks } from "#scan/sources/inspect-bytes.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import { decodeBytes, decodeTransfer, type MailPart, parseMail } from "#scan/sources/parse-mail.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { PageReader } from "#scan/sources/read-html.ts";
import { extensionOf } from "#scan/sources/sniff-magic.ts";
import { sniffTextFormat } from "#scan/sources/sniff-text-format.ts";
import { decodeHtmlNames, TagWalker } from "#scan/sources/walk-tags.ts";
import { decodeXmlText } from "#scan/sources/walk-xml.ts";

const LONGEST_MESSAGE = 64 * 1024 * 1024;

/** What is attached to a message: where its packed bytes stand in the source. */
type Attachment = { readonly part: MailPart; readonly from: number; readonly to: number };

/** Whether the beginning of a file is that of a message (`eml`) or of a mailbox (`mbox`); null when it is neither. */
export function sniffMail(head: Uint8Array, path: string): "eml" | "mbox" | null {
  const format = sniffTextFormat(Buffer.from(head).toString("latin1"), extensionOf(path));
  return format === "eml" || format === "mbox" ? format : null;
}

/**
 * Reads a message, or every message of a mailbox: headers and bodies are free text of one leaf, what is attached is given to `readMember`
 * afterwards, to be read as a file of its own (`a.eml!附件.xlsx`).
 */
export async function readMail(
  source: ByteSource,
  format: "eml" | "mbox",
  context: ScanContext,
  readMember: (member: ArchiveMember) => Promise<void>,
): Promise<void> {
  const { sink, signal, limits } = context;
  const attachments: Attachment[] = [];
  const columns: LeafReport["columns"][number][] = [];
  let problem: SourceProblem | null = null;
  let known: Awaited<ReturnType<typeof inspectText>> | null = null;
  let lost = 0;
  let row = 0;
  sink.begin(source.path);
  try {
    known = await inspectText(source, context);
    for await (const message of messagesOf(source, format, signal)) {
      const raw = message.bytes.toString("latin1");
      const mail = parseMail(raw);
      const said: string[] = [];
      const say = (text: string) => {
        if (context.asContent) {
          said.push(text);
          return;
        }
        for (const line of text.split(/\r\n|\r|\n/)) {
          row++;
          for (const record of readTextRecords(
            line,
            { row, offsetOf: () => message.from, today: context.today, names: context.names },
            false,
          ))
            sink.record(record);
        }
      };
      for (const header of mail.headers) say(header);
      for (const part of mail.parts) {
        if (part.name !== null) {
          if (attachments.length < limits.members) attachments.push({ part, from: message.from + part.from, to: message.from + part.to });
          else problem ??= problemOf("too-many-members", limits.members);
        } else {
          const text = decodeBytes(decodeTransfer(raw.slice(part.from, part.to), part.transfer), part.charset);
          if (part.type === "text/html" && context.asContent) say(textOfPage(text));
          else if (part.type === "text/html") columns.push(...readPage(text, message.from, context));
          else say(text);
        }
      }
      // The messages themselves were leaked: each is one record.
      const place = { row: ++row, offsetOf: () => message.from, today: context.today, names: context.names };
      if (context.asContent && said.join("").trim() !== "")
        for (const record of readTextRecords(said.join("\n"), place, true)) sink.record(record);
      if (mail.cut) problem ??= problemOf("mail-too-nested");
      lost += message.skipped;
      sink.progress(source.path, message.bytes.length + message.skipped, 1);
    }
    if (lost > 0) problem ??= problemOf("message-too-long", lost);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = failure.problem;
    if (known === null) lost = source.size;
  }
  sink.end({
    path: source.path,
    format,
    encoding: known?.text?.encoding ?? null,
    bytes: source.size,
    bytesScanned: Math.max(0, source.size - lost),
    firstOfFile: true,
    sha256: known?.sha256 ?? null,
    sm3: known?.sm3 ?? null,
    status: problem === null ? "scanned" : known === null ? "unreadable" : "partly",
    problem,
    columns,
  });
  for (const attachment of attachments) await readMember(memberOf(source, attachment));
}

function readPage(text: string, from: number, context: ScanContext): LeafReport["columns"] {
  const page = new PageReader(context);
  page.offsetOf = () => from;
  new TagWalker(page, true).feed(text, true);
  return page.finish();
}

function textOfPage(html: string): string {
  let said = "";
  const text = (raw: string, _: number, literal: boolean) => {
    said += literal ? raw : decodeXmlText(decodeHtmlNames(raw));
  };
  new TagWalker({ open: () => (said += " "), close: () => undefined, text }, true).feed(html, true);
  return said.replace(/\s+/g, " ");
}

/** An attachment as the member of an archive: unpacked piece by piece out of the source. */
function memberOf(source: ByteSource, { part, from, to }: Attachment): ArchiveMember {
  return {
    name: part.name ?? "",
    size: to - from,
    encrypted: false,
    intact: () => true,
    unpack: async function* () {
      let kept = "";
      for (let at = from; at < to; ) {
        const bytes = await source.read(at, Math.min(1 << 20, to - at));
        if (bytes.length === 0) throw new Unreadable(problemOf("member-damaged", "the message ends early"));
        at += bytes.length;
        const text = kept + Buffer.from(bytes).toString("latin1");
        const clean = part.transfer === "base64" ? text.replace(/[^\w+/=-]/g, "") : text;
        // What is written in groups (four signs, a line) is unpacked in whole groups.
        const line = clean.lastIndexOf("\n") + 1;
        const whole =
          at >= to ? clean.length : part.transfer === "base64" ? clean.length - (clean.length % 4) : line > 0 ? line : clean.length;
        kept = clean.slice(whole);
        if (whole > 0) yield decodeTransfer(clean.slice(0, whole), part.transfer);
      }
    },
  };
}

type Message = { readonly bytes: Buffer; readonly from: number; readonly skipped: number };

/** The messages of a mailbox (each begins with a line `From …` after an empty one), or the one of a file; of a longer one the first 64 MB. */
async function* messagesOf(source: ByteSource, format: "eml" | "mbox", signal: AbortSignal): AsyncGenerator<Message> {
  let kept: Buffer = Buffer.alloc(0);
  let from = 0;
  let skipped = 0;
  for await (const chunk of readChunks(source, signal)) {
    const looked = Math.max(0, kept.length - 8);
    kept = Buffer.concat([kept, chunk]);
    for (let end = format === "mbox" ? nextMessage(kept, looked) : -1; end >= 0; end = nextMessage(kept, 0)) {
      yield { bytes: withoutMark(kept.subarray(0, Math.min(end, LONGEST_MESSAGE))), from, skipped };
      kept = kept.subarray(end);
      from += end + skipped;
      skipped = 0;
    }
    if (kept.length > LONGEST_MESSAGE + 16) {
      skipped += kept.length - LONGEST_MESSAGE - 16;
      kept = Buffer.concat([kept.subarray(0, LONGEST_MESSAGE), kept.subarray(kept.length - 16)]);
    }
  }
  yield { bytes: withoutMark(kept), from, skipped };
}

function nextMessage(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf("\nFrom ", from); at >= 0; at = bytes.indexOf("\nFrom ", at + 1))
    if (at > 0 && (bytes[at - 1] === 10 || (bytes[at - 1] === 13 && bytes[at - 2] === 10))) return at + 1;
  return -1;
}

/** The line `From …` of a mailbox becomes blank, byte for byte, so that places stay what they are. */
function withoutMark(bytes: Buffer): Buffer {
  if (bytes.toString("latin1", 0, 5) !== "From ") return bytes;
  const end = bytes.indexOf(10);
  const blank = Buffer.from(bytes);
  blank.write("X-Mark:", 0, "latin1");
  if (end >= 0) blank.fill(0x20, Math.min(7, end), end);
  return blank;
}
