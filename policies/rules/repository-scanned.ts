import { isOn } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const repositoryScanned = defineRule({
  id: "repository-scanned",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_163"],
  title: "Images are scanned when they are pushed",
  why: "Known holes in an image show before it runs.",
  fix: "set imageScanningConfiguration.scanOnPush to true",
  facts: only("repository"),
  fault: ({ props }) =>
    isOn(props, "imageScanningConfiguration.scanOnPush") ? undefined : "images are not scanned on push",
});
