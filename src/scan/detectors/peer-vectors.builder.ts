import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { judgeCell } from "#scan/detectors/judge-cell.ts";
import { judgeResidentId } from "#scan/detectors/resident-id/resident-id.ts";
import type { Kind } from "#scan/kinds.ts";

/** One vector of a peer's own suite: its place in the file (never its value), what the peer answers and what we answer. */
export type PeerVector = { readonly id: string; readonly theirs: string; readonly ours: string };

const FOLDER = join(dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))), "shared", "data", "peer_vectors");
export const arePeersThere = existsSync(FOLDER);

const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), "utf8"));
const Groups = z.array(z.object({ args: z.string(), cases: z.array(z.unknown()) }));

/** Every vector of the peers that concerns kinds of ours, or numbers and words that must not be taken for one. */
export function readPeerVectors(): PeerVector[] {
  return [...readPresidio(), ...readJioNlp(), ...readAnonymiser(), ...readIdValidators(), ...readBankCards()];
}

const PRESIDIO: Readonly<Record<string, readonly Kind[]>> = {
  credit_card: ["bank-card"],
  email: ["email"],
  ip: ["ip"],
  mac: ["mac"],
  phone: ["mobile", "landline"],
};

function readPresidio(): PeerVector[] {
  const suite = z.record(z.string(), z.record(z.string(), Groups)).parse(read("presidio.json"));
  return Object.entries(suite).flatMap(([topic, tests]) =>
    walk(`presidio/${topic}`, tests).map(({ id, given }) => {
      const [text, length, positions] = z.tuple([z.string(), z.number()]).rest(z.unknown()).parse(given);
      const kinds = PRESIDIO[topic];
      if (kinds === undefined) return vector(id, 0, findInText(text).length); // pages, IBANs, wallets, dates: none of our kinds
      const found = findInText(text).filter(({ kind, state }) => kinds.includes(kind) && state === "valid");
      const places = z.array(z.tuple([z.number(), z.number()])).safeParse(positions);
      const spans = places.success && places.data.length > 0 && topic !== "phone";
      return spans
        ? vector(id, places.data.join(" "), found.map(({ from, to }) => `${from},${to}`).join(" "))
        : vector(id, length, found.length);
    }),
  );
}

function readJioNlp(): PeerVector[] {
  const suite = z.record(z.string(), z.record(z.string(), Groups)).parse(read("jionlp.json"));
  return Object.entries(suite).flatMap(([topic, tests]) =>
    walk(`jionlp/${topic}`, tests).map(({ id, given }) => {
      const [text, answer] = z.tuple([z.string()]).rest(z.unknown()).parse(given);
      if (topic === "location_parser")
        return vector(
          id,
          "address",
          judgeCell("address", text)
            .map(({ kind, state }) => (state === "valid" ? kind : state))
            .join(),
        );
      const found = findInText(text);
      if (topic === "remove_email")
        return vector(
          id,
          z.string().parse(answer),
          [...found].reverse().reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text),
        );
      return vector(id, 0, found.length); // sums of money, times, pages
    }),
  );
}

const RECOGNISED: Readonly<Record<string, readonly Kind[]>> = {
  test_recognize_phone: ["mobile"],
  test_recognize_id_card: ["resident-id"],
  test_recognize_bank_card: ["bank-card"],
  test_recognize_passport: ["passport", "hk-macao-permit"],
  test_recognize_email: ["email"],
};
const VALIDATED: Readonly<Record<string, readonly Kind[]>> = {
  test_phone_format_validation: ["mobile"],
  test_id_card_validation: ["resident-id"],
  test_id_card_with_spaces: ["resident-id"],
  test_luhn_check: ["bank-card"],
  test_bank_card_with_spaces: ["bank-card"],
  test_passport_validation: ["passport", "hk-macao-permit"],
  test_email_validation: ["email"],
};

function readAnonymiser(): PeerVector[] {
  const suite = z.record(z.string(), Groups).parse(read("cn_pii_anonymization.json"));
  return walk("cn_pii", suite).map(({ id, given, args, test }) => {
    const recognised = RECOGNISED[test];
    if (recognised !== undefined) {
      const [text, count] = z.tuple([z.string(), z.number()]).parse(given);
      return vector(id, count, findInText(text).filter(({ kind, state }) => recognised.includes(kind) && state === "valid").length);
    }
    const kinds = VALIDATED[test] ?? [];
    const valid = judgeCell(kinds[0] ?? "mobile", z.string().parse(given)).some(
      ({ kind, state }) => state === "valid" && kinds.includes(kind),
    );
    return vector(id, args.startsWith("valid"), valid);
  });
}

function readIdValidators(): PeerVector[] {
  const Vectors = z.array(z.object({ id: z.string(), valid: z.boolean().optional(), strict: z.boolean().optional() }));
  const judged = ["id_validator_isvalid", "id_validator_getinfo", "navyxie_idcard_verify"].flatMap((file) =>
    Vectors.parse(read(`${file}.json`)).map(({ id, valid = true }, at) =>
      vector(`${file}/${at}`, valid, judgeResidentId(id).state === "valid"),
    ),
  );
  const births = z
    .array(z.object({ id: z.string(), birthdayCode: z.string(), sex: z.number() }))
    .parse(read("id_validator_getinfo.json"))
    .map(({ id, birthdayCode, sex }, at) => {
      const { value } = judgeResidentId(id);
      return vector(
        `id_validator_getinfo/${at}/birth`,
        `${birthdayCode.replaceAll("-", "")} ${sex}`,
        `${value.slice(6, 14)} ${Number(value[16]) % 2}`,
      );
    });
  const upgraded = z
    .array(z.object({ id15: z.string(), id18: z.string() }))
    .parse(read("id_validator_upgrade.json"))
    .map(({ id15, id18 }, at) => vector(`id_validator_upgrade/${at}`, id18, judgeResidentId(id15).value));
  return [...judged, ...births, ...upgraded];
}

/** The peer names the bank of a number by its beginning; of ours it asks that the number is taken for a card, right or wrong its check digit. */
function readBankCards(): PeerVector[] {
  const Cards = z.array(z.object({ card: z.string() }));
  return Cards.parse(read("bankcardinfo.json")).map(({ card }, at) => {
    const [finding] = judgeCell("bank-card", card);
    const taken = finding !== undefined && (finding.state === "valid" || finding.because === "luhn");
    return vector(`bankcardinfo/${at}`, "card", taken ? "card" : `${finding?.because}`);
  });
}

type Walked = { readonly id: string; readonly test: string; readonly args: string; readonly given: unknown };

function walk(prefix: string, tests: Readonly<Record<string, z.infer<typeof Groups>>>): Walked[] {
  return Object.entries(tests).flatMap(([test, groups]) =>
    groups.flatMap(({ args, cases }, group) => cases.map((given, at) => ({ id: `${prefix}/${test}/${group}/${at}`, test, args, given }))),
  );
}

function vector(id: string, theirs: string | number | boolean, ours: string | number | boolean): PeerVector {
  return { id, theirs: String(theirs), ours: String(ours) };
}
