import type { Pricer } from "../pricer";

/** A NAT gateway and the data through it; its address is an Elastic IP of its own. */
export const natGateway: Pricer = {
  types: ["aws:ec2/natGateway:NatGateway"],
  price: (_, { book, usage }) => ({
    charges: [
      { what: "NAT gateway", price: book.price("natGateway"), quantity: book.hoursPerMonth },
      { what: "data through NAT", price: book.price("natData"), quantity: usage.natDataGb },
    ],
    uses: ["natDataGb"],
  }),
};
