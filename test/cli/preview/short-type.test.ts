import { expect, it } from "vitest";
import { shortType } from "../../../cli/preview/short-type";

it.each([
  ["aws:ec2/instance:Instance", "aws.ec2.Instance"],
  ["aws:ec2/securityGroup:SecurityGroup", "aws.ec2.SecurityGroup"],
  ["docker-build:index:Image", "docker-build.Image"],
  ["kubernetes:core/v1:Service", "kubernetes.core.v1.Service"],
  ["kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "kubernetes.gateway.networking.k8s.io.v1.HTTPRoute"],
  ["kubernetes:helm.sh/v3:Release", "kubernetes.helm.sh.v3.Release"],
  ["towpath:vm:DockerHost", "towpath.vm.DockerHost"],
  ["pulumi:pulumi:Stack", "pulumi.Stack"],
  ["pulumi:providers:aws", "provider aws"],
])("%s is shown as %s", (token, expected) => {
  expect(shortType(token)).toBe(expected);
});
