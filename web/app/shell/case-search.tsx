import { SearchOutlined } from "@ant-design/icons";
import { type RefObject, useState } from "react";
import { useNavigate } from "react-router";
import { shellText } from "#web/app/shell/shell.text.ts";
import { useText } from "#web/design/text/language.tsx";

/** Searches cases; `/` puts the cursor here. */
export function CaseSearch({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const t = useText(shellText);
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  return (
    <search className="case-search grow">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          navigate(words.trim() === "" ? "/cases" : `/cases?query=${encodeURIComponent(words.trim())}`);
        }}
      >
        <SearchOutlined aria-hidden="true" />
        <input
          ref={inputRef}
          type="search"
          value={words}
          maxLength={80}
          aria-label={t("search")}
          placeholder={t("search")}
          onChange={(event) => setWords(event.target.value)}
          data-testid="case-search"
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}
