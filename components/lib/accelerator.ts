/** What computes beside the processor of an EC2 instance. */
export type Accelerator = "nvidia" | "amd" | "neuron" | "gaudi";

/** Families by their letters. Source: AWS, "Accelerated computing" in the EC2 instance types guide. */
const FAMILIES: Readonly<Record<string, Accelerator>> = {
  g: "nvidia",
  gr: "nvidia",
  p: "nvidia",
  dl: "gaudi",
  inf: "neuron",
  trn: "neuron",
};

/** The accelerator of an EC2 instance type, or undefined when it has none. */
export function acceleratorOf(instanceType: string): Accelerator | undefined {
  const [family = ""] = instanceType.split(".");
  if (family === "g4ad") return "amd";
  const letters = /^[a-z]+/.exec(family)?.[0] ?? "";
  return FAMILIES[letters];
}
