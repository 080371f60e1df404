export let hash0: u32 = 0;
export let hash1: u32 = 0;
export let hash2: u32 = 0;
export let hash3: u32 = 0;

// prettier-ignore
const ROUNDS: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
  0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
  0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
  0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
  0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
  0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** The first half of the SHA-256 (FIPS 180-4) of bytes behind which 128 bytes are free, into `hash0` to `hash3`; `schedule`: 256 bytes to work in. */
export function sha256(bytes: usize, length: u32, schedule: usize): void {
  const blocks = (length + 72) >> 6;
  memory.fill(bytes + length, 0, (blocks << 6) - length);
  store<u8>(bytes + length, 0x80);
  store<u32>(bytes + (blocks << 6) - 4, bswap(length << 3));
  let a0: u32 = 0x6a09e667, b0: u32 = 0xbb67ae85, c0: u32 = 0x3c6ef372, d0: u32 = 0xa54ff53a;
  let e0: u32 = 0x510e527f, f0: u32 = 0x9b05688c, g0: u32 = 0x1f83d9ab, h0: u32 = 0x5be0cd19;
  for (let block: u32 = 0; block < blocks; block++) {
    const from = bytes + (block << 6);
    for (let at: usize = 0; at < 64; at += 4) store<u32>(schedule + at, bswap(load<u32>(from + at)));
    for (let at = schedule + 64; at < schedule + 256; at += 4) {
      const w15 = load<u32>(at - 60);
      const w2 = load<u32>(at - 8);
      const s0 = rotr(w15, 7) ^ rotr(w15, 18) ^ (w15 >>> 3);
      const s1 = rotr(w2, 17) ^ rotr(w2, 19) ^ (w2 >>> 10);
      store<u32>(at, load<u32>(at - 64) + s0 + load<u32>(at - 28) + s1);
    }
    let a = a0, b = b0, c = c0, d = d0, e = e0, f = f0, g = g0, h = h0;
    for (let at: usize = 0; at < 256; at += 4) {
      const t1 = h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + load<u32>(ROUNDS + at) + load<u32>(schedule + at);
      const t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    a0 += a;
    b0 += b;
    c0 += c;
    d0 += d;
    e0 += e;
    f0 += f;
    g0 += g;
    h0 += h;
  }
  hash0 = a0;
  hash1 = b0;
  hash2 = c0;
  hash3 = d0;
}
