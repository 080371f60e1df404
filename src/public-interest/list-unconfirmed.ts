import type { PublicInterestAnswer } from "#public-interest/public-interest.contract.ts";

type Unconfirmed = PublicInterestAnswer["unconfirmed"][number];
type Marked = { readonly cite: string; readonly zh: string; readonly en: string; readonly unconfirmed?: true | undefined };

/** 未核对全文 everything an answer rests on or says whose source has not been seen in full, each once. */
export function listUnconfirmed(
  gates: PublicInterestAnswer["gates"],
  focus: PublicInterestAnswer["focus"],
  tracks: PublicInterestAnswer["tracks"],
): Unconfirmed[] {
  const elements = [...gates.flatMap((gate) => gate.elements), ...tracks.flatMap(({ suit }) => suit.elements)];
  const claims = tracks.flatMap((track) => track.claims);
  const said: Marked[] = [
    ...[...gates, ...focus].map(({ cite, name, unconfirmed }) => ({ cite, ...name, unconfirmed })),
    ...[...elements, ...claims].flatMap(({ cite, meaning, unconfirmed, remark }) => [
      { cite, ...meaning, unconfirmed },
      ...(remark === undefined ? [] : [remark]),
    ]),
    ...tracks.flatMap(({ proof, remarks }) => [{ cite: proof.cite, ...proof.suit, unconfirmed: proof.unconfirmed }, ...remarks]),
  ];
  const once = new Map<string, Unconfirmed>();
  for (const { cite, zh, en, unconfirmed } of said) if (unconfirmed) once.set(`${cite} ${zh}`, { cite, zh, en });
  return [...once.values()];
}
