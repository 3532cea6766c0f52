import type { Pricer } from "../pricer";

/** An Elastic IP is charged by the hour, attached or not; a NAT gateway's too. */
export const elasticIp: Pricer = {
  types: ["aws:ec2/eip:Eip"],
  price: (_, { book }) => ({
    charges: [{ what: "public IPv4", price: book.price("publicIpv4"), quantity: book.hoursPerMonth }],
  }),
};
