/** A type token as people say it: `aws:ec2/instance:Instance` is `aws.ec2.Instance`. */
export function shortType(token: string): string {
  const [provider = "", module = "", name = ""] = token.split(":");
  if (provider === "pulumi" && module === "providers") return `provider ${name}`;
  const file = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const silent = ["", "index", provider, file];
  const modules = module.split("/").filter(part => !silent.includes(part));
  return [provider, ...modules, name].join(".");
}
