import { execFile } from "node:child_process";
import { InvalidInput } from "../../components/lib/issues";
import { type Tagged, taggedAnswer, taggedOf } from "./tagged";

export interface TagSearch {
  readonly region: string;
  readonly project: string;
  readonly stack: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Asks AWS for everything in a region with a stack's tags, by the AWS CLI, which pages by itself. */
export async function taggedInAccount({
  region,
  project,
  stack,
  environment,
}: TagSearch): Promise<readonly Tagged[]> {
  const filters = [`Key=towpath:project,Values=${project}`, `Key=towpath:stack,Values=${stack}`];
  const words = ["resourcegroupstaggingapi", "get-resources", "--region", region, "--output", "json"];
  const text = await aws([...words, "--no-cli-pager", "--tag-filters", ...filters], environment);
  return taggedOf(taggedAnswer.parse(JSON.parse(text)));
}

function aws(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile("aws", words, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      if ("code" in error && error.code === "ENOENT")
        return reject(refusal("the AWS CLI is not installed", "install it: by it the account is asked"));
      const said = stderr.trim().split("\n").at(-1) ?? "";
      const who = "log in, for example with: aws sso login; reading tags needs tag:GetResources";
      return reject(refusal(`AWS does not answer: ${said}`, who));
    });
  });
}

function refusal(wrong: string, instead: string): InvalidInput {
  return new InvalidInput([{ path: "aws", wrong, instead }]);
}
