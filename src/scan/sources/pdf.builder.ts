/** A page of a test PDF: pieces of ASCII text at places, or operators as given. */
export type PdfPage = readonly { readonly x: number; readonly y: number; readonly text: string }[] | string;

/** A PDF without a table of places, which readers rebuild: the same bytes for the same pages. `extra` are more entries of the catalog, `objects` more objects from number 10. */
export function buildPdf(pages: readonly PdfPage[], { catalog = "", trailer = "", objects = "" } = {}): Buffer {
  const kids = pages.map((_, at) => `${100 + at * 2} 0 R`).join(" ");
  const bodies = pages.map((page, at) => {
    const drawn =
      typeof page === "string" ? page : `BT /F1 12 Tf ${page.map(({ x, y, text }) => `1 0 0 1 ${x} ${y} Tm (${text}) Tj`).join(" ")} ET`;
    return `${100 + at * 2} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${101 + at * 2} 0 R/Resources<</Font<</F1 3 0 R/F2 10 0 R>>/XObject<</Im1 50 0 R>>>>>>endobj
${101 + at * 2} 0 obj<</Length ${drawn.length}>>stream
${drawn}
endstream endobj
`;
  });
  return Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj
2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
${objects}${bodies.join("")}trailer<</Root 1 0 R${trailer}>>
%%EOF
`,
    "latin1",
  );
}
