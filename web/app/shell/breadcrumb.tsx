import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { Link } from "react-router";
import { shellText } from "#web/app/shell/shell.text.ts";
import { useText } from "#web/design/text/language.tsx";

export type Place = { readonly label: string; readonly to?: string };
const WhereContext = createContext<{ places: readonly Place[]; setPlaces: (places: readonly Place[]) => void }>({
  places: [],
  setPlaces: () => undefined,
});

export function WhereProvider({ children }: { readonly children: ReactNode }) {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const value = useMemo(() => ({ places, setPlaces }), [places]);
  return <WhereContext value={value}>{children}</WhereContext>;
}

/** A page says where it is; the same words become the window's title. */
export function useWhere(places: readonly Place[]): void {
  const { setPlaces } = useContext(WhereContext);
  const text = JSON.stringify(places);
  useEffect(() => {
    const here: readonly Place[] = JSON.parse(text);
    setPlaces(here);
    document.title = [...here.map((place) => place.label).reverse(), "双轨 Tandem"].join(" · ");
  }, [text, setPlaces]);
}

export function Breadcrumb() {
  const t = useText(shellText);
  const { places } = useContext(WhereContext);
  return (
    <nav aria-label={t("where")} className="breadcrumb">
      <ol>
        {places.map((place, index) => (
          <li key={place.label} aria-current={index === places.length - 1 ? "page" : undefined}>
            {place.to === undefined || index === places.length - 1 ? place.label : <Link to={place.to}>{place.label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
