import { decodeHtmlNames, TagWalker } from "#scan/sources/walk-tags.ts";
import { decodeXmlText } from "#scan/sources/walk-xml.ts";

const ENDS_LINE =
  /^(?:p|div|br|li|ul|ol|h[1-6]|dt|dd|dl|table|tr|caption|title|section|article|header|footer|blockquote|pre|hr|body|head|center)$/;

/** The text of a page as it is read: a block ends a line, cells are set apart by tabs; scripts and styles are none. */
export function readHtmlText(html: string): string {
  const lines: string[] = [];
  let line = "";
  const end = () => {
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
  };
  const walker = new TagWalker(
    {
      open: (name) => {
        if (name === "td" || name === "th") line += line === "" ? "" : "\t";
        else if (ENDS_LINE.test(name)) end();
      },
      close: (name) => {
        if (ENDS_LINE.test(name)) end();
      },
      text: (raw, _place, literal) => {
        line += (literal ? raw : decodeXmlText(decodeHtmlNames(raw))).replace(/\s+/g, " ");
      },
    },
    true,
  );
  walker.feed(html, true);
  end();
  return lines.join("\n");
}
