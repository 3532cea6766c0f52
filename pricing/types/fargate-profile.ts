import type { Pricer } from "../pricer";

/** A Fargate profile: nothing itself; the pods that it takes, by what they ask for. */
export const fargateProfile: Pricer = {
  types: ["aws:eks/fargateProfile:FargateProfile"],
  price: (_, { book, usage }) => ({
    charges: [
      {
        what: "Fargate vCPU",
        price: book.price("fargateVcpu"),
        quantity: usage.fargateVcpu * book.hoursPerMonth,
      },
      {
        what: "Fargate memory",
        price: book.price("fargateMemory"),
        quantity: usage.fargateMemoryGb * book.hoursPerMonth,
      },
    ],
    uses: ["fargateMemoryGb", "fargateVcpu"],
  }),
};
