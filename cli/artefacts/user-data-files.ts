import { gunzipSync } from "node:zlib";
import type { PreviewedResource } from "../preview/preview";
import type { RenderedFile } from "./artefact";

/** Which input of which resource holds user data, and whether in base64. */
const HOLDERS: Readonly<Record<string, Readonly<Record<string, "text" | "base64">>>> = {
  "aws:ec2/instance:Instance": { userData: "text", userDataBase64: "base64" },
  "aws:ec2/launchTemplate:LaunchTemplate": { userData: "base64" },
};

/** What each machine runs when it first boots, as it stands in the resources' inputs. */
export function userDataFiles(resources: readonly PreviewedResource[]): RenderedFile[] {
  return resources.flatMap(({ type, name, inputs }) =>
    Object.entries(HOLDERS[type] ?? {}).flatMap(([input, form]): RenderedFile[] => {
      const written = inputs[input];
      if (typeof written !== "string" || written.startsWith("[")) return [];
      const content = form === "text" ? written : decoded(written);
      return [{ kind: "user-data", path: `user-data/${name}${extensionOf(content)}`, content }];
    }),
  );
}

function decoded(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (zipped ? gunzipSync(bytes) : bytes).toString("utf8");
}

function extensionOf(content: string): string {
  return content.startsWith("#cloud-config") ? ".yaml" : content.startsWith("#!") ? ".sh" : ".txt";
}
