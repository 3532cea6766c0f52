import type { MockCallArgs } from "@pulumi/pulumi/runtime/mocks";
import { ACCOUNT } from "./stand-in-outputs";

type Answer = (inputs: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** The image of every machine. */
const IMAGE = "ami-0a1b2c3d4e5f60718";

/** One answer a data source. The program may ask for nothing else in a preview. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  "aws:ecr/getAuthorizationToken:getAuthorizationToken": () => ({
    authorizationToken: "preview",
    expiresAt: "2000-01-01T00:00:00Z",
    id: "preview",
    password: "preview",
    proxyEndpoint: `https://${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com`,
    userName: "AWS",
  }),
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({
    accountId: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:user/preview`,
    id: ACCOUNT,
    userId: "PREVIEW",
  }),
  "aws:index/getPartition:getPartition": () => ({ partition: "aws", dnsSuffix: "amazonaws.com", id: "aws" }),
  "aws:index/getRegion:getRegion": ({ region }) => ({
    region: region ?? "us-east-1",
    id: region ?? "us-east-1",
  }),
  "aws:ssm/getParameter:getParameter": ({ name, withDecryption }) => ({
    name,
    id: name,
    arn: `arn:aws:ssm:us-east-1::parameter${name}`,
    version: 1,
    ...(withDecryption === true
      ? { type: "SecureString", value: `what stands encrypted in ${name}` }
      : { type: "String", value: IMAGE, insecureValue: IMAGE }),
  }),
};

/** Stands in for every data source; throws for one without an answer. */
export async function standInCall({ token, inputs }: MockCallArgs): Promise<Record<string, unknown>> {
  const answer = ANSWERS[token];
  if (answer === undefined) {
    const message = `no stand-in for the data source ${token}`;
    // The SDK shows what it takes for a gRPC error's details.
    throw Object.assign(new Error(message), { details: message });
  }
  return answer(inputs);
}
