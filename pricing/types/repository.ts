import type { Pricer } from "../pricer";

/** Storage of images in ECR. */
export const repository: Pricer = {
  types: ["aws:ecr/repository:Repository"],
  price: (_, { book, usage }) => ({
    charges: [{ what: "ECR storage", price: book.price("ecrStorage"), quantity: usage.ecrGb }],
    uses: ["ecrGb"],
  }),
};
