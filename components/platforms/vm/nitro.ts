import { InvalidInput } from "../../lib/issues";

/** Families before Nitro: their disks have no NVMe id to be found by. Source: AWS, "Instance types". */
const XEN_FAMILIES = new Set(
  "c1 c3 c4 cc2 d2 f1 g2 g3 g3s h1 hs1 i2 i3 m1 m2 m3 m4 p2 p3 r3 r4 t1 t2 x1 x1e".split(" "),
);

/** Throws InvalidInput for an instance type on which data disks could not be found. */
export function requireNitro(instanceType: string): void {
  const family = instanceType.split(".")[0] ?? "";
  if (!XEN_FAMILIES.has(family)) return;
  const wrong = `${instanceType} is not a Nitro type, so its disks cannot be told apart`;
  throw new InvalidInput([
    { path: "towpath:docker.host.instanceType", wrong, instead: "write for example t4g.small or t3.small" },
  ]);
}
