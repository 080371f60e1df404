/** A request without the fields that are `null`: they are as good as not given (the command line's contract). What is no object stays as it is. */
export function leaveOutNulls(request: unknown): unknown {
  if (typeof request !== "object" || request === null || Array.isArray(request)) return request;
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null));
}
