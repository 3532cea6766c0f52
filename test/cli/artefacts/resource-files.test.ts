import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { helmValuesFiles } from "../../../cli/artefacts/helm-values-files";
import { userDataFiles } from "../../../cli/artefacts/user-data-files";

const resource = (type: string, name: string, inputs: Record<string, unknown>) => ({
  urn: `urn::${name}`,
  type,
  name,
  inputs,
});

it("finds user data as text, in base64 and zipped", () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const files = userDataFiles([
    resource("aws:ec2/instance:Instance", "host", { userData: "#!/bin/sh\ntrue\n" }),
    resource("aws:ec2/instance:Instance", "zip", {
      userDataBase64: gzipSync("#cloud-config\n").toString("base64"),
    }),
    resource("aws:ec2/launchTemplate:LaunchTemplate", "agents", { userData: base64("#cloud-config\n{}\n") }),
    resource("aws:ec2/launchTemplate:LaunchTemplate", "later", { userData: "[unknown]" }),
    resource("aws:s3/bucket:Bucket", "other", { userData: "no" }),
  ]);
  expect(files.map(({ path, content }) => [path, content])).toEqual([
    ["user-data/host.sh", "#!/bin/sh\ntrue\n"],
    ["user-data/zip.yaml", "#cloud-config\n"],
    ["user-data/agents.yaml", "#cloud-config\n{}\n"],
  ]);
});

it("writes a release's values under the chart that they are for", () => {
  const [values] = helmValuesFiles([
    resource("kubernetes:helm.sh/v3:Release", "shop-traefik", {
      chart: "traefik",
      version: "41.0.0",
      namespace: "traefik",
      repositoryOpts: { repo: "https://charts.example.com" },
      values: { replicas: 2, token: "[secret]" },
    }),
  ]);
  expect(values).toEqual({
    kind: "helm-values",
    path: "helm/shop-traefik.values.yaml",
    content: `# chart: traefik
# version: 41.0.0
# namespace: traefik
# repository: https://charts.example.com
replicas: 2
token: "[secret]"
`,
  });
});
