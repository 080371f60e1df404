import type { Deadline } from "#deadlines/deadlines.contract.ts";

/** 日历文件 open clocks as iCalendar (RFC 5545): a whole day each, with a reminder the day before. No name of a person stands in it. */
export function writeCalendarFile(deadlines: readonly Deadline[], now: Date, language: "zh" | "en"): string {
  const stamp = `${now.toISOString().replace(/[-:]|\.\d{3}/g, "")}`;
  const events = deadlines
    .filter(({ state }) => state.done === null)
    .flatMap(({ id, version, due, caseNumber, act, state, custody }) => [
      "BEGIN:VEVENT",
      `UID:${id}@tandem`,
      `SEQUENCE:${version}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${due.replaceAll("-", "")}`,
      `SUMMARY:${escapeText(`${custody ? (language === "zh" ? "【在押】" : "[custody] ") : ""}${act[language]} · ${caseNumber}`)}`,
      `DESCRIPTION:${escapeText(state.rule)}`,
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-P1D",
      `DESCRIPTION:${escapeText(act[language])}`,
      "END:VALARM",
      "END:VEVENT",
    ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tandem//deadlines//ZH", "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR", ""];
  return lines.map(foldLine).join("\r\n");
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** Lines of more than 75 bytes go on in the next one, behind a blank; no character is torn apart. */
function foldLine(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part].join("\r\n ");
}
