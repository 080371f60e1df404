import { createHash } from "node:crypto";

/** A page of a test PDF: pieces of ASCII text at places, or operators as given. */
export type PdfPage = readonly { readonly x: number; readonly y: number; readonly text: string }[] | string;

/** A PDF without a table of places, which readers rebuild: the same bytes for the same pages. `extra` are more entries of the catalog, `objects` more objects from number 10. */
export function buildPdf(pages: readonly PdfPage[], { catalog = "", trailer = "", objects = "" } = {}): Buffer {
  const kids = pages.map((_, at) => `${100 + at * 2} 0 R`).join(" ");
  const bodies = pages.map((page, at) => {
    const drawn =
      typeof page === "string" ? page : `BT /F1 12 Tf ${page.map(({ x, y, text }) => `1 0 0 1 ${x} ${y} Tm (${text}) Tj`).join(" ")} ET`;
    return `${100 + at * 2} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${101 + at * 2} 0 R/Resources<</Font<</F1 3 0 R/F2 10 0 R>>/XObject<</Im1 50 0 R>>>>>>endobj
${101 + at * 2} 0 obj<</Length ${drawn.length}>>stream
${drawn}
endstream endobj
`;
  });
  return Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj
2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
${objects}${bodies.join("")}trailer<</Root 1 0 R${trailer}>>
%%EOF
`,
    "latin1",
  );
}

const PAD = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const [ID, PERMISSIONS] = [Buffer.alloc(16, 7), -44];

/** A PDF of `buildPdf` encrypted under a password with 128-bit RC4 (revision 3), its streams of text only. */
export function encryptPdf(pdf: Buffer, password: string): Buffer {
  const md5 = (...parts: readonly Uint8Array[]) => createHash("md5").update(Buffer.concat(parts)).digest();
  const padded = Buffer.concat([Buffer.from(password, "latin1"), PAD]).subarray(0, 32);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const rounds = (key: Buffer, bytes: Buffer) =>
    Array.from({ length: 20 }).reduce<Buffer>((text, _, round) => rc4(Buffer.from(key.map((byte) => byte ^ round)), text), bytes);
  const hashed = (bytes: Buffer) => Array.from({ length: 50 }).reduce<Buffer>((hash) => md5(hash), bytes);
  const owner = rounds(hashed(md5(padded)), padded);
  const key = hashed(md5(padded, owner, permissions, ID));
  const user = Buffer.concat([rounds(key, md5(PAD, ID)), Buffer.alloc(16)]);
  const text = pdf
    .toString("latin1")
    .replace(/(\d+) 0 obj(<<\/Length \d+>>)stream\n([\s\S]*?)\nendstream/g, (_, number: string, head: string, drawn: string) => {
      const object = Buffer.from([Number(number) & 255, (Number(number) >> 8) & 255, 0, 0, 0]);
      return `${number} 0 obj${head}stream\n${rc4(md5(key, object), Buffer.from(drawn, "latin1")).toString("latin1")}\nendstream`;
    });
  const id = ID.toString("hex");
  const encrypt = `/ID[<${id}><${id}>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P ${PERMISSIONS}/O<${owner.toString("hex")}>/U<${user.toString("hex")}>>>`;
  return Buffer.from(text.replace("trailer<</Root 1 0 R", `trailer<</Root 1 0 R${encrypt}`), "latin1");
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number) => {
    [box[one], box[other]] = [box[other] ?? 0, box[one] ?? 0];
  };
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + (box[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, other);
  }
  let [at, other] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      at = (at + 1) & 255;
      other = (other + (box[at] ?? 0)) & 255;
      swap(at, other);
      return byte ^ (box[((box[at] ?? 0) + (box[other] ?? 0)) & 255] ?? 0);
    }),
  );
}
