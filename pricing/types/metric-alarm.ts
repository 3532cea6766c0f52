import { textOf } from "../inputs";
import type { Pricer } from "../pricer";

/** An alarm, and the metric that it watches where that is not AWS' own; each metric is taken to have one alarm. */
export const metricAlarm: Pricer = {
  types: ["aws:cloudwatch/metricAlarm:MetricAlarm"],
  price: ({ inputs }, { book }) => {
    const own = textOf(inputs.namespace)?.startsWith("AWS/") === false;
    return {
      charges: [
        { what: "alarm", price: book.price("alarm"), quantity: 1 },
        ...(own ? [{ what: "custom metric", price: book.price("customMetric"), quantity: 1 }] : []),
      ],
    };
  },
};
