import { KEPT_TAG } from "../../components/lib/kept-tags";
import { parseArn, removalOf } from "./removals";
import type { Tagged } from "./tagged";

/** A resource that carries a stack's tags and that its state does not know. */
export interface Leftover {
  readonly arn: string;
  /** `kept`: left on purpose. `going`: AWS shows it for a while after it went. `leftover`: it may cost money. */
  readonly state: "kept" | "going" | "leftover";
  readonly why: string;
  /** A command of the AWS CLI that removes it; absent for kinds that towpath does not know. */
  readonly remove?: string;
}

/**
 * What is left of a stack, leftovers first. `known` are the ARNs that the stack's state has: empty after a destroy.
 */
export function classify(tagged: readonly Tagged[], known: ReadonlySet<string>): readonly Leftover[] {
  const order = ["leftover", "kept", "going"];
  const place = (one: Leftover) => 2 * order.indexOf(one.state) + Number(isKey(one.arn));
  return tagged
    .filter(({ arn }) => !known.has(arn))
    .map(one => {
      const remove = removalOf(one.arn);
      return { arn: one.arn, ...standing(one), ...(remove === undefined ? {} : { remove }) };
    })
    .sort((a, b) => place(a) - place(b));
}

/** Without its key nothing can be read that the key encrypts. */
function isKey(arn: string): boolean {
  return parseArn(arn).service === "kms";
}

function standing({ arn, tags }: Tagged): Pick<Leftover, "state" | "why"> {
  const { service, kind } = parseArn(arn);
  const kept = tags[KEPT_TAG];
  if (kept !== undefined)
    return { state: "kept", why: `kept on purpose: ${kept}${isKey(arn) ? "; remove it last" : ""}` };
  switch (`${service} ${kind}`) {
    case "ec2 volume":
      if (tags["towpath:volume"] !== undefined)
        return { state: "kept", why: `the data of volume ${tags["towpath:volume"]}, kept outside of dev` };
      return { state: "leftover", why: "a disk that a cluster's volume driver made" };
    case "ec2 snapshot":
      return { state: "kept", why: "a snapshot of data" };
    case "ec2 instance":
      return { state: "going", why: "a terminated instance is listed for an hour; look when it stays" };
    case "ec2 natgateway":
      return { state: "going", why: "a deleted NAT gateway is listed for an hour; look when it stays" };
    case "kms key":
      return { state: "going", why: "a key waits for its deletion, without cost; look when it is enabled" };
    case "elasticloadbalancing loadbalancer":
    case "elasticloadbalancing targetgroup":
      return { state: "leftover", why: "a load balancer that a cluster's controller made" };
    default:
      return { state: "leftover", why: "not in the state" };
  }
}
