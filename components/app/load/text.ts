import { isList, isMap, Timestamp, type Tree, WholeFloat } from "./tree";

/** How the reference loader turns a value into text where text is asked for, e.g. in `environment`. */
export function textOf(value: Tree): string {
  if (value === null) return "<nil>";
  if (value instanceof WholeFloat) return floatText(value.value);
  if (value instanceof Timestamp) return value.text;
  if (isList(value)) return `[${value.map(textOf).join(" ")}]`;
  if (isMap(value)) {
    const entries = Object.keys(value)
      .sort()
      .map(key => `${key}:${textOf(value[key] ?? null)}`);
    return `map[${entries.join(" ")}]`;
  }
  return typeof value === "number" && !Number.isInteger(value) ? floatText(value) : String(value);
}

/** A float in Go's `%v`: with an exponent from a million up and below 0.0001, as in `1e+06`. */
export function floatText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return plainText(value);
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits}e${exponent < 0 ? "-" : "+"}${size}`;
}

function plainText(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/0+$/, "") : text;
}
