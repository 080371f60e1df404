import { Button } from "antd";
import { useRef, useState } from "react";
import { Delivery, DeliveryDirection } from "#deliveries/deliveries.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { deliveriesText } from "#web/deliveries/deliveries.text.ts";
import { DeliveryCountView } from "#web/deliveries/delivery-count.view.tsx";
import { joinLines } from "#web/deliveries/join-lines.ts";
import { useDeliveryChanges, useDeliveryTrial } from "#web/deliveries/use-deliveries.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

const SHOWN = 200;

/** Lines read from a file or typed in; what they come to stands beside them while they change. */
export function DeliveriesForm({ caseId }: { readonly caseId: string }) {
  const t = useText(deliveriesText);
  const words = useWords();
  const requestId = useRequestId();
  const { read, record } = useDeliveryChanges(caseId);
  const [name, setName] = useState(t("nameDefault"));
  const [lines, setLines] = useState<readonly Delivery[]>([]);
  const file = useRef<HTMLInputElement>(null);
  const trial = useDeliveryTrial(caseId, lines);
  const put = (at: number, change: Partial<Delivery>) =>
    setLines(lines.map((line, place) => (place === at ? { ...line, ...change } : line)));
  return (
    <form
      className="deliveries-form"
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate(
          { requestId: requestId.current(), name, deliveries: lines },
          {
            onSuccess: () => {
              requestId.renew();
              // what was typed while it was being recorded stays
              setLines((now) => now.filter((line) => !lines.includes(line)));
            },
          },
        );
      }}
    >
      <div className="stack-tight">
        <div className="line">
          <input
            ref={file}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,.xlsx,.xls"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = "";
              if (chosen !== undefined)
                read.mutate(chosen, {
                  onSuccess: ({ deliveries }) => {
                    setLines((now) => joinLines(lines, now, deliveries));
                    setName((now) => (now === name ? chosen.name.slice(0, 120) : now));
                  },
                });
            }}
            data-testid="delivery-file"
          />
          <Button onClick={() => file.current?.click()} loading={read.isPending}>
            {t("read")}
          </Button>
          <Button
            onClick={() =>
              setLines([
                ...lines,
                Delivery.parse({
                  row: 1 + Math.max(0, ...lines.map(({ row }) => row)),
                  set: "1",
                  direction: lines.length === 0 ? "obtained" : "sold",
                }),
              ])
            }
            data-testid="delivery-add"
          >
            {t("addLine")}
          </Button>
          <input className="field" aria-label={t("name")} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <InlineProblem error={read.error ?? record.error} />
        {read.data !== undefined && read.data.problems.length > 0 ? (
          <ul className="small">
            {read.data.problems.map((problem) => (
              <li key={`${problem.row} ${problem.sentence.zh}`}>
                {problem.row === null ? "" : `${t("row", { row: formatNumber(problem.row) })}：`}
                {words(problem.sentence)}
              </li>
            ))}
          </ul>
        ) : null}
        <ol className="delivery-lines">
          {lines.slice(0, SHOWN).map((line, at) => (
            <li key={`${line.sheet} ${line.row}`} data-testid="delivery-line">
              <input
                className="field"
                aria-label={t("set")}
                title={t("set")}
                maxLength={80}
                value={line.set}
                onChange={(event) => put(at, { set: event.target.value })}
              />
              <Choice
                label={t("tier")}
                value={line.tier ?? ""}
                onChange={(tier) => put(at, { tier: tier === "A" || tier === "B" || tier === "C" ? tier : null })}
                options={[
                  ["", "?"],
                  ["A", "A"],
                  ["B", "B"],
                  ["C", "C"],
                ]}
                testId="delivery-tier"
              />
              <Choice
                label={t("direction")}
                value={line.direction}
                onChange={(value) => put(at, { direction: DeliveryDirection.catch("sold").parse(value) })}
                options={DeliveryDirection.options.map((one) => [one, t(one)])}
                testId="delivery-direction"
              />
              <input
                className="field"
                aria-label={t("party")}
                placeholder={t("party")}
                maxLength={80}
                value={line.party ?? ""}
                onChange={(event) => put(at, { party: event.target.value.trim() === "" ? null : event.target.value })}
                data-testid="delivery-party"
              />
              <input
                className="field figure"
                aria-label={t("items")}
                placeholder={t("itemsWhole")}
                inputMode="numeric"
                value={line.items ?? ""}
                onChange={(event) => put(at, { items: /^\d{1,12}$/.test(event.target.value) ? Number(event.target.value) : null })}
                data-testid="delivery-items"
              />
              <Button type="text" size="small" onClick={() => setLines(lines.filter((one) => one !== line))}>
                {t("remove")}
              </Button>
            </li>
          ))}
        </ol>
        {lines.length > SHOWN ? <p className="quiet small">{t("more", { n: formatNumber(lines.length - SHOWN) })}</p> : null}
        {lines.length === 0 ? null : (
          <div>
            <Button
              type="primary"
              htmlType="submit"
              loading={record.isPending}
              disabled={name.trim() === "" || trial.isError}
              data-testid="delivery-record"
            >
              {t("record")}
            </Button>
          </div>
        )}
      </div>
      <div className="stack-tight">
        <InlineProblem error={trial.error} />
        {lines.length === 0 || trial.data === undefined ? null : <DeliveryCountView count={trial.data} />}
      </div>
    </form>
  );
}
