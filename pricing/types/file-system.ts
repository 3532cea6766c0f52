import type { Pricer } from "../pricer";

/** An EFS file system in several zones: what is stored; reads and writes of an elastic one are left out, and said. */
export const fileSystem: Pricer = {
  types: ["aws:efs/fileSystem:FileSystem"],
  price: ({ inputs }, { book, usage }) => ({
    charges: [{ what: "EFS storage", price: book.price("efsStorage"), quantity: usage.efsGb }],
    uses: ["efsGb"],
    unpriced: inputs.throughputMode === "elastic" ? ["no figure for what is read and written"] : [],
  }),
};
