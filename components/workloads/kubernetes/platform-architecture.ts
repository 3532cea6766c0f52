const NAMES: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64" };

/** A processor by its name on nodes, which `uname` knows by another. */
export function architectureName(name: string): string {
  return NAMES[name] ?? name;
}

/** The architecture of a platform such as `linux/arm64/v8`, by its name on nodes; undefined for what is not Linux. */
export function platformArchitecture(platform: string | undefined): string | undefined {
  const [os, architecture] = (platform ?? "").split("/");
  return os === "linux" && architecture !== undefined ? architectureName(architecture) : undefined;
}
