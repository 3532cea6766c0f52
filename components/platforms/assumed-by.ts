/** The trust policy of a role that a service of AWS assumes, e.g. `ec2.amazonaws.com`. */
export function assumedBy(service: string): string {
  const Statement = [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}
