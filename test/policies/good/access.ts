import { make, policy, tags } from "./make";

export const ACCESS = [
  make("aws:kms/key:Key", "key", {
    enableKeyRotation: true,
    policy: policy({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "kms:*",
      Resource: "*",
    }),
    tags,
  }),
  make("aws:iam/role:Role", "role", {
    assumeRolePolicy: policy({
      Effect: "Allow",
      Principal: { Service: "ec2.amazonaws.com" },
      Action: "sts:AssumeRole",
    }),
    inlinePolicies: [
      {
        policy: policy({
          Effect: "Allow",
          Action: ["s3:GetObject"],
          Resource: ["arn:aws:s3:::releases/*"],
        }),
      },
    ],
  }),
  make("aws:iam/rolePolicy:RolePolicy", "role-policy", {
    policy: policy({ Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" }),
  }),
  make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role-attachment", {
    policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
  }),
];
