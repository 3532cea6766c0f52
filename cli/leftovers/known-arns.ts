import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { InvalidInput } from "../../components/lib/issues";

const exported = z.object({
  deployment: z.object({
    resources: z.array(z.object({ outputs: z.record(z.string(), z.unknown()).optional() })).default([]),
  }),
});

/** The ARNs in a file of `pulumi stack export`. Throws InvalidInput when it is none. */
export function knownArns(path: string | undefined, directory: string): ReadonlySet<string> {
  if (path === undefined) return new Set();
  try {
    const { deployment } = exported.parse(JSON.parse(readFileSync(resolve(directory, path), "utf8")));
    return new Set(
      deployment.resources.flatMap(({ outputs }) => (typeof outputs?.arn === "string" ? outputs.arn : [])),
    );
  } catch {
    const instead = "write it with: pulumi stack export --file FILE";
    throw new InvalidInput([{ path: "--state", wrong: `${path} is not an exported state`, instead }]);
  }
}
