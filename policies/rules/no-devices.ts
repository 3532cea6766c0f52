import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const noDevices = defineRule({
  id: "no-devices",
  severity: "mandatory",
  sources: ["CL-0016"],
  title: "Containers have no device of the host",
  why: "A device is a way past the file system and the kernel's checks.",
  fix: "remove devices, or list devices in x-towpath.allow",
  facts: containersOf,
  fault: ({ container, allowed }) =>
    container.devices.length > 0 && !allowed.includes("devices")
      ? `${container.what} has ${container.devices.join(", ")}`
      : undefined,
});
