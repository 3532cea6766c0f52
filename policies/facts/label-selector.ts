import { isRecord, listAt, recordAt, textAt, textsAt } from "./read";

/** Whether a Kubernetes label selector takes in the labels; an empty one takes in everything, a missing one nothing. */
export function selects(selector: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  if (!isRecord(selector)) return false;
  const wanted = Object.entries(recordAt(selector, "matchLabels"));
  return (
    wanted.every(([key, value]) => labels[key] === value) &&
    listAt(selector, "matchExpressions").every(one => meets(one, labels))
  );
}

function meets(expression: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  const value = labels[textAt(expression, "key") ?? ""];
  const isListed = () => textsAt(expression, "values").includes(String(value));
  switch (textAt(expression, "operator")) {
    case "In":
      return value !== undefined && isListed();
    case "NotIn":
      return value === undefined || !isListed();
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    default:
      return false;
  }
}
