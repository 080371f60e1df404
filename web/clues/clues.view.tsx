import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { Link } from "react-router";
import { STATUS_NAMES } from "#clues/clue.ts";
import { type ClueList, ClueStatus } from "#clues/clues.contract.ts";
import { ClueFilter } from "#web/clues/clue-filter.tsx";
import { ClueTable } from "#web/clues/clue-table.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { ContactsLink } from "#web/cross-checks/contacts-link.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { Empty } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** The queue: how many stand where, then one page of them. */
export function CluesView({ list, filter, open, mayRegister, onChange, onClear }: Props) {
  const t = useText(cluesText);
  const filtered = Object.keys(filter).some((name) => name !== "page");
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
          <ContactsLink />
          <Link to="/clues/rules" data-testid="to-rules">
            {t("rules")}
          </Link>
          <Link to="/clues/capture">{t("capture")}</Link>
          <Link to="/clues/lexicon" data-testid="to-lexicon">
            {t("lexicon")}
          </Link>
          {mayRegister ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => onChange({ new: "1" })} data-testid="register-clue">
              {t("register")}
            </Button>
          ) : null}
        </span>
      </div>
      <StatusTabs counts={list.counts} chosen={filter["status"] ?? ""} onChoose={(status) => onChange({ status })} />
      <ClueFilter filter={filter} onChange={onChange} onClear={onClear} />
      <p className="quiet small clue-keys">{t("keys")}</p>
      {list.items.length === 0 ? (
        <Empty title={t(filtered ? "noneFound" : mayRegister ? "noneYet" : "noneForYou")} testId="clues-empty">
          <p>{t(filtered ? "noneFoundBody" : mayRegister ? "noneYetBody" : "noneForYouBody")}</p>
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
