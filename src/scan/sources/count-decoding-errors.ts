/**
 * Counts places that are no valid UTF-8 or GB18030, over bytes fed in order: the statistical half of telling the two apart where
 * neither is clean (a UTF-8 file with a broken byte, a GB18030 file cut in the middle of a character).
 */
export class DecodingErrors {
  #errors = 0;
  #hanzi = 0;
  #left = 0; // bytes of a UTF-8 sign in the range of hanzi that must follow
  #need = 0; // bytes that must follow
  #first = 0; // lead byte of a GB18030 character, 0 when none is open
  #second = 0;
  #third = 0;

  feedUtf8(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#need > 0) {
        if ((byte & 0xc0) === 0x80) {
          this.#need--;
          if (this.#left > 0 && --this.#left === 0) this.#hanzi++;
          continue;
        }
        this.#errors++;
        this.#need = this.#left = 0;
      }
      if (byte < 0x80) continue;
      if (byte >= 0xc2 && byte < 0xe0) this.#need = 1;
      else if (byte >= 0xe0 && byte < 0xf0) {
        this.#need = 2;
        if (byte >= 0xe3 && byte <= 0xe9) this.#left = 2;
      } else if (byte >= 0xf0 && byte < 0xf5) this.#need = 3;
      else this.#errors++;
    }
  }

  feedGb18030(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at++) this.#stepGb(chunk[at] ?? 0);
  }

  /** Whole signs of UTF-8 in the range of hanzi so far: where there are more of them than errors, the bytes are UTF-8 with damage. */
  hanzi(): number {
    return this.#hanzi;
  }

  /** The errors so far; at the end an open character is one more. */
  total(): number {
    return this.#errors + (this.#need > 0 || this.#first > 0 ? 1 : 0);
  }

  #stepGb(byte: number): void {
    if (this.#first === 0) {
      if (byte < 0x80) return;
      if (byte === 0x80 || byte === 0xff) this.#errors++;
      else this.#first = byte;
      return;
    }
    if (this.#second === 0) {
      if (byte >= 0x30 && byte <= 0x39) this.#second = byte;
      else {
        this.#first = 0;
        if (byte < 0x40 || byte === 0x7f || byte === 0xff) this.#errors++;
      }
      return;
    }
    const wrong = this.#third === 0 ? byte < 0x81 || byte === 0xff : byte < 0x30 || byte > 0x39;
    if (!wrong && this.#third === 0) {
      this.#third = byte;
      return;
    }
    if (wrong) this.#errors++;
    this.#first = this.#second = this.#third = 0;
  }
}
