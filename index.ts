import { RunError } from "@pulumi/pulumi";
import { deploy, type OnPlan } from "./components/deploy";
import { InvalidInput } from "./components/lib/issues";
import { readSettings } from "./components/settings/read";

/**
 * What `pulumi up` runs: a stack's settings, its app, and everything that the app runs on. The command line, which runs
 * it too, is told the plan by `onPlan`.
 */
async function program(onPlan?: OnPlan): Promise<Record<string, unknown>> {
  try {
    const { settings, secrets } = readSettings();
    return await deploy(settings, secrets, onPlan);
  } catch (error) {
    // Problems of the user's input are shown as they are, without a stack trace.
    throw error instanceof InvalidInput ? new RunError(`\n${error.message}`) : error;
  }
}

export = program;
