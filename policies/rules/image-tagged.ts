import { parseImage } from "../facts/images";
import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const imageTagged = defineRule({
  id: "image-tagged",
  severity: "advisory",
  sources: ["CKV_K8S_14", "KS-container-image-tag", "CL-0004"],
  title: "Images have a version",
  why: "The tag latest is whatever was pushed last; nobody can say what runs or go back to it.",
  fix: "write a version after the image's name",
  facts: containersOf,
  fault: ({ container }) => {
    const { tag, isPinned } = parseImage(container.image ?? "");
    return isPinned || (tag !== undefined && tag !== "latest")
      ? undefined
      : `${container.what} runs ${container.image ?? "an image"} in whatever version comes`;
  },
});
