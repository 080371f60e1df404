import { createCipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { buildZip } from "#scan/sources/zip.builder.ts";

/** An ODS of this `content.xml` as OpenDocument 1.2 encrypts it; a checksum that is not the one of the content makes it fit no password. */
export function lockOds(
  xml: string,
  password: string,
  { salt = Buffer.alloc(16, 3), spoilt = false, start = "2000/09/xmldsig#sha256" } = {},
): Buffer {
  const plain = Buffer.from(xml);
  const packed = deflateRawSync(plain);
  const more = 16 - (packed.length % 16);
  const secret = createHash("sha256").update(password).digest();
  const [key, iv] = [pbkdf2Sync(secret, salt, 1000, 32, "sha1"), Buffer.alloc(16, 5)];
  const cipher = createCipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
  const locked = Buffer.concat([cipher.update(Buffer.concat([packed, Buffer.alloc(more - 1, 0xaa), Buffer.of(more)])), cipher.final()]);
  const sum = createHash("sha256").update(packed.subarray(0, 1024)).digest("base64");
  const address = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
  const manifest = `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="x"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="${plain.length}"><manifest:encryption-data manifest:checksum-type="${address}#sha256-1k" manifest:checksum="${spoilt ? "AAAA" : sum}"><manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="${iv.toString("base64")}"/><manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="1000" manifest:salt="${salt.toString("base64")}"/><manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/${start}" manifest:key-size="32"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`;
  return buildZip([
    { name: "mimetype", bytes: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    { name: "content.xml", bytes: locked, stored: true },
    { name: "META-INF/manifest.xml", bytes: manifest },
  ]);
}
