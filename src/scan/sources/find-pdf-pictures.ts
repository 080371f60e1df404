import type { getDocumentProxy } from "unpdf";
import { encodePng } from "#scan/sources/encode-png.ts";

/** How pdf.js numbers the painting of pictures: with a name, as a mask with a name, written in the page. */
const [MASK, NAMED, INLINE] = [83, 85, 86];
type PDFPageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

const BITS = [null, 1, 24, 32] as const;
const MOST_POINTS = 100_000_000;

/** The pictures painted on a page as PNG, and how many could not be taken out. */
export async function findPdfPictures(page: PDFPageProxy): Promise<{ readonly pictures: Buffer[]; readonly lost: number }> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: Buffer[] = [];
  const seen = new Set<string>();
  let lost = 0;
  for (const [at, operator] of fnArray.entries()) {
    if (operator !== MASK && operator !== NAMED && operator !== INLINE) continue;
    const [given]: unknown[] = argsArray[at] ?? [];
    const name = typeof given === "string" ? given : stringIn(given, "data");
    if (name !== null && seen.has(name)) continue;
    if (name !== null) seen.add(name);
    const picture = name === null ? given : await objectOf(page, name);
    const png = pictureOf(picture, operator === MASK);
    if (png === null) lost++;
    else if (png.length > 0) pictures.push(png);
  }
  return { pictures, lost };
}

async function objectOf(page: PDFPageProxy, name: string): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  (name.startsWith("g_") ? page.commonObjs : page.objs).get(name, resolve);
  return promise;
}

/** A picture of pdf.js as PNG: null when it has no points, empty when it is too small to hold text. */
function pictureOf(picture: unknown, mask: boolean): Buffer | null {
  if (typeof picture !== "object" || picture === null) return null;
  const [width, height, kind] = [numberIn(picture, "width"), numberIn(picture, "height"), numberIn(picture, "kind")];
  const data = "data" in picture && picture.data instanceof Uint8Array ? picture.data : new Uint8Array(0);
  const bits = mask ? 1 : (BITS[kind] ?? null);
  if (width < 1 || height < 1 || width * height > MOST_POINTS || bits === null) return null;
  if (width < 16 || height < 8) return Buffer.alloc(0);
  const size = bits === 1 ? Math.ceil(width / 8) * height : (width * height * bits) / 8;
  if (data.length < size) return null;
  return encodePng({ data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height, bits });
}

function stringIn(value: unknown, key: string): string | null {
  const found = typeof value === "object" && value !== null ? Reflect.get(value, key) : null;
  return typeof found === "string" ? found : null;
}

function numberIn(value: object, key: string): number {
  const found: unknown = Reflect.get(value, key);
  return typeof found === "number" && Number.isSafeInteger(found) ? found : 0;
}
