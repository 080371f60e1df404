import { type KeyboardEvent, type ReactNode, useRef } from "react";
import "#web/design/table/data-table.css";

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly align?: "right";
  readonly nowrap?: boolean;
  /** what gives way where the table is narrow (a drawer open beside it): `soon` below 1240 pixels, then `last`, then `late`; the details hold it as well */
  readonly gives?: "soon" | "last" | "late";
};

/**
 * A table of 36-pixel rows that keeps its header and its first column. With `onOpen`, `j` and `k` move between the rows and
 * Enter opens; every row then has a link or button of its own as well. Narrow screens show each row as a card.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  onOpen,
  isChosen,
  rowTestId,
  cards = true,
  tall = false,
  footer,
}: TableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget && event.key === "Enter") return;
    const step = event.key === "j" || event.key === "ArrowDown" ? 1 : event.key === "k" || event.key === "ArrowUp" ? -1 : 0;
    if (event.target instanceof HTMLInputElement) return;
    if (step !== 0) {
      const next = step > 0 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling;
      if (next instanceof HTMLElement) next.focus();
      event.preventDefault();
    } else if (event.key === "Enter") onOpen?.(row);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that scrolls, no fieldset; a region would stand beside the section around it as another of its name
    <div
      role="group"
      className={["table-frame", cards ? "table-cards" : "", tall ? "table-tall" : ""].join(" ").trim()}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="data-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={[column.align ?? "", givingClass(column)].join(" ").trim()}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              tabIndex={onOpen === undefined ? undefined : 0}
              onKeyDown={onOpen === undefined ? undefined : (event) => move(event, row)}
              className={isChosen?.(row) ? "chosen" : undefined}
              data-testid={rowTestId}
              data-row={rowKey(row)}
            >
              {columns.map((column, place) => {
                const className = [column.align === "right" ? "right figure" : "", column.nowrap ? "nowrap" : "", givingClass(column)]
                  .join(" ")
                  .trim();
                return place === 0 ? (
                  <th key={column.key} scope="row" className={className}>
                    {column.render(row)}
                  </th>
                ) : (
                  <td key={column.key} data-label={column.title} className={className}>
                    {column.render(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {footer === undefined ? null : <tfoot>{footer}</tfoot>}
      </table>
    </div>
  );
}

function givingClass<Row>({ gives }: Column<Row>): string {
  return gives === undefined ? "" : `gives-${gives}`;
}

type TableProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly isChosen?: (row: Row) => boolean;
  readonly rowTestId?: string;
  readonly cards?: boolean;
  /** a long table scrolls within a part of the page */
  readonly tall?: boolean;
  readonly footer?: ReactNode;
};
