import { z } from "zod";

/** What of the Resource Groups Tagging API's answer is read. */
export const taggedAnswer = z.object({
  ResourceTagMappingList: z.array(
    z.object({
      ResourceARN: z.string(),
      Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
    }),
  ),
});
export type TaggedAnswer = z.output<typeof taggedAnswer>;

/** A resource of an account with its tags. */
export interface Tagged {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The resources of an answer, by ARN. */
export function taggedOf({ ResourceTagMappingList: list }: TaggedAnswer): readonly Tagged[] {
  return list
    .map(({ ResourceARN, Tags }) => ({
      arn: ResourceARN,
      tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])),
    }))
    .sort((a, b) => (a.arn < b.arn ? -1 : 1));
}
