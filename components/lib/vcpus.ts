/** Processors of the sizes that are not counted by their number. */
const SIZES: Readonly<Record<string, number>> = { large: 2, xlarge: 4 };
/** Families whose small sizes have two processors; of others a medium has one. */
const BURSTABLE = /^t\d/;

/**
 * The processors (vCPUs) of an EC2 instance type, by its size: `large` 2, `xlarge` 4, and four for each number before
 * `xlarge`. Undefined for a bare-metal size, which no rule tells. Source: AWS, "Specifications" in the EC2 instance
 * types guide.
 */
export function vcpusOf(instanceType: string): number | undefined {
  const [family = "", size = ""] = instanceType.split(".");
  const numbered = /^(\d+)xlarge$/.exec(size);
  if (numbered !== null) return 4 * Number(numbered[1]);
  if (["nano", "micro", "small", "medium"].includes(size)) return BURSTABLE.test(family) ? 2 : 1;
  return SIZES[size];
}
