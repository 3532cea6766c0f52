import { priceDisk } from "../disk";
import { numberOf, textOf } from "../inputs";
import type { Pricer } from "../pricer";

/** An EBS volume of its own. AWS makes gp2 when no type is named. */
export const volume: Pricer = {
  types: ["aws:ebs/volume:Volume"],
  price: ({ inputs }, { book }) =>
    priceDisk(
      {
        sizeGb: numberOf(inputs.size),
        type: inputs.type === undefined ? "gp2" : textOf(inputs.type),
        iops: numberOf(inputs.iops),
        throughput: numberOf(inputs.throughput),
      },
      book,
    ),
};
