import { type Existing, existing } from "../ladder/inventory";
import { at } from "../sim/plain";
import { readJournal } from "../sim/read-journal";

/** What the AWS CLI is asked, answered from the account's journal: `aws SERVICE OPERATION …`. */
const [service = "", operation = "", ...options] = process.argv.slice(2);
const account = existing(readJournal("."));

/** How the Tagging API calls a type in its ARNs; it knows only some. */
const ARNS: Readonly<Record<string, string>> = {
  "aws:dlm/lifecyclePolicy:LifecyclePolicy": "dlm:us-east-1:123456789012:policy/",
  "aws:ebs/volume:Volume": "ec2:us-east-1:123456789012:volume/",
  "aws:ec2/eip:Eip": "ec2:us-east-1:123456789012:elastic-ip/",
  "aws:ec2/flowLog:FlowLog": "ec2:us-east-1:123456789012:vpc-flow-log/",
  "aws:ec2/instance:Instance": "ec2:us-east-1:123456789012:instance/",
  "aws:ec2/internetGateway:InternetGateway": "ec2:us-east-1:123456789012:internet-gateway/",
  "aws:ec2/launchTemplate:LaunchTemplate": "ec2:us-east-1:123456789012:launch-template/",
  "aws:ec2/natGateway:NatGateway": "ec2:us-east-1:123456789012:natgateway/",
  "aws:ec2/routeTable:RouteTable": "ec2:us-east-1:123456789012:route-table/",
  "aws:ec2/securityGroup:SecurityGroup": "ec2:us-east-1:123456789012:security-group/",
  "aws:ec2/subnet:Subnet": "ec2:us-east-1:123456789012:subnet/",
  "aws:ec2/vpc:Vpc": "ec2:us-east-1:123456789012:vpc/",
  "aws:ec2/vpcEndpoint:VpcEndpoint": "ec2:us-east-1:123456789012:vpc-endpoint/",
  "aws:ecr/repository:Repository": "ecr:us-east-1:123456789012:repository/",
  "aws:kms/key:Key": "kms:us-east-1:123456789012:key/",
  "aws:s3/bucket:Bucket": "s3:::",
  "aws:ssm/document:Document": "ssm:us-east-1:123456789012:document/",
  "aws:ssm/parameter:Parameter": "ssm:us-east-1:123456789012:parameter",
};

function tagsOf({ inputs }: Existing): Readonly<Record<string, string>> {
  return (at(inputs, "tags") ?? {}) as Record<string, string>;
}

function byTags(): unknown {
  const filters = options.flatMap(word => {
    const [, key = "", value = ""] = /^Key=([^,]+),Values=(.+)$/.exec(word) ?? [];
    return key === "" ? [] : [[key, value] as const];
  });
  const found = account.filter(
    one => ARNS[one.type] !== undefined && filters.every(([key, value]) => tagsOf(one)[key] === value),
  );
  return {
    ResourceTagMappingList: found.map(one => ({
      ResourceARN: `arn:aws:${ARNS[one.type]}${one.id}`,
      Tags: Object.entries(tagsOf(one)).map(([Key, Value]) => ({ Key, Value })),
    })),
  };
}

/** The word after an option. */
function option(name: string): string | undefined {
  return options[options.indexOf(name) + 1];
}

/** Ids of what is of a type and has these inputs; the query of an answer is the CLI's own, which picks the ids. */
function idsOf(type: string, inputs: Readonly<Record<string, unknown>>): string[] {
  return account
    .filter(one => one.type === type)
    .filter(one => Object.entries(inputs).every(([path, value]) => at(one.inputs, path) === value))
    .map(({ id }) => id);
}

function addresses(): string[] {
  return idsOf("aws:ec2/eipAssociation:EipAssociation", { allocationId: option("--allocation-ids") });
}

function associations(): string[] {
  const name = options.map(word => /^key=Name,value=(.+)$/.exec(word)?.[1]).find(Boolean);
  return idsOf("aws:ssm/association:Association", { name });
}

function podIdentities(): string[] {
  return idsOf("aws:eks/podIdentityAssociation:PodIdentityAssociation", {
    clusterName: option("--cluster-name"),
    namespace: option("--namespace"),
    serviceAccount: option("--service-account"),
  });
}

const ANSWERS: Readonly<Record<string, () => unknown>> = {
  "ec2 describe-addresses": addresses,
  "eks list-pod-identity-associations": podIdentities,
  "resourcegroupstaggingapi get-resources": byTags,
  "ssm list-associations": associations,
};

const answer = ANSWERS[`${service} ${operation}`];
if (answer === undefined) throw new Error(`the simulated account does not know: aws ${service} ${operation}`);
console.log(JSON.stringify(answer()));
