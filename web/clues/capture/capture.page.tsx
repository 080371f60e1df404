import { Button } from "antd";
import type { Session } from "#access/access.contract.ts";
import { Industry } from "#reading/reading.contract.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { captureText } from "#web/clues/capture/capture.text.ts";
import { CaptureDocumentList } from "#web/clues/capture/document-list.tsx";
import { FunnelView } from "#web/clues/capture/funnel.view.tsx";
import { type CaptureFilter, useFunnel } from "#web/clues/capture/use-capture.ts";
import { FIELD_WORDS, wordsOfIndustry } from "#web/clues/clue-words.text.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import "#web/clues/clues.css";

const FILTERS = ["office", "from", "to", "field", "industry"] as const satisfies readonly (keyof CaptureFilter)[];

/** 线索捕获漏斗: what the documents of an office led to. The filter lives in the address. */
export function CapturePage({ session }: { readonly session: Session }) {
  const t = useText(captureText);
  const words = useWords();
  useWhere([{ label: t("clues"), to: "/clues" }, { label: t("title") }]);
  const [address, setAddress] = useAddress();
  const filter: CaptureFilter = Object.fromEntries(FILTERS.flatMap((name) => (address.get(name) ? [[name, address.get(name) ?? ""]] : [])));
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) value === null || value === "" ? next.delete(name) : next.set(name, value);
      return next;
    });
  const funnel = useFunnel(filter);
  if (funnel.isPending) return <Loading lines={6} />;
  if (funnel.isError) return <Problem error={funnel.error} onRetry={() => funnel.refetch()} />;
  const own = session.person.officeCode;
  const list = address.get("list");
  const others = funnel.data.offices.filter(({ code }) => code !== own).map(({ code, name }): [string, string] => [code, words(name)]);
  return (
    <section className="panel stack" data-testid="funnel">
      <div>
        <h1>{t("title")}</h1>
        <p className="quiet small">{t("why")}</p>
        <p className="quiet small">{t("lists")}</p>
      </div>
      <div className="line capture-filters">
        {others.length === 0 ? null : (
          <Choice
            showLabel
            label={t("office")}
            value={filter.office ?? own}
            onChange={(office) => change({ office: office === own ? null : office, list: null })}
            options={[[own, t("ownOffice")], ...others]}
            testId="capture-office"
          />
        )}
        {(["from", "to"] as const).map((name) => (
          <label key={name} className="choice">
            <span className="choice-label">{t(name)}</span>
            <input
              className="field"
              type="date"
              value={filter[name] ?? ""}
              onChange={(event) => change({ [name]: event.target.value })}
              data-testid={`capture-${name}`}
            />
          </label>
        ))}
        <Choice
          showLabel
          label={t("field")}
          value={filter.field ?? ""}
          onChange={(field) => change({ field })}
          options={[["", t("any")], ...Object.entries(FIELD_WORDS).map(([one, name]): [string, string] => [one, words(name)])]}
          testId="capture-field"
        />
        <Choice
          showLabel
          label={t("industry")}
          value={filter.industry ?? ""}
          onChange={(industry) => change({ industry })}
          options={[["", t("any")], ...Industry.options.map((one): [string, string] => [one, words(wordsOfIndustry(one))])]}
          testId="capture-industry"
        />
        {Object.keys(filter).length === 0 ? null : (
          <Button type="link" size="small" onClick={() => setAddress({})}>
            {t("clear")}
          </Button>
        )}
      </div>
      {funnel.data.documents === 0 ? (
        <Empty title={t("none")}>
          <p className="quiet">{t("noneBody")}</p>
        </Empty>
      ) : (
        <FunnelView funnel={funnel.data} filter={filter} onList={(step) => change({ list: step, page: null })} />
      )}
      {list === "documents" || list === "read" || list === "hits" || list === "withheld" ? (
        <CaptureDocumentList
          step={list}
          filter={filter}
          page={Number(address.get("page") ?? 1)}
          onPage={(page) => change({ page: page === 1 ? null : String(page) })}
          onClose={() => change({ list: null, page: null })}
        />
      ) : null}
    </section>
  );
}
