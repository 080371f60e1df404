import fc from "fast-check";
import { expect, test } from "vitest";
import { openParts } from "#case-documents/open-parts.query.ts";
import { isOfList } from "#documents/document-sentences.builder.ts";
import { DocumentRefused } from "#documents/refuse-document.ts";
import { LINE_PROBLEMS } from "#library/read-line.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const WORDS = "公诉机关指控：被告人出售公民个人信息62000余条。";
const BODY = `<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>${WORDS}</w:t></w:r></w:p></w:body></w:document>`;
const docx = buildZip([
  { name: "[Content_Types].xml", bytes: "<Types/>" },
  { name: "word/document.xml", bytes: BODY },
]);
const SAMPLES = [
  ["卷宗.zip", buildZip([WORDS, docx, `<html><p>${WORDS}</p></html>`, WORDS].map((bytes, at) => ({ name: `卷/${at}`, bytes })))],
  ["判决.jsonl", Buffer.from(Array.from({ length: 9 }, (_, id) => `${JSON.stringify({ id, text: WORDS, name: `${id}号` })}\n`).join(""))],
] as const;

/** How a batch ended, and each of its parts: null when it was opened. */
async function readBatch(path: string, bytes: Buffer): Promise<(DocumentRefused | null)[]> {
  const source = { path, size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
  const { signal } = new AbortController();
  const refused = (failure: unknown) => {
    if (failure instanceof DocumentRefused) return failure;
    throw failure;
  };
  const ends: (DocumentRefused | null)[] = [];
  try {
    for await (const part of openParts(source, { part: 1, done: 0 }, signal)) ends.push(await part.open(signal).then(() => null, refused));
  } catch (failure) {
    ends.push(refused(failure));
  }
  return ends;
}

test("the batches are read whole before they are spoilt", async () => {
  for (const [path, bytes] of SAMPLES)
    expect(
      (await readBatch(path, bytes)).filter((end) => end !== null),
      path,
    ).toEqual([]);
});

test("however a batch is spoilt, each part is read or refused by a sentence of our own list, and so is the whole", async () => {
  const arbitrary = fc.record({
    at: fc.nat({ max: SAMPLES.length - 1 }),
    places: fc.array(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), bit: fc.nat({ max: 7 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    end: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ at, places, end }) => {
      const [path, whole] = SAMPLES[at] ?? SAMPLES[0];
      const bytes = Buffer.from(whole);
      for (const { share, bit } of places) {
        const place = Math.min(bytes.length - 1, Math.floor(share * bytes.length));
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      }
      for (const refused of await readBatch(path, end === null ? bytes : bytes.subarray(0, Math.floor(end * bytes.length)))) {
        if (refused !== null && !isOfList(refused.problem, LINE_PROBLEMS))
          expect.fail(`not of the list: ${refused.problem.zh} / ${refused.problem.en}`);
      }
    }),
    { seed: 20261125, numRuns: 1500, endOnFailure: true },
  );
}, 60_000);
