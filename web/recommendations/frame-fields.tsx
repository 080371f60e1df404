import type { RecommendationContent } from "#recommendations/recommendation-event.contract.ts";
import { AddresseeRelation, RecommendationTypeId, type TypesFile } from "#recommendations/recommendation-types.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { useCaseProcedures } from "#web/procedures/use-procedures.ts";
import { draftText } from "#web/recommendations/draft.text.ts";

type Props = {
  readonly caseId: string;
  readonly types: TypesFile;
  readonly value: RecommendationContent;
  readonly onChange: (value: RecommendationContent) => void;
  /** null: it belongs where it belongs already */
  readonly procedure: { readonly value: string; readonly onChange: (id: string) => void } | null;
};

/** Type, addressee, and what else the type asks for; the table of types says what. */
export function FrameFields({ caseId, types, value, onChange, procedure }: Props) {
  const t = useText(draftText);
  const words = useWords();
  const signs = useSigns();
  const procedures = useCaseProcedures(caseId);
  const type = types.types.find(({ id }) => id === value.type);
  const route = types.routes.find(({ relation }) => relation === value.addressee.relation);
  const asksObjection = type?.content.some(({ part }) => part === "objection") ?? false;
  const tracks = (procedures.data?.items ?? []).filter(({ kind, state }) => kind === type?.procedure?.kind && !state.final);
  return (
    <div className="recommendation-form stack-tight">
      <div className="choice-wide">
        <Choice
          showLabel
          label={t("type")}
          value={value.type}
          onChange={(id) => {
            procedure?.onChange("");
            onChange({ ...value, type: RecommendationTypeId.parse(id) });
          }}
          options={types.types.map(({ id, name }) => [id, words(name)])}
          testId="draft-type"
        />
      </div>
      {type === undefined ? null : (
        <p className="quiet small">
          {words(type.meaning)}{" "}
          {t("asks", {
            cite: type.contentCite,
            items: type.content
              .filter(({ required }) => required)
              .map(({ name }) => words(name))
              .join("；"),
          })}
        </p>
      )}
      {procedure === null || tracks.length === 0 ? null : (
        <div className="choice-wide">
          <Choice
            showLabel
            label={t("procedure")}
            value={procedure.value}
            onChange={procedure.onChange}
            options={[["", t("noProcedure")], ...tracks.map(({ id, title, state }) => [id, `${title} · ${words(state.name)}`] as const)]}
          />
          <span className="labelled-reason">{t("procedureWhy")}</span>
        </div>
      )}
      <Labelled label={t("name")}>
        <input
          className="field"
          maxLength={120}
          value={value.title}
          onChange={(event) => onChange({ ...value, title: event.target.value })}
          data-testid="draft-title"
        />
      </Labelled>
      <Labelled label={t("addressee")}>
        <input
          className="field"
          maxLength={120}
          value={value.addressee.name}
          onChange={(event) => onChange({ ...value, addressee: { ...value.addressee, name: event.target.value } })}
          data-testid="draft-addressee"
        />
      </Labelled>
      <div className="choice-wide">
        <Choice
          showLabel
          label={t("relation")}
          value={value.addressee.relation}
          onChange={(relation) => onChange({ ...value, addressee: { ...value.addressee, relation: AddresseeRelation.parse(relation) } })}
          options={types.routes.map(({ relation, name }) => [relation, words(name)])}
          testId="draft-relation"
        />
        {route === undefined || route.route === "direct" ? null : (
          <span className="labelled-reason">
            {words(route.meaning)}
            {signs.aside(route.cite)}
          </span>
        )}
      </div>
      {(type?.content ?? [])
        .filter(({ part }) => part === "text")
        .map(({ id, name, required }) => (
          <Labelled key={id} label={`${words(name)}${required ? "" : ` · ${t("optional")}`}`}>
            <textarea
              className="field"
              rows={1}
              maxLength={4000}
              value={value.texts[id] ?? ""}
              onChange={(event) => onChange({ ...value, texts: { ...value.texts, [id]: event.target.value } })}
              data-testid={`draft-text-${id}`}
            />
          </Labelled>
        ))}
      {type?.needsTrigger ? (
        <fieldset className="stack-tight">
          <legend className="labelled-name">{t("triggers")}</legend>
          {types.triggers.map(({ id, name, cite }) => (
            <label key={id} className="check-line">
              <input
                type="checkbox"
                checked={value.triggers.includes(id)}
                onChange={(event) =>
                  onChange({
                    ...value,
                    triggers: event.target.checked ? [...value.triggers, id] : value.triggers.filter((one) => one !== id),
                  })
                }
                data-testid={`draft-trigger-${id}`}
              />
              <span>
                {words(name)} <span className="quiet small">{cite}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {asksObjection ? (
        <Labelled label={t("objectionDays")} reason={type?.contentCite ?? ""}>
          <input
            className="field"
            type="number"
            min={1}
            max={120}
            value={value.objectionDays ?? ""}
            onChange={(event) => onChange({ ...value, objectionDays: event.target.value === "" ? null : Number(event.target.value) })}
            data-testid="draft-objection"
          />
        </Labelled>
      ) : null}
      <label className="check-line">
        <input
          type="checkbox"
          checked={value.urgent !== null}
          onChange={(event) => onChange({ ...value, urgent: event.target.checked ? { reason: "", replyBy: null } : null })}
        />
        {t("urgent")}
      </label>
      {value.urgent === null ? null : (
        <>
          {type === undefined ? null : <p className="quiet small">{words(type.urgentMeaning)}</p>}
          <Labelled label={t("urgentReason")}>
            <input
              className="field"
              maxLength={1000}
              value={value.urgent.reason}
              onChange={(event) => onChange({ ...value, urgent: { reason: event.target.value, replyBy: value.urgent?.replyBy ?? null } })}
            />
          </Labelled>
          {type?.urgent === "set" ? (
            <Labelled label={t("replyBy")}>
              <input
                className="field"
                type="date"
                value={value.urgent.replyBy ?? ""}
                onChange={(event) =>
                  onChange({
                    ...value,
                    urgent: { reason: value.urgent?.reason ?? "", replyBy: event.target.value === "" ? null : event.target.value },
                  })
                }
              />
            </Labelled>
          ) : null}
        </>
      )}
    </div>
  );
}
