import type { Pricer } from "../pricer";

/** An SQS queue, by requests; whoever waits for messages asks all the time. */
export const queue: Pricer = {
  types: ["aws:sqs/queue:Queue"],
  price: ({ inputs }, { book, usage }) =>
    inputs.fifoQueue === true
      ? { unpriced: ["no figure for requests to a FIFO queue"] }
      : {
          charges: [
            { what: "requests", price: book.price("sqsRequests"), quantity: usage.queueRequestsMillion },
          ],
          uses: ["queueRequestsMillion"],
        },
};
