import type { PriceKey } from "../figures";
import type { Pricer } from "../pricer";

/** Types that cost one fixed amount a month. */
const FLAT: Readonly<Record<string, { readonly key: PriceKey; readonly what: string }>> = {
  "aws:kms/key:Key": { key: "kmsKey", what: "KMS key" },
  "aws:kms/replicaKey:ReplicaKey": { key: "kmsKey", what: "KMS key" },
  "aws:route53/zone:Zone": { key: "hostedZone", what: "hosted zone" },
  "aws:secretsmanager/secret:Secret": { key: "secret", what: "secret" },
};

export const flat: Pricer = {
  types: Object.keys(FLAT),
  price: ({ type }, { book }) => {
    const found = FLAT[type];
    return found === undefined
      ? { unpriced: ["no figure"] }
      : { charges: [{ what: found.what, price: book.price(found.key), quantity: 1 }] };
  },
};
