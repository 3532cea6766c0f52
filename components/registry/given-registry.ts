import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../settings/identity";
import type { Registry } from "./registry";
import { repositoryName } from "./repository-name";

export interface GivenRegistryArgs {
  readonly identity: Identity;
  /** Host, port and path under which images are pushed, e.g. `registry.example.com/team`. */
  readonly address: string;
  /** Credentials for pushes. Default: what the machine's own Docker configuration has. */
  readonly credentials?: Required<Registry>["credentials"];
}

/** A registry that runs already; nothing is made for it. */
export function givenRegistry({ identity, address, credentials }: GivenRegistryArgs): Registry {
  const prefix = address.replace(/^https?:\/\//, "").replace(/\/+$/, "");
  return {
    repository: service => pulumi.output(`${prefix}/${repositoryName(identity, service)}`),
    pullStatements: pulumi.output([]),
    ...(credentials === undefined ? {} : { credentials }),
  };
}
