import { planFiles } from "../artefacts/plan-files";
import { writeArtefacts } from "../artefacts/write-artefacts";
import { EXIT } from "../exit-code";
import { artefactLines } from "../preview/text/artefact-lines";
import { openStack } from "../stack/open-stack";
import { defineVerb } from "../verb";
import { OUT_OPTION, STACK_OPTIONS, stackRequest } from "./stack-options";

/** `towpath render`. Plans and writes; nothing of Pulumi is loaded. */
export const render = defineVerb({
  name: "render",
  summary: "Write the Compose bundle or the manifests of a stack, and nothing else",
  about:
    "Writes what the app becomes on the stack's target: the release bundle of a Docker host, or Kubernetes " +
    "manifests. Secrets are never written, and built images stand as placeholders. A preview writes user data " +
    "and Helm values too.",
  options: { ...STACK_OPTIONS, ...OUT_OPTION },
  run: ({ out, ...stack }, _, context) => {
    const request = stackRequest(stack, context);
    const { planned } = openStack(request, context.environment);
    const artefacts = writeArtefacts(planFiles(planned), out ?? `out/${request.stack}`, context.directory);
    context.write(`${artefactLines({ artefacts }, context.style).join("\n")}\n`);
    return EXIT.fine;
  },
});
