import { closeSync, openSync, readSync } from "node:fs";
import { OpenRedaction } from "@openredaction/openredaction";
import { Redactor } from "@redactpii/node";

/**
 * The peers from npm, as they come (all their rules), given one message a call, which is what they are made for.
 * `node redact-by-package.ts PACKAGE FILE BYTES` prints one JSON line: the seconds of their work alone, and how many messages they marked.
 */
const [, , name, file, bytes] = process.argv;
const buffer = Buffer.alloc(Number(bytes));
const handle = openSync(String(file), "r");
const length = readSync(handle, buffer, 0, buffer.length, 0);
closeSync(handle);
const text = buffer.toString("utf8", 0, buffer.lastIndexOf(0x0a, length - 1) + 1);
const messages = text.split("\n").slice(0, -1);
const marks = name === "@redactpii/node" ? redactor() : detector();
let marked = 0;
const begun = performance.now();
for (const message of messages) if (marks(message)) marked++;
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(`${JSON.stringify({ bytes: Buffer.byteLength(text), seconds, messages: messages.length, marked })}\n`);

function redactor(): (message: string) => boolean {
  const all = new Redactor();
  return (message) => all.redact(message) !== message;
}

function detector(): (message: string) => boolean {
  const all = new OpenRedaction();
  return (message) => all.detect(message).detections.length > 0;
}
