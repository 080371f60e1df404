import type { FlipLine } from "#law/law.contract.ts";
import type { Language } from "#web/design/text/text.ts";
import { wordsOfFactPath } from "#web/law/fact-words.text.ts";
import { tellMargin } from "#web/law/flip-map/flip-scale.ts";
import { showValue } from "#web/law/offences/fact-values.ts";
import { BAND_WORDS } from "#web/words/words.text.ts";

/** The map as a table: a line a fact, of an answer a line for each; with a byte order mark, so that spreadsheets read Chinese. */
export function writeFlipMap(lines: readonly FlipLine[], head: string, language: Language): string {
  const rows = lines.flatMap(({ fact, value, down, up, choices }) => {
    const name = wordsOfFactPath(fact)[language];
    const now = showValue(value, language).text;
    if (choices.length > 0)
      return choices.map((choice) => [
        name,
        now,
        showValue(choice.value, language).text,
        BAND_WORDS[choice.band][language],
        "",
        "",
        "",
        "",
      ]);
    const side = (one: FlipLine["down"]) =>
      one === null ? ["", "", ""] : [String(one.at), BAND_WORDS[one.to][language], one.margin === null ? "" : tellMargin(one.margin)];
    return [[name, now, ...side(down), ...side(up)]];
  });
  return `\uFEFF${[head, ...rows.map((row) => row.map(quote).join(","))].join("\r\n")}\r\n`;
}

/** Quoted, and never a formula: a spreadsheet runs what begins with = + - @. */
function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
