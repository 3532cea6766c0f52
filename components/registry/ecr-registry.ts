import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { deletionProtected } from "../lib/deletion-protection";
import type { Environment } from "../settings/common";
import type { Identity } from "../settings/identity";
import { lifecycleRules } from "./lifecycle-rules";
import type { PolicyStatement, Registry } from "./registry";
import { repositoryName } from "./repository-name";

export interface EcrRegistryArgs {
  readonly identity: Identity;
  readonly region: string;
  readonly environment: Environment;
  /** Keep a repository that has images. Default: true in prod. */
  readonly deletionProtection?: boolean | undefined;
  /** Customer-managed KMS key of the images. Default: the AWS-managed key of ECR, which costs nothing. */
  readonly keyArn?: pulumi.Input<string>;
}

/** Private ECR repositories, one a service, made when first asked for. */
export class EcrRegistry extends pulumi.ComponentResource implements Registry {
  readonly ecrAddress: pulumi.Output<string>;
  readonly credentials: Required<Registry>["credentials"];
  readonly pullStatements: pulumi.Output<readonly PolicyStatement[]>;
  private readonly repositories = new Map<string, pulumi.Output<string>>();

  constructor(
    private readonly name: string,
    private readonly args: EcrRegistryArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:registry:EcrRegistry", name, {}, opts);
    const { identity, region } = args;
    const account = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const token = aws.ecr.getAuthorizationTokenOutput({}, { parent: this });
    this.ecrAddress = pulumi.interpolate`${account}.dkr.ecr.${region}.amazonaws.com`;
    this.credentials = {
      address: this.ecrAddress,
      username: token.userName,
      password: pulumi.secret(token.password),
    };
    const prefix = repositoryName(identity, "*");
    this.pullStatements = account.apply(id =>
      pullStatements(`arn:aws:ecr:${region}:${id}:repository/${prefix}`),
    );
    this.registerOutputs({ ecrAddress: this.ecrAddress });
  }

  /** The repository's address. */
  readonly repository = (service: string): pulumi.Output<string> => {
    const known = this.repositories.get(service);
    if (known !== undefined) return known;
    const made = this.make(service).repositoryUrl;
    this.repositories.set(service, made);
    return made;
  };

  private make(service: string): aws.ecr.Repository {
    const { identity, environment, keyArn } = this.args;
    const repository = new aws.ecr.Repository(
      `${this.name}-${service}`,
      {
        name: repositoryName(identity, service),
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [
          { encryptionType: "KMS", ...(keyArn === undefined ? {} : { kmsKey: keyArn }) },
        ],
        forceDelete: !deletionProtected(this.args),
        tags: identity.tags,
      },
      { parent: this },
    );
    new aws.ecr.LifecyclePolicy(
      `${this.name}-${service}`,
      { repository: repository.name, policy: JSON.stringify({ rules: lifecycleRules(environment) }) },
      { parent: this },
    );
    return repository;
  }
}

/** A token belongs to the whole registry and has no resource of its own. */
function pullStatements(repositoriesArn: string): PolicyStatement[] {
  const Action = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
  return [
    { Sid: "EcrLogin", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] },
    { Sid: "EcrPull", Effect: "Allow", Action, Resource: [repositoriesArn] },
  ];
}
