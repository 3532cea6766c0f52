import { defineRule } from "../rule";

const PUBLIC = ["aws:ecrpublic/repository:Repository", "aws:ecrpublic/repositoryPolicy:RepositoryPolicy"];
const PRIVATE = "aws:ecr/repository:Repository";

export const repositoryPrivate = defineRule({
  id: "repository-private",
  severity: "mandatory",
  sources: ["CKV_AWS_32"],
  title: "Repositories are private",
  why: "An image holds the program, and often more than was meant to go into it.",
  fix: "use aws.ecr.Repository",
  facts: ({ type }) => (type === PRIVATE || PUBLIC.includes(type) ? [type] : []),
  fault: type => (PUBLIC.includes(type) ? "everyone may pull its images" : undefined),
});
