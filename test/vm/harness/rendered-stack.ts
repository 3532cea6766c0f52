import { join } from "node:path";
import { z } from "zod";
import type { Registered } from "../../../cli/engine/registered";
import { runStack } from "../../harness/run-stack";

/** What the stack `dev` sends to its host, read from the resources that its program registers. */
export interface RenderedStack {
  readonly userData: string;
  /** The release's archive, and the digest by which it is asked for. */
  readonly archive: { readonly text: string; readonly digest: string };
  /** The script that SSM runs on the host for that archive. */
  readonly rollout: string;
  /** Values that the parameter store has, by name and version. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Serial numbers of the data disks, as AWS gives them, by the volume's key. */
  readonly disks: Readonly<Record<string, string>>;
}

const INSTANCE = z.looseObject({ userData: z.string() });
const CONTENT = z.looseObject({ content: z.string() });
const ASSOCIATION = z.looseObject({ parameters: z.object({ archive: z.string(), digest: z.string() }) });
const DOCUMENT = z.object({
  mainSteps: z.array(
    z.object({ name: z.string(), inputs: z.looseObject({ runCommand: z.array(z.string()).optional() }) }),
  ),
});

/** Runs the project's own program for a Compose file and what is beside it in `folder`; `secrets` are its values. */
export async function renderStack(
  folder: string,
  secrets: Readonly<Record<string, string>>,
): Promise<RenderedStack> {
  const resources = await runStack("dev", [join(folder, "compose.yaml")]);
  const { parameters } = ASSOCIATION.parse(only(resources, "aws:ssm/association:Association"));
  const { content: text } = CONTENT.parse(only(resources, "aws:s3/bucketObjectv2:BucketObjectv2"));
  const { content: document } = CONTENT.parse(only(resources, "aws:ssm/document:Document"));
  const { digest } = parameters;
  return {
    userData: INSTANCE.parse(only(resources, "aws:ec2/instance:Instance")).userData,
    archive: { text, digest },
    rollout: scriptOf(document, digest),
    parameters: Object.fromEntries(
      ofType(resources, "aws:ssm/parameter:Parameter").map(({ inputs, name }) => {
        const value = secrets[name.replace("app-secrets-", "")];
        if (value === undefined) throw new Error(`the test has no value for ${name}`);
        return [`${inputs.name}:1`, value];
      }),
    ),
    disks: Object.fromEntries(
      ofType(resources, "aws:ec2/volumeAttachment:VolumeAttachment").map(({ inputs, name }) => [
        name.replace("host-machine-", ""),
        String(inputs.volumeId).replace("-", ""),
      ]),
    ),
  };
}

function ofType(resources: readonly Registered[], type: string): readonly Registered[] {
  return resources.filter(one => one.type === type);
}

function only(resources: readonly Registered[], type: string): Registered["inputs"] {
  const [found] = ofType(resources, type);
  if (found === undefined) throw new Error(`the stack has no ${type}`);
  return found.inputs;
}

/** What `aws:runShellScript` runs, after `aws:downloadContent`. */
function scriptOf(document: string, digest: string): string {
  const { mainSteps } = DOCUMENT.parse(JSON.parse(document));
  const lines = mainSteps.find(({ name }) => name === "rollout")?.inputs.runCommand ?? [];
  return lines.join("\n").replaceAll("{{ digest }}", digest);
}
