import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { Link } from "react-router";
import { STATUS_NAMES } from "#clues/clue.ts";
import { type ClueList, ClueStatus } from "#clues/clues.contract.ts";
import { ClueTable } from "#web/clues/clue-table.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { QueryField } from "#web/design/field/query-field.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { Empty } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** The queue: how many stand where, then one page of them. */
export function CluesView({ list, filter, open, mayRegister, onChange, onClear }: Props) {
  const t = useText(cluesText);
  const filtered = ["query", "insider", "status"].some((name) => filter[name] !== undefined);
  return (
    <section className="panel panel-flush" aria-label={t("title")}>
      <div className="page-head clue-head">
        <h1>
          {t("title")}{" "}
          <span className="quiet figure clue-total" data-testid="clues-total" aria-live="polite">
            {t("found", { n: formatNumber(list.total) })}
          </span>
        </h1>
        <span className="line">
          <Link to="/clues/transfers" data-testid="to-transfers">
            {t("transfers")}
          </Link>
          <Link to="/clues/contacts" data-testid="to-contacts">
            {t("contacts")}
          </Link>
          <Link to="/clues/capture">{t("capture")}</Link>
          {mayRegister ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => onChange({ new: "1" })} data-testid="register-clue">
              {t("register")}
            </Button>
          ) : null}
        </span>
      </div>
      <StatusTabs counts={list.counts} chosen={filter["status"] ?? ""} onChoose={(status) => onChange({ status })} />
      <div className="line clue-filters">
        <QueryField label={t("query")} testId="clues-query" value={filter["query"] ?? ""} onChange={(query) => onChange({ query })} />
        <Checkbox
          checked={filter["insider"] === "true"}
          onChange={(event) => onChange({ insider: event.target.checked ? "true" : null })}
          data-testid="clues-insider"
        >
          {t("insider")}
        </Checkbox>
        {filtered ? (
          <Button type="link" size="small" onClick={onClear}>
            {t("clear")}
          </Button>
        ) : null}
        <span className="quiet small clue-keys">{t("keys")}</span>
      </div>
      {list.items.length === 0 ? (
        <Empty title={t(filtered ? "noneFound" : "noneYet")} testId="clues-empty">
          <p>{t(filtered ? "noneFoundBody" : "noneYetBody")}</p>
        </Empty>
      ) : (
        <ClueTable clues={list.items} open={open} onOpen={(clue) => onChange({ clue, act: null, new: null })} />
      )}
      <Pager
        page={Number(filter["page"] ?? 1)}
        size={20}
        total={list.total}
        onPage={(page) => onChange({ page: page === 1 ? null : String(page) })}
      />
    </section>
  );
}

function StatusTabs({ counts, chosen, onChoose }: TabsProps) {
  const t = useText(cluesText);
  const words = useWords();
  const all = ClueStatus.options.reduce((sum, status) => sum + counts[status], 0);
  const tabs = [["", t("all"), all] as const, ...ClueStatus.options.map((one) => [one, words(STATUS_NAMES[one]), counts[one]] as const)];
  return (
    <fieldset className="clue-tabs" aria-label={t("byStatus")}>
      {tabs.map(([status, name, many]) => (
        <button
          key={status}
          type="button"
          aria-pressed={chosen === status}
          onClick={() => onChoose(status)}
          data-testid={`clues-status-${status === "" ? "all" : status}`}
        >
          {name} <span className="figure">{formatNumber(many)}</span>
        </button>
      ))}
    </fieldset>
  );
}

type Props = {
  readonly list: ClueList;
  readonly filter: Readonly<Record<string, string>>;
  readonly open: string | null;
  readonly mayRegister: boolean;
  readonly onChange: (changes: Readonly<Record<string, string | null>>) => void;
  readonly onClear: () => void;
};
type TabsProps = {
  readonly counts: ClueList["counts"];
  readonly chosen: string;
  readonly onChoose: (status: string) => void;
};
