/** A processor architecture by its OCI name. */
export type Architecture = "amd64" | "arm64";

/** The architecture of an EC2 instance type: Graviton families carry a `g` right after their generation (`t4g`, `m7gd`, `c8gn`), and `a1` is one. */
export function architectureOf(instanceType: string): Architecture {
  const family = instanceType.split(".")[0] ?? "";
  return family === "a1" || /^[a-z]+\d+g/.test(family) ? "arm64" : "amd64";
}
