import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import type { z } from "zod";
import { type CaseList, MOST_COUNTED } from "#cases/cases.contract.ts";
import type { Office } from "#offices/offices.contract.ts";
import { casesText } from "#web/cases/cases.text.ts";
import { CaseTable } from "#web/cases/list/case-table.tsx";
import { Choice } from "#web/design/choice/choice.tsx";
import { QueryField } from "#web/design/field/query-field.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { Empty } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { STAGE_WORDS } from "#web/words/words.text.ts";

type Change = (changes: Readonly<Record<string, string | null>>) => void;

export function CasesView({ list, filter, offices, mayOpen, onChange, onClear }: Props) {
  const t = useText(casesText);
  const words = useWords();
  const filtered = ["query", "stage", "officeCode", "mine"].some((name) => filter[name] !== undefined);
  return (
    <section className="panel panel-flush" aria-label={t("title")}>
      <div className="page-head" style={{ padding: "14px 20px 0", marginBottom: 12 }}>
        <h1>
          {t("title")}{" "}
          <span className="quiet figure" style={{ fontSize: 14, fontWeight: 400 }} data-testid="cases-total" aria-live="polite">
            {t(list.total >= MOST_COUNTED ? "more" : "found", { n: formatNumber(list.total) })}
          </span>
        </h1>
        {mayOpen ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => onChange({ new: "1" })} data-testid="open-case">
            {t("openCase")}
          </Button>
        ) : null}
      </div>
      <div className="line" style={{ padding: "0 20px 12px" }}>
        <QueryField label={t("query")} testId="cases-query" value={filter["query"] ?? ""} onChange={(query) => onChange({ query })} />
        <Choice
          label={t("stage")}
          value={filter["stage"] ?? ""}
          onChange={(stage) => onChange({ stage })}
          options={[["", t("allStages")], ...Object.entries(STAGE_WORDS).map(([stage, name]): [string, string] => [stage, words(name)])]}
        />
        <Choice
          label={t("office")}
          value={filter["officeCode"] ?? ""}
          onChange={(officeCode) => onChange({ officeCode })}
          options={[["", t("allOffices")], ...offices.map((office): [string, string] => [office.code, words(office.name)])]}
        />
        <Choice
          label={t("sort")}
          value={filter["sort"] ?? "updated"}
          onChange={(sort) => onChange({ sort: sort === "updated" ? null : sort })}
          options={[
            ["updated", t("sortUpdated")],
            ["number", t("sortNumber")],
            ["accepted", t("sortAccepted")],
          ]}
        />
        <Checkbox checked={filter["mine"] === "true"} onChange={(event) => onChange({ mine: event.target.checked ? "true" : null })}>
          {t("mine")}
        </Checkbox>
        {filtered ? (
          <Button type="link" size="small" onClick={onClear}>
            {t("clear")}
          </Button>
        ) : null}
      </div>
      {list.items.length === 0 ? (
        <Empty title={t(filtered ? "noneFound" : mayOpen ? "noneYet" : "noneForYou")} testId="cases-empty">
          <p>{t(filtered ? "noneFoundBody" : mayOpen ? "noneYetBody" : "noneForYouBody")}</p>
        </Empty>
      ) : (
        <CaseTable cases={list.items} label={t("title")} />
      )}
      <Pager
        page={list.page}
        size={list.size}
        total={list.total}
        mostCounted={MOST_COUNTED}
        onPage={(page) => onChange({ page: page === 1 ? null : String(page) })}
      />
    </section>
  );
}

type Props = {
  readonly list: z.infer<typeof CaseList>;
  readonly filter: Readonly<Record<string, string>>;
  readonly offices: readonly Office[];
  readonly mayOpen: boolean;
  readonly onChange: Change;
  readonly onClear: () => void;
};
