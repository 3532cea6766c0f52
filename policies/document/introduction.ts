/** How the rules are used: the top of the page. */
export const INTRODUCTION = `# Policies

Every preview is judged by these rules, offline and, as a CrossGuard policy pack, in the engine:

\`\`\`sh
npm run preview                               # offline: no account, no engine
node policies/build.mjs                       # compiles the pack
pulumi preview --policy-pack policies         # pulumi up takes the same option
pulumi policy analyze --policy-pack policies  # what is deployed, by the state alone
\`\`\`

A **mandatory** rule that is broken fails the preview or the update; an **advisory** one is told. A value that is
known only after the update makes a rule "not evaluated" on that resource; the preview counts these, and the pack
tells them in the advisory \`not-evaluated\`. A rule that fails itself is a mandatory finding offline, and ends the
preview in the engine: what could not be checked does not pass.

What a Compose file gives up by name in \`x-towpath.allow\` is no finding: the rendered service carries it in the
label \`towpath.allow\`, the pod in an annotation of that name. Anything else needs an exception.

## Levels and exceptions

Levels go by the environment: \`towpath:environment\`, else the stack's name when that is dev, staging or prod, else
dev. The stack's file sets others, for the offline preview and the pack alike:

\`\`\`yaml
# Pulumi.prod.yaml
config:
  towpath:policies:
    levels:
      egress-limited: mandatory
      log-kept-a-year: disabled
    exceptions:
      - rule: high-user-id
        resource: app-db-stateful-set     # its name or URN
        reason: the image has its files for user 70
        until: 2027-06-30                 # the last day on which it holds
    requiredTags: [owner, cost-centre]
    allowedRegistries: [docker.io/library, registry.example.com]
  towpath:budget:
    maxMonthlyUsd: 400
    maxIncreasePercent: 20
    previousMonthlyUsd: 212.4
\`\`\`

| key | default | what |
| --- | --- | --- |
| \`levels\` | by severity and environment | \`mandatory\`, \`advisory\` or \`disabled\`, by rule |
| \`exceptions\` | none | one rule not applied to one resource; past \`until\` the finding is back |
| \`requiredTags\` | none | tag keys that [required-tags](#required-tags) asks for |
| \`allowedRegistries\` | all | beginnings of image names that [image-registry-allowed](#image-registry-allowed) lets pass; \`docker.io/library\` for names without a path |
| \`budget.maxMonthlyUsd\` | none | what [budget](#budget) refuses above, by the sum of \`towpath cost\` under the assumptions of \`towpath:usage\` |
| \`budget.maxIncreasePercent\` | none | what [budget-increase](#budget-increase) tells of |
| \`budget.previousMonthlyUsd\` | none | the last sum that was agreed on; without it, budget-increase is "not evaluated" |

No engine tells a policy what the stack was before, so the last sum is written down, after a merge for example:

\`\`\`sh
sum=$(npm run --silent towpath -- cost --stack prod --format json | jq .expectedUsd)
pulumi config set --stack prod --path 'towpath:budget.previousMonthlyUsd' "$sum"
\`\`\`

A rule, a level or an exception that does not exist is refused with every problem at once: a slip weakens nothing.
The engine's own policy configuration (\`--policy-pack-config FILE\`) may set a level and \`exceptions\` by rule, too:

\`\`\`json
{ "log-retention": { "enforcementLevel": "advisory" } }
\`\`\`

## The pack by itself

\`npm pack ./policies\` makes a package that needs nothing of this repository, but the SDK that it names as its
peer; unpacked anywhere, its folder is what \`--policy-pack\` takes. It judges any
stack of AWS, EKS, Kubernetes and Docker Compose resources, whoever wrote the program. A stack whose inputs the
engine does not hand on, such as what a remote component makes inside, is judged by what the component was given.

\`pulumi policy analyze\` judges the state's outputs: what was not known at the preview is known there, and defaults
that the provider filled in count as said. Pulumi tells a pack nothing of the stack's configuration there: the levels
are those of prod, and exceptions come by \`--policy-pack-config\` alone.

A preview of a thousand resources takes about a fifth longer with the pack on two cores, and three quarters of that is
what a pack of one rule takes too. \`npm run bench -- 3 policy-pack\` measures both on the engine that the tests use.

Sources: CKV = Checkov, CE = CIS EKS, PSS = Pod Security Standards, KS = kube-score, CL = compose-lint,
CD = CIS Docker. A rule without a source is towpath's own. What Checkov and kube-score look at too is compared with
them, on what towpath renders with one property broken each; \`test/cluster/mutants/explained.ts\` says where they
differ, and why.

<!-- Made from policies/rules by \`npx vitest run test/policies/document.test.ts -u\`. -->
`;
