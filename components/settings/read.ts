import * as pulumi from "@pulumi/pulumi";
import { parseSettings } from "./parse";
import { secretBytes } from "./secret-bytes";
import type { Settings } from "./settings";

/** Secret config values, by the name under which the settings or the Compose file refer to them. */
export interface ConfigSecrets {
  /** A key of `towpath:secrets`; throws when it is not there. */
  readonly get: (name: string) => pulumi.Output<string>;
  /** How large the value of a key of `towpath:secrets` is, bytes; undefined where that is not known. */
  readonly bytes: (name: string) => number | undefined;
  readonly kubeconfig: pulumi.Output<string> | undefined;
  readonly sshPrivateKey: pulumi.Output<string> | undefined;
}

/** Reads the running stack's config, the only place that does. Throws InvalidInput with every problem. */
export function readSettings(): { settings: Settings; secrets: ConfigSecrets } {
  const config = new pulumi.Config("towpath");
  const settings = parseSettings(pulumi.runtime.allConfig(), pulumi.getStack());
  const values = config.getSecretObject<Record<string, string>>("secrets");
  const get = (name: string): pulumi.Output<string> => {
    if (values === undefined) throw new pulumi.RunError(missing(name));
    return values.apply(all => {
      const value = all[name];
      if (value === undefined) throw new pulumi.RunError(missing(name));
      return value;
    });
  };
  const bytes = (name: string) => secretBytes(pulumi.runtime.allConfig()["towpath:secrets"], name);
  return {
    settings,
    secrets: {
      ...{ get, bytes },
      kubeconfig: config.getSecret("kubeconfig"),
      sshPrivateKey: config.getSecret("sshPrivateKey"),
    },
  };
}

function missing(name: string): string {
  return `towpath:secrets.${name}: missing; run: pulumi config set --secret --path 'towpath:secrets.${name}' VALUE`;
}
