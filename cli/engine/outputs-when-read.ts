import { Output } from "@pulumi/pulumi";

/** How an output of a resource ended, as the SDK tells its resolver. */
interface Ended {
  readonly value: unknown;
  readonly isKnown: boolean;
  readonly isSecret: boolean;
  readonly dependencies: readonly unknown[];
  readonly error: unknown;
}

type Resolver = (
  value: unknown,
  isKnown: boolean,
  isSecret: boolean,
  dependencies?: readonly unknown[],
  error?: unknown,
) => void;

/** Of these the SDK takes care itself. */
const OWN = ["id", "urn"];

/**
 * Gives a resource its outputs, as the SDK's own `transferProperties` does (pulumi/pulumi, sdk/nodejs/runtime/rpc.ts),
 * but makes each when it is first read: a resource has dozens, a program reads a few, and each takes twenty promises.
 * Returns what they are resolved by. Throws when the resource has a property of that name already.
 */
export function outputsWhenRead(
  onto: object,
  label: string,
  properties: object,
): Readonly<Record<string, Resolver>> {
  const resolvers: Record<string, Resolver> = {};
  for (const key of Object.keys(properties)) {
    if (OWN.includes(key)) continue;
    if (Object.hasOwn(onto, key))
      throw new Error(`Property '${key}' is already initialized on target '${label}`);
    resolvers[key] = outputWhenRead(onto, key);
  }
  return resolvers;
}

function outputWhenRead(onto: object, key: string): Resolver {
  let ended: Ended | undefined;
  let tell: ((ended: Ended) => void) | undefined;
  const set = (value: unknown) => Object.defineProperty(onto, key, { ...SHOWN, writable: true, value });
  const get = () => {
    const ending = ended === undefined ? new Promise<Ended>(resolve => (tell = resolve)) : ended;
    const output = outputOf(onto, ending);
    set(output);
    return output;
  };
  Object.defineProperty(onto, key, { ...SHOWN, get, set });
  return (value, isKnown, isSecret, dependencies = [], error = undefined) => {
    ended = { value, isKnown, isSecret, dependencies, error };
    tell?.(ended);
  };
}

const SHOWN = { enumerable: true, configurable: true };

/** The SDK's constructor, which its types keep to themselves. */
const OutputOf: unknown = Output;

function outputOf(onto: object, ending: Ended | Promise<Ended>): unknown {
  const well = Promise.resolve(ending).then(ended => {
    if (ended.error !== undefined) throw ended.error;
    return ended;
  });
  if (typeof OutputOf !== "function") throw new Error("the SDK has no constructor of outputs");
  return Reflect.construct(OutputOf, [
    onto,
    well.then(({ value }) => value),
    well.then(({ isKnown }) => isKnown),
    well.then(({ isSecret }) => isSecret),
    well.then(({ dependencies }) => dependencies),
  ]);
}
