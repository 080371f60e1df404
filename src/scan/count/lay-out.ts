/** Columns under each other; a Chinese character is two wide. */
export function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
          .join("  ")
          .trimEnd()}`,
    )
    .join("\n");
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2E80-\uFFEF]/.test(character) ? 2 : 1;
  return width;
}
