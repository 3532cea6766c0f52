import { numberOf, textOf } from "../inputs";
import type { Pricer } from "../pricer";

/** Days of logs stored at a time when they never expire: a year's. */
const FOREVER_DAYS = 365;

/** Logs taken in by CloudWatch, and stored for as long as the group keeps them. */
export const logGroup: Pricer = {
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  price: ({ inputs }, { book, usage, stack }) => {
    const days = numberOf(inputs.retentionInDays) || FOREVER_DAYS;
    // Control-plane logs are counted at the cluster, by log type.
    const ofCluster =
      textOf(inputs.name)?.startsWith("/aws/eks/") === true &&
      stack.ofType("eks:index:Cluster", "aws:eks/cluster:Cluster").length > 0;
    const gb = ofCluster ? 0 : usage.logsGb;
    return {
      charges: [
        { what: "logs taken in", price: book.price("logsIngestion"), quantity: gb },
        { what: `logs kept ${days} days`, price: book.price("logsStorage"), quantity: (gb * days) / 30 },
      ].filter(({ quantity }) => quantity > 0),
      uses: ofCluster ? [] : ["logsGb"],
    };
  },
};
