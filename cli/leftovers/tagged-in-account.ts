import { askAws } from "./ask-aws";
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
  const words = ["resourcegroupstaggingapi", "get-resources", "--tag-filters", ...filters];
  return taggedOf(taggedAnswer.parse(await askAws(words, { region, environment })));
}
