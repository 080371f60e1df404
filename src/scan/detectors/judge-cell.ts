import { findInText } from "#scan/detectors/find-in-text.ts";
import { findStrongKind } from "#scan/detectors/find-strong-kind.ts";
import { JUDGES } from "#scan/detectors/judges.ts";
import { LATEST_DATE } from "#scan/detectors/resident-id/resident-id.ts";
import { isSocialCreditCode } from "#scan/detectors/social-credit-code/social-credit-code.ts";
import type { Finding } from "#scan/finding.ts";
import type { Kind } from "#scan/kinds.ts";
import { compactNumber } from "#scan/text/compact-number.ts";
import { foldText } from "#scan/text/fold-text.ts";
import { isPlaceholder, isServiceNumber } from "#scan/text/placeholders.ts";
import { stripCell } from "#scan/text/strip-cell.ts";

/** Kinds whose values may be any text: a cell is one value, and a number in it is not taken for another kind. */
const WHOLE_TEXTS: ReadonlySet<Kind> = new Set([
  "address",
  "account-password",
  "wechat",
  "coordinates",
  "whereabouts",
  "communication-content",
  "communication-record",
  "credit",
  "property",
  "accommodation",
  "health",
  "biometric",
  "transaction",
  "education",
  "employment",
  "religion",
]);
/** Kinds in whose column 0 means that there is none. */
const ZERO_IS_EMPTY = /^0+$/;
const LIST = /[/、;；,，|\n\r\t]+/g;

/**
 * Findings in one cell of a column of `kind`. Placeholders and service numbers give none; every other value is one finding, valid,
 * damaged or invalid, of this kind or (when it is valid as another kind) of that other kind. Several values in a cell give several
 * findings. Offsets are UTF-16 code units of `cell` as given. `today` (ISO date) is the day after which no one can be born.
 */
export function judgeCell(kind: Kind, cell: string, today: string = LATEST_DATE): Finding[] {
  const { text, from } = stripCell(foldText(cell));
  if (isPlaceholder(text)) return [];
  if (WHOLE_TEXTS.has(kind)) return judgePiece(kind, { text, from }, today);
  const own = JUDGES[kind](text, today);
  if (own?.state === "valid") return judgePiece(kind, { text, from }, today);
  const pieces = split(kind, { text, from }, today);
  return pieces.flatMap((piece) => judgePiece(kind, piece, today));
}

type Piece = { readonly text: string; readonly from: number };

function judgePiece(kind: Kind, piece: Piece, today: string): Finding[] {
  if (isPlaceholder(piece.text)) return [];
  const [from, to] = [piece.from, piece.from + piece.text.length];
  const whole = WHOLE_TEXTS.has(kind);
  const compact = compactNumber(piece.text);
  if (!whole && (ZERO_IS_EMPTY.test(compact) || ((kind === "mobile" || kind === "landline") && isServiceNumber(compact)))) return [];
  const own = JUDGES[kind](piece.text, today);
  if (own?.state === "valid" && own.because !== "foreign" && own.because !== "digits") return [{ kind, ...own, from, to }];
  // A mobile number in a column of WeChat accounts or addresses is a mobile number; what is right as its own kind stays that.
  const other = whole && own?.state !== "invalid" ? null : findStrongKind(piece.text, today);
  if (other !== null) return [{ kind: other.kind, ...other.verdict, from, to }];
  // 身份证:3301… and 135…(微信同号): words around a value that is right do not make it wrong.
  const inside = whole ? [] : findInText(piece.text, today).filter(({ state }) => state === "valid");
  if (inside.length > 0) return inside.map((finding) => ({ ...finding, from: finding.from + from, to: finding.to + from }));
  if (own === null || isSocialCreditCode(compact)) return [];
  return [{ kind, ...own, from, to }];
}

/** The values of a cell that is not one value: parts between list signs, and parts between spaces when each is long enough to be one. */
function split(kind: Kind, whole: Piece, today: string): Piece[] {
  const parts = cut(whole, LIST).filter((part) => part.text !== "");
  // 13812345678/9 and 010-88776655/66 are one value and a tail; what stands alone must at least be long enough to say something.
  const usable = parts.length > 1 && parts.every((part) => part.text.length >= 2) ? parts : [whole];
  return usable.flatMap((part) => {
    const spaced = cut(part, /\s+/g).filter((piece) => piece.text !== "");
    if (spaced.length < 2 || kind === "name") return [part];
    return spaced.every((piece) => isValueAlone(kind, piece.text, today)) ? spaced : [part];
  });
}

function isValueAlone(kind: Kind, text: string, today: string): boolean {
  return isPlaceholder(text) || JUDGES[kind](text, today)?.state === "valid" || findStrongKind(text, today) !== null;
}

function cut(piece: Piece, separator: RegExp): Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  for (const match of piece.text.matchAll(separator)) {
    parts.push(trim(piece.text.slice(at, match.index), piece.from + at));
    at = match.index + match[0].length;
  }
  parts.push(trim(piece.text.slice(at), piece.from + at));
  return parts;
}

function trim(text: string, from: number): Piece {
  const start = text.length - text.trimStart().length;
  return { text: text.trim(), from: from + start };
}
