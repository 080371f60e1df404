/** Where an upload stood at a moment (milliseconds of any clock). */
export type Sample = { readonly at: number; readonly bytes: number };

/** The samples of the last three seconds with the new one: long enough to be calm, short enough to be true. */
export function keepSample(samples: readonly Sample[], next: Sample): readonly Sample[] {
  return [...samples.filter((sample) => next.at - sample.at <= 3_000), next];
}

/** Bytes a second over the samples; null while there is too little to say. */
export function rateOf(samples: readonly Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < 250) return null;
  return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
}

/** Seconds left at a rate; null when unknown or standing still. */
export function secondsLeft(bytesLeft: number, rate: number | null): number | null {
  return rate === null || rate <= 0 ? null : Math.ceil(bytesLeft / rate);
}

/** Seconds as "42 s", "3 min", "2 h 5 min"; the units are the same in both languages. */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
