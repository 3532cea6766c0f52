import { execFile } from "node:child_process";
import { InvalidInput } from "../../components/lib/issues";

/** Asks the AWS CLI, which pages by itself, for JSON; it says nothing for an empty answer. Throws InvalidInput when it is missing or refuses. */
export async function askAws(
  words: readonly string[],
  { region, environment }: { readonly region: string; readonly environment: Environment },
): Promise<unknown> {
  const all = [...words, "--region", region, "--output", "json", "--no-cli-pager"];
  const answer = await run(all, environment);
  return answer.trim() === "" ? null : JSON.parse(answer);
}

type Environment = Readonly<Record<string, string>>;

function run(words: readonly string[], env: Environment): Promise<string> {
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
