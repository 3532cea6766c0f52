import { fullName } from "../facts/images";
import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const imageRegistryAllowed = defineRule({
  id: "image-registry-allowed",
  severity: "mandatory",
  sources: ["CKV_K8S_14"],
  title: "Images come from registries that were agreed on",
  why: "Anybody can push to a public registry, under a name that looks right.",
  fix: "copy the image to an agreed registry, or add its registry to towpath:policies.allowedRegistries",
  facts: (subject, { allowedRegistries }) =>
    allowedRegistries.length > 0
      ? containersOf(subject).filter(({ container }) => fullName(container.image ?? "") !== undefined)
      : [],
  fault: ({ container }, { allowedRegistries }) => {
    const name = fullName(container.image ?? "") ?? "";
    const isIn = (registry: string) =>
      name === registry || name.startsWith(`${registry.replace(/\/$/, "")}/`);
    return allowedRegistries.some(isIn) ? undefined : `${container.what} runs ${name}`;
  },
});
