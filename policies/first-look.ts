import type { PolicyResource as EngineResource, StackValidationArgs } from "@pulumi/policy";
import type { PolicyConfig } from "./config";
import type { RuleContext } from "./context";
import { contextOf } from "./context-of";
import { plainRecord } from "./plain";
import type { Rule } from "./rule";
import type { PolicyResource } from "./subject";

type Given = Pick<EngineResource, "type" | "name" | "urn" | "props" | "opts">;

/**
 * What the first policy of the pack sees, for all the others. The engine hands every policy a copy of its own, which
 * costs more than the rules do: so a first look tells which rules have something to say, and only those are called.
 * Nothing else runs in between, for no policy of the pack waits for anything. Without a first look, which the engine's
 * configuration can switch off, every rule is called.
 *
 * At the end of an update the engine tells the outputs, which are empty in the preview of a resource whose provider is
 * not there yet, such as all that goes into a cluster still to be made. So the inputs are kept as they come by, and
 * rules over the whole stack decide on them.
 */
export class FirstLook {
  /** What a rule about one resource is told of the others: nothing. */
  readonly alone: RuleContext;
  private readonly inputs = new Map<string, Record<string, unknown>>();
  private whole?: RuleContext;
  private wanted: Readonly<Record<Rule["scope"], ReadonlySet<string> | undefined>> = {
    resource: undefined,
    stack: undefined,
  };

  constructor(
    private readonly rules: readonly Rule[],
    private readonly config: PolicyConfig,
    private readonly today: string,
  ) {
    this.alone = contextOf([], config, today);
  }

  atResource(given: Given): void {
    this.inputs.set(given.urn, plainRecord(given.props));
    this.look("resource", [this.subjectOf(given)], this.alone);
  }

  atStack(args: StackValidationArgs): RuleContext {
    this.whole = this.contextOf(args);
    this.look("stack", this.whole.stack.resources, this.whole);
    return this.whole;
  }

  /** Whether a rule may have something to say of what is looked at. */
  wants({ id, scope }: Rule): boolean {
    return this.wanted[scope]?.has(id) ?? true;
  }

  subjectOf({ type, name, urn, props, opts }: Given): PolicyResource {
    const parent = opts.parent === undefined ? {} : { parent: opts.parent };
    const options = { protect: opts.protect, ...parent };
    return { type, name, urn, props: this.inputs.get(urn) ?? plainRecord(props), options };
  }

  /** The whole stack, as the first look saw it. */
  contextOf({ resources }: StackValidationArgs): RuleContext {
    if (this.whole !== undefined && this.wanted.stack !== undefined) return this.whole;
    const subjects = resources.map(one => ({
      ...this.subjectOf(one),
      dependencies: one.dependencies.map(({ urn }) => urn),
    }));
    return contextOf(subjects, this.config, this.today);
  }

  /** A rule that fails has something to say: that it failed. */
  private look(scope: Rule["scope"], subjects: readonly PolicyResource[], context: RuleContext): void {
    const speaks = (rule: Rule, subject: PolicyResource): boolean => {
      try {
        return rule.check(subject, context).faults.length > 0;
      } catch {
        return true;
      }
    };
    const speaking = this.rules.filter(
      rule => rule.scope === scope && subjects.some(subject => speaks(rule, subject)),
    );
    this.wanted = { ...this.wanted, [scope]: new Set(speaking.map(({ id }) => id)) };
  }
}
