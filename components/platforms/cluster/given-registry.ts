import * as pulumi from "@pulumi/pulumi";
import type { Registry } from "../../registry/registry";

/**
 * A registry that someone else keeps. Pushes log in with the machine's own Docker configuration; the cluster must be
 * able to pull. Without a prefix it is asked for nothing, as `registryIssues` has refused every build.
 */
export function givenRegistry(prefix: string | undefined): Registry {
  const repository = (service: string) => {
    if (prefix === undefined) throw new TypeError(`no registry was given for ${service}`);
    return pulumi.output(`${prefix.replace(/\/+$/, "")}/${service}`);
  };
  return { repository, pullStatements: pulumi.output([]) };
}
