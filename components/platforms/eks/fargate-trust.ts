/** The trust policy of a pod execution role: Fargate, for the profiles of one cluster. */
export function fargateTrust(of: {
  readonly clusterName: string;
  readonly region: string;
  readonly accountId: string;
}): string {
  const profiles = `arn:aws:eks:${of.region}:${of.accountId}:fargateprofile/${of.clusterName}/*`;
  const Statement = [
    {
      Effect: "Allow",
      Principal: { Service: "eks-fargate-pods.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { ArnLike: { "aws:SourceArn": profiles } },
    },
  ];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}
