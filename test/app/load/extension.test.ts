import { describe, expect, it } from "vitest";
import { extensionOf, volumeExtensionOf } from "../../../components/app/extension-of";
import { loadText, problemsOf } from "./compose-files";

describe("x-towpath", () => {
  it("is read with its defaults", () => {
    const { app } = loadText(
      "services: {a: {image: x, x-towpath: {ingress: {port: 80}, spot: true}}}\nvolumes: {v: {x-towpath: {sizeGb: 5}}}",
    );
    const [service, volume] = [app.services.a, app.volumes?.v];
    expect(service && extensionOf(service)).toMatchObject({ spot: true, ingress: { port: 80, path: "/" } });
    expect(volumeExtensionOf(volume)).toEqual({ sizeGb: 5, snapshot: true });
  });

  it("tells everything that is wrong with it, with suggestions", () => {
    const text = `services:
  a:
    image: x
    x-towpath: {ingres: {}, ingress: {prt: 80, port: 99999}, allow: [privleged], autoscale: {min: 5, max: 3}}
volumes:
  v: {x-towpath: {sizeGb: big}}
`;
    const problems = problemsOf(() => loadText(text));
    expect(problems.map(line => line.split(":")[0]).sort()).toEqual([
      "services.a.x-towpath.allow[0]",
      "services.a.x-towpath.autoscale.max",
      "services.a.x-towpath.ingres",
      "services.a.x-towpath.ingress.port",
      "services.a.x-towpath.ingress.prt",
      "volumes.v.x-towpath.sizeGb",
    ]);
    expect(problems).toContain(
      "services.a.x-towpath.ingres: the key `ingres` is not known here; did you mean `ingress`?",
    );
    expect(problems).toContain(
      "services.a.x-towpath.ingress.prt: the key `prt` is not known here; did you mean `port`?",
    );
    expect(problems).toContain("services.a.x-towpath.autoscale.max: less than min; write min or more");
  });

  it("takes any board or names of boards for edge, and nothing else", () => {
    const edgeOf = (edge: string) =>
      loadText(`services: {a: {image: x, x-towpath: {edge: ${edge}}}}`).app.services.a;
    const read = (edge: string) => extensionOf(edgeOf(edge) ?? { command: null, entrypoint: null }).edge;
    expect([read("true"), read("false"), read("[attic, kitchen]")]).toEqual([
      true,
      false,
      ["attic", "kitchen"],
    ]);
    for (const edge of ["kitchen", "[]", '[""]', "[3]", "{kitchen: true}", "1"])
      expect(problemsOf(() => edgeOf(edge))).toEqual([
        expect.stringMatching(
          /^services\.a\.x-towpath\.edge(\[0\])?: names no board; write true for any, or a list of names, for example \[kitchen\]$/,
        ),
      ]);
  });
});
