/**
 * Rates of the last seconds -> paths of a small picture: bytes a second as an area with its line, rows a second as a second line, each
 * on its own scale from nothing to its fastest second; `null` for less than two seconds, which make no line.
 */
export function buildSpeedLine(
  history: readonly (readonly [number, number])[],
  width: number,
  height: number,
): { readonly bytes: string; readonly rows: string; readonly area: string } | null {
  if (history.length < 2) return null;
  const pathOf = (values: readonly number[]) => {
    const most = Math.max(1, ...values);
    return values
      .map((value, place) => {
        const x = (place / (values.length - 1)) * width;
        const y = height - 1 - (Math.max(0, value) / most) * (height - 2);
        return `${place === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join("");
  };
  const bytes = pathOf(history.map(([value]) => value));
  return { bytes, rows: pathOf(history.map(([, value]) => value)), area: `${bytes}L${width} ${height}L0 ${height}Z` };
}
