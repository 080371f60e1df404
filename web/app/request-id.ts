import { useMemo, useRef } from "react";

/** A random UUID v4. `crypto.randomUUID` exists only on secure origins, and an office may serve the pages by plain address. */
export function createRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, place) =>
    (place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, "0"),
  ).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** One id for one intended change: pressing again after a lost answer repeats it, `renew` begins the next change. */
export function useRequestId(): { readonly current: () => string; readonly renew: () => void } {
  const id = useRef<string>(null);
  return useMemo(
    () => ({
      current: () => (id.current ??= createRequestId()),
      renew: () => {
        id.current = null;
      },
    }),
    [],
  );
}
