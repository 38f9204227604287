/**
 * How numbers and dates are written, once for screen, print and sentences.
 * Rounding is half-up on the decimal figure a reader would round by hand (1.005 → 1.01), and only
 * ever for display: judgements compare unrounded values on the server.
 */

type Figure = number | null | undefined;

/** Written for a figure that is not reported. Never zero, never blank. */
export const missing = "—";

const minus = "−";
/** Narrow no-break space: groups digits without a comma and never breaks a line. */
const thin = "\u202f";

/** Rounds half away from zero at `decimals` digits, judged on the shortest decimal form of the number. */
export const roundHalfUp = (value: number, decimals: number): number => {
  const size = Math.abs(value);
  const written = String(size);
  if (!Number.isFinite(value) || written.includes("e")) return size < 1 ? 0 : value;
  const rounded = Number(`${Math.round(Number(`${written}e${decimals}`))}e-${decimals}`);
  return value < 0 ? -rounded : rounded;
};

/** Fixed decimals, thin spaces from five integer digits on, a true minus; `—` when missing. */
export const formatNumber = (value: Figure, decimals = 0): string => {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  const rounded = roundHalfUp(value, decimals);
  const [whole = "0", fraction] = Math.abs(rounded).toFixed(decimals).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, thin) : whole;
  const sign = rounded < 0 ? minus : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
};

/** Below this a figure is what a tolerance leaves, and may read as nothing. */
const least = 1e-6;

/** The decimals asked for, or as many more as it takes for a figure that is not nothing not to read as 0. */
export const tellingDecimals = (value: number, decimals: number): number => {
  if (!(Math.abs(value) >= least)) return decimals;
  let telling = decimals;
  while (roundHalfUp(value, telling) === 0) telling += 1;
  return telling;
};

/** School values and means: 2 decimals. */
export const formatValue = (value: Figure): string => formatNumber(value, 2);
/** Coefficient of variation (差异系数): 3 decimals. */
export const formatCv = (value: Figure): string => formatNumber(value, 3);
/** Counts of persons, schools, rooms: whole. */
export const formatCount = (value: Figure): string => formatNumber(value, 0);
/** Money in 万元 (10 000 yuan): 1 decimal; a price of nothing is 0.0. */
export const formatMoneyWan = (value: Figure): string => formatNumber(value, 1);
/** Population in 万 (10 000 persons): 2 decimals. Takes persons. */
export const formatPopulationWan = (persons: Figure): string => formatNumber(typeof persons === "number" ? persons / 10_000 : persons, 2);

/** A share (0.874) as a percentage with 1 decimal and no space: 87.4%. */
export const formatPercent = (share: Figure, decimals = 1): string =>
  typeof share === "number" && Number.isFinite(share) ? `${formatNumber(percentOf(share), decimals)}%` : missing;

/** Shifts the decimal point by two in text, so 0.285 becomes 28.5 and not 28.499999999999996. */
const percentOf = (share: number): number => {
  const written = String(share);
  return written.includes("e") ? share * 100 : Number(`${written}e2`);
};

/** A change with its sign: +2, −0.084; nothing changed is 0 without a sign. */
export const formatChange = (value: Figure, decimals = 0): string => {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  const text = formatNumber(value, decimals);
  return roundHalfUp(value, decimals) > 0 ? `+${text}` : text;
};

/** The unrounded figure, for "why": all digits the number carries, thin spaces, true minus. */
export const formatExact = (value: Figure): string => {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  const [whole = "0", fraction] = String(Math.abs(value)).split(".");
  const grouped = whole.length > 4 && !whole.includes("e") ? whole.replace(/\B(?=(\d{3})+$)/g, thin) : whole;
  return (value < 0 ? minus : "") + grouped + (fraction === undefined ? "" : `.${fraction}`);
};

/** Clock of the reader and of the county: one zone for server and browser, so both draw the same text. */
const zone = "Asia/Shanghai";
const parts = (iso: string): Record<string, string> => {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return {};
  const fields = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(date);
  return Object.fromEntries(fields.map((field) => [field.type, field.value]));
};

/** ISO instant → 2026-11-20 (China time). */
export const formatDate = (iso: string | null | undefined): string => {
  const { year, month, day } = iso ? parts(iso) : {};
  return year && month && day ? `${year}-${month}-${day}` : missing;
};

/** ISO instant → 2026-11-20 16:40 (China time). */
export const formatDateTime = (iso: string | null | undefined): string => {
  const { hour, minute } = iso ? parts(iso) : {};
  return hour && minute ? `${formatDate(iso)} ${hour}:${minute}` : missing;
};
