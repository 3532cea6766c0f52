import { parseImage } from "../facts/images";
import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const imageByDigest = defineRule({
  id: "image-by-digest",
  severity: "advisory",
  sources: ["CKV_K8S_43", "CL-0019"],
  title: "Images are named by digest",
  why: "A version tag can be moved to another image; a digest cannot.",
  fix: "run towpath lock, or write the digest after the version, as in postgres:17.6@sha256:…",
  facts: containersOf,
  fault: ({ container }) => {
    const { tag, isPinned } = parseImage(container.image ?? "");
    return isPinned || tag === undefined || tag === "latest"
      ? undefined
      : `${container.what} runs ${container.image ?? "an image"}, which may change`;
  },
});
