import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { taggedInAccount } from "../../../cli/leftovers/tagged-in-account";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-aws-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Asks a program that stands in for the AWS CLI. */
function ask(script: string) {
  writeFileSync(join(folder, "aws"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const environment = { PATH: `${folder}:${process.env.PATH}` };
  return taggedInAccount({ region: "eu-west-1", project: "shop", stack: "prod", environment });
}

describe("taggedInAccount", () => {
  it("asks for both tags in the stack's region", async () => {
    const answer = '{"ResourceTagMappingList":[{"ResourceARN":"arn:%s","Tags":[]}]}';
    const [one] = await ask(`printf '${answer}' "$(echo "$@" | tr ' ' '_')"`);
    expect(one?.arn).toContain("--region_eu-west-1");
    expect(one?.arn).toContain("Key=towpath:project,Values=shop_Key=towpath:stack,Values=prod");
  });

  it("says who must log in", async () => {
    const refused = ask("echo 'Unable to locate credentials. You can configure credentials.' >&2; exit 253");
    await expect(refused).rejects.toThrow(
      /^aws: AWS does not answer: Unable to locate credentials.*; log in/,
    );
  });

  it("says that the AWS CLI is missing", async () => {
    const environment = { PATH: folder };
    const asked = taggedInAccount({ region: "eu-west-1", project: "shop", stack: "prod", environment });
    await expect(asked).rejects.toThrow("the AWS CLI is not installed");
  });
});
