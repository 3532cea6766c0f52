import { describe, expect, it } from "vitest";
import { previewText } from "../../../cli/preview/preview-text";
import { styleFor } from "../../../cli/terminal/style";
import { SAMPLE } from "./sample";

const plain = styleFor(false);

describe("previewText", () => {
  it("tells everything in sections", () => {
    expect(previewText(SAMPLE, plain)).toBe(`shop · stack dev · docker · us-east-1 · as of 2026-11-23
  warning: the attribute \`version\` is obsolete

Resources (4)
  towpath-dev          pulumi.Stack
  └─ shop              towpath.vm.DockerHost
     ├─ shop-data      aws.ebs.Volume
     └─ shop-instance  aws.ec2.Instance

What your Compose keys become
  withheld
    • full access to the host; to grant it, add privileged to the service's x-towpath.allow
        services.web.privileged
  adapted
    • bound to 127.0.0.1
        services.web.ports[0]  compose.yaml:7
        services.api.ports[0]  compose.yaml:21
  ignored
    • for development only
        services.web.develop

Policies
  1 mandatory
    • imds-v2 on shop-instance: the instance answers IMDSv1
      Set metadataOptions.httpTokens to required.
  1 excepted
    • no-public-ip on shop-instance until 2027-01-31: no load balancer in front
  1 check not evaluated: a value is known only after the update

Monthly cost in USD, us-east-1, prices of 2026-11-20
  charge                      quantity × USD  expected  ceiling
  shop-instance
    t4g.small, on demand   730 hour × 0.0168     12.26    12.26
  shop-data
    gp3                   10 GB-month × 0.08      0.80     0.80
  total                                          13.06    13.06
  not in these figures
    • odd: this type has no price here
  taken for granted
    • 730 hours a month

Artefacts (1)
  out/dev/bundle/compose.yaml  bundle  1200 B
`);
  });

  it("stays within 100 columns, however long the names are", () => {
    const long = "x".repeat(150);
    const text = previewText(
      {
        ...SAMPLE,
        resources: SAMPLE.resources.map(resource => ({ ...resource, name: `${resource.name}-${long}` })),
        report: SAMPLE.report.map(entry => ({
          ...entry,
          path: `${entry.path}${long}`,
          note: "word ".repeat(60),
        })),
        artefacts: SAMPLE.artefacts.map(artefact => ({ ...artefact, path: `out/${long}` })),
      },
      plain,
    );
    expect(text.split("\n").filter(line => line.length > 100)).toEqual([]);
  });

  it("colours a terminal's output and changes nothing else", () => {
    const coloured = previewText(SAMPLE, styleFor(true));
    expect(coloured).toContain("\u001b[31m1 mandatory\u001b[39m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(previewText(SAMPLE, plain));
  });

  it("says why there is no cost", () => {
    const text = previewText({ ...SAMPLE, cost: { unavailable: "no prices for mars-north-1" } }, plain);
    expect(text).toContain("Monthly cost\n  Not estimated: no prices for mars-north-1\n");
  });

  it("lets no file steer the terminal", () => {
    const report = [{ path: "services.a\u001b[2J", key: "k", verdict: "ignored", note: "n\u0007" }] as const;
    const text = previewText({ ...SAMPLE, report }, plain);
    expect(text).toContain("services.a·[2J");
    expect(text).toContain("• n·");
  });
});
