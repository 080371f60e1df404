import { useState } from "react";

/**
 * Form state kept in this window (sessionStorage) while it is typed, so that a reload or a lost session loses nothing; gone after
 * `forget` and after signing out. `forget` may be called when the form is no longer shown: what was saved is not offered as a draft again. `read` turns what was stored back into the form's shape and refuses what no longer fits.
 */
export function useDraft<Form>(key: string, empty: Form, read: (stored: unknown) => Form | null) {
  const [form, setForm] = useState<Form>(() => {
    const stored = sessionStorage.getItem(key);
    if (stored === null) return empty;
    try {
      return read(JSON.parse(stored)) ?? empty;
    } catch {
      // a draft of an older version of the page is dropped, it cannot be shown
      return empty;
    }
  });
  const [kept, setKept] = useState(false);
  const change = (next: Form) => {
    setKept(true);
    setForm(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  const forget = () => {
    setKept(false);
    sessionStorage.removeItem(key);
  };
  return { form, change, forget, kept };
}
