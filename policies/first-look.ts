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
  private readonly open = new Map<string, Map<string, string>>();
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

  atStack(args: StackValidationArgs): void {
    const context = this.contextOf(args);
    const { resources } = context.stack;
    this.look(
      "resource",
      resources.filter(({ urn }) => !this.inputs.has(urn)),
      this.alone,
    );
    this.whole = context;
    this.look("stack", resources, context);
  }

  /** Whether a rule may have something to say of what is looked at. */
  wants({ id, scope }: Rule): boolean {
    return this.wanted[scope]?.has(id) ?? true;
  }

  /** The resources that a rule could not be applied to yet: names by URN. */
  openFor({ id }: Rule): ReadonlyMap<string, string> {
    return this.open.get(id) ?? new Map();
  }

  subjectOf({ type, name, urn, props, opts }: Given): PolicyResource {
    const parent = opts.parent === undefined ? {} : { parent: opts.parent };
    const options = { protect: opts.protect, ...parent };
    return { type, name, urn, props: this.inputs.get(urn) ?? plainRecord(props), options };
  }

  /** The whole stack, as the first look saw it. */
  contextOf({ resources }: StackValidationArgs): RuleContext {
    if (this.whole !== undefined) return this.whole;
    const subjects = resources.map(one => ({
      ...this.subjectOf(one),
      dependencies: one.dependencies.map(({ urn }) => urn),
    }));
    return contextOf(subjects, this.config, this.today);
  }

  private look(scope: Rule["scope"], subjects: readonly PolicyResource[], context: RuleContext): void {
    const wanted = new Set<string>();
    for (const rule of this.rules) {
      if (rule.scope !== scope) continue;
      for (const subject of subjects) if (this.speaks(rule, subject, context)) wanted.add(rule.id);
    }
    this.wanted = { ...this.wanted, [scope]: wanted };
  }

  /** Whether a rule has something to say of a resource. One that fails has: that it failed. */
  private speaks(rule: Rule, subject: PolicyResource, context: RuleContext): boolean {
    try {
      const { faults, notEvaluated } = rule.check(subject, context);
      if (notEvaluated) this.note(rule, subject);
      return faults.length > 0;
    } catch {
      return true;
    }
  }

  private note({ id }: Rule, { urn, name }: PolicyResource): void {
    this.open.set(id, (this.open.get(id) ?? new Map<string, string>()).set(urn, name));
  }
}
