import { useCallback } from "react";
import { type NavigateOptions, type URLSearchParamsInit, useLocation, useSearchParams } from "react-router";

type Next = URLSearchParamsInit | ((now: URLSearchParams) => URLSearchParamsInit);

/**
 * The query of the address, and the way to change it. The page is drawn a moment after the address changed, and an answer may come when another page
 * is shown: unlike the router's own hook, a change begins with the address as it stands at that moment, so that two changes in a row both hold, and
 * one that comes too late for its page changes nothing.
 */
export function useAddress(): readonly [URLSearchParams, (next: Next, options?: NavigateOptions) => void] {
  const [address, setAddress] = useSearchParams();
  const { pathname } = useLocation();
  const change = useCallback(
    (next: Next, options?: NavigateOptions) => {
      if (window.location.pathname !== pathname) return;
      setAddress(typeof next === "function" ? next(new URLSearchParams(window.location.search)) : next, options);
    },
    [pathname, setAddress],
  );
  return [address, change];
}
