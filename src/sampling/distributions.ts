/**
 * Tail probabilities of the binomial and the hypergeometric distribution, by the saddle-point expansion of C. Loader (2000), "Fast and
 * accurate computation of binomial probabilities": relative error near machine precision, also for populations of 10^9.
 */

/** log(n!) less Stirling's approximation of it, for n = 0 … 15. */
const STIRLING_ERRORS = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119, 0.01387612882307075,
  0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871, 0.00757367548795184, 0.006942840107209529,
  0.006408994188004207, 0.005951370112758848, 0.005554733551962801,
] as const;

function stirlingError(n: number): number {
  const known = STIRLING_ERRORS[n];
  if (known !== undefined) return known;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** x·log(x/m) + m − x, without cancellation where x is near m. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = difference / (x + mean);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let at = 1; at < 1000; at++) {
    term *= v * v;
    const next = sum + term / (2 * at + 1);
    if (next === sum) return next;
    sum = next;
  }
  return sum;
}

/** P(X = x) of a binomial with n trials; `q` is 1 − p, given apart to keep its digits. */
export function binomialMass(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return 0;
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (x === 0) return Math.exp(n * (p < 0.1 ? Math.log1p(-p) : Math.log(q)));
  if (x === n) return Math.exp(n * (q < 0.1 ? Math.log1p(-q) : Math.log(p)));
  const exponent = stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * (n - x)));
}

/** P(X = x): x of `drawn` units hold when `holding` of `population` do, drawn without replacement. */
export function hypergeometricMass(x: number, population: number, holding: number, drawn: number): number {
  const rest = population - holding;
  if (x < 0 || x > drawn || x > holding || drawn - x > rest) return 0;
  if (drawn === 0) return 1;
  const [p, q] = [drawn / population, (population - drawn) / population];
  return (binomialMass(x, holding, p, q) * binomialMass(drawn - x, rest, p, q)) / binomialMass(drawn, population, p, q);
}

/** P(X ≥ x), or P(X ≤ x), of a hypergeometric. */
export function hypergeometricTail(side: "at-least" | "at-most", x: number, population: number, holding: number, drawn: number): number {
  const rest = population - holding;
  const [lowest, highest] = [Math.max(0, drawn - rest), Math.min(drawn, holding)];
  // The ratio of neighbouring probabilities is exact in the units, so that the sum costs one mass only.
  const up = (at: number) => ((holding - at) * (drawn - at)) / ((at + 1) * (rest - drawn + at + 1));
  return tail(side, x, lowest, highest, (at) => hypergeometricMass(at, population, holding, drawn), up, (drawn * holding) / population);
}

/** P(X ≥ x), or P(X ≤ x), of a binomial. */
export function binomialTail(side: "at-least" | "at-most", x: number, drawn: number, p: number): number {
  const q = 1 - p;
  const up = (at: number) => ((drawn - at) / (at + 1)) * (p / q);
  return tail(side, x, 0, drawn, (at) => binomialMass(at, drawn, p, q), up, drawn * p);
}

function tail(
  side: "at-least" | "at-most",
  x: number,
  lowest: number,
  highest: number,
  mass: (at: number) => number,
  up: (at: number) => number,
  mean: number,
): number {
  if (side === "at-least") {
    if (x <= lowest) return 1;
    if (x > highest) return 0;
    // The smaller side is summed: the terms fall from x on, and nothing is lost against 1.
    if (x <= mean) return 1 - tail("at-most", x - 1, lowest, highest, mass, up, mean);
    let [sum, term] = [0, mass(x)];
    for (let at = x; at <= highest && term > 0; at++) {
      const next = sum + term;
      if (next === sum) break;
      sum = next;
      term *= up(at);
    }
    return Math.min(1, sum);
  }
  if (x >= highest) return 1;
  if (x < lowest) return 0;
  if (x > mean) return 1 - tail("at-least", x + 1, lowest, highest, mass, up, mean);
  let [sum, term] = [0, mass(x)];
  for (let at = x; at >= lowest && term > 0; at--) {
    const next = sum + term;
    if (next === sum) break;
    sum = next;
    term /= at > lowest ? up(at - 1) : 1;
  }
  return Math.min(1, sum);
}
