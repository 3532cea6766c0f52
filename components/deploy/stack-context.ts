import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../settings/identity";
import type { ConfigSecrets } from "../settings/read";
import type { Settings } from "../settings/settings";

/** What every target is given besides its settings and its plan. */
export interface StackContext {
  readonly identity: Identity;
  readonly secrets: ConfigSecrets;
}

/** What the stack shows when it is up. */
export interface StackOutputs {
  /** Where the app answers. */
  readonly url: pulumi.Output<string>;
  readonly [name: string]: pulumi.Output<unknown>;
}

/** The stack's names and tags. */
export function stackContext(settings: Settings, project: string, secrets: ConfigSecrets): StackContext {
  const stack = pulumi.getStack();
  const own = {
    "towpath:project": project,
    "towpath:stack": stack,
    "towpath:environment": settings.environment,
  };
  return { identity: { project, stack, tags: { ...settings.tags, ...own } }, secrets };
}

/** The app's address as a URL; `address` is a name or an IP address, empty while unknown. */
export function urlOf({ domain }: Settings, address: pulumi.Output<string>): pulumi.Output<string> {
  return domain === undefined ? pulumi.interpolate`http://${address}` : pulumi.output(`https://${domain}`);
}
